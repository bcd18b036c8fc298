import type { FurtherReason, Reason, Suspicion } from '../../domain/assessment.ts';
import type { Grain } from '../../domain/calendar.ts';
import type { Sentence, SentenceContext } from '../describe.ts';
import type { Format } from '../format.ts';
import { tight } from '../tight.ts';

const each: Record<Grain, string> = { day: '每天', week: '每周', month: '每月', quarter: '每季度', 'half-year': '每半年', year: '每年' };
const many: Record<Grain, string> = { day: '天', week: '周', month: '个月', quarter: '个季度', 'half-year': '个半年', year: '年' };

const say = (lead: string, rest = ''): Sentence => ({ lead: tight(lead), rest: tight(rest) });

/** 疑似偏离为何还不能断定；期数够了则只说把握。 */
const tooFew = ({ points, needed }: Suspicion) =>
  points < needed ? `但开始以来只有 ${points} 期数据，还不能断定，要等到第 ${needed} 期。` : null;

/** 每条事实一句话:先说结论,再说依据。 */
export function reasons(reason: Exclude<Reason, FurtherReason>, { unit, grain }: SentenceContext, format: Format): Sentence {
  const v = (value: number) => format.value(value, unit);
  const about = (value: number) => format.about(value, unit);
  const d = (value: number) => format.difference(value, unit);
  const rate = grain ? each[grain] : '每期';
  const periods = (count: number) => `${count} ${grain ? many[grain] : '期'}`;
  switch (reason.code) {
    case 'no-data':
      return say('还没有数据', '：请关联一个指标，或填写进展更新。');
    case 'sealed':
      return say(
        `进度 ${format.percent(reason.progress)}${reason.expected === null ? '' : `，计划 ${format.percent(reason.expected)}`}`,
        `，截至 ${format.day(reason.day)}；分享时未附数据。`,
      );
    case 'not-begun':
      return say(`${format.day(reason.start)}开始`, '。');
    case 'no-points-yet':
      return reason.open
        ? say(`${reason.revised ? '目标调整' : '开始'}后的第一期还没结束`, '，暂不判断。')
        : say(`${reason.revised ? '目标调整' : '开始'}以来还没有数据`, `（${format.day(reason.start)}起算）。`);
    case 'too-early':
      return say('数据太少，暂不判断', `：目前只有 ${periods(reason.points)}的数据，至少要 ${periods(reason.needed)}才能分清波动和偏离。`);
    case 'behind':
      return say(
        reason.gap > 0 ? `比计划落后 ${d(reason.gap)}` : '进展跟不上计划',
        `，实际节奏只有计划的 ${format.percent(Math.max(0, reason.pace))}；照此下去，${format.day(reason.due)}约为 ${about(reason.forecast)}，目标 ${v(reason.target)}。`,
      );
    case 'level-shift':
      return say(
        `${format.day(reason.day)}前后${reason.size < 0 ? '下跌' : '上跳'}约 ${d(reason.size)}，此后没有${reason.size < 0 ? '回升' : '回落'}`,
        `：目前水平约 ${about(reason.level)}，目标 ${v(reason.target)}。`,
      );
    case 'reversed':
      return say(
        '走反了方向',
        `：从 ${about(reason.from)} 到 ${about(reason.to)}；照此下去约为 ${about(reason.forecast)}，目标 ${v(reason.target)}。`,
      );
    case 'unlikely':
      return reason.pacePerPeriod !== null && reason.requiredPace !== null
        ? say(
            '有进展，但不够快',
            `：目前${rate} ${format.rate(reason.pacePerPeriod, unit)}，需要${rate} ${format.rate(reason.requiredPace, unit)}；到期大约停在 ${about(reason.forecast)}，目标 ${v(reason.target)}。`,
          )
        : say('很难达成', `：到期大约停在 ${about(reason.forecast)}，目标 ${v(reason.target)}。`);
    case 'watch':
      return say(
        reason.gap > 0 ? `比计划落后 ${d(reason.gap)}` : '比计划慢',
        reason.points < reason.needed
          ? `，看起来像偏离，${tooFew(reason)}`
          : reason.wandering
            ? `，不过这个指标的水平本来就会漂移，可能自己回来（确属偏离的把握 ${format.chance(reason.probability)}）。`
            : `，已超出平日波动，但还不能断定（把握 ${format.chance(reason.probability)}）。`,
      );
    case 'volatile':
      return say(
        '只是波动，不用处理',
        reason.sum
          ? `：累计比计划少 ${d(reason.gap)}，但单期平日就有 ±${d(reason.usual)} 的波动，看不出偏离。`
          : reason.gap <= reason.usual
            ? `：最近一期比计划差 ${d(reason.gap)}，仍在平日 ±${d(reason.usual)} 的范围内。`
            : `：最近一期比计划差 ${d(reason.gap)}，但整体水平并未落后（单期平日波动 ±${d(reason.usual)}）。`,
      );
    case 'slipped':
      return say(
        '只是波动，不用处理',
        `：最近一期 ${v(reason.latest)}，${reason.side === 'below' ? '低于' : '高于'} ${v(reason.limit)}，但整体水平没有越限（单期平日波动 ±${d(reason.usual)}）。`,
      );
    case 'ahead':
      return say(reason.gap > 0 ? `比计划领先 ${d(reason.gap)}` : '走在计划前面', `，到期约为 ${about(reason.forecast)}。`);
    case 'on-plan':
      if (!reason.sum && reason.usual > 0 && Math.abs(reason.gap) <= reason.usual)
        return say('与计划一致', `，在平日 ±${d(reason.usual)} 的波动之内。`);
      if (reason.gap === 0) return say('与计划一致', '。');
      return say('大体按计划', reason.gap > 0 ? `，暂时落后 ${d(reason.gap)}，看不出偏离。` : `，暂时领先 ${d(reason.gap)}。`);
    case 'total-behind':
      return say(
        reason.planned > reason.done ? `比计划少 ${d(reason.planned - reason.done)}` : '按近期速度不够',
        `：累计 ${v(reason.done)}，近期${rate}约 ${about(reason.recent)}${reason.required === null ? '' : `；要达到 ${v(reason.target)}，余下${rate}需 ${about(reason.required)}`}。${reason.open ? (tooFew(reason.open) ?? `还不能断定（把握 ${format.chance(reason.open.probability)}）。`) : ''}`,
      );
    case 'outside-limit':
      return say(
        `${reason.run > 1 ? `连续 ${periods(reason.run)}` : reason.run ? '' : '整体水平'}${reason.side === 'below' ? '低于' : '高于'} ${v(reason.limit)}`,
        `：最近为 ${v(reason.latest)}；${tooFew(reason) ?? `整体水平也已越限的把握为 ${format.chance(reason.probability)}。`}`,
      );
    case 'inside-limit':
      return say(`${reason.periods} 期中有 ${reason.inside} 期在界限内`, '。');
    case 'achieved':
      return say(
        '已达成',
        reason.manner === 'held'
          ? `：${v(reason.value)}，目标 ${v(reason.target)}，${format.day(reason.day)}起保持。`
          : reason.manner === 'reached'
            ? `：截至${format.day(reason.day)}累计 ${v(reason.value)}，目标 ${v(reason.target)}。`
            : `：期末 ${v(reason.value)}，目标 ${v(reason.target)}。`,
      );
    case 'missed':
      return say('未达成', `：期末 ${v(reason.value)}，目标 ${v(reason.target)}。`);
    case 'milestones':
      return say(
        `${reason.all} 项完成 ${reason.done} 项`,
        reason.overdue ? `，${reason.overdue} 项逾期。` : reason.next === null ? '。' : `，下一项 ${format.day(reason.next)}到期。`,
      );
  }
}
