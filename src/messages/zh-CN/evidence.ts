import type { Grain } from '../../domain/calendar.ts';
import type { Wander } from '../../domain/explanation.ts';
import type { EvidenceLine } from '../describe.ts';
import type { Groups } from '../groups.ts';
import { tight } from '../tight.ts';

const counts: Record<Grain, string> = { day: '天', week: '周', month: '个月', quarter: '个季度', 'half-year': '个半年', year: '年' };
const each: Record<Grain, string> = { day: '每天', week: '每周', month: '每月', quarter: '每季度', 'half-year': '每半年', year: '每年' };
const wanders: Record<Wander, string> = {
  none: '单期数字有偶然的上下，下一期大多就回来。',
  little: '偏高或偏低会延续一两期才回来。',
  lot: '偏高或偏低会延续很久：水平本身在漂移，越近的数据越重要。',
  walk: '走势近乎随机游走，几乎只有最近一期说了算。',
};

/** A gap's words on its bad and its good side, in front of the figure. */
const sides = { level: ['落后', '领先'], keep: ['越限', '限内余'], total: ['缺', '超出'], mean: ['缺', '超出'] } as const;

/** 判断依据的用词。 */
export const evidence: Groups['later']['evidence'] = {
  ask: '为什么？',
  title: '为什么这样判断',
  change: '什么会改变判断',
  counting: '正在试算接下来的数据……',
  chances: '达成概率',
  further: '还要知道',
  useLevel: (value) => `改用 ${value} 作起始值`,

  lines(e, { unit }, format) {
    const v = (value: number) => format.value(value, unit);
    const about = (value: number) => format.about(value, unit);
    const d = (value: number) => format.difference(value, unit);
    const sums = e.kind === 'total' || e.kind === 'mean';
    const rate = e.kind === 'total' ? each[e.grain] : '';
    const [bad, good] = sides[e.kind];
    const side = (gap: number) => `${gap < 0 ? bad : good} ${d(gap)}`;
    const between = (low: number, high: number) =>
      high <= 0 || low >= 0
        ? `${low < 0 ? bad : good} ${d(low < 0 ? high : low)} 到 ${d(low < 0 ? low : high)} 之间`
        : `${side(low)} 到${side(high)} 之间`;
    const latest = `最近一期 ${v(e.latest.value)}（截至${format.day(e.latest.day)}）`;
    const lines: EvidenceLine[] = [];
    if (e.level === null) lines.push({ term: '最近一期', figure: v(e.latest.value), note: `截至${format.day(e.latest.day)}` });
    else if (sums)
      lines.push({
        term: '目前节奏',
        figure: `${rate}约 ${about(e.level)}`,
        note: `${latest}。单期有波动，节奏由各期数据一起估计。${e.plan?.perPeriod != null ? `按计划平均${rate}要 ${about(e.plan.perPeriod)}。` : ''}`,
      });
    else lines.push({ term: '目前水平', figure: `约 ${about(e.level)}`, note: `${latest}。单期有波动，水平由各期数据一起估计。` });
    if (e.plan)
      lines.push({
        term: `${format.day(e.plan.day)}计划应达`,
        figure: about(e.plan.value),
        note: sums ? `实际${e.kind === 'mean' ? '平均' : '累计'} ${v(e.plan.actual)}。` : '',
      });
    if (e.limits) {
      const { low, high } = e.limits;
      const figure =
        low !== null && high !== null ? `${v(low)} 到 ${v(high)}` : low !== null ? `不低于 ${v(low)}` : `不高于 ${v(high ?? 0)}`;
      lines.push({ term: '界限', figure, note: '正好等于界限也算在限内。' });
    }
    if (e.noise)
      lines.push({
        term: '平日波动',
        figure: `±${d(e.noise.sigma)}`,
        note: `${wanders[e.noise.wander]}${e.noise.seasonal ? '有季节规律，已先扣除。' : '没有发现季节规律。'}${e.provisional ? `目前只有 ${e.figures} 期数据，估计还可能变。` : ''}`,
      });
    if (e.gapSoFar !== null)
      lines.push({
        term: '到目前的差距',
        figure: `${e.gapSoFar < 0 ? '落后' : '领先'} ${d(e.gapSoFar)}`,
        note: '这是算出来的，不是估计。',
      });
    if (e.gap) {
      const { size, range } = e.gap;
      lines.push({
        term: sums ? '到期预计与目标' : e.limits ? '水平与界限' : '水平与计划',
        figure: sums ? `约${side(size)}` : side(size),
        note: range ? `有八成可能${between(range.low, range.high)}。` : '以最近一期作为目前水平。',
      });
    }
    if (e.naive)
      lines.push({
        term: '常见规则',
        figure: e.naive.red ? '会报红' : '不报红',
        note: `它只看进度是否低于应达的 75%，目前是 ${format.percent(e.naive.share)}；开始以来 ${e.naive.reviews} 期中报红 ${e.naive.reds} 期。`,
      });
    return lines.map(({ term, figure, note }) => ({ term, figure: tight(figure), note: tight(note) }));
  },

  chanceLines(a, keeps, format) {
    const line = (chance: number | null, term: string, note: string) =>
      chance === null ? [] : [{ term, figure: format.chance(chance), note }];
    return [
      ...line(a.chance, '按目前情况', '综合数据所容许的各种可能'),
      ...line(keeps ? null : a.chanceIfPlanResumes, '若恢复计划节奏', '今后按计划推进，已有差距保留'),
      ...line(a.chanceIfNothingChanges, '若一切照旧', '按近来的走势继续'),
    ];
  },

  turn(point, grain, status, { unit }, format) {
    if (point.kind === 'never') return `余下 ${point.periods} ${counts[grain]}里，合理范围内的数据都拉不回来：只能调整目标、时间或投入。`;
    if (point.kind === 'steady') return `今后 ${point.periods} ${counts[grain]}里，合理范围内的数据都不会改变判断。`;
    const more = point.side === 'at-least';
    const value = `${more ? '不低于' : '不高于'} ${format.value(point.value, unit)}`;
    const when = point.periods === 1 ? `下一期${value}` : `今后 ${point.periods} ${counts[grain]}每期都${value}`;
    const seen = point.unseen === null ? '' : `（还从没有过：至今最${more ? '高' : '低'} ${format.value(point.unseen, unit)}）`;
    return `${when}，就会${point.status === 'on-track' ? '恢复' : '变为'}“${status(point.status)}”${seen}。`;
  },
  catchUp: (titles, status) => `现在完成${titles.map((title) => `“${title}”`).join('、')}，就是“${status}”。`,
  lapse: (day, status, title, format) =>
    title === null
      ? `如果不再完成任何一项，${format.day(day)}起变为“${status}”。`
      : `如果“${title}”没有按时完成，${format.day(day)}起变为“${status}”。`,
  settled: '不会再变：时间已到，或目标已达成。',
  tooFew: (count) => `再有 ${count} 期数据，就能分清波动和偏离。`,

  more(reason, { unit }, format) {
    switch (reason.code) {
      case 'touched':
        return { lead: '碰到了目标，还没站稳', rest: `：最近一期 ${format.value(reason.value, unit)}，但一期还不算水平。` };
      case 'stale':
        return {
          lead: '数据旧了',
          rest: `：已有 ${reason.age} 天没有新数字，平时${reason.cadence < 1.5 ? '每天' : `约 ${Math.round(reason.cadence)} 天`}更新一次。`,
        };
      case 'wanders':
        return { lead: reason.alpha < 0.8 ? '水平本身会漂移' : '水平本身漂移较大', rest: '，判断时已考虑。' };
      case 'seasonal':
        return { lead: '有季节规律', rest: '：已先扣除往年同期的影响再比较。' };
      case 'unrepresentative-baseline':
        return {
          lead: '起始值不具代表性',
          rest: `：设的是 ${format.value(reason.baseline, unit)}，而开始前的水平约为 ${format.about(reason.level, unit)}。`,
        };
    }
  },
};
