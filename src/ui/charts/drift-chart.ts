import { Chart, LinearScale, LineController, LineElement, PointElement, type ChartDataset, type ChartOptions } from 'chart.js';
import type { SignalMeaning } from '../../domain/limit-answers.ts';
import type { DayValue, DriftInk, DriftPicture, DriftWords } from '../../picture/drift-picture.ts';
import { monthTicks } from '../../picture/drift-axes.ts';
import { labels, trialLine } from './drift-labels.ts';
import { fan, markers } from './drift-plugins.ts';

/** A drawn chart: what is tried is laid over it without drawing it anew, so that it follows the slider. */
export interface DrawnDrift {
  readonly showTrial: (landing: DayValue | null) => void;
  readonly destroy: () => void;
}

Chart.register(LineController, LineElement, PointElement, LinearScale);

type Line = ChartDataset<'line', { x: number; y: number }[]>;
const xy = (points: readonly DayValue[]) => points.map((point) => ({ x: point.day, y: point.value }));

const line = (points: readonly DayValue[], colour: string, width: number, more: Partial<Line> = {}): Line => ({
  data: xy(points),
  borderColor: colour,
  borderWidth: width,
  pointRadius: 0,
  ...more,
});

/** Below this width in pixels large marks would hide each other. */
const NARROW = 480;

/** Marks of figures, from the bottom to the top. */
const MEANINGS = ['changed', 'improving', 'concerning'] as const satisfies readonly SignalMeaning[];

/** Datasets from the bottom to the top of the picture. */
function datasetsOf(picture: DriftPicture, ink: DriftInk): Line[] {
  const { history, actual, plan, limits, signals } = picture;
  const last = actual.at(-1) ?? history.at(-1);
  const median = picture.fan.length ? [...(last ? [last] : []), ...picture.fan.map((f) => ({ day: f.day, value: f.p50 }))] : [];
  const dashes = { borderDash: [2, 3] };
  const inOrder: Line[] = [
    ...limits.flatMap((stretch) => [
      line(
        stretch.map(({ day, low }) => ({ day, value: low })),
        ink.strong,
        1,
        dashes,
      ),
      line(
        stretch.map(({ day, high }) => ({ day, value: high })),
        ink.strong,
        1,
        dashes,
      ),
    ]),
    ...plan.abandoned.map((path) => line(path, ink.strong, 1, { borderDash: [1, 4] })),
    ...[...plan.earlier, plan.now, plan.otherBound].map((path) => line(path, ink.ink2, 1.5, { borderDash: [7, 4] })),
    line(median, ink.accent, 2, { borderDash: [2, 4] }),
    line([...history, ...actual.slice(0, 1)], ink.strong, 1.25, {
      pointRadius: history.length > 80 ? 0 : 2,
      pointBackgroundColor: ink.surface,
      pointBorderColor: ink.strong,
    }),
    line(actual, ink.ink, 2, {
      pointRadius: actual.length > 80 ? 0 : 3,
      pointBackgroundColor: ink.surface,
      pointBorderColor: ink.ink,
      pointBorderWidth: 1.75,
    }),
    ...MEANINGS.map((meaning) => {
      const colour = { concerning: ink.risk, improving: ink.on, changed: ink.ink2 }[meaning];
      const hollow = meaning === 'improving';
      return line(
        signals.filter((signal) => signal.meaning === meaning),
        'transparent',
        0,
        {
          showLine: false,
          pointStyle: 'rectRot',
          pointRadius: ({ chart }) => (chart.width < NARROW ? 4.5 : 6.5),
          pointBorderWidth: hollow ? 2.5 : 1,
          pointBackgroundColor: hollow ? ink.surface : colour,
          pointBorderColor: hollow ? colour : ink.surface,
        },
      );
    }),
  ];
  // Chart.js draws the highest order first.
  return inOrder.map((dataset, index) => ({ ...dataset, order: inOrder.length - index }));
}

/** The fan is drawn by a plugin, so the scale is told to make room for it; a wild 95% range must not flatten the figures. */
function rangeOf({ fan, actual, history, plan }: DriftPicture): { suggestedMin?: number; suggestedMax?: number } {
  if (!fan.length) return {};
  const values = [...actual, ...history, ...plan.now].map((point) => point.value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = 1.2 * (high - low || Math.abs(high) || 1);
  return {
    suggestedMin: Math.max(low - room, Math.min(...fan.map((f) => f.p10))),
    suggestedMax: Math.min(high + room, Math.max(...fan.map((f) => f.p90))),
  };
}

function optionsOf(picture: DriftPicture, ink: DriftInk, words: DriftWords): ChartOptions<'line'> {
  const from = Math.min(picture.history[0]?.day ?? picture.start, picture.start);
  const to = Math.max(picture.due, picture.actual.at(-1)?.day ?? picture.due);
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    parsing: false,
    normalized: true,
    clip: 10,
    layout: { padding: { top: 22, right: 108, bottom: 4 } },
    events: [],
    scales: {
      x: {
        type: 'linear',
        min: from,
        max: to,
        grid: { display: false },
        border: { color: ink.strong },
        afterBuildTicks: (axis) => void (axis.ticks = monthTicks(from, to).map((value) => ({ value }))),
        ticks: { color: ink.ink3, maxRotation: 0, autoSkip: true, callback: (value) => words.day(Number(value)) },
      },
      y: {
        ...rangeOf(picture),
        grid: { color: ink.line },
        border: { display: false },
        ticks: { color: ink.ink3, maxTicksLimit: 7, callback: (value) => words.value(Number(value)) },
      },
    },
  };
}

/** Draws the chart, or draws it anew on the same canvas. */
export function drawDrift(canvas: HTMLCanvasElement, picture: DriftPicture, ink: DriftInk, words: DriftWords): DrawnDrift {
  Chart.getChart(canvas)?.destroy();
  let trial: DayValue | null = null;
  const tried = () => trial;
  const chart = new Chart(canvas, {
    type: 'line',
    data: { datasets: datasetsOf(picture, ink) },
    options: optionsOf(picture, ink, words),
    plugins: [fan(picture, ink), markers(picture, ink, words), trialLine(picture, ink, tried), labels(picture, ink, words, tried)],
  });
  return {
    showTrial(landing) {
      trial = landing;
      chart.draw();
    },
    destroy: () => chart.destroy(),
  };
}
