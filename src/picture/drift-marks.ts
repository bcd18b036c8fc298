import type { Forecast } from '../domain/assessment.ts';
import { driftAxes, NARROW, type Axes, type Size } from './drift-axes.ts';
import { endMarks, lineEnds, roomFor } from './drift-ends.ts';
import { overlayMarks } from './drift-overlay.ts';
import type { DayValue, DriftInk, DriftPicture, DriftWords } from './drift-picture.ts';
import { linePath, tenth, type Mark } from './mark.ts';

/** Ranges of the forecast from the widest: one hue, darkest in the middle. */
const BANDS: readonly [low: keyof Forecast, high: keyof Forecast, opacity: number][] = [
  ['p2_5', 'p97_5', 0.1],
  ['p10', 'p90', 0.14],
  ['p25', 'p75', 0.2],
];

/** More figures than these are drawn as a line without points. */
const MOST_POINTS = 80;

function fanMarks({ fan, actual, history }: DriftPicture, { x, y, top, bottom }: Axes, ink: DriftInk): readonly Mark[] {
  if (!fan.length) return [];
  const from = actual.at(-1) ?? history.at(-1);
  const inside = (value: number) => Math.max(top, Math.min(bottom, y(value)));
  return BANDS.map(([low, high, opacity]): Mark => {
    const edge = (bound: keyof Forecast) => fan.map((forecast) => [x(forecast.day), inside(forecast[bound])] as const);
    const start = from ? [[x(from.day), inside(from.value)] as const] : [];
    const d = `${linePath([...start, ...edge(high), ...edge(low).reverse()])}Z`;
    return { tag: 'path', attributes: { d, fill: ink.accent, 'fill-opacity': opacity } };
  });
}

function lineMarks(picture: DriftPicture, { x, y }: Axes, ink: DriftInk): readonly Mark[] {
  const { history, actual, plan, limits, fan } = picture;
  const line = (points: readonly DayValue[], stroke: string, width: number, dashes = ''): readonly Mark[] =>
    points.length
      ? [
          {
            tag: 'path',
            attributes: {
              d: linePath(points.map(({ day, value }) => [x(day), y(value)] as const)),
              fill: 'none',
              stroke,
              'stroke-width': width,
              'stroke-linejoin': 'round',
              ...(dashes ? { 'stroke-dasharray': dashes } : {}),
            },
          },
        ]
      : [];
  const points = (some: readonly DayValue[], r: number, stroke: string, width: number): readonly Mark[] =>
    some.length > MOST_POINTS
      ? []
      : some.map(({ day, value }) => ({
          tag: 'circle',
          attributes: { cx: tenth(x(day)), cy: tenth(y(value)), r, fill: ink.surface, stroke, 'stroke-width': width },
        }));
  const last = actual.at(-1) ?? history.at(-1);
  const median = fan.length ? [...(last ? [last] : []), ...fan.map(({ day, p50 }) => ({ day, value: p50 }))] : [];
  return [
    ...limits.flatMap((stretch) =>
      (['low', 'high'] as const).flatMap((bound) =>
        line(
          stretch.map((limit) => ({ day: limit.day, value: limit[bound] })),
          ink.strong,
          1,
          '2 3',
        ),
      ),
    ),
    ...plan.abandoned.flatMap((path) => line(path, ink.strong, 1, '1 4')),
    ...[...plan.earlier, plan.now, plan.otherBound].flatMap((path) => line(path, ink.ink2, 1.5, '7 4')),
    ...line(median, ink.accent, 2, '2 4'),
    ...line([...history, ...actual.slice(0, history.length ? 1 : 0)], ink.strong, 1.25),
    ...points(history, 2, ink.strong, 1),
    ...line(actual, ink.ink, 2),
    ...points(actual, 3, ink.ink, 1.75),
  ];
}

/** Figures that the limits call unusual: solid where it is bad, hollow where it is good. */
function signalMarks({ signals }: DriftPicture, { x, y, narrow }: Axes, ink: DriftInk): readonly Mark[] {
  const r = narrow ? 4.5 : 6.5;
  return (['changed', 'improving', 'concerning'] as const).flatMap((meaning) => {
    const colour = { concerning: ink.risk, improving: ink.on, changed: ink.ink2 }[meaning];
    const hollow = meaning === 'improving';
    return signals
      .filter((signal) => signal.meaning === meaning)
      .map(({ day, value }): Mark => {
        const d = `M${tenth(x(day))} ${tenth(y(value) - r)}l${r} ${r} ${-r} ${r} ${-r} ${-r}Z`;
        const [fill, stroke] = hollow ? [ink.surface, colour] : [colour, ink.surface];
        return { tag: 'path', attributes: { d, fill, stroke, 'stroke-width': hollow ? 2.5 : 1 } };
      });
  });
}

/** Where what is tried would land: a thin line from the newest figure. */
function trialMarks({ actual, history }: DriftPicture, to: DayValue | null, { x, y }: Axes, ink: DriftInk): readonly Mark[] {
  const from = actual.at(-1) ?? history.at(-1);
  if (!from || !to) return [];
  const ends = [from, to].map(({ day, value }) => [x(day), y(value)] as const);
  return [
    { tag: 'path', attributes: { d: linePath(ends), fill: 'none', stroke: ink.accent, 'stroke-width': 1.25 } },
    {
      tag: 'circle',
      attributes: { cx: tenth(x(to.day)), cy: tenth(y(to.value)), r: 4, fill: ink.surface, stroke: ink.accent, 'stroke-width': 1.25 },
    },
  ];
}

function axisMarks({ left, right, bottom, font, days, values }: Axes, ink: DriftInk): readonly Mark[] {
  const text = (said: string, x: number, y: number, anchor: string): Mark => ({
    tag: 'text',
    attributes: { x: tenth(x), y: tenth(y), fill: ink.ink3, 'font-size': font, 'text-anchor': anchor },
    text: said,
  });
  return [
    ...values.map(({ at }): Mark => ({ tag: 'path', attributes: { d: `M${left} ${tenth(at)}H${right}`, stroke: ink.line } })),
    ...values.map(({ at, text: said }) => text(said, left - 8, at + font / 3, 'end')),
    { tag: 'path', attributes: { d: `M${left} ${tenth(bottom)}H${right}`, stroke: ink.strong } },
    ...days.map(({ at }): Mark => ({ tag: 'path', attributes: { d: `M${tenth(at)} ${tenth(bottom)}v4`, stroke: ink.strong } })),
    ...days.map(({ at, text: said }) => text(said, at, bottom + font + 5, 'middle')),
  ];
}

export interface DriftDrawing {
  readonly picture: DriftPicture;
  readonly words: DriftWords;
  /** In CSS pixels; from 320 wide. */
  readonly size: Size;
  /** Colours as SVG takes them: `#3a3fc4`, or `var(--accent)` inside of a page. */
  readonly ink: DriftInk;
  /** One sentence for those who do not see it. */
  readonly label: string;
  /** Family of the letters, for a file; inside a page they are the page's. */
  readonly font?: string;
  /** Colour of the ground, for a file. */
  readonly ground?: string;
  /** Landing of what is tried. */
  readonly trial?: DayValue | null;
}

/** The drift chart of a key result as SVG: fan, limits, plan, forecast, figures, then today and notes, and words at the ends of the lines. */
export function driftMarks({ picture, words, size, ink, label, font, ground, trial = null }: DriftDrawing): Mark {
  const narrow = size.width < NARROW;
  const ends = lineEnds(picture, words, ink, trial);
  const axes = driftAxes(picture, words, size, roomFor(ends, narrow, narrow ? 11 : 12), trial);
  const { width, height } = size;
  return {
    tag: 'svg',
    attributes: {
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': label,
      ...(font ? { 'font-family': font } : {}),
    },
    children: [
      ...(ground ? [{ tag: 'rect', attributes: { width, height, fill: ground } } satisfies Mark] : []),
      ...axisMarks(axes, ink),
      ...fanMarks(picture, axes, ink),
      ...lineMarks(picture, axes, ink),
      ...signalMarks(picture, axes, ink),
      ...trialMarks(picture, trial, axes, ink),
      ...overlayMarks(picture, axes, ink, words),
      ...endMarks(ends, axes),
    ],
  };
}
