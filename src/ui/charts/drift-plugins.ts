import type { Chart, Plugin } from 'chart.js';
import type { DriftInk, DriftPicture, DriftWords } from './drift-model.ts';

/** Vertical lines: the start of the key result, today, and numbered notes on the axis. */
export function markers(picture: DriftPicture, ink: DriftInk, words: DriftWords): Plugin<'line'> {
  return {
    id: 'markers',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea, scales } = chart;
      const x = scales['x'];
      if (!x) return;
      const vertical = (day: number, colour: string) => {
        const at = Math.round(x.getPixelForValue(day)) + 0.5;
        ctx.beginPath();
        ctx.strokeStyle = colour;
        ctx.lineWidth = 1;
        ctx.moveTo(at, chartArea.top);
        ctx.lineTo(at, chartArea.bottom);
        ctx.stroke();
        return at;
      };
      ctx.save();
      ctx.font = `12px ${getComputedStyle(chart.canvas).fontFamily}`;
      if (picture.history.length) vertical(picture.start, ink.line);
      if (picture.today >= x.min && picture.today <= x.max) {
        const at = vertical(picture.today, ink.ink3);
        ctx.fillStyle = ink.ink3;
        ctx.textAlign = at > chartArea.right - 60 ? 'right' : 'left';
        ctx.fillText(words.today, at + (ctx.textAlign === 'left' ? 4 : -4), chartArea.top - 8);
      }
      for (const note of picture.notes) {
        if (note.day < x.min || note.day > x.max) continue;
        const at = x.getPixelForValue(note.day);
        const y = chartArea.bottom - 11;
        ctx.beginPath();
        ctx.arc(at, y, 8, 0, Math.PI * 2);
        ctx.fillStyle = ink.surface;
        ctx.fill();
        ctx.strokeStyle = ink.ink2;
        ctx.stroke();
        ctx.fillStyle = ink.ink;
        ctx.textAlign = 'center';
        ctx.fillText(String(note.number), at, y + 4);
      }
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
export function labels(picture: DriftPicture, ink: DriftInk, words: DriftWords): Plugin<'line'> {
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
      end(picture.plan.at(-1)?.value, (shown) => `${words.target} ${shown}`, ink.ink, true);
      end(landing?.p50, (shown) => `${words.median} ${shown}`, ink.accent, true);
      end(picture.trial?.value, (shown) => `${words.whatIf} ${shown}`, ink.accent);
      ends.sort((a, b) => a.y - b.y);
      for (let i = 1; i < ends.length; i++) ends[i]!.y = Math.max(ends[i]!.y, ends[i - 1]!.y + GAP);
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.textAlign = 'left';
      for (const label of ends) {
        ctx.font = `${label.bold ? '600 ' : ''}12px ${getComputedStyle(chart.canvas).fontFamily}`;
        ctx.fillStyle = label.colour;
        ctx.fillText(label.text, chartArea.right + 8, Math.min(label.y + 4, chartArea.bottom));
      }
      ctx.restore();
    },
  };
}
