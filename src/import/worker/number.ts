import { readClock } from './clock.ts';
import { plainNumber } from './plain-number.ts';
import { readDigits, type DecimalEvidence } from './read-digits.ts';
import { currencyOf, parseUnit, type Unit } from './unit.ts';

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
  /** ▲ or ▼ in front or behind: up and down, or a sign; the column decides. */
  readonly arrow: -1 | 0 | 1;
  /** The scale may be another one (兆): to be asked. */
  readonly open?: true;
  /** Parts of a span such as 1:30 or 0:05:30: `value` is in the first of them. */
  readonly span?: 2 | 3;
}

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
  '- -- --- —— —— / // \\ · . … ... ? * n/a na n.a. n.a n/d n.d. nd k.a. k.a n.v. s.o. nc n.c. nan nil null none (blank) #n/a tbd tba tbc 无 無 暂无 暫無 无数据 無數據 暂无数据 无资料 暂缺 缺 缺失 空 未填 未填写 不适用 不適用 不详 未统计 未統計 未公布'.split(
    ' ',
  ),
);
const LONGEST = 48;

/** True for marks that say 'no value': N/A, dashes (of an empty amount, too: $ -), 暂无, a slash. */
const isMissingMark = (text: string): boolean =>
  MISSING_MARKS.has(text.toLowerCase()) || /^[-‐-―−﹣]+ ?%?$|^\p{Sc} ?[-‐-―−﹣]+$/u.test(text);

/** Digits that name something instead of counting it: 007, numbers longer than a double can hold. */
export function isIdentifier(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length >= 16) return /^\d{16,}$/.test(trimmed) || /^\d{17}[xX]$/.test(trimmed);
  return trimmed.length > 1 && trimmed.charCodeAt(0) === 48 && /^0\d+$/.test(trimmed);
}

const LEADING_WORD = /^(\p{Sc}|[a-z]{1,3}\$|[a-z]{2,3}\.?(?=[ \d.-])|jp¥|cn¥|\p{Script=Han}{2,4})\s?/iu;
const COMPARISON = /^(≥|≤|>=|<=|>|<|~|≈|约|約)\s?/;
/** 12*, 12†, 12[1], 12(注2), 12(e): marks of notes and of estimates. */
const NOTE_MARK = / ?(?:[*†‡]+|\[[a-z\d]\]|\((?:[注註] ?\d?|[eprf]|估|预估|預估)\))$/i;

/** 1小时30分, 2分30秒, 1h30m: two units of time, the second a sixtieth (an hour: a 24th) of the first. */
const TWO_SPANS = /^(\d{1,5}) ?(天|日|d|小时|小時|h|分|分钟|分鐘|m|min) ?(\d{1,2}) ?(小时|小時|h|分|分钟|分鐘|m|min|秒|s)?$/i;
/** 3亿5000万, 1万2千. */
const TWO_SCALES = /^([\d.]{1,9}[亿億])([\d.]{1,9}[千百]?[万萬千])元?$|^([\d.]{1,9}[万萬])([\d.]{1,9}千)元?$/;

function readPair(text: string): Pick<Figure, 'value' | 'scale' | 'unit'> | null {
  const spans = TWO_SPANS.exec(text);
  if (spans) return { value: Number(spans[1]) + Number(spans[3]) / (/^(天|日|d)$/i.test(spans[2]!) ? 24 : 60), scale: 1, unit: spans[2]! };
  const scales = TWO_SCALES.exec(text);
  if (!scales) return null;
  const [large, small] = [scales[1] ?? scales[3]!, scales[2] ?? scales[4]!].map((part) => readFigure(part, '.'));
  return { value: large!.value * large!.scale + small!.value * small!.scale, scale: 1, unit: null };
}

/** What stands behind the digits; `currency` is what stands before them. Null if it is no unit. */
function readSuffix(suffix: string, currency: string | null): Unit | null {
  if (suffix === '') return { unit: currency, scale: 1 };
  if (currency && suffix.startsWith('/')) return { unit: `${currency}${suffix}`, scale: 1 };
  // 3.2w is 3.2万 in Chinese chats and shops; $2m and 2.3B are millions and billions.
  const letter = /^[bB]$/.test(suffix) ? 1e9 : suffix === 'w' ? 1e4 : currency && suffix === 'm' ? 1e6 : null;
  const unit = letter === null ? parseUnit(suffix) : { unit: null, scale: letter };
  return unit && { ...unit, unit: unit.unit === '%' ? '%' : (currency ?? unit.unit) };
}

/** Reads one cell text as a figure. `decimal` decides `1,234` and `1.250`, which nothing in themselves decides. */
export function readFigure(raw: string, decimal: '.' | ','): Figure {
  const quick = plainNumber(raw, false);
  if (!Number.isNaN(quick))
    return { value: quick, kind: 'figure', percent: false, scale: 1, unit: null, decimal: raw.includes('.') ? '.' : 'none', arrow: 0 };
  if (raw.length > LONGEST * 4) return TEXT;
  let text = raw
    // 12¹ is twelve with a note, not 121.
    .replace(/(?<=[\d%])[¹²³⁰-⁹]+\s*$/, '')
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim();
  if (text === '' || isMissingMark(text)) return MISSING;
  if (text.startsWith('#') && /^#(div\/0!|value!|ref!|name\?|num!|null!|n\/a|spill!|calc!|####*)$/i.test(text)) return ERROR;
  if (text.length > LONGEST || isIdentifier(text)) return TEXT;
  text = text.replace(/[−﹣‐‑–—]/g, '-');
  if (/\d/.test(text)) text = text.replace(NOTE_MARK, '');
  const clock = text.includes(':') ? readClock(text) : null;
  if (clock) return { ...TEXT, kind: 'figure', value: clock.value, unit: 'h', span: clock.parts };
  let negative = false;
  let arrow: -1 | 0 | 1 = 0;
  let currency: string | null = null;
  const pointed = /^[▲△↑▼▽↓]|[▲△↑▼▽↓]$/.exec(text);
  if (pointed) {
    arrow = /[▲△↑]/.test(pointed[0]) ? 1 : -1;
    text = text.replace(pointed[0], '').trim();
  }
  text = text.replace(COMPARISON, '');
  for (let pass = 0; pass < 3; pass++) {
    if (text.startsWith('(') && text.endsWith(')')) [negative, text] = [true, text.slice(1, -1).trim()];
    else if (text.startsWith('-')) [negative, text] = [!negative, text.slice(1).trim()];
    else if (text.startsWith('+')) text = text.slice(1).trim();
    const leading: RegExpExecArray | null = currency === null ? LEADING_WORD.exec(text) : null;
    currency ??= leading && currencyOf(leading[1]!);
    if (leading && currency) text = text.slice(leading[0].length).trim();
  }
  if (text.endsWith('-')) [negative, text] = [!negative, text.slice(0, -1).trim()];
  const signed = (value: number) => (negative ? -value : value);
  const pair = readPair(text);
  if (pair) return { kind: 'figure', percent: false, decimal: 'none', arrow, ...pair, value: signed(pair.value) };
  let end = 0;
  while (end < text.length && /[\d.,' ’`]/.test(text[end]!)) end++;
  const exponent = /^\d(?:\.\d+)?e[+-]?\d{1,3}$/i.test(text);
  const digits = exponent ? { value: Number(text), decimal: 'none' as const } : readDigits(text.slice(0, end).trim(), decimal);
  if (!digits) return TEXT;
  const unit = readSuffix(
    exponent
      ? ''
      : text
          .slice(end)
          .trim()
          .replace(/^\+$|\+$/, ''),
    currency,
  );
  if (!unit) return TEXT;
  return {
    value: signed(digits.value),
    kind: 'figure',
    percent: unit.unit === '%',
    scale: unit.scale,
    unit: unit.unit,
    decimal: digits.decimal,
    arrow,
    ...(unit.open ? { open: true } : {}),
  };
}
