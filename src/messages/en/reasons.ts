import type { FurtherReason, Reason, Suspicion } from '../../domain/assessment.ts';
import type { Grain } from '../../domain/calendar.ts';
import type { SentenceContext, Sentence } from '../describe.ts';
import type { Format } from '../format.ts';

const each: Record<Grain, string> = {
  day: 'a day',
  week: 'a week',
  month: 'a month',
  quarter: 'a quarter',
  'half-year': 'a half-year',
  year: 'a year',
};
const many: Record<Grain, string> = {
  day: 'days',
  week: 'weeks',
  month: 'months',
  quarter: 'quarters',
  'half-year': 'half-years',
  year: 'years',
};
const one: Record<Grain, string> = { day: 'day', week: 'week', month: 'month', quarter: 'quarter', 'half-year': 'half-year', year: 'year' };

const say = (lead: string, rest = ''): Sentence => ({ lead, rest });
/** Why a suspicion is not called yet; null where only its chance speaks. */
const tooFew = ({ points, needed }: Suspicion) =>
  points < needed
    ? `${points} ${points === 1 ? 'figure' : 'figures'} since the start ${points === 1 ? 'is' : 'are'} too few to call it; wait for ${needed}.`
    : null;

/** One sentence per fact: the decisive phrase first, then what it rests on. */
export function reasons(reason: Exclude<Reason, FurtherReason>, { unit, grain }: SentenceContext, format: Format): Sentence {
  const v = (value: number) => format.value(value, unit);
  const about = (value: number) => format.about(value, unit);
  const d = (value: number) => format.difference(value, unit);
  const rate = grain ? ` ${each[grain]}` : '';
  const periods = (count: number) => `${count} ${grain ? (count === 1 ? one[grain] : many[grain]) : count === 1 ? 'reading' : 'readings'}`;
  switch (reason.code) {
    case 'no-data':
      return say('No figures yet', ': link a KPI or add a check-in.');
    case 'sealed':
      return say(
        `At ${format.percent(reason.progress)}${reason.expected === null ? '' : `, planned ${format.percent(reason.expected)}`}`,
        `, on ${format.day(reason.day)}; shared without figures.`,
      );
    case 'not-begun':
      return say(`Begins on ${format.day(reason.start)}`, '.');
    case 'no-points-yet':
      return reason.open
        ? say(`The first period since the ${reason.revised ? 'goal was changed' : 'start'} is not over`, ': too early to say.')
        : say(`No figure since the ${reason.revised ? 'goal was changed' : 'start'}`, ` on ${format.day(reason.start)}.`);
    case 'too-early':
      return say('Too early to say', `: ${periods(reason.points)} so far, ${reason.needed} are needed to tell drift from noise.`);
    case 'behind':
      return say(
        reason.gap > 0 ? `Behind plan by ${d(reason.gap)}` : 'Losing ground on the plan',
        `${reason.gap > 0 ? ' and' : ':'} running at ${format.percent(Math.max(0, reason.pace))} of the planned pace; on this course about ${about(reason.forecast)} by ${format.day(reason.due)}, target ${v(reason.target)}.`,
      );
    case 'level-shift':
      return say(
        `${reason.size < 0 ? 'Dropped' : 'Jumped'} about ${d(reason.size)} around ${format.day(reason.day)} and has not come back`,
        `: level now about ${about(reason.level)}, target ${v(reason.target)}.`,
      );
    case 'reversed':
      return say(
        'Moving the wrong way',
        `: from ${about(reason.from)} to ${about(reason.to)}; on this course about ${about(reason.forecast)}, target ${v(reason.target)}.`,
      );
    case 'unlikely':
      return reason.pacePerPeriod !== null && reason.requiredPace !== null
        ? say(
            'Moving, but not fast enough',
            `: ${format.rate(reason.pacePerPeriod, unit)}${rate} so far, ${format.rate(reason.requiredPace, unit)}${rate} needed; likely to end near ${about(reason.forecast)}, target ${v(reason.target)}.`,
          )
        : say('Unlikely to arrive', `: likely to end near ${about(reason.forecast)}, target ${v(reason.target)}.`);
    case 'watch':
      return say(
        reason.gap > 0 ? `${d(reason.gap)} behind plan` : 'Slower than planned',
        reason.points < reason.needed
          ? `: that looks like drift, but ${tooFew(reason)}`
          : reason.wandering
            ? `: but its level wanders and may come back by itself (${format.chance(reason.probability)} sure that this is drift).`
            : `: more than its usual fluctuation explains, but not yet proven (${format.chance(reason.probability)} sure).`,
      );
    case 'volatile':
      return say(
        'Noise, leave it alone',
        reason.sum
          ? `: ${d(reason.gap)} less than planned so far, but a single figure usually differs by ±${d(reason.usual)}; no drift to be seen.`
          : reason.gap <= reason.usual
            ? `: the latest reading is ${d(reason.gap)} behind plan, within the usual ±${d(reason.usual)}.`
            : `: the latest reading is ${d(reason.gap)} behind plan, but the level is not (readings usually differ by ±${d(reason.usual)}).`,
      );
    case 'slipped':
      return say(
        'Noise, leave it alone',
        `: the latest reading, ${v(reason.latest)}, is ${reason.side} ${v(reason.limit)}, but the level is not (readings usually differ by ±${d(reason.usual)}).`,
      );
    case 'ahead':
      return say(
        reason.gap > 0 ? `Ahead of plan by ${d(reason.gap)}` : 'Running ahead of plan',
        `, likely to end near ${about(reason.forecast)}.`,
      );
    case 'on-plan':
      if (!reason.sum && reason.usual > 0 && Math.abs(reason.gap) <= reason.usual)
        return say('On plan', `: within the usual ±${d(reason.usual)}.`);
      if (reason.gap === 0) return say('On plan', '.');
      return say(
        'On plan',
        reason.gap > 0 ? `: ${d(reason.gap)} behind for now, no drift to be seen.` : `: ${d(reason.gap)} ahead for now.`,
      );
    case 'total-behind':
      return say(
        reason.planned > reason.done ? `${d(reason.planned - reason.done)} less than planned so far` : 'The present pace is not enough',
        `: ${v(reason.done)} done, recently about ${about(reason.recent)}${rate}${reason.required === null ? '' : `; reaching ${v(reason.target)} now takes about ${about(reason.required)}${rate}`}.${reason.open ? ` ${tooFew(reason.open) ?? `Not yet proven (${format.chance(reason.open.probability)} sure).`}` : ''}`,
      );
    case 'outside-limit':
      return say(
        `${reason.run > 0 ? '' : 'On the whole '}${reason.side} ${v(reason.limit)}${reason.run > 1 ? ` for ${periods(reason.run)}` : ''}`.replace(
          /^./,
          (first) => first.toUpperCase(),
        ),
        `: latest ${v(reason.latest)}; ${tooFew(reason) ?? `${format.chance(reason.probability)} sure that the level itself is outside.`}`,
      );
    case 'inside-limit':
      return say(`Inside its limit in ${reason.inside} of ${periods(reason.periods)}`, ' so far.');
    case 'achieved':
      return say(
        'Achieved',
        reason.manner === 'held'
          ? `: ${v(reason.value)}, target ${v(reason.target)}, held since ${format.day(reason.day)}.`
          : reason.manner === 'reached'
            ? `: ${v(reason.value)} by ${format.day(reason.day)}, target ${v(reason.target)}.`
            : `: ended at ${v(reason.value)}, target ${v(reason.target)}.`,
      );
    case 'missed':
      return say('Missed', `: ended at ${v(reason.value)}, target ${v(reason.target)}.`);
    case 'milestones':
      return say(
        `${reason.done} of ${reason.all} steps done`,
        reason.overdue ? `, ${reason.overdue} overdue.` : reason.next === null ? '.' : `, next due ${format.day(reason.next)}.`,
      );
  }
}
