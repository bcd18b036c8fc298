import type { FurtherReason, Reason, Suspicion } from '../../domain/assessment.ts';
import type { Grain } from '../../domain/calendar.ts';
import type { Sentence, SentenceContext } from '../describe.ts';
import type { Format } from '../format.ts';
import { tight } from '../tight.ts';

const each: Record<Grain, string> = { day: '每天', week: '每週', month: '每月', quarter: '每季', 'half-year': '每半年', year: '每年' };
const many: Record<Grain, string> = { day: '天', week: '週', month: '個月', quarter: '季', 'half-year': '個半年', year: '年' };

const say = (lead: string, rest = ''): Sentence => ({ lead: tight(lead), rest: tight(rest) });

/** 疑似偏離為何還不能斷定；期數夠了則只說把握。 */
const tooFew = ({ points, needed }: Suspicion) =>
  points < needed ? `但開始以來只有 ${points} 期資料，還不能斷定，要等到第 ${needed} 期。` : null;

/** 每項事實一句話：先說結論，再說依據。 */
export function reasons(reason: Exclude<Reason, FurtherReason>, { unit, grain }: SentenceContext, format: Format): Sentence {
  const v = (value: number) => format.value(value, unit);
  const about = (value: number) => format.about(value, unit);
  const d = (value: number) => format.difference(value, unit);
  const rate = grain ? each[grain] : '每期';
  const periods = (count: number) => `${count} ${grain ? many[grain] : '期'}`;
  switch (reason.code) {
    case 'no-data':
      return say('尚無資料', '：請連結一項指標，或填寫進度更新。');
    case 'sealed':
      return say(
        `進度 ${format.percent(reason.progress)}${reason.expected === null ? '' : `，計畫 ${format.percent(reason.expected)}`}`,
        `，截至 ${format.day(reason.day)}；分享時未附數據。`,
      );
    case 'not-begun':
      return say(`${format.day(reason.start)}開始`, '。');
    case 'no-points-yet':
      return reason.open
        ? say(`${reason.revised ? '目標調整' : '開始'}後的第一期還沒結束`, '，暫不判斷。')
        : say(`${reason.revised ? '目標調整' : '開始'}以來尚無資料`, `（自${format.day(reason.start)}起算）。`);
    case 'too-early':
      return say('資料太少，暫不判斷', `：目前只有 ${periods(reason.points)}的資料，至少要 ${periods(reason.needed)}才能分辨波動與偏離。`);
    case 'behind':
      return say(
        reason.gap > 0 ? `比計畫落後 ${d(reason.gap)}` : '進展跟不上計畫',
        `，實際步調只有計畫的 ${format.percent(Math.max(0, reason.pace))}；照這樣下去，${format.day(reason.due)}約為 ${about(reason.forecast)}，目標 ${v(reason.target)}。`,
      );
    case 'level-shift':
      return say(
        `${format.day(reason.day)}前後${reason.size < 0 ? '下滑' : '上跳'}約 ${d(reason.size)}，之後沒有${reason.size < 0 ? '回升' : '回落'}`,
        `：目前水準約 ${about(reason.level)}，目標 ${v(reason.target)}。`,
      );
    case 'reversed':
      return say(
        '方向相反',
        `：從 ${about(reason.from)} 到 ${about(reason.to)}；照這樣下去約為 ${about(reason.forecast)}，目標 ${v(reason.target)}。`,
      );
    case 'unlikely':
      return reason.pacePerPeriod !== null && reason.requiredPace !== null
        ? say(
            '有進展，但不夠快',
            `：目前${rate} ${format.rate(reason.pacePerPeriod, unit)}，需要${rate} ${format.rate(reason.requiredPace, unit)}；到期大約停在 ${about(reason.forecast)}，目標 ${v(reason.target)}。`,
          )
        : say('很難達成', `：到期大約停在 ${about(reason.forecast)}，目標 ${v(reason.target)}。`);
    case 'watch':
      return say(
        reason.gap > 0 ? `比計畫落後 ${d(reason.gap)}` : '比計畫慢',
        reason.points < reason.needed
          ? `，看起來像偏離，${tooFew(reason)}`
          : reason.wandering
            ? `，不過這項指標的水準本來就會漂移，可能自己回來（確屬偏離的把握 ${format.chance(reason.probability)}）。`
            : `，已超出平時波動，但還不能斷定（把握 ${format.chance(reason.probability)}）。`,
      );
    case 'volatile':
      return say(
        '只是波動，不必處理',
        reason.sum
          ? `：累計比計畫少 ${d(reason.gap)}，但單期平時就有 ±${d(reason.usual)} 的波動，看不出偏離。`
          : reason.gap <= reason.usual
            ? `：最近一期比計畫差 ${d(reason.gap)}，仍在平時 ±${d(reason.usual)} 的範圍內。`
            : `：最近一期比計畫差 ${d(reason.gap)}，但整體水準並未落後（單期平時波動 ±${d(reason.usual)}）。`,
      );
    case 'slipped':
      return say(
        '只是波動，不必處理',
        `：最近一期 ${v(reason.latest)}，${reason.side === 'below' ? '低於' : '高於'} ${v(reason.limit)}，但整體水準沒有超出界限（單期平時波動 ±${d(reason.usual)}）。`,
      );
    case 'ahead':
      return say(reason.gap > 0 ? `比計畫領先 ${d(reason.gap)}` : '走在計畫前面', `，到期約為 ${about(reason.forecast)}。`);
    case 'on-plan':
      if (!reason.sum && reason.usual > 0 && Math.abs(reason.gap) <= reason.usual)
        return say('與計畫一致', `，在平時 ±${d(reason.usual)} 的波動之內。`);
      if (reason.gap === 0) return say('與計畫一致', '。');
      return say('大致按計畫', reason.gap > 0 ? `，暫時落後 ${d(reason.gap)}，看不出偏離。` : `，暫時領先 ${d(reason.gap)}。`);
    case 'total-behind':
      return say(
        reason.planned > reason.done ? `比計畫少 ${d(reason.planned - reason.done)}` : '以近期速度來看不夠',
        `：累計 ${v(reason.done)}，近期${rate}約 ${about(reason.recent)}${reason.required === null ? '' : `；要達到 ${v(reason.target)}，接下來${rate}需 ${about(reason.required)}`}。${reason.open ? (tooFew(reason.open) ?? `還不能斷定（把握 ${format.chance(reason.open.probability)}）。`) : ''}`,
      );
    case 'outside-limit':
      return say(
        `${reason.run > 1 ? `連續 ${periods(reason.run)}` : reason.run ? '' : '整體水準'}${reason.side === 'below' ? '低於' : '高於'} ${v(reason.limit)}`,
        `：最近為 ${v(reason.latest)}；${tooFew(reason) ?? `整體水準也已超出界限的把握為 ${format.chance(reason.probability)}。`}`,
      );
    case 'inside-limit':
      return say(`${reason.periods} 期中有 ${reason.inside} 期在界限內`, '。');
    case 'achieved':
      return say(
        '已達成',
        reason.manner === 'held'
          ? `：${v(reason.value)}，目標 ${v(reason.target)}，自${format.day(reason.day)}起維持。`
          : reason.manner === 'reached'
            ? `：截至${format.day(reason.day)}累計 ${v(reason.value)}，目標 ${v(reason.target)}。`
            : `：期末 ${v(reason.value)}，目標 ${v(reason.target)}。`,
      );
    case 'missed':
      return say('未達成', `：期末 ${v(reason.value)}，目標 ${v(reason.target)}。`);
    case 'milestones':
      return say(
        `${reason.all} 項完成 ${reason.done} 項`,
        reason.overdue ? `，${reason.overdue} 項逾期。` : reason.next === null ? '。' : `，下一項${format.day(reason.next)}到期。`,
      );
  }
}
