import { fold } from './cell.ts';
import { simplified } from './chinese.ts';

/** A unit as written: what to multiply the figure by, and what it then counts. '%' is held as fractions (scale 0.01 is applied by the reader of figures). */
export interface Unit {
  /** '%', an ISO currency code, the word in the file; null for a bare scale such as 万. */
  readonly unit: string | null;
  readonly scale: number;
  /** 兆 is a trillion in Taipei and may be a million elsewhere: believed, and asked. */
  readonly open?: true;
}

/** Words are Simplified, in lower case and without blanks and full stops: so are the texts that are looked up. */
const words = (lists: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(lists).flatMap(([key, list]) => list.split(' ').map((word): [string, string] => [word, key])));

const CURRENCIES = words({
  CNY: '元 人民币 rmb cny ¥ cn¥ 圆 块',
  TWD: 'nt$ nt ntd twd 新台币 台币',
  USD: '$ us$ usd 美元 美金 dollar dollars usdollar usdollars',
  EUR: '€ eur 欧元 euro euros',
  GBP: '£ gbp 英镑',
  JPY: 'jpy jp¥ 日元 日圆 円',
  HKD: 'hk$ hkd 港币 港元',
  KRW: '₩ krw 韩元',
  SGD: 's$ sgd 新加坡元 新元',
  CHF: 'chf fr sfr 瑞士法郎',
  AUD: 'a$ au$ aud 澳元',
  CAD: 'c$ ca$ cad 加元',
  INR: '₹ inr rs',
  MOP: 'mop mop$ 澳门元',
  MYR: 'rm myr 马币',
  THB: '฿ thb 泰铢',
  VND: '₫ vnd 越南盾',
  RUB: '₽ rub',
  BRL: 'r$ brl',
  SEK: 'sek',
  NOK: 'nok',
  DKK: 'dkk',
  PLN: 'pln zł',
});

/** Longer words before those that they begin with. */
const SCALES = [
  ...words({
    1e12: '万亿 兆 trillion tn',
    1e9: '十亿 billions billion bn mrd milliarden milliards mds',
    1e8: '亿',
    1e7: '千万 crores crore',
    1e6: '百万 millions million millionen mio mln mn mm',
    1e5: '十万 lakhs lakh',
    1e4: '万',
    1e3: "千 仟 thousands thousand tausend tsd milliers '000 000s 000",
  }),
]
  .map(([word, scale]): [string, number] => [word, Number(scale)])
  .sort(([a], [b]) => b.length - a.length);

/** Words that begin like a scale and are units of their own. */
const NOT_SCALED = /^千(克|米|瓦|卡|帕|伏|字)/;

/** English words stand here without their plural s. */
const UNIT_WORDS = new Set(
  (
    '个 件 台 套 次 人 人次 单 笔 家 户 天 日 周 月 年 小时 时 分 分钟 秒 毫秒 吨 千克 公斤 克 斤 米 厘米 毫米 公里 千米 平方米 平米 立方米 立方 方 m² m2 m³ m3 升 毫升 度 ℃ °c 千瓦时 千瓦 ' +
    '辆 只 张 份 篇 条 项 名 位 通 起 例 场 批 批次 箱 包 袋 盒 瓶 罐 片 粒 支 间 倍 分值 点 星 级 pp ppt 百分点 个百分点 bp bps ppm dppm dpmo kg g t mg km m cm mm l ml kwh mwh gwh kw mw w mb gb tb teu ' +
    'ms s sec secs second min mins minute h hr hrs hour d day week month year pc pcs piece unit item people person pers headcount staff employee fte ftes order time visit user customer client ticket call point pts score ton tonne ' +
    'x stück stk std stunden tage wochen monate minuten mitarbeiter kunden heures jours unités pièces ea set case click session site seat shop store bug issue incident defect error request lead deal account license licence install ' +
    'download booking bed patient student pupil class lesson truck trip shipment parcel package pallet container line page event star manday manhour personday personhour bedday roomnight kr tco2e tco2 kgco2e kgco2 tce ' +
    '工时 工日 工作日 人天 人日 人月 人时 床 床日 间夜 台次 车次 车 班次 班 航次 柜 票 托 托盘 页 字 行 部 艘 架 棵 亩 公顷 平方公里 卷 桶 根 双 对 册 课时 学时 店 门店 座 席 桌 组 队 吨标煤 吨标准煤 头'
  ).split(' '),
);

const keyOf = (text: string): string =>
  simplified(text)
    .toLowerCase()
    .replace(/[\s.]|-(?=[a-z])/g, '');

/** Currency named by a symbol, a code or a word, in any case; null if it is none. */
export function currencyOf(text: string): string | null {
  const key = keyOf(text);
  return CURRENCIES.get(key) ?? (key.endsWith('元') ? CURRENCIES.get(key.slice(0, -1)) : undefined) ?? null;
}

function plainUnit(text: string): string | null {
  const currency = currencyOf(text);
  if (currency) return currency;
  const key = keyOf(text);
  // M is a million, m a metre.
  return text !== 'M' && (UNIT_WORDS.has(key) || (key.length > 3 && key.endsWith('s') && UNIT_WORDS.has(key.slice(0, -1)))) ? text : null;
}

const LETTERS: Readonly<Record<string, number>> = { k: 1e3, t: 1e3, m: 1e6, b: 1e9 };
/** k, K and the German T are thousands, m and M millions, b and B billions: beside a currency only. */
const letterScale = (letter: string): number | undefined => LETTERS[letter.toLowerCase()];

/** k€, EURm, M$: a letter before or behind a currency. */
function lettered(text: string): Unit | null {
  for (const [letter, rest] of [
    [text.slice(0, 1), text.slice(1)],
    [text.slice(-1), text.slice(0, -1)],
  ] as const) {
    const scale = letterScale(letter);
    const unit = scale === undefined ? null : currencyOf(rest);
    if (unit) return { unit, scale: scale! };
  }
  return null;
}

function scaled(text: string): Unit | null {
  const lower = simplified(text).toLowerCase();
  if (NOT_SCALED.test(lower)) return null;
  for (const [word, scale] of SCALES) {
    const open = word === '兆' ? ({ open: true } as const) : {};
    if (lower === word) return { unit: null, scale, ...open };
    if (lower.startsWith(word)) {
      const rest = parseUnit(text.slice(word.length).replace(/^ ?(of |d'|de )?/i, ''));
      if (rest && rest.unit !== '%') return { unit: rest.unit, scale: scale * rest.scale, ...open };
    }
    // 'EUR million', '新台幣千元', '€ bn': the currency goes before its scale.
    if (lower.endsWith(word) || lower.endsWith(`${word}元`)) {
      const unit = currencyOf(text.slice(0, lower.lastIndexOf(word)).replace(/ in $/i, ''));
      if (unit) return { unit, scale, ...(unit === 'TWD' ? {} : open) };
    }
  }
  // A bare k or M is a scale, before a blank or a Chinese word, too.
  const letter = /^([kKM])(?: |(?=\p{Script=Han})|$)(.*)$/u.exec(text);
  if (letter) {
    const rest = letter[2] === '' ? { unit: null } : parseUnit(letter[2]!);
    if (rest) return { unit: rest.unit, scale: letterScale(letter[1]!)! };
  }
  return lettered(text);
}

/** Reads a unit such as 万元, %, k€, 新台幣千元, 件, 万千瓦时, 小时/人; null if the text is no unit. */
export function parseUnit(raw: string): Unit | null {
  const text = fold(raw)
    .replace(/^(?:(?:金额|货币|計價)?(?:单位|單位|unit)\s*:\s*|in )/i, '')
    .replace(/\.(?= |$)/g, '');
  if (text === '' || text.length > 24) return null;
  if (text === '%' || /^(percent|per cent|pct|prozent|百分比|百分率)$/i.test(text)) return { unit: '%', scale: 1 };
  // How spans are written: the first part counts hours or minutes.
  const span = /^(?:(h{1,2}|小?[时時])|(m{1,2}|分[钟鐘]?))[:：](?:m{1,2}|分[钟鐘]?|s{1,2}|秒[钟鐘]?)(?:[:：](?:s{1,2}|秒[钟鐘]?))?$/i.exec(
    text,
  );
  if (span) return { unit: 'h', scale: span[1] ? 1 : 1 / 60 };
  if (text === '‰' || text === '千分比') return { unit: '%', scale: 0.1 };
  const slash = text.search(/[/／]/);
  if (slash > 0) {
    const numerator = parseUnit(text.slice(0, slash));
    if (!numerator || numerator.unit === '%') return null;
    return { ...numerator, unit: `${numerator.unit ?? ''}/${text.slice(slash + 1).trim()}` };
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

/** One Chinese character in brackets that says which of several, not what is counted. */
const NO_UNIT = /[税前后計计含比男女新老旧内内外上下左右东东西南北中大小一二三四五六七八九十甲乙丙丁总合净毛]/;

/** 万元, 含税 or 'RMB, mn': brackets that hold a unit and something else. The rest stays in the name. */
function unitInBrackets(inside: string): { unit: Unit; rest: string } | null {
  const whole = parseUnit(inside) ?? parseUnit(inside.replace(/,/g, ' '));
  if (whole) return { unit: whole, rest: '' };
  const parts = inside.split(/[,;、]/);
  const units = parts.map(parseUnit);
  const at = units.findIndex((unit) => unit !== null);
  return parts.length > 1 && at >= 0
    ? {
        unit: units[at]!,
        rest: parts
          .filter((_, i) => i !== at)
          .join(',')
          .trim(),
      }
    : null;
}

/** Units that may follow a name without brackets: behind a comma any, behind a slash amounts, behind a blank those that are no words. */
function unitBehind(text: string): NamedUnit | null {
  if (text.length > 80) return null;
  const before = /^[%％]\s*(\p{L}.*)$/u.exec(text);
  if (before) return { name: before[1]!, unit: { unit: '%', scale: 1 } };
  const percent = /^(.*\S?[^\s(])\s?[%％]$/.exec(text);
  if (percent) return { name: percent[1]!.replace(/[\s,，:：_/-]+$|\s+(in|en)\s*$/gi, '').trim(), unit: { unit: '%', scale: 1 } };
  const tail =
    /^(.*\S)\s*[,，:：_/／-]\s*(\S{1,8}|\S+ \S{1,8})$/.exec(text) ??
    /^(.*\S)\s(?:in|en) (\S.{0,16})$/i.exec(text) ??
    /^(.*\S)\s+(\S{1,8})$/.exec(text);
  if (!tail) return null;
  const unit = parseUnit(tail[2]!);
  if (!unit || parseUnit(tail[1]!)) return null;
  const isAmount = unit.unit === null ? unit.scale > 1 && !/^[a-z]$/i.test(tail[2]!) : /^[A-Z]{3}$/.test(unit.unit);
  const isShort = /^([kMG]?Wh?|kg|km|ms|pcs|fte|°C|℃)$/i.test(tail[2]!);
  const isSaid = /[,，:：]\s*$|\s(in|en) $/i.test(text.slice(0, -tail[2]!.length));
  // 'Sales Rs' and 'Net sales t' may be abbreviations of something else.
  const isPlainWord = /^[a-z]{1,2}$/i.test(tail[2]!) && !isShort && !isSaid;
  return (isAmount || isShort || isSaid) && !isPlainWord ? { name: tail[1]!.replace(/[\s,，:：_/-]+$/, ''), unit } : null;
}

/** Splits `实际\n(万元)`, `MRR (US$)`, `Logo churn %` into name and unit; brackets that hold no unit stay in the name. */
export function splitUnit(raw: string): NamedUnit {
  const text = raw.replace(/\s+/g, ' ').trim();
  const open = Math.max(text.lastIndexOf('('), text.lastIndexOf('（'), text.lastIndexOf('['), text.lastIndexOf('【'));
  if (open < 0 || !/[)）\]】]$/.test(text)) return unitBehind(text) ?? { name: text, unit: null };
  const inside = fold(text.slice(open + 1, -1));
  const name = text.slice(0, open).trim();
  const found = unitInBrackets(inside);
  if (found && found.rest !== '' && name !== '') return { name: `${name}(${found.rest})`, unit: found.unit };
  if (found?.rest === '' && (name !== '' || found.unit.unit !== null)) return { name, unit: found.unit };
  // An unknown character in brackets is a unit of its own: （摞）, （垛）.
  if (name !== '' && /^\p{Script=Han}$/u.test(inside) && !NO_UNIT.test(inside)) return { name, unit: { unit: inside, scale: 1 } };
  return { name: text, unit: null };
}

/** The longest beginning of a text that is a unit: 人民币 万元, 万元 比率除外. */
function leadingUnit(text: string): Unit | null {
  const parts = text.trim().split(' ');
  for (let length = Math.min(parts.length, 4); length > 0; length--) {
    const unit = parseUnit(parts.slice(0, length).join(' '));
    if (unit) return unit;
  }
  return null;
}

/** The unit that a title or a note announces: `单位：万元`, `(in EUR million)`, `Angaben in T€`. */
export function announcedUnit(line: string): Unit | null {
  const text = fold(line).slice(0, 200);
  // 数量单位：件；金额单位：万元 — money is what has scales.
  const at =
    /(?:货币|貨幣|金额|金額)(?:单位|單位)\s*[:：]?\s*([^,，;；、()（）\]】]{1,24})/.exec(text) ??
    /(?:单位|單位|\bunits?)\s*(?:[:：]| (?=\p{Script=Han}))\s*([^,，;；、()（）\]】]{1,24})/iu.exec(text);
  if (at) return leadingUnit(at[1]!);
  const inBrackets = /\((?:in )?([^()]{1,24})\)\s*$/i.exec(text);
  const bracketed = inBrackets && parseUnit(inBrackets[1]!);
  if (bracketed) return bracketed;
  const said = /\b(?:in|en) ([^()]{1,30}?)\.?$/i.exec(text);
  const unit = said && parseUnit(said[1]!);
  return unit && (unit.scale !== 1 || /^[A-Z]{3}$/.test(unit.unit ?? '')) ? unit : null;
}
