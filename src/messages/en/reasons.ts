import type { Reason } from '../../domain/assessment.ts';
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

/** One sentence per fact: the decisive phrase first, then what it rests on. */
export function reasons(reason: Reason, { unit, grain }: SentenceContext, format: Format): Sentence {
  const v = (value: number) => format.value(value, unit);
  const about = (value: number) => format.about(value, unit);
  const d = (value: number) => format.difference(value, unit);
  const rate = grain ? ` ${each[grain]}` : '';
  const periods = (count: number) => `${count} ${grain ? (count === 1 ? one[grain] : many[grain]) : count === 1 ? 'reading' : 'readings'}`;
  switch (reason.code) {
    case 'no-data':
      return say('No figures yet', ': link a KPI or add a check-in.');
    case 'not-begun':
      return say(`Begins on ${format.day(reason.start)}`, '.');
    case 'no-points-yet':
      return say('No figure since the start', ` on ${format.day(reason.start)}.`);
    case 'too-early':
      return say('Too early to say', `: ${periods(reason.points)} so far, ${reason.needed} are needed to tell drift from noise.`);
    case 'behind':
      return say(
        `Behind plan by ${d(reason.gap)}`,
        ` and running at ${format.percent(Math.max(0, reason.pace))} of the planned pace; on this course about ${about(reason.forecast)} by ${format.day(reason.due)}, target ${v(reason.target)}.`,
      );
    case 'level-shift':
      return say(
        `${reason.size < 0 ? 'Dropped' : 'Jumped'} about ${d(reason.size)} around ${format.day(reason.day)} and has not come back`,
        `: level now ${about(reason.level)}, target ${v(reason.target)}.`,
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
        `${d(reason.gap)} behind plan`,
        `: more than its usual fluctuation explains, but not yet proven (${format.chance(reason.probability)} sure).`,
      );
    case 'volatile':
      return say('Noise, leave it alone', `: the latest reading is ${d(reason.gap)} behind plan, within the usual ±${d(reason.usual)}.`);
    case 'ahead':
      return say(`Ahead of plan by ${d(reason.gap)}`, `, likely to end near ${about(reason.forecast)}.`);
    case 'on-plan':
      return say('On plan', reason.usual > 0 ? `: within the usual ±${d(reason.usual)}.` : '.');
    case 'total-behind':
      return say(
        `${d(reason.planned - reason.done)} less than planned so far`,
        `: ${v(reason.done)} done, recently ${about(reason.recent)}${rate}${reason.required === null ? '' : `; reaching ${v(reason.target)} now takes ${about(reason.required)}${rate}`}.`,
      );
    case 'outside-limit':
      return say(
        `${reason.side === 'below' ? 'Below' : 'Above'} ${v(reason.limit)}${reason.run > 1 ? ` for ${periods(reason.run)}` : ''}`,
        `: latest ${v(reason.latest)}; ${format.chance(reason.probability)} sure that the level itself is outside.`,
      );
    case 'inside-limit':
      return say(`Inside its limit in ${reason.inside} of ${periods(reason.periods)}`, '.');
    case 'achieved':
      return say('Achieved', `: ${v(reason.value)}, target ${v(reason.target)}, held since ${format.day(reason.day)}.`);
    case 'touched':
      return say('Target touched, not yet held', `: ${v(reason.value)} once; the level is not there yet.`);
    case 'missed':
      return say('Missed', `: ended at ${v(reason.value)}, target ${v(reason.target)}.`);
    case 'milestones':
      return say(
        `${reason.done} of ${reason.all} steps done`,
        reason.overdue ? `, ${reason.overdue} overdue.` : reason.next === null ? '.' : `, next due ${format.day(reason.next)}.`,
      );
    case 'stale':
      return say(
        'Old data',
        `: no new figure for ${reason.age} days; one usually comes every ${reason.cadence < 1.5 ? 'day' : `${Math.round(reason.cadence)} days`}.`,
      );
    case 'wanders':
      return say(
        reason.alpha < 0.15
          ? 'Fluctuates around a steady level'
          : reason.alpha < 0.45
            ? 'Its level wanders a little'
            : 'Its level wanders a lot',
        ': readings are weighed accordingly.',
      );
    case 'seasonal':
      return say('Seasonal', ': the same part of earlier years was taken out before comparing.');
    case 'unrepresentative-baseline':
      return say('The baseline is not typical', `: ${v(reason.baseline)} was set, the level before the start was ${about(reason.level)}.`);
  }
}
