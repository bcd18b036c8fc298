import type { Swing } from '../../domain/tornado.ts';
import { barRows, type Bar } from '../../picture/bar-rows.ts';
import type { Mark } from '../../picture/mark.ts';
import { PAPER, PAPER_BAR } from '../../picture/paper-ink.ts';
import { sheet, type Body } from '../../picture/sheet.ts';
import { tableMarks, type TableColumn, type TableRow } from '../../picture/table-marks.ts';
import type { Letters } from '../../picture/text-mark.ts';
import { language } from '../../state/i18n.svelte.ts';
import { footOfPicture, paper } from '../charts/paper.ts';
import type { DeltaLine } from './delta-lines.ts';
import { pointsOf, swingScale } from './swing-scale.ts';

const BAD = { fill: PAPER.strong };
const GOOD = { fill: PAPER.line, stroke: PAPER.strong };
const TRIED = { fill: PAPER.accent };
const plain: Letters = { size: 12, fill: PAPER.ink2 };
const moved: Letters = { size: 12, fill: PAPER.accent, bold: true };

const onSheet = (title: string, sentences: readonly string[], body: Body): Mark =>
  sheet({ title, sentences: sentences.filter(Boolean), foot: footOfPicture() }, body, paper(), [title, ...sentences].join('. '));

/** Which key results move the company or an objective most. */
export function tornadoPicture(
  swings: readonly (Swing & { readonly title: string; readonly touched: boolean })[],
  scope: string,
  headline: string,
): Mark {
  const words = language.group('boardTrial');
  const f = language.format;
  const at = swingScale(swings);
  const body = barRows({
    rows: swings.map(({ title, touched, bad, good, tried }) => ({
      title,
      bars: [
        { from: at(bad), to: at(0), ...BAD },
        { from: at(0), to: at(good), ...GOOD },
        ...(touched ? [{ from: at(Math.min(0, tried)), to: at(Math.max(0, tried)), high: 6, ...TRIED }] : []),
      ],
      ticks: [at(0)],
      figure: touched
        ? [{ text: pointsOf(tried, f), letters: moved }]
        : [{ text: `${pointsOf(bad, f)} … ${pointsOf(good, f)}`, letters: plain }],
    })),
    key: [
      { text: words.bad, ...BAD },
      { text: words.good, ...GOOD },
      ...(swings.some(({ touched }) => touched) ? [{ text: words.triedBar, ...TRIED }] : []),
    ],
  });
  return onSheet(`${words.tornado} · ${scope}`, [headline, words.tornadoHint], body);
}

/** Where the company and each objective end, now and with what is tried. */
export function deltasPicture(lines: readonly DeltaLine[], headline: string, missing: number): Mark {
  const words = language.group('boardTrial');
  const percent = (share: number | null) => (share === null ? '–' : language.format.percent(share));
  const clamp = (share: number) => Math.min(1, Math.max(0, share));
  const shifts = lines.some(({ moves }) => moves);
  const barsOf = ({ now, then, moves }: DeltaLine): readonly Bar[] => {
    if (now === null) return [];
    const to = moves && then !== null ? then : now;
    const [low, high] = [clamp(Math.min(now, to)), clamp(Math.max(now, to))];
    const shift = to > now ? TRIED : { fill: PAPER.surface, stroke: PAPER.accent };
    return [{ from: 0, to: low, fill: PAPER_BAR, high: 8 }, ...(high > low ? [{ from: low, to: high, high: 8, ...shift }] : [])];
  };
  const body = barRows({
    rows: lines.map((line) => ({
      title: line.title,
      depth: line.depth,
      bold: line.id === '',
      bars: barsOf(line),
      ticks: [1],
      figure: line.moves
        ? [
            { text: `${percent(line.now)} →`, letters: plain },
            { text: percent(line.then), letters: moved },
          ]
        : [{ text: percent(line.now), letters: { ...plain, size: 13 } }],
    })),
  });
  const title = shifts ? `${words.objectives} · ${words.nowThen}` : words.objectives;
  return onSheet(title, [headline, missing ? words.withoutForecast(missing) : ''], body);
}

/** As it stands, what is tried now and saved scenarios, side by side. */
export function scenariosPicture(columns: readonly TableColumn[], rows: readonly TableRow[], headline: string): Mark {
  const words = language.group('boardTrial');
  return onSheet(words.scenarios, [headline, words.scenariosHint], tableMarks(columns, rows));
}
