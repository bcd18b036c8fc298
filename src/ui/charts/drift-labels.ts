import type { Chart, Plugin } from 'chart.js';
import type { DayValue, DriftInk, DriftPicture, DriftWords } from '../../picture/drift-picture.ts';

/** Where what is tried would land: a thin line from the newest figure, cut at the edge of the chart. */
export function trialLine({ actual, history }: DriftPicture, ink: DriftInk, tried: () => DayValue | null): Plugin<'line'> {
  return {
    id: 'trial',
    afterDatasetsDraw({ ctx, chartArea, scales: { x, y } }) {
      const [from, to] = [actual.at(-1) ?? history.at(-1), tried()];
      if (!from || !to || !x || !y) return;
      ctx.save();
      ctx.beginPath();
      ctx.rect(chartArea.left, chartArea.top, chartArea.width + 8, chartArea.height);
      ctx.clip();
      ctx.strokeStyle = ink.accent;
      ctx.lineWidth = 1.25;
      ctx.beginPath();
      ctx.moveTo(x.getPixelForValue(from.day), y.getPixelForValue(from.value));
      ctx.lineTo(x.getPixelForValue(to.day), y.getPixelForValue(to.value));
      ctx.stroke();
      ctx.beginPath();
      ctx.arc(x.getPixelForValue(to.day), y.getPixelForValue(to.value), 4, 0, Math.PI * 2);
      ctx.fillStyle = ink.surface;
      ctx.fill();
      ctx.stroke();
      ctx.restore();
    },
  };
}

interface EndLabel {
  readonly text: string;
  readonly colour: string;
  readonly bold: boolean;
  y: number;
}

/** Words at the line ends instead of a key; they are moved apart where they would overlap. */
export function labels(picture: DriftPicture, ink: DriftInk, words: DriftWords, tried: () => DayValue | null): Plugin<'line'> {
  const GAP = 15;
  return {
    id: 'labels',
    afterDraw(chart: Chart<'line'>) {
      const y = chart.scales['y'];
      if (!y) return;
      const ends: EndLabel[] = [];
      const end = (value: number | undefined, text: (shown: string) => string, colour: string, bold = false) => {
        if (value !== undefined && Number.isFinite(value))
          ends.push({ text: text(words.value(value)), colour, bold, y: y.getPixelForValue(value) });
      };
      const landing = picture.fan.at(-1);
      end(picture.plan.now.at(-1)?.value, (shown) => `${words.target} ${shown}`, ink.ink, true);
      end(picture.plan.otherBound.at(-1)?.value, (shown) => `${words.target} ${shown}`, ink.ink, true);
      for (const target of picture.plan.earlierTargets) end(target, (shown) => `${words.earlierTarget} ${shown}`, ink.ink3);
      end(landing?.p50, (shown) => `${words.median} ${shown}`, ink.accent, true);
      end(tried()?.value, (shown) => `${words.whatIf} ${shown}`, ink.accent);
      ends.sort((a, b) => a.y - b.y);
      for (let i = 1; i < ends.length; i++) ends[i]!.y = Math.max(ends[i]!.y, ends[i - 1]!.y + GAP);
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.textAlign = 'left';
      for (const label of ends) {
        ctx.font = `${label.bold ? '600 ' : ''}12px ${getComputedStyle(chart.canvas).fontFamily}`;
        ctx.fillStyle = label.colour;
        ctx.fillText(label.text, chartArea.right + 8, Math.max(chartArea.top, Math.min(label.y + 4, chartArea.bottom)));
      }
      ctx.restore();
    },
  };
}
