import type { MeasureRole } from '../../domain/dataset.ts';
import { simplified } from './chinese.ts';
import { fold } from './cell.ts';

/** The vocabulary of KPI sheets: what words in headers, labels and sheet names say about a table. */

/** Longer texts are no headers and labels. */
const LONGEST = 200;

/** Lower case, Simplified, full-width folded: one vocabulary for all spellings. */
const plain = (text: string): string => simplified(fold(text.slice(0, LONGEST)).toLowerCase());

const TOTAL =
  /^(合计|总计|共计|总和|加总|汇总|全部|年计|(全年|全年累计|本年)(合计)?|(总|月|年|日)?平均值?|[月日年]均|均值|中位数|最[大高小低]值?|totals?|(grand|overall|sum) total|sum|gesamt|(gesamt)?summe|total g[eé]n[eé]ral|max|min|average|avg\.?|mean|median|durchschnitt|mittelwert|moyenne|ø)([:：]|\s?\(.{1,10}\))?$|^ø /;
const SUBTOTAL = /^(小计|sub[- ]?totals?|sous[- ]total|zwischensumme)[:：]?$/;
const ENDS_TOTAL = /(合计|总计)(\(.{1,6}\))?$|^(q[1-4]|h[12]|ytd|year|quarter|fy ?\d*|\d{4}) total$/;
const ENDS_SUBTOTAL = /(小计|sub[- ]?total)$|^sub[- ]?total /;

/** Whether a row label says that the row adds others up. 'Total orders' is a metric. */
export function totalKind(label: string): 'total' | 'subtotal' | null {
  const text = plain(label).replace(/\s(?=\p{Script=Han})/gu, '');
  if (text === '' || text.length > 24) return null;
  if (SUBTOTAL.test(text) || ENDS_SUBTOTAL.test(text)) return 'subtotal';
  return TOTAL.test(text) || ENDS_TOTAL.test(text) ? 'total' : null;
}

/** Labels that say 'all' and may as well be one of several: believed where the figures add up. */
export const mayBeTotal = (label: string): boolean =>
  /(^|\s)total(\s|$)|^(all|overall|group|company|global|worldwide)\b|^(全[国省市区公院校厂体部]|集团|总体|整体|大盘|总计|公司$)/.test(
    plain(label),
  );

/** Headers over sums and means of the other columns. */
export const isTotalHeader = (name: string): boolean => totalKind(name) !== null || /^(ytd|累计|年累计|q[1-4] total)$/.test(plain(name));

/** Lines under a table that explain it. */
export const isNote = (text: string): boolean =>
  /^(注|备注|说明|数据来源|资料来源|来源|口径|填表|制表|审核|统计口径|notes?|source|quelle|anmerkung|remark|\*|※|#)\s*[:：0-9一1、.*※ \p{L}]?/u.test(
    plain(text),
  );

export const isRemarkHeader = (name: string): boolean =>
  /^(备注|备考|说明|附注|原因|原因分析|点评|remarks?|notes?|comments?|bemerkung(en)?|commentaires?|remarques?)$/.test(plain(name));
export const isSerialHeader = (name: string): boolean => /^(序号|序|编号|行号|no\.?|nr\.?|#|index|s\/n)$/.test(plain(name));
export const isIdentifierHeader = (name: string): boolean =>
  /(工号|学号|身份证|证号|账号|账户|手机|电话|卡号|单号|编码|代码|邮编|邮政|条码|\bid\b|_id$|编号|phone|mobile|\btel\b|\bcode\b|\bsku\b|post(al )?code|zip|plz|telefon)/.test(
    plain(name),
  );
/** Weights of a score card measure nothing. */
export const isWeightHeader = (name: string): boolean => /^(权重|比重（权重）|weight|weighting)$/.test(plain(name));
export const isPeriodHeader = (name: string): boolean =>
  /^(日期|时间|月份|月|月度|旬|年月|年份|年度|财年|年|季度|季|半年度?|周|周次|周数|星期|期间|统计(时间|日期|周期|月份|期间)|周期|会计期间|报告期|date|day|month|week|week of|week no\.?|quarter|half|half-year|year|period|time|timestamp|fiscal (year|quarter)|会计年度|财政年度|fy|datum|tag|monat|quartal|jahr|woche|kw|mois|période|periode|trimestre|année|semaine|jour|fecha|mes|(数据|业务|所属)(日期|月份)|年月份)$/.test(
    plain(name),
  ) || /(日期|月份|年月|期间|时间|\bdate|\bmonth)$/.test(plain(name));
export const isYearHeader = (name: string): boolean =>
  /^(年|年份|年度|财年|会计年度|财政年度|year|fy|fiscal year|jahr|année)$/.test(plain(name));
export const isMonthHeader = (name: string): boolean => /^(月|月份|month|monat|mois)$/.test(plain(name));
export const isMetricHeader = (name: string): boolean =>
  /^(kpi|(考核|kpi|关键|绩效|统计|业务)?指标(名称|项)?|kpi名称|考核(项目|内容)|项目(名称)?|科目|metrics?|metric name|kpi name|measure|indicator|item|kennzahl(en)?|indicateurs?|line item|account)$/.test(
    plain(name),
  );
export const isUnitHeader = (name: string): boolean =>
  /^((计量|数据|指标)?单位|units?|unit of measure|uom|einheit|unités?)$/.test(plain(name));
export const isValueHeader = (name: string): boolean =>
  /^((指标)?数?值|数据|金额|values?|amount|figure|number|reading|result|wert|valeur|数量|完成值)$/.test(plain(name));
export const isMeasureHeader = (name: string): boolean =>
  /^(类型|类别|口径|值类型|数据类型|版本|情景|type|measure|scenario|version|kind)$/.test(plain(name));

const TARGET =
  '目标值|目標值|目标|目標|计划值|计划|計劃|計畫|預算|预算|指标值|targets?|plan(?:ned)?|budget(?:ed)?|goals?|soll|ziel|objectif|cible';
const ACTUAL = '实际完成值|实际完成|实际值|實際值|实际|實際|实绩|實績|完成值|actuals?|ist|réel|réalisé';
const WHOLE = new RegExp(`^(?:(${TARGET})|(${ACTUAL}))$`, 'i');
const AT_END = new RegExp(`^(.*?)[\\s_\\-–·:：/（(]*(?:(${TARGET})|(${ACTUAL}))[)）]?$`, 'i');
const AT_START = new RegExp(`^(?:(${TARGET})|(${ACTUAL}))[\\s_\\-–·:：/]*(.+)$`, 'i');
const IS_LATIN_WORD = /[a-z]$/i;

/** A name with its measure word taken off. `base` is '' where the name was nothing but the word. */
export interface Measured {
  readonly base: string;
  readonly measure: MeasureRole;
  /** The word stood in front (目标客户数): believe it only where another column has the same base. */
  readonly leading: boolean;
}

/** Takes 'target', 预算, 实际 … off a metric's name. Ratios such as 目标完成率 are figures of their own. */
export function takeMeasure(name: string): Measured {
  const text = name.trim();
  const none: Measured = { base: text, measure: 'value', leading: false };
  if (text.length > 80 || /率$|达成|達成|\bto (plan|target|budget)|\bvs\.? |差异|差額|偏差|variance|achievement/i.test(text)) return none;
  const whole = WHOLE.exec(fold(text));
  if (whole) return { base: '', measure: whole[1] ? 'target' : 'actual', leading: false };
  const end = AT_END.exec(text);
  if (end && end[1] && !(IS_LATIN_WORD.test(text) && !/[\s_\-–·:：/（(]/.test(text.charAt(end[1].length))))
    return { base: end[1].trim(), measure: end[2] ? 'target' : 'actual', leading: false };
  const start = AT_START.exec(text);
  if (start && (!IS_LATIN_WORD.test((start[1] ?? start[2])!) || /[\s_\-–·:：/]/.test(text.charAt((start[1] ?? start[2])!.length))))
    return { base: start[3]!.trim(), measure: start[1] ? 'target' : 'actual', leading: true };
  return none;
}

const YEAR = '全年度?|年度|本年度?|annual|yearly|full[ -]?year';
const ALL_YEAR = new RegExp(`^(?:${YEAR}|年|今年|year|fy)$`, 'i');
const YEAR_FIRST = new RegExp(`^(?:${YEAR})(?:[\\s_:-]|(?<=[\\u4e00-\\u9fff]))`, 'i');
const YEAR_LAST = new RegExp(`(?:${YEAR})\\)?$`, 'i');

/** What a target is set for, without the words that set it for the whole year (年度, annual); null where none do. */
export function takeYear(base: string): string | null {
  if (base.length > 80) return null;
  const text = fold(base).replace(/^\(|\)$/g, '');
  if (ALL_YEAR.test(text)) return '';
  const found = YEAR_FIRST.exec(text) ?? YEAR_LAST.exec(text);
  return found && (found.index === 0 ? text.slice(found[0].length) : text.slice(0, found.index)).replace(/^[\s_:(-]+|[\s_:(-]+$/g, '');
}

/** The measure that a whole sheet or cell announces ('Targets', 预算, 实际值). */
export function measureOf(text: string): MeasureRole {
  const { measure, leading, base } = takeMeasure(fold(text));
  return leading && base.length > 6 ? 'value' : measure;
}

/** 'Of each region', 'by shop' at the head of a title: what is compared, not what is measured. */
const EACH =
  /^各(?:大区|区域|地区|事业部|部门|门店|店铺|分公司|子公司|渠道|通路|产品线|产品|城市|省份|县市|班组|车间|产线|小组|团队|中心|单位|工厂|科室|班级|仓库|线路|.{1,4}?(?=[\p{Script=Han}]{3,}))的?/u;
const REPORT_WORDS =
  /(月度|季度|年度|每月|每日|每周|按月)?(统计表|一览表|明细表|汇总表|对比表|统计|对比|报表|月报|周报|日报|季报|年报|跟踪表|跟踪|责任书|表)+$/;

/** The metric that a title names: without years, brackets and words such as 统计表. */
export function metricOfTitle(title: string): string {
  let text = fold(title.slice(0, LONGEST))
    .replace(/[(（[【].*$/, '')
    .replace(/^(近?[一二三四五六七八九十\d]+年)?/, '')
    .replace(/(民国|民國)?\d{2,4}\s?(年度?)?|\bfy\s?\d{2,4}\b|\d{1,2}月份?|第?[一二三四1-4]季度|上半年|下半年|q[1-4]|h[12]/gi, ' ')
    .trim();
  // Simplified characters stand one for one: what is found in them is cut off the title as written.
  const report = REPORT_WORDS.exec(simplified(text));
  if (report) text = text.slice(0, report.index);
  text = text.slice(EACH.exec(simplified(text))?.[0].length ?? 0);
  return text.replace(/\s+/g, ' ').trim();
}
