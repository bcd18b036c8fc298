import type { Reason } from '../../domain/assessment.ts';
import type { Grain } from '../../domain/calendar.ts';
import type { Sentence, SentenceContext } from '../describe.ts';
import type { Format } from '../format.ts';

const each: Record<Grain, string> = { day: '每天', week: '每周', month: '每月', quarter: '每季度', 'half-year': '每半年', year: '每年' };
const many: Record<Grain, string> = { day: '天', week: '周', month: '个月', quarter: '个季度', 'half-year': '个半年', year: '年' };

/** A blank stands between Chinese and figures, never between two Chinese characters. */
const tight = (text: string) => text.replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1');
const say = (lead: string, rest = ''): Sentence => ({ lead: tight(lead), rest: tight(rest) });

/** 每条事实一句话:先说结论,再说依据。 */
export function reasons(reason: Reason, { unit, grain }: SentenceContext, format: Format): Sentence {
  const v = (value: number) => format.value(value, unit);
  const about = (value: number) => format.about(value, unit);
  const d = (value: number) => format.difference(value, unit);
  const rate = grain ? each[grain] : '每期';
  const periods = (count: number) => `${count} ${grain ? many[grain] : '期'}`;
  switch (reason.code) {
    case 'no-data':
      return say('还没有数据', '：请关联一个指标，或填写进展更新。');
    case 'not-begun':
      return say(`${format.day(reason.start)}开始`, '。');
    case 'no-points-yet':
      return say('开始以来还没有数据', `（${format.day(reason.start)}起算）。`);
    case 'too-early':
      return say('数据太少，暂不判断', `：目前只有 ${periods(reason.points)}的数据，至少要 ${reason.needed} 期才能分清波动和偏离。`);
    case 'behind':
      return say(
        `比计划落后 ${d(reason.gap)}`,
        `，实际节奏只有计划的 ${format.percent(Math.max(0, reason.pace))}；照此下去，${format.day(reason.due)}约为 ${about(reason.forecast)}，目标 ${v(reason.target)}。`,
      );
    case 'level-shift':
      return say(
        `${format.day(reason.day)}前后${reason.size < 0 ? '下跌' : '上跳'}约 ${d(reason.size)}，此后没有回来`,
        `：目前水平 ${about(reason.level)}，目标 ${v(reason.target)}。`,
      );
    case 'reversed':
      return say(
        '方向反了',
        `：从 ${about(reason.from)} 到 ${about(reason.to)}；照此下去约为 ${about(reason.forecast)}，目标 ${v(reason.target)}。`,
      );
    case 'unlikely':
      return reason.pacePerPeriod !== null && reason.requiredPace !== null
        ? say(
            '在动，但不够快',
            `：目前${rate} ${format.rate(reason.pacePerPeriod, unit)}，需要${rate} ${format.rate(reason.requiredPace, unit)}；到期大约停在 ${about(reason.forecast)}，目标 ${v(reason.target)}。`,
          )
        : say('很难达成', `：到期大约停在 ${about(reason.forecast)}，目标 ${v(reason.target)}。`);
    case 'watch':
      return say(`比计划落后 ${d(reason.gap)}`, `，已超出平日波动，但还不能断定（把握 ${format.chance(reason.probability)}）。`);
    case 'volatile':
      return say('只是波动，不用处理', `：最近一期比计划差 ${d(reason.gap)}，仍在平日 ±${d(reason.usual)} 的范围内。`);
    case 'ahead':
      return say(`比计划领先 ${d(reason.gap)}`, `，到期约为 ${about(reason.forecast)}。`);
    case 'on-plan':
      return say('与计划一致', reason.usual > 0 ? `，在平日 ±${d(reason.usual)} 的波动之内。` : '。');
    case 'total-behind':
      return say(
        `比计划少 ${d(reason.planned - reason.done)}`,
        `：累计 ${v(reason.done)}，近期${rate} ${about(reason.recent)}${reason.required === null ? '' : `；要达到 ${v(reason.target)}，余下${rate}需 ${about(reason.required)}`}。`,
      );
    case 'outside-limit':
      return say(
        `${reason.run > 1 ? `连续 ${periods(reason.run)}` : ''}${reason.side === 'below' ? '低于' : '高于'} ${v(reason.limit)}`,
        `：最近为 ${v(reason.latest)}；水平本身已越限的把握为 ${format.chance(reason.probability)}。`,
      );
    case 'inside-limit':
      return say(`${reason.periods} 期中有 ${reason.inside} 期在限内`, '。');
    case 'achieved':
      return say('已达成', `：${v(reason.value)}，目标 ${v(reason.target)}，${format.day(reason.day)}起保持。`);
    case 'touched':
      return say('碰到过目标，还没站稳', `：曾到 ${v(reason.value)}，整体水平还没到。`);
    case 'missed':
      return say('未达成', `：期末 ${v(reason.value)}，目标 ${v(reason.target)}。`);
    case 'milestones':
      return say(
        `${reason.all} 项完成 ${reason.done} 项`,
        reason.overdue ? `，${reason.overdue} 项逾期。` : reason.next === null ? '。' : `，下一项 ${format.day(reason.next)}到期。`,
      );
    case 'stale':
      return say(
        '数据旧了',
        `：已有 ${reason.age} 天没有新数字，平时${reason.cadence < 1.5 ? '每天' : `约 ${Math.round(reason.cadence)} 天`}更新一次。`,
      );
    case 'wanders':
      return say(
        reason.alpha < 0.15 ? '围绕固定水平上下波动' : reason.alpha < 0.45 ? '水平本身会缓慢漂移' : '水平本身漂移较大',
        '，判断时已考虑。',
      );
    case 'seasonal':
      return say('有季节规律', '：已先扣除往年同期的影响再比较。');
    case 'unrepresentative-baseline':
      return say('起始值不具代表性', `：设的是 ${v(reason.baseline)}，而开始前的水平约为 ${about(reason.level)}。`);
  }
}
