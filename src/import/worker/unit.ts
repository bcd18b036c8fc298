import { fold } from './cell.ts';

/** A unit as written: what to multiply the figure by, and what it then counts. '%' is held as fractions (scale 0.01 is applied by the reader of figures). */
export interface Unit {
  /** '%', an ISO currency code, the word in the file; null for a bare scale such as 万. */
  readonly unit: string | null;
  readonly scale: number;
}

const CURRENCIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    CNY: '元 人民币 人民幣 rmb cny ¥ cn¥ 圆 块',
    TWD: 'nt$ ntd twd 新台幣 新臺幣 新台币 台幣 台币 臺幣 新台幣元 新臺幣元',
    USD: '$ us$ usd 美元 美金 dollars',
    EUR: '€ eur 欧元 歐元 euro euros',
    GBP: '£ gbp 英镑 英鎊',
    JPY: 'jpy jp¥ 日元 日圆 日圓 円',
    HKD: 'hk$ hkd 港币 港幣 港元',
    KRW: '₩ krw 韩元 韓元',
    SGD: 's$ sgd 新加坡元 新元',
    CHF: 'chf 瑞士法郎',
    AUD: 'a$ au$ aud 澳元',
    CAD: 'c$ ca$ cad 加元',
    INR: '₹ inr rs',
    MOP: 'mop mop$ 澳门元 澳門元',
    MYR: 'rm myr 马币',
    THB: '฿ thb 泰铢 泰銖',
    VND: '₫ vnd 越南盾',
    RUB: '₽ rub',
    BRL: 'r$ brl',
    SEK: 'sek',
    NOK: 'nok',
    DKK: 'dkk',
    PLN: 'pln zł',
  }).flatMap(([code, words]) => words.split(' ').map((word): [string, string] => [word, code])),
);

const SCALES: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['萬億', 1e12],
  ['十亿', 1e9],
  ['十億', 1e9],
  ['千万', 1e7],
  ['千萬', 1e7],
  ['百万', 1e6],
  ['百萬', 1e6],
  ['十万', 1e5],
  ['亿', 1e8],
  ['億', 1e8],
  ['万', 1e4],
  ['萬', 1e4],
  ['千', 1e3],
  ['仟', 1e3],
  ['thousands', 1e3],
  ['thousand', 1e3],
  ["'000", 1e3],
  ['000s', 1e3],
  ['millions', 1e6],
  ['million', 1e6],
  ['mio', 1e6],
  ['mln', 1e6],
  ['mn', 1e6],
  ['billions', 1e9],
  ['billion', 1e9],
  ['bn', 1e9],
  ['tsd', 1e3],
];

/** Words that begin like a scale and are units of their own. */
const NOT_SCALED = /^(千克|千米|千瓦|千卡|千帕|千伏|千字)/;

const UNIT_WORDS = new Set(
  (
    '个 個 件 台 臺 套 次 人 人次 单 單 笔 筆 家 户 戶 天 日 周 月 年 小时 小時 时 分 分钟 分鐘 秒 毫秒 吨 噸 千克 公斤 克 斤 米 公里 千米 平方米 平米 ㎡ m² m2 立方米 升 度 千瓦时 千瓦時 千瓦 ' +
    '辆 輛 只 隻 张 張 份 篇 条 條 项 項 名 位 通 起 例 场 場 批 批次 箱 包 瓶 盒 间 間 倍 分值 点 點 pp ppt 百分点 个百分点 個百分點 bp bps kg g t mg km m cm mm l ml kwh mwh gwh kw mw w mb gb tb ms s sec secs seconds ' +
    'min mins minutes h hr hrs hour hours d day days week weeks month months year years pcs pc piece pieces units unit items item people persons headcount fte ftes orders order times visits users user customers tickets ' +
    'calls points pts score tons tonnes tonne x stück stk std tage pers ea sets cases clicks sessions sites seats 工时 工時 人天 人日 人月 台次 车次 車次 班次 人时 頁 页 部 艘 架 棵 亩 畝 公顷 平方公里 卷 桶 根 支 双 雙 对 對 册 冊 课时 学时 店 门店'
  ).split(' '),
);

/** Currency named by a symbol, a code or a word, in any case; null if it is none. */
export const currencyOf = (text: string): string | null => CURRENCIES.get(text.trim().toLowerCase()) ?? null;

function plainUnit(text: string): string | null {
  const currency = currencyOf(text);
  if (currency) return currency;
  return UNIT_WORDS.has(text.toLowerCase()) ? text : null;
}

/** k, K and the German T are thousands, m and M millions: beside a currency only. */
const isScaleLetter = (text: string) => /^[kKTmM]$/.test(text);
const letterScale = (letter: string) => (letter.toLowerCase() === 'm' ? 1e6 : 1e3);

function scaled(text: string): Unit | null {
  const lower = text.toLowerCase();
  if (NOT_SCALED.test(text)) return null;
  for (const [word, scale] of SCALES) {
    if (lower === word) return { unit: null, scale };
    if (lower.startsWith(word)) {
      const rest = parseUnit(text.slice(word.length).replace(/^ ?(of )?/, ''));
      if (rest && rest.unit !== '%') return { unit: rest.unit, scale: scale * rest.scale };
    }
    // 'EUR million', '新台幣千元', '€ bn': the currency goes before its scale.
    if (lower.endsWith(word) || lower.endsWith(`${word}元`)) {
      const before = text.slice(0, lower.lastIndexOf(word)).trim();
      const currency = currencyOf(before);
      if (currency) return { unit: currency, scale };
    }
  }
  // A bare k or M is a scale; before or after a currency, too. 'm' alone is metres.
  if (/^[kK]$/.test(text) || text === 'M') return { unit: null, scale: letterScale(text) };
  const [first, last] = [text.slice(0, 1), text.slice(-1)];
  if (text.length > 1 && isScaleLetter(first) && currencyOf(text.slice(1)))
    return { unit: currencyOf(text.slice(1)), scale: letterScale(first) };
  if (text.length > 1 && isScaleLetter(last) && currencyOf(text.slice(0, -1)))
    return { unit: currencyOf(text.slice(0, -1)), scale: letterScale(last) };
  return null;
}

/** Reads a unit such as 万元, %, k€, 新台幣千元, 件, 万千瓦时, 小时/人; null if the text is no unit. */
export function parseUnit(raw: string): Unit | null {
  const text = fold(raw).replace(/^(?:(?:单位|單位|unit)\s*:\s*|in )/i, '');
  if (text === '' || text.length > 24) return null;
  if (text === '%' || /^(percent|per cent|pct|百分比|百分率)$/i.test(text)) return { unit: '%', scale: 1 };
  if (text === '‰' || text === '千分比') return { unit: '%', scale: 0.1 };
  const slash = text.search(/[/／]/);
  if (slash > 0) {
    const numerator = parseUnit(text.slice(0, slash));
    if (!numerator || numerator.unit === '%') return null;
    return { unit: `${numerator.unit ?? ''}/${text.slice(slash + 1).trim()}`, scale: numerator.scale };
  }
  const plain = plainUnit(text);
  if (plain) return { unit: plain, scale: 1 };
  return scaled(text);
}

/** What a column of units says: any word will do there. */
export function unitOfText(raw: string): Unit | null {
  const text = fold(raw);
  return text === '' || /^[-—–/]+$/.test(text) ? null : (parseUnit(text) ?? { unit: text, scale: 1 });
}

/** A header taken apart: the name without the unit in brackets or behind a separator. */
export interface NamedUnit {
  readonly name: string;
  readonly unit: Unit | null;
}

/** Splits `实际\n(万元)`, `MRR (US$)`, `Logo churn %` into name and unit; brackets that hold no unit stay in the name. */
export function splitUnit(raw: string): NamedUnit {
  const text = raw.replace(/\s+/g, ' ').trim();
  const open = Math.max(text.lastIndexOf('('), text.lastIndexOf('（'), text.lastIndexOf('['), text.lastIndexOf('【'));
  if (open >= 0 && /[)）\]】]$/.test(text)) {
    const unit = parseUnit(text.slice(open + 1, -1));
    const name = text.slice(0, open).trim();
    if (unit && (name !== '' || unit.unit !== null)) return { name, unit };
    const inside = fold(text.slice(open + 1, -1));
    // An unknown word of one or two characters in brackets is a unit of its own: （桶）, （批）.
    if (
      name !== '' &&
      /^[\p{Script=Han}]{1,2}$/u.test(inside) &&
      !/[税前后計计含比]|当月|累计|累計|目标|实际|计划|预算|期末|本期|上年|去年/.test(inside)
    )
      return { name, unit: { unit: inside, scale: 1 } };
    return { name: text, unit: null };
  }
  const tail = /^(.*\S)(?:\s+|\s*[,，:：_-]\s*)(\S{1,8})$/.exec(text.length <= 80 ? text : '');
  if (/[^\s]\s?[%％]$/.test(text))
    return {
      name: text
        .slice(0, -1)
        .replace(/\s+in\s*$/i, '')
        .trim(),
      unit: { unit: '%', scale: 1 },
    };
  if (tail && (/[%$€£¥万亿萬億元]/.test(tail[2]!) || (/^[A-Z]{3}$/.test(tail[2]!) && currencyOf(tail[2]!)))) {
    const unit = parseUnit(tail[2]!);
    if (unit) return { name: tail[1]!.replace(/[\s,，:：_-]+$/, ''), unit };
  }
  return { name: text, unit: null };
}

/** The unit that a title or a note announces: `单位：万元`, `(in EUR million)`. */
export function announcedUnit(line: string): Unit | null {
  const text = fold(line);
  const at = /(?:单位|單位|unit|units|货币单位|金额单位)\s*[:：]\s*([^,，;；)）\]】 ]{1,12})/i.exec(text);
  if (at) return parseUnit(at[1]!);
  const inBrackets = /\((?:in )?([^()]{1,16})\)\s*$/i.exec(text);
  return inBrackets ? parseUnit(inBrackets[1]!) : null;
}
