/** '.'/',': only this reading is possible; 'either.' / 'either,': one such sign before three digits; 'none': no separator. */
export type DecimalEvidence = '.' | ',' | 'either.' | 'either,' | 'none';

/** Digits with separators as a figure, and what the separators say about the decimal sign. */
interface Digits {
  readonly value: number;
  readonly decimal: DecimalEvidence;
}

/** Blanks and apostrophes go before three digits (as thousands) or are none: 138 0013 8000 is a telephone number. */
const LOOSE_GROUPS = /^\d{1,3}(?:[ '’`]\d{3})+(?:[.,]\d*)?$/;

/** Reads digits with separators; `decimal` is the sign that the column decided on. */
export function readDigits(body: string, decimal: '.' | ','): Digits | null {
  const isLoose = /[ '’`]/.test(body);
  if (isLoose && !LOOSE_GROUPS.test(body)) return null;
  const compact = isLoose ? body.replace(/[ '’`]/g, '') : body;
  if (!/^[\d.,]+$/.test(compact) || !/\d/.test(compact)) return null;
  const dots = compact.split('.').length - 1;
  const commas = compact.split(',').length - 1;
  if (dots === 0 && commas === 0) return { value: Number(compact), decimal: 'none' };
  let sign: '.' | ',' | null;
  let evidence: DecimalEvidence;
  if (dots > 0 && commas > 0) {
    sign = compact.lastIndexOf('.') > compact.lastIndexOf(',') ? '.' : ',';
    if ((sign === '.' ? dots : commas) > 1) return null;
    evidence = sign;
  } else {
    const used = dots > 0 ? '.' : ',';
    const parts = compact.split(used);
    const grouped = parts.slice(1).every((part) => part.length === 3) && parts[0]!.length <= 3 && parts[0] !== '';
    if (parts.length > 2) {
      // 1.234.567; Indian grouping 12,34,567 keeps groups of two.
      if (!grouped && !(used === ',' && parts.at(-1)!.length === 3 && parts.slice(1, -1).every((part) => part.length === 2))) return null;
      [sign, evidence] = [null, used === '.' ? ',' : '.'];
    } else if (isLoose) [sign, evidence] = [used, used];
    else if (grouped && parts[0] !== '0') {
      [sign, evidence] = [decimal === used ? used : null, used === '.' ? 'either.' : 'either,'];
    } else [sign, evidence] = [used, used];
  }
  const plain = sign === null ? compact.replace(/[.,]/g, '') : compact.replaceAll(sign === '.' ? ',' : '.', '').replace(sign, '.');
  const value = Number(plain);
  return Number.isNaN(value) ? null : { value, decimal: evidence };
}
