/** A figure in a sentence, with its place. `value` is in the unit: scale applied, percent as a fraction. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** '%', an ISO currency code, or the word as written; null where none follows. */
  readonly unit: string | null;
  /** Factor that was written (万 = 10,000), 1 where none. */
  readonly scale: number;
  /** A sign was written: a change rather than a value. */
  readonly signed: boolean;
}

const SCALES: Readonly<Record<string, number>> = {
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  百万: 1e6,
  百萬: 1e6,
  千万: 1e7,
  千萬: 1e7,
  亿: 1e8,
  億: 1e8,
  万亿: 1e12,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};
const CURRENCIES: Readonly<Record<string, string>> = {
  $: 'USD',
  usd: 'USD',
  us$: 'USD',
  dollars: 'USD',
  美元: 'USD',
  '¥': 'CNY',
  元: 'CNY',
  人民币: 'CNY',
  人民幣: 'CNY',
  rmb: 'CNY',
  cny: 'CNY',
  '€': 'EUR',
  eur: 'EUR',
  欧元: 'EUR',
  歐元: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  nt$: 'TWD',
  ntd: 'TWD',
  twd: 'TWD',
  新台币: 'TWD',
  新台幣: 'TWD',
  hk$: 'HKD',
  港元: 'HKD',
  港币: 'HKD',
  港幣: 'HKD',
};

/** Things that are counted from nothing: a goal of so many begins at 0. */
const COUNTED =
  '家 人 个 個 次 件 单 單 台 篇 场 場 名 位 项 項 户 戶 所 条 條 套 款 門 门 城 users customers clients people accounts orders leads deals stores posts articles hires sessions partners downloads signups';
/** Other units, that a level is measured in. */
const MEASURED =
  '分钟 分鐘 小时 小時 工作日 天 日 周 週 个月 個月 月 年 秒 分 倍 吨 噸 公里 ms hours hour hrs minutes minute mins min seconds seconds days day weeks week months month years points point pts x';
const COUNTED_UNITS = new Set(COUNTED.split(' '));

const alternatives = (words: Iterable<string>) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[$.*+?]/g, '\\$&'))
    .join('|');
/** A Latin word ends where no letter follows; a Han word ends anywhere. */
const whole = (words: Iterable<string>) =>
  `(?:(?:${alternatives(words)})(?![a-z])|(?:${alternatives([...words].filter((word) => /[^a-z]/.test(word)))}))`;

const FIGURE = new RegExp(
  String.raw`(?<![\p{Script=Latin}\d.#_])([+\-−])?\s?((?:nt|us|hk)?\$|[¥€£])?\s?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)` +
    String.raw`\s{0,2}(${whole(Object.keys(SCALES))})?\s{0,2}(%|个百分点|個百分點|百分点|百分點|percentage points?|percent(?![a-z])|pp(?![a-z]))?` +
    String.raw`\s{0,2}(${whole([...Object.keys(CURRENCIES), ...COUNTED_UNITS, ...MEASURED.split(' ')])})?`,
  'giu',
);

/** Whether what is counted in this unit begins at 0: pieces, people, money. Degrees, points, shares and times do not. */
export const countsFromZero = (unit: string | null): boolean =>
  unit !== null && (COUNTED_UNITS.has(unit.toLowerCase()) || Object.values(CURRENCIES).includes(unit));

/** Points of a percentage, as a unit of change: '3 个百分点'. */
export const POINTS = 'pp';

function unitOf(symbol: string | undefined, percent: string | undefined, word: string | undefined): string | null {
  if (percent) return /点|點|point|pp/i.test(percent) ? POINTS : '%';
  const written = symbol ?? word;
  return written === undefined ? null : (CURRENCIES[written.toLowerCase()] ?? written);
}

/** Scaling by a power of ten without digits that nobody wrote: 4.35 × 100 = 435. */
const exactly = (value: number) => Number(value.toPrecision(15));

/** Every figure of a half-width sentence, in order. A sign counts only where nothing stands before it: '3-5' is a range. */
export function findQuantities(sentence: string): Quantity[] {
  return [...sentence.matchAll(FIGURE)].map((match) => {
    const [written, sign, symbol, digits = '', scaleWord, percent, word] = match;
    const before = sentence.slice(0, match.index).trimEnd().slice(-1);
    const signed = sign !== undefined && !/[\d%\p{L}]/u.test(sentence.charAt(match.index - 1)) && !/[\d%]/.test(before);
    const scale = SCALES[scaleWord?.toLowerCase() ?? ''] ?? 1;
    const unit = unitOf(symbol, percent, word);
    const number = Number(digits.replaceAll(',', '')) * (signed && sign !== '+' ? -1 : 1);
    const skipped = sign !== undefined && !signed ? 1 : 0;
    return {
      start: match.index + skipped,
      end: match.index + written.trimEnd().length,
      value: exactly(unit === '%' || unit === POINTS ? (number * scale) / 100 : number * scale),
      unit,
      scale,
      signed,
    };
  });
}

/** 'From 800 to 1,200 万': the first figure takes scale and unit of the second where it has none itself. */
export function inherit(first: Quantity, second: Quantity): Quantity {
  if (first.unit !== null || first.scale !== 1) return first;
  const factor = second.scale * (second.unit === '%' ? 0.01 : 1);
  return { ...first, value: exactly(first.value * factor), unit: second.unit };
}
