import type { ContributionCheck } from '../../domain/contribution-check.ts';
import type { Contribution } from '../../domain/contribution.ts';
import { barRows, type Bar, type BarRow } from '../../picture/bar-rows.ts';
import type { Mark } from '../../picture/mark.ts';
import { PAPER, PAPER_BAR } from '../../picture/paper-ink.ts';
import { sheet } from '../../picture/sheet.ts';
import { language } from '../../state/i18n.svelte.ts';
import { footOfPicture, paper } from '../charts/paper.ts';

const PLANNED = { fill: PAPER.surface, stroke: PAPER.strong };
const DONE = { fill: PAPER_BAR };
const GAP = { fill: 'none', stroke: PAPER.strong, dashes: '2 3' };

/** A KPI that is taken apart: the whole, then each part where it stands in it, as far as it has carried. */
export function coveragePicture({ name, wanted }: Contribution, check: ContributionCheck, titleOf: (id: string) => string): Mark {
  const words = language.group('contributions');
  const f = language.format;
  const points = (share: number | null) => (share === null ? '–' : f.rate(share, '%'));
  const full = Math.max(1, check.coverage);
  let at = 0;
  const parts = check.parts.map(({ keyResultId, standing, planned, done }): BarRow => {
    // A part that pulls the other way, or is off the board, takes room from nobody: it is said in words.
    const share = standing ? Math.max(0, planned / wanted || 0) / full : 0;
    const from = at;
    at += share;
    const reached = Math.min(1, Math.max(0, done !== null && planned ? done / planned : 0));
    const bars: readonly Bar[] = share
      ? [
          { from, to: at, ...PLANNED },
          { from, to: from + share * reached, ...DONE },
        ]
      : [];
    const step =
      standing === null
        ? words.offBoard
        : done === null
          ? words.noFigure
          : check.behind.includes(keyResultId)
            ? words.behind
            : words.inStep;
    return {
      title: titleOf(keyResultId),
      depth: 1,
      bars,
      ticks: [1 / full],
      figure: [
        {
          text: `${words.columns.done} ${points(done)} · ${words.columns.planned} ${points(planned)}`,
          letters: { size: 12, fill: PAPER.ink },
        },
        { text: step, letters: { size: 12, fill: PAPER.ink3 } },
      ],
    };
  });
  const whole: BarRow = {
    title: name,
    bold: true,
    bars: [...parts.flatMap(({ bars }) => bars), ...(at < 1 / full - 0.002 ? [{ from: at, to: 1 / full, ...GAP }] : [])],
    ticks: [1 / full],
    figure: [{ text: words.coverage(check, f), letters: { size: 12, fill: PAPER.ink, bold: true } }],
  };
  const finding = `${words.coverage(check, f)}${words.then}${words.sums(check, f)}`;
  const sentences = [finding, ...check.doubts.map((doubt) => words.doubt(doubt, titleOf))];
  const key = [
    { text: words.columns.done, ...DONE },
    { text: words.columns.planned, ...PLANNED },
  ];
  return sheet(
    { title: name, sentences, foot: footOfPicture() },
    barRows({ rows: [whole, ...parts], key }),
    paper(),
    `${name}. ${finding}`,
  );
}
