import { Chart, Filler, LinearScale, LineController, LineElement, PointElement, type ChartDataset, type ChartOptions } from 'chart.js';
import type { Forecast } from '../../domain/assessment.ts';
import { addMonths, civilOf, dayOf, type EpochDay } from '../../domain/calendar.ts';
import type { DayValue, DriftInk, DriftPicture, DriftWords } from './drift-model.ts';
import { fade } from './ink.ts';
import { labels, markers } from './drift-plugins.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale, Filler);

type Line = ChartDataset<'line', { x: number; y: number }[]>;
const xy = (points: readonly DayValue[]) => points.map((point) => ({ x: point.day, y: point.value }));

const line = (points: readonly DayValue[], colour: string, width: number, more: Partial<Line> = {}): Line => ({
  data: xy(points),
  borderColor: colour,
  borderWidth: width,
  pointRadius: 0,
  fill: false,
  ...more,
});

/** Quantile lines of the fan from the newest figure on, widest first; each upper line is filled down to its lower one. */
function fanLines({ fan, actual, history }: DriftPicture, accent: string): Line[] {
  const from = actual.at(-1) ?? history.at(-1);
  if (!fan.length) return [];
  const band = (low: (f: Forecast) => number, high: (f: Forecast) => number, share: number): Line[] => {
    const edge = (pick: (f: Forecast) => number): DayValue[] => [
      ...(from ? [from] : []),
      ...fan.map((f) => ({ day: f.day, value: pick(f) })),
    ];
    return [line(edge(low), 'transparent', 0), line(edge(high), 'transparent', 0, { fill: '-1', backgroundColor: fade(accent, share) })];
  };
  return [
    ...band(
      (f) => f.p2_5,
      (f) => f.p97_5,
      0.1,
    ),
    ...band(
      (f) => f.p10,
      (f) => f.p90,
      0.14,
    ),
    ...band(
      (f) => f.p25,
      (f) => f.p75,
      0.2,
    ),
  ];
}

/** Datasets from the bottom to the top of the picture. */
function datasetsOf(picture: DriftPicture, ink: DriftInk): Line[] {
  const { history, actual, plan, earlierPlans, limits, fan, signals, trial } = picture;
  const last = actual.at(-1) ?? history.at(-1);
  const median = fan.length ? [...(last ? [last] : []), ...fan.map((f) => ({ day: f.day, value: f.p50 }))] : [];
  const dashes = { borderDash: [2, 3] };
  const inOrder: Line[] = [
    ...fanLines(picture, ink.accent),
    line(
      limits.map(({ day, low }) => ({ day, value: low })),
      ink.strong,
      1,
      dashes,
    ),
    line(
      limits.map(({ day, high }) => ({ day, value: high })),
      ink.strong,
      1,
      dashes,
    ),
    ...earlierPlans.map((corners) => line(corners, ink.strong, 1, { borderDash: [1, 4] })),
    line(plan, ink.ink2, 1.5, { borderDash: [7, 4] }),
    line(median, ink.accent, 2, { borderDash: [2, 4] }),
    line(history, ink.strong, 1.25, {
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
    line(signals, 'transparent', 0, {
      showLine: false,
      pointStyle: 'rectRot',
      pointRadius: 6.5,
      pointBackgroundColor: ink.status,
      pointBorderColor: ink.surface,
    }),
    ...(trial && last
      ? [line([last, trial], ink.accent, 1.25, { pointRadius: [0, 4], pointBackgroundColor: ink.surface, pointBorderColor: ink.accent })]
      : []),
  ];
  // Chart.js draws the highest order first, and '-1' fills refer to places in the list: so only `order` tells what lies on top.
  return inOrder.map((dataset, index) => ({ ...dataset, order: inOrder.length - index }));
}

/** First days of months (or quarters, years) between two days, about eight of them. */
function monthTicks(from: EpochDay, to: EpochDay): number[] {
  const months = (to - from) / 30.4;
  const step = months <= 12 ? 1 : months <= 36 ? 3 : 12;
  const ticks: number[] = [];
  const { year, month } = civilOf(from);
  for (let day = dayOf(year, step === 12 ? 1 : month - ((month - 1) % step), 1); day <= to; day = addMonths(day, step))
    if (day >= from) ticks.push(day);
  return ticks;
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
        grid: { color: ink.line },
        border: { display: false },
        ticks: { color: ink.ink3, maxTicksLimit: 7, callback: (value) => words.value(Number(value)) },
      },
    },
  };
}

/** Draws the chart, or draws it anew on the same canvas; returns a way to take it down. */
export function drawDrift(canvas: HTMLCanvasElement, picture: DriftPicture, ink: DriftInk, words: DriftWords): Chart {
  Chart.getChart(canvas)?.destroy();
  return new Chart(canvas, {
    type: 'line',
    data: { datasets: datasetsOf(picture, ink) },
    options: optionsOf(picture, ink, words),
    plugins: [markers(picture, ink, words), labels(picture, ink, words)],
  });
}
