import type { Reason } from '../../domain/assessment.ts';
import type { Grain } from '../../domain/calendar.ts';
import type { Sentence, SentenceContext } from '../describe.ts';
import type { Format } from '../format.ts';

const each: Record<Grain, string> = { day: '每天', week: '每週', month: '每月', quarter: '每季', 'half-year': '每半年', year: '每年' };
const many: Record<Grain, string> = { day: '天', week: '週', month: '個月', quarter: '季', 'half-year': '個半年', year: '年' };

/** A blank stands between Chinese and figures, never between two Chinese characters. */
const tight = (text: string) => text.replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1');
const say = (lead: string, rest = ''): Sentence => ({ lead: tight(lead), rest: tight(rest) });

/** 每項事實一句話：先說結論，再說依據。 */
export function reasons(reason: Reason, { unit, grain }: SentenceContext, format: Format): Sentence {
  const v = (value: number) => format.value(value, unit);
  const about = (value: number) => format.about(value, unit);
  const d = (value: number) => format.difference(value, unit);
  const rate = grain ? each[grain] : '每期';
  const periods = (count: number) => `${count} ${grain ? many[grain] : '期'}`;
  switch (reason.code) {
    case 'no-data':
      return say('尚無資料', '：請連結一項指標，或填寫進度更新。');
    case 'not-begun':
      return say(`${format.day(reason.start)}開始`, '。');
    case 'no-points-yet':
      return say('開始以來尚無資料', `（自${format.day(reason.start)}起算）。`);
    case 'too-early':
      return say('資料太少，暫不判斷', `：目前只有 ${periods(reason.points)}的資料，至少要 ${reason.needed} 期才能分辨波動與偏離。`);
    case 'behind':
      return say(
        `比計畫落後 ${d(reason.gap)}`,
        `，實際步調只有計畫的 ${format.percent(Math.max(0, reason.pace))}；照這樣下去，${format.day(reason.due)}約為 ${about(reason.forecast)}，目標 ${v(reason.target)}。`,
      );
    case 'level-shift':
      return say(
        `${format.day(reason.day)}前後${reason.size < 0 ? '下滑' : '上跳'}約 ${d(reason.size)}，之後沒有回來`,
        `：目前水準 ${about(reason.level)}，目標 ${v(reason.target)}。`,
      );
    case 'reversed':
      return say(
        '方向相反',
        `：從 ${about(reason.from)} 到 ${about(reason.to)}；照這樣下去約為 ${about(reason.forecast)}，目標 ${v(reason.target)}。`,
      );
    case 'unlikely':
      return reason.pacePerPeriod !== null && reason.requiredPace !== null
        ? say(
            '有在動，但不夠快',
            `：目前${rate} ${format.rate(reason.pacePerPeriod, unit)}，需要${rate} ${format.rate(reason.requiredPace, unit)}；到期大約停在 ${about(reason.forecast)}，目標 ${v(reason.target)}。`,
          )
        : say('很難達成', `：到期大約停在 ${about(reason.forecast)}，目標 ${v(reason.target)}。`);
    case 'watch':
      return say(`比計畫落後 ${d(reason.gap)}`, `，已超出平時波動，但還不能斷定（把握 ${format.chance(reason.probability)}）。`);
    case 'volatile':
      return say('只是波動，不必處理', `：最近一期比計畫差 ${d(reason.gap)}，仍在平時 ±${d(reason.usual)} 的範圍內。`);
    case 'ahead':
      return say(`比計畫領先 ${d(reason.gap)}`, `，到期約為 ${about(reason.forecast)}。`);
    case 'on-plan':
      return say('與計畫一致', reason.usual > 0 ? `，在平時 ±${d(reason.usual)} 的波動之內。` : '。');
    case 'total-behind':
      return say(
        `比計畫少 ${d(reason.planned - reason.done)}`,
        `：累計 ${v(reason.done)}，近期${rate} ${about(reason.recent)}${reason.required === null ? '' : `；要達到 ${v(reason.target)}，接下來${rate}需 ${about(reason.required)}`}。`,
      );
    case 'outside-limit':
      return say(
        `${reason.run > 1 ? `連續 ${periods(reason.run)}` : ''}${reason.side === 'below' ? '低於' : '高於'} ${v(reason.limit)}`,
        `：最近為 ${v(reason.latest)}；水準本身已超出界限的把握為 ${format.chance(reason.probability)}。`,
      );
    case 'inside-limit':
      return say(`${reason.periods} 期中有 ${reason.inside} 期在界限內`, '。');
    case 'achieved':
      return say('已達成', `：${v(reason.value)}，目標 ${v(reason.target)}，自${format.day(reason.day)}起維持。`);
    case 'touched':
      return say('碰到過目標，還沒站穩', `：曾到 ${v(reason.value)}，整體水準還沒到。`);
    case 'missed':
      return say('未達成', `：期末 ${v(reason.value)}，目標 ${v(reason.target)}。`);
    case 'milestones':
      return say(
        `${reason.all} 項完成 ${reason.done} 項`,
        reason.overdue ? `，${reason.overdue} 項逾期。` : reason.next === null ? '。' : `，下一項${format.day(reason.next)}到期。`,
      );
    case 'stale':
      return say(
        '資料過舊',
        `：已有 ${reason.age} 天沒有新數字，平常${reason.cadence < 1.5 ? '每天' : `約 ${Math.round(reason.cadence)} 天`}更新一次。`,
      );
    case 'wanders':
      return say(
        reason.alpha < 0.15 ? '在固定水準上下波動' : reason.alpha < 0.45 ? '水準本身會緩慢漂移' : '水準本身漂移較大',
        '，判斷時已納入考量。',
      );
    case 'seasonal':
      return say('有季節規律', '：已先扣除往年同期的影響再比較。');
    case 'unrepresentative-baseline':
      return say('起始值不具代表性', `：設定為 ${v(reason.baseline)}，而開始前的水準約為 ${about(reason.level)}。`);
  }
}
