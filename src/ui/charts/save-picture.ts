import { svgText, type Mark } from '../../picture/mark.ts';

/** Dots of a saved picture for each pixel of the drawing: sharp on today's screens and on slides. */
const SCALE = 2;
/** What browsers can paint at once: the longest side, and all dots. A very large map gets fewer dots. */
const MOST_LONG = 16_000;
const MOST_DOTS = 100_000_000;
const TRIES = 5;

/** The drawing as the text of an SVG file. */
export const svgFile = (drawing: Mark): Blob =>
  new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${svgText(drawing)}\n`], { type: 'image/svg+xml' });

function painted(image: HTMLImageElement, width: number, height: number, scale: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** The drawing as a PNG file, with the letters of this machine. Rejects where the browser cannot draw it. */
export async function pngFile(drawing: Mark): Promise<Blob> {
  const [width, height] = [Number(drawing.attributes['width']), Number(drawing.attributes['height'])];
  const url = URL.createObjectURL(svgFile(drawing));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    let scale = Math.min(SCALE, MOST_LONG / Math.max(width, height), Math.sqrt(MOST_DOTS / (width * height)));
    // Some browsers, on phones above all, can paint less than others, and say so only by painting nothing.
    for (let attempt = 0; attempt < TRIES; attempt++, scale /= 2) {
      const file = await painted(image, width, height, scale);
      if (file) return file;
    }
    throw new Error('toBlob');
  } finally {
    URL.revokeObjectURL(url);
  }
}
