import encodeQR from 'qr';

/** A QR code as squares of one unit: its side with the quiet zone, and an SVG path over the dark ones. */
export interface QrCode {
  readonly side: number;
  readonly path: string;
}

/** Blank modules around the code that readers need (ISO/IEC 18004). */
const QUIET = 4;
/** Bytes that the largest code holds at the lowest level of correction; a page address is ASCII. */
const MOST_BYTES = 2_953;
/** Above it a code is so dense that phones need luck. */
const EASY_BYTES = 1_100;

/** Whether an address fits a QR code, and whether phones read it easily from a screen. */
export const qrSize = (length: number): 'easy' | 'dense' | 'too-long' =>
  length <= EASY_BYTES ? 'easy' : length <= MOST_BYTES ? 'dense' : 'too-long';

/** The address as a QR code, or null where it does not fit one. */
export function qrCode(address: string): QrCode | null {
  if (qrSize(address.length) === 'too-long') return null;
  // A screen has no stains: the lowest correction keeps the squares large.
  const modules = encodeQR(address, 'raw', { ecc: 'low', border: QUIET });
  const path = modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { side: modules.length, path };
}
