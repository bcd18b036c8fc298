import { svgText, type Mark } from '../../picture/mark.ts';

/** Dots of a saved picture for each pixel of the drawing: sharp on today's screens and on slides. */
const SCALE = 2;

/** The drawing as the text of an SVG file. */
export const svgFile = (drawing: Mark): Blob =>
  new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${svgText(drawing)}\n`], { type: 'image/svg+xml' });

/** The drawing as a PNG file, with the letters of this machine. Rejects where the browser cannot draw it. */
export async function pngFile(drawing: Mark): Promise<Blob> {
  const { width, height } = drawing.attributes;
  const url = URL.createObjectURL(svgFile(drawing));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Number(width) * SCALE;
    canvas.height = Number(height) * SCALE;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('toBlob'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
