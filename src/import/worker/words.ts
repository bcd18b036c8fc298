import type { MeasureRole } from '../../domain/dataset.ts';
import { fold } from './cell.ts';

/** The vocabulary of KPI sheets: what words in headers, labels and sheet names say about a table. */

const TOTAL =
  /^(合计|总计|總計|合計|共计|共計|总和|總和|汇总|彙總|全部|全年|全年合计|全年累计|年度合计|年合计|季度合计|total|totals|grand total|sum|overall total|gesamt|summe|平均|平均值|均值|月均|最大|最大值|最小|最小值|最高|最低|max|min|average|avg\.?|mean)[:：]?$/i;
const SUBTOTAL = /^(小计|小計|subtotal|sub-total|sub total|zwischensumme)[:：]?$/i;
const ENDS_TOTAL = /(合计|总计|總計|合計)$/;
const ENDS_SUBTOTAL = /(小计|小計|subtotal)$/i;

/** Whether a row label says that the row adds others up. */
export function totalKind(label: string): 'total' | 'subtotal' | null {
  const text = fold(label).replace(/\s(?=\p{Script=Han})/gu, '');
  if (text === '' || text.length > 24) return null;
  if (SUBTOTAL.test(text) || ENDS_SUBTOTAL.test(text)) return 'subtotal';
  return TOTAL.test(text) || ENDS_TOTAL.test(text) || /^total\b/i.test(text) ? 'total' : null;
}

/** Headers over sums and means of the other columns. */
export const isTotalHeader = (name: string): boolean =>
  totalKind(name) !== null || /^(ytd|累计|累計|全年|年累计|q[1-4] total)$/i.test(fold(name));

/** Lines under a table that explain it. */
export const isNote = (text: string): boolean =>
  /^(注|註|备注|備註|说明|說明|数据来源|數據來源|资料来源|資料來源|来源|填表|制表|审核|统计口径|note|notes|source|remark|\*|※|#)\s*[:：0-9一1、.*※ \p{L}]?/iu.test(
    fold(text),
  );

export const isRemarkHeader = (name: string): boolean =>
  /^(备注|備註|备考|说明|說明|附注|原因|原因分析|点评|remarks?|notes?|comments?|bemerkung(en)?)$/i.test(fold(name));
export const isSerialHeader = (name: string): boolean => /^(序号|序號|序|编号|編號|行号|no\.?|nr\.?|#|index|s\/n)$/i.test(fold(name));
export const isIdentifierHeader = (name: string): boolean =>
  /(工号|工號|学号|身份证|身份證|证号|账号|帳號|手机号|电话|電話|卡号|单号|订单号|编码|代码|代碼|編碼|邮编|\bid\b|_id$|编号|phone|\bcode\b|\bsku\b|postcode|zip)/i.test(
    fold(name),
  );
/** Weights of a score card measure nothing. */
export const isWeightHeader = (name: string): boolean => /^(权重|權重|比重（权重）|weight|weighting)$/i.test(fold(name));
export const isPeriodHeader = (name: string): boolean =>
  /^(日期|时间|時間|月份|月|年月|年份|年度|年|季度|季|周|周次|週次|星期|期间|期間|统计(时间|日期|周期|月份|期间)|周期|會計期間|会计期间|报告期|date|day|month|week|week of|quarter|year|period|time|fiscal (year|quarter)|datum|monat|jahr|woche|mois|période|periode|année|semaine|fecha|mes|数据日期|業務日期|业务日期|所属月份|年月份)$/i.test(
    fold(name),
  ) || /(日期|月份|年月|期间|时间)$/.test(fold(name));
export const isYearHeader = (name: string): boolean => /^(年|年份|年度|year|fy|fiscal year|jahr|année)$/i.test(fold(name));
export const isMonthHeader = (name: string): boolean => /^(月|月份|month|monat|mois)$/i.test(fold(name));
export const isMetricHeader = (name: string): boolean =>
  /^(kpi|指标|指標|指标名称|指標名稱|kpi名称|kpi名稱|kpi指标|考核指标|考核项目|项目|項目|项目名称|科目|指标项|metric|metrics|metric name|kpi name|measure|indicator|item|kennzahl|indicateur|line item)$/i.test(
    fold(name),
  );
export const isUnitHeader = (name: string): boolean => /^(单位|單位|计量单位|計量單位|unit|units|uom|einheit|unité)$/i.test(fold(name));
export const isValueHeader = (name: string): boolean =>
  /^(数值|數值|值|数据|金额|value|values|amount|figure|number|reading|wert|valeur|数量|完成值|指标值)$/i.test(fold(name));
export const isMeasureHeader = (name: string): boolean =>
  /^(类型|類型|口径|值类型|数据类型|版本|情景|type|measure|scenario|version|kind)$/i.test(fold(name));

const TARGET = '目标值|目標值|目标|目標|计划值|计划|計劃|預算|预算|targets?|plan(?:ned)?|budget(?:ed)?|goals?|soll';
const ACTUAL = '实际完成值|实际完成|实际值|實際值|实际|實際|实绩|實績|完成值|actuals?|ist';
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

/** The measure that a whole sheet or cell announces ('Targets', 预算, 实际值). */
export function measureOf(text: string): MeasureRole {
  const { measure, leading, base } = takeMeasure(fold(text));
  return leading && base.length > 6 ? 'value' : measure;
}

/** 'Of each region', 'by shop' at the head of a title: what is compared, not what is measured. */
const EACH =
  /^各(?:大区|大區|区域|區域|地区|地區|事业部|事業部|部门|部門|门店|門市|店铺|分公司|子公司|渠道|通路|产品线|產品線|产品|產品|城市|省份|县市|縣市|班组|车间|車間|产线|產線|小组|小組|团队|團隊|中心|单位|單位|工厂|工廠|[\p{Script=Han}]{1,4}?(?=[\p{Script=Han}]{3,}))的?/u;

/** The metric that a title names: without years, brackets and words such as 统计表. */
export function metricOfTitle(title: string): string {
  return fold(title)
    .replace(/[(（[【].*$/, '')
    .replace(/^(近?[一二三四五六七八九十\d]+年)?/, '')
    .replace(/(民国|民國)?\d{2,4}\s?(年度?)?|\bfy\s?\d{2,4}\b|\d{1,2}月份?|第?[一二三四1-4]季度|上半年|下半年|q[1-4]|h[12]/gi, ' ')
    .replace(
      /(月度|季度|年度|每月|每日|每周|按月)?(统计表|統計表|一览表|明细表|汇总表|对比表|统计|对比|报表|報表|月报|月報|周报|日报|季报|年报|跟踪表|跟踪|责任书|表)+$/g,
      '',
    )
    .replace(EACH, '')
    .replace(/\s+/g, ' ')
    .trim();
}
