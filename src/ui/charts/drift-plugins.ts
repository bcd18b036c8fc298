import type { Plugin } from 'chart.js';
import type { Forecast } from '../../domain/assessment.ts';
import type { DriftInk, DriftPicture, DriftWords } from '../../picture/drift-picture.ts';
import { fade } from './ink.ts';

/** Forecast ranges of 95, 80 and 50%, opening from the newest figure: one hue, darkest in the middle. */
export function fan({ fan: forecasts, actual, history }: DriftPicture, ink: DriftInk): Plugin<'line'> {
  const bands: readonly [(f: Forecast) => number, (f: Forecast) => number, number][] = [
    [(f) => f.p2_5, (f) => f.p97_5, 0.1],
    [(f) => f.p10, (f) => f.p90, 0.14],
    [(f) => f.p25, (f) => f.p75, 0.2],
  ];
  return {
    id: 'fan',
    beforeDatasetsDraw({ ctx, chartArea, scales: { x, y } }) {
      const from = actual.at(-1) ?? history.at(-1);
      if (!forecasts.length || !x || !y) return;
      ctx.save();
      ctx.beginPath();
      ctx.rect(chartArea.left, chartArea.top, chartArea.width, chartArea.height);
      ctx.clip();
      for (const [low, high, share] of bands) {
        const edge = (pick: (f: Forecast) => number) =>
          forecasts.map((f) => [x.getPixelForValue(f.day), y.getPixelForValue(pick(f))] as const);
        const start = from ? [[x.getPixelForValue(from.day), y.getPixelForValue(from.value)] as const] : [];
        ctx.beginPath();
        for (const [px, py] of [...start, ...edge(high), ...edge(low).reverse()]) ctx.lineTo(px, py);
        ctx.closePath();
        ctx.fillStyle = fade(ink.accent, share);
        ctx.fill();
      }
      ctx.restore();
    },
  };
}

/** A small padlock whose body's middle is at the given place. */
function padlock(ctx: CanvasRenderingContext2D, x: number, y: number, colour: string): void {
  ctx.fillStyle = ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.arc(x, y - 4, 3, Math.PI, 0);
  ctx.stroke();
  ctx.fillRect(x - 4.5, y - 4, 9, 7);
}

/** Vertical lines: the start of the key result, today, revisions, where limits were locked; and numbered notes on the axis. */
export function markers(picture: DriftPicture, ink: DriftInk, words: DriftWords): Plugin<'line'> {
  return {
    id: 'markers',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea, scales } = chart;
      const x = scales['x'];
      if (!x) return;
      const vertical = (day: number, colour: string, dashes: number[] = []) => {
        const at = Math.round(x.getPixelForValue(day)) + 0.5;
        ctx.beginPath();
        ctx.setLineDash(dashes);
        ctx.strokeStyle = colour;
        ctx.lineWidth = 1;
        ctx.moveTo(at, chartArea.top);
        ctx.lineTo(at, chartArea.bottom);
        ctx.stroke();
        ctx.setLineDash([]);
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
      if (picture.lockedOn !== null && picture.lockedOn >= x.min && picture.lockedOn <= picture.today) {
        const at = vertical(picture.lockedOn, ink.ink3, [6, 3]);
        padlock(ctx, at, chartArea.top - 7, ink.ink2);
        ctx.fillStyle = ink.ink3;
        const fits = at - chartArea.left > 60;
        ctx.textAlign = fits ? 'right' : 'left';
        ctx.fillText(words.locked, at + (fits ? -8 : 8), chartArea.top - 8);
      }
      for (const note of picture.notes) {
        if (note.day < x.min || note.day > x.max) continue;
        if (note.kind === 'revision') vertical(note.day, ink.ink3, [1, 3]);
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
