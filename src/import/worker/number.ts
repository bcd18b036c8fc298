import { currencyOf, parseUnit } from './unit.ts';

/** How a text was read as a figure. */
export interface Figure {
  /** As written, sign applied; percent and scale are not. NaN for 'no value' marks. */
  readonly value: number;
  readonly kind: 'figure' | 'missing' | 'error' | 'text';
  readonly percent: boolean;
  /** Scale and unit written in the cell (万, NT$, 天); 1 and null where none is. */
  readonly scale: number;
  readonly unit: string | null;
  /** What the separators say about the decimal sign. */
  readonly decimal: DecimalEvidence;
  /** ▲ or ▼ in front: up and down, or a sign; the column decides. */
  readonly arrow: -1 | 0 | 1;
}

/** '.'/',': only this reading is possible; 'either.' / 'either,': one such sign before three digits; 'none': no separator. */
export type DecimalEvidence = '.' | ',' | 'either.' | 'either,' | 'none';

const FIXED = (kind: 'missing' | 'error' | 'text'): Figure => ({
  value: NaN,
  kind,
  percent: false,
  scale: 1,
  unit: null,
  decimal: 'none',
  arrow: 0,
});
const MISSING = FIXED('missing');
const ERROR = FIXED('error');
const TEXT = FIXED('text');

const MISSING_MARKS = new Set(
  '- -- --- — —— – ― ‐ − / // \\ · . … ... ? ？ * n/a na n.a. n.a nan nil null none #n/a tbd tba 无 無 暂无 暫無 无数据 無數據 暂无数据 无资料 缺 缺失 空 未填 未填写 不适用 不適用 未统计 未統計 未公布'.split(
    ' ',
  ),
);
const LONGEST = 48;

/** True for marks that say 'no value': N/A, dashes, 暂无, a slash. */
const isMissingMark = (text: string): boolean => MISSING_MARKS.has(text.trim().toLowerCase());

const digitsOnly = (code: number) => code >= 48 && code <= 57;

const POWERS_OF_TEN = Float64Array.from({ length: 16 }, (_, power) => 10 ** power);

/**
 * Plain ASCII figures such as -12.5, the bulk of every file; NaN if the text is anything else. 007 is a name, and 1.250 may be twelve
 * hundred and fifty: it is read only where the point is known to be the decimal sign.
 */
export function plainNumber(text: string, pointIsDecimal: boolean): number {
  const length = text.length;
  if (length === 0 || length > 15) return NaN;
  const start = text.charCodeAt(0) === 45 ? 1 : 0;
  let digits = 0;
  let point = -1;
  for (let i = start; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === 46 && point < 0 && i > start) point = i;
    else if (digitsOnly(code)) digits = digits * 10 + code - 48;
    else return NaN;
  }
  if (length === start || point === length - 1) return NaN;
  const whole = (point < 0 ? length : point) - start;
  if (whole > 1 && text.charCodeAt(start) === 48) return NaN;
  const fraction = point < 0 ? 0 : length - 1 - point;
  if (fraction === 3 && !pointIsDecimal) return NaN;
  // At most fifteen digits and a power of ten are exact, so their quotient is the nearest double, as in Number(text).
  const value = fraction === 0 ? digits : digits / POWERS_OF_TEN[fraction]!;
  return start === 1 ? -value : value;
}

/** 1,234.5 with every comma before three digits, where the decimal sign is the point. NaN if the text is anything else. */
export function groupedNumber(text: string): number {
  const length = text.length;
  if (length < 5 || length > 20) return NaN;
  const start = text.charCodeAt(0) === 45 ? 1 : 0;
  let value = 0;
  let group = 0;
  let groups = 0;
  let at = start;
  for (; at < length; at++) {
    const code = text.charCodeAt(at);
    if (digitsOnly(code)) {
      value = value * 10 + code - 48;
      if (++group > 3) return NaN;
    } else if (code === 44 && group > 0 && (groups === 0 || group === 3)) {
      groups++;
      group = 0;
    } else break;
  }
  if (groups === 0 || group !== 3 || text.charCodeAt(start) === 48) return NaN;
  if (at < length) {
    const fraction = length - at - 1;
    if (fraction === 0 || text.charCodeAt(at) !== 46) return NaN;
    let digits = value;
    for (let i = at + 1; i < length; i++) {
      const code = text.charCodeAt(i);
      if (!digitsOnly(code)) return NaN;
      digits = digits * 10 + code - 48;
    }
    // Exact up to fifteen digits, as in `plainNumber`.
    value = digits < POWERS_OF_TEN[15]! ? digits / POWERS_OF_TEN[fraction]! : Number(value + text.slice(at));
  }
  return start === 1 ? -value : value;
}

/** Digits that name something instead of counting it: 007, numbers longer than a double can hold. */
export function isIdentifier(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length >= 16) return /^\d{16,}$/.test(trimmed) || /^\d{17}[xX]$/.test(trimmed);
  return trimmed.length > 1 && trimmed.charCodeAt(0) === 48 && /^0\d+$/.test(trimmed);
}

interface Digits {
  readonly value: number;
  readonly decimal: DecimalEvidence;
}

/** Reads digits with separators; `decimal` is the sign that the column decided on. */
function readDigits(body: string, decimal: '.' | ','): Digits | null {
  const compact = body.replace(/[ '’`]/g, '');
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
    } else if (grouped && parts[0] !== '0') {
      [sign, evidence] = [decimal === used ? used : null, used === '.' ? 'either.' : 'either,'];
    } else [sign, evidence] = [used, used];
  }
  const plain = sign === null ? compact.replace(/[.,]/g, '') : compact.replaceAll(sign === '.' ? ',' : '.', '').replace(sign, '.');
  const value = Number(plain);
  return Number.isNaN(value) ? null : { value, decimal: evidence };
}

const LEADING_WORD =
  /^(?:[≥≤><~≈约約]=?\s?)?((?:nt|us|hk|cn|jp|au|ca|[sacr])?[$¥]|[€£₩₹฿₫₽]|rmb|cny|usd|eur|gbp|twd|ntd|jpy|hkd|chf|人民币|新台幣)\s?/i;

/** Reads one cell text as a figure. `decimal` decides `1,234` and `1.250`, which nothing in themselves decides. */
export function readFigure(raw: string, decimal: '.' | ','): Figure {
  const quick = plainNumber(raw, false);
  if (!Number.isNaN(quick))
    return { value: quick, kind: 'figure', percent: false, scale: 1, unit: null, decimal: raw.includes('.') ? '.' : 'none', arrow: 0 };
  if (raw.length > LONGEST * 4) return TEXT;
  let text = raw
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim();
  if (text === '' || isMissingMark(text)) return MISSING;
  if (text.startsWith('#') && /^#(div\/0!|value!|ref!|name\?|num!|null!|n\/a|spill!|calc!|####*)$/i.test(text)) return ERROR;
  if (text.length > LONGEST || isIdentifier(text)) return TEXT;
  text = text.replace(/[−﹣‐‑–—]/g, '-');
  let negative = false;
  let arrow: -1 | 0 | 1 = 0;
  let currency: string | null = null;
  if (/^[▲△↑▼▽↓]/.test(text)) {
    arrow = /^[▲△↑]/.test(text) ? 1 : -1;
    text = text.slice(1).trim();
  }
  if (text.startsWith('(') && text.endsWith(')')) [negative, text] = [true, text.slice(1, -1).trim()];
  text = text.replace(/^(≥|≤|>=|<=|>|<|~|≈|约|約)\s?/, '');
  for (let pass = 0; pass < 2; pass++) {
    if (text.startsWith('-')) [negative, text] = [!negative, text.slice(1).trim()];
    else if (text.startsWith('+')) text = text.slice(1).trim();
    const leading = pass === 0 ? LEADING_WORD.exec(text) : null;
    if (leading) {
      currency = currencyOf(leading[1]!);
      text = text.slice(leading[0].length).trim();
    }
  }
  if (text.endsWith('-')) [negative, text] = [!negative, text.slice(0, -1).trim()];
  let end = 0;
  while (end < text.length && /[\d.,' ’`]/.test(text[end]!)) end++;
  const exponent = /^\d(?:\.\d+)?e[+-]?\d{1,3}$/i.test(text);
  const digits = exponent ? { value: Number(text), decimal: 'none' as const } : readDigits(text.slice(0, end).trim(), decimal);
  if (!digits) return TEXT;
  const suffix = exponent ? '' : text.slice(end).trim();
  const unit =
    suffix === ''
      ? null
      : (parseUnit(suffix) ??
        (/^[kKmMbB]$/.test(suffix) ? { unit: null, scale: { k: 1e3, m: 1e6, b: 1e9 }[suffix.toLowerCase()]! } : null));
  if (suffix !== '' && !unit) return TEXT;
  const percent = unit?.unit === '%';
  return {
    value: negative ? -digits.value : digits.value,
    kind: 'figure',
    percent,
    scale: unit?.scale ?? 1,
    unit: percent ? '%' : (currency ?? unit?.unit ?? null),
    decimal: digits.decimal,
    arrow,
  };
}
