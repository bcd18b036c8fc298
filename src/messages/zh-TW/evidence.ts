import type { Grain } from '../../domain/calendar.ts';
import type { Wander } from '../../domain/explanation.ts';
import type { EvidenceLine } from '../describe.ts';
import type { Groups } from '../groups.ts';
import { tight } from '../tight.ts';

const counts: Record<Grain, string> = { day: '天', week: '週', month: '個月', quarter: '季', 'half-year': '個半年', year: '年' };
const each: Record<Grain, string> = { day: '每天', week: '每週', month: '每月', quarter: '每季', 'half-year': '每半年', year: '每年' };
const wanders: Record<Wander, string> = {
  none: '單期數字有偶然的上下，下一期大多就回來。',
  little: '偏高或偏低會延續一兩期才回來。',
  lot: '偏高或偏低會延續很久：水準本身在漂移，越近期的資料越重要。',
  walk: '走勢近乎隨機漫步，幾乎只有最近一期說了算。',
};

/** A gap's words on its bad and its good side, in front of the figure. */
const sides = { level: ['落後', '領先'], keep: ['超出界限', '界限內餘'], total: ['短缺', '超出'], mean: ['短缺', '超出'] } as const;

/** 判斷依據的用詞。 */
export const evidence: Groups['later']['evidence'] = {
  ask: '為什麼？',
  title: '為什麼這樣判斷',
  change: '什麼會改變判斷',
  counting: '正在試算接下來的資料……',
  chances: '達成機率',
  further: '還要知道',
  useLevel: (value) => `改用 ${value} 作為起始值`,

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
        ? `${low < 0 ? bad : good} ${d(low < 0 ? high : low)} 到 ${d(low < 0 ? low : high)} 之間`
        : `${side(low)} 到${side(high)} 之間`;
    const latest = `最近一期 ${v(e.latest.value)}（截至${format.day(e.latest.day)}）`;
    const lines: EvidenceLine[] = [];
    if (e.level === null) lines.push({ term: '最近一期', figure: v(e.latest.value), note: `截至${format.day(e.latest.day)}` });
    else if (sums)
      lines.push({
        term: '目前步調',
        figure: `${rate}約 ${about(e.level)}`,
        note: `${latest}。單期會波動，步調由各期資料一起估計。${e.plan?.perPeriod != null ? `按計畫平均${rate}要 ${about(e.plan.perPeriod)}。` : ''}`,
      });
    else lines.push({ term: '目前水準', figure: `約 ${about(e.level)}`, note: `${latest}。單期會波動，水準由各期資料一起估計。` });
    if (e.plan)
      lines.push({
        term: `${format.day(e.plan.day)}計畫應達`,
        figure: about(e.plan.value),
        note: sums ? `實際${e.kind === 'mean' ? '平均' : '累計'} ${v(e.plan.actual)}。` : '',
      });
    if (e.limits) {
      const { low, high } = e.limits;
      const figure =
        low !== null && high !== null ? `${v(low)} 到 ${v(high)}` : low !== null ? `不低於 ${v(low)}` : `不高於 ${v(high ?? 0)}`;
      lines.push({ term: '界限', figure, note: '剛好等於界限也算在界限內。' });
    }
    if (e.noise)
      lines.push({
        term: '平時波動',
        figure: `±${d(e.noise.sigma)}`,
        note: `${wanders[e.noise.wander]}${e.noise.seasonal ? '有季節規律，已先扣除。' : '沒有發現季節規律。'}${e.provisional ? `目前只有 ${e.figures} 期資料，估計還可能變動。` : ''}`,
      });
    if (e.gapSoFar !== null)
      lines.push({
        term: '到目前的差距',
        figure: `${e.gapSoFar < 0 ? '落後' : '領先'} ${d(e.gapSoFar)}`,
        note: '這是實際計算，不是估計。',
      });
    if (e.gap) {
      const { size, range } = e.gap;
      lines.push({
        term: sums ? '到期預估與目標' : e.limits ? '水準與界限' : '水準與計畫',
        figure: sums ? `約${side(size)}` : side(size),
        note: range ? `有八成可能${between(range.low, range.high)}。` : '以最近一期作為目前水準。',
      });
    }
    if (e.naive)
      lines.push({
        term: '常見規則',
        figure: e.naive.red ? '會亮紅燈' : '不亮紅燈',
        note: `它只看進度是否低於應達的 75%，目前是 ${format.percent(e.naive.share)}；開始以來 ${e.naive.reviews} 期中亮紅燈 ${e.naive.reds} 期。`,
      });
    return lines.map(({ term, figure, note }) => ({ term, figure: tight(figure), note: tight(note) }));
  },

  chanceLines(a, keeps, format) {
    const line = (chance: number | null, term: string, note: string) =>
      chance === null ? [] : [{ term, figure: format.chance(chance), note }];
    return [
      ...line(a.chance, '依目前情況', '綜合資料所容許的各種可能'),
      ...line(keeps ? null : a.chanceIfPlanResumes, '若恢復計畫步調', '今後按計畫推進，既有差距保留'),
      ...line(a.chanceIfNothingChanges, '若一切照舊', '依近來的走勢繼續'),
    ];
  },

  turn(point, grain, status, { unit }, format) {
    if (point.kind === 'never') return `剩下 ${point.periods} ${counts[grain]}裡，合理範圍內的資料都拉不回來：只能調整目標、時間或投入。`;
    if (point.kind === 'steady') return `今後 ${point.periods} ${counts[grain]}裡，合理範圍內的資料都不會改變判斷。`;
    const more = point.side === 'at-least';
    const value = `${more ? '不低於' : '不高於'} ${format.value(point.value, unit)}`;
    const when = point.periods === 1 ? `下一期${value}` : `今後 ${point.periods} ${counts[grain]}每期都${value}`;
    const seen = point.unseen === null ? '' : `（至今從未有過：最${more ? '高' : '低'} ${format.value(point.unseen, unit)}）`;
    return `${when}，就會${point.status === 'on-track' ? '恢復' : '變成'}「${status(point.status)}」${seen}。`;
  },
  catchUp: (titles, status) => `現在完成${titles.map((title) => `「${title}」`).join('、')}，就是「${status}」。`,
  lapse: (day, status, title, format) =>
    title === null
      ? `如果不再完成任何一項，${format.day(day)}起變成「${status}」。`
      : `如果「${title}」沒有如期完成，${format.day(day)}起變成「${status}」。`,
  settled: '不會再變：時間已到，或目標已達成。',
  tooFew: (count) => `再有 ${count} 期資料，就能分辨波動與偏離。`,

  more(reason, { unit }, format) {
    switch (reason.code) {
      case 'touched':
        return { lead: '碰到了目標，還沒站穩', rest: `：最近一期 ${format.value(reason.value, unit)}，但一期還不算水準。` };
      case 'stale':
        return {
          lead: '資料過舊',
          rest: `：已有 ${reason.age} 天沒有新數字，平常${reason.cadence < 1.5 ? '每天' : `約 ${Math.round(reason.cadence)} 天`}更新一次。`,
        };
      case 'wanders':
        return { lead: reason.alpha < 0.8 ? '水準本身會漂移' : '水準本身漂移較大', rest: '，判斷時已納入考量。' };
      case 'seasonal':
        return { lead: '有季節規律', rest: '：已先扣除往年同期的影響再比較。' };
      case 'unrepresentative-baseline':
        return {
          lead: '起始值不具代表性',
          rest: `：設定為 ${format.value(reason.baseline, unit)}，而開始前的水準約為 ${format.about(reason.level, unit)}。`,
        };
    }
  },
};
