import { civilOf, type Grain } from '../../domain/calendar.ts';
import type { Accrual } from '../../domain/dataset.ts';
import { fold } from './cell.ts';

/** A guess at how figures add up, and whether a person should confirm it. */
export interface AccrualGuess {
  readonly accrual: Accrual;
  readonly certain: boolean;
}

const CUMULATIVE = /累计|累計|累积|本年至今|年初至今|\bytd\b|\bcumulative\b|year.to.date|\bcum\b/i;
const RATIO =
  /率$|率[(（]|占比|比例|比重|百分比|毛利率|\brate\b|\bratio\b|percent|\bshare\b|\bmargin\b|churn|\bsla\b|\boee\b|同比|环比|增幅|增速|增长率|\butili[sz]ation|taux/i;
const AVERAGE =
  /客单价|客單價|单价|單價|均价|平均|人均|人效|坪效|户均|日均|时长|時長|时间|周期|週期|耗时|满意度|滿意度|得分|评分|分数|指数|\baverage\b|\bavg\b|\bmean\b|\bmedian\b|\bper\b|\bscore\b|\bindex\b|\bprice\b|lead time|duration|latency|response time|csat/i;
const LEVEL =
  /期末|余额|餘額|库存|庫存|存货|在职|在職|在岗|在崗|在册|人数$|人數$|总数|總數|总人数|员工|編制|编制|存量|保有|会员数|會員數|用户数$|活跃|日活|月活|净推荐|净推薦|\bnps\b|\bdau\b|\bwau\b|\bmau\b|\bmrr\b|\barr\b|headcount|balance|inventory|\bstock\b|backlog|\bopen\b|outstanding|\bactive\b|subscribers|customers$|members|employees|\bsites\b|\bfte\b|pipeline/i;
const NEW = /新增|新签|净增|入职|离职|流失|new |added|signups?|sign-ups/i;
const FLOW =
  /额$|額$|量$|金额|收入|销售|銷售|营收|營收|成本|费用|費用|支出|利润|利潤|产量|产值|訂單|订单|单数|次数|件数|缺陷|投诉|成交|访客|流水|gmv|回款|赔付|工单|工時|工时|人次|线索|來客|来客|客流|现金流|revenue|sales|orders|cost|expense|spend|profit|income|units|shipped|produced|visits|tickets|leads|bookings|deals|hours|calls|chiffre|umsatz|menge|defects|incidents|clicks|impressions|conversions|downloads|registrations|转化数|转化量|场次|点击|曝光|浏览|下载|注册|签约|当月|本月|當月|variance/i;
/** A span of time under a name that adds nothing up is how long one thing took: averaged, not summed. */
const TIME_UNITS = new Set('秒 毫秒 分 分钟 小时 小時 天 日 s ms sec secs seconds min mins minutes h hr hrs hours d days'.split(' '));
const FLOW_UNITS = new Set('单 單 笔 筆 件 次 人次 通 起 例 批 批次 场 場'.split(' '));

/** Running totals: rising within each year and starting again in January, or rising without a break from a far smaller beginning. */
function restartsInJanuary(days: Int32Array, values: Float64Array): boolean {
  let [restarts, steps] = [0, 0];
  for (let i = 1; i < values.length; i++) {
    const [now, before] = [values[i]!, values[i - 1]!];
    if (Number.isNaN(now) || Number.isNaN(before) || days[i]! <= days[i - 1]!) continue;
    const sameYear = civilOf(days[i]!).year === civilOf(days[i - 1]!).year;
    if (sameYear && now < before) return false;
    if (!sameYear) {
      if (now > before * 0.5) return false;
      restarts++;
    }
    steps++;
  }
  return restarts > 0 && steps >= 5;
}

/** Guesses the accrual from the name, the unit and how the figures behave. Days and values are those of one series. */
export function guessAccrual(name: string, unit: string | null, grain: Grain, days: Int32Array, values: Float64Array): AccrualGuess {
  const text = fold(name).replaceAll('_', ' ');
  const sure = (accrual: Accrual): AccrualGuess => ({ accrual, certain: true });
  if (CUMULATIVE.test(text)) return sure('cumulative');
  if (unit === '%' || RATIO.test(text)) return sure('ratio');
  if (grain !== 'year' && restartsInJanuary(days, values)) return sure('cumulative');
  if (unit !== null && /^[^/]+\/.+/.test(unit)) return sure('ratio');
  if (NEW.test(text)) return sure('flow');
  if (AVERAGE.test(text)) return sure('ratio');
  if (LEVEL.test(text)) return sure('level');
  if (FLOW.test(text) || (unit !== null && FLOW_UNITS.has(unit))) return sure('flow');
  if (unit !== null && TIME_UNITS.has(unit)) return sure('ratio');
  if (unit === '人') return sure('level');
  return { accrual: unit !== null && /^[A-Z]{3}$/.test(unit) ? 'flow' : 'level', certain: false };
}
