import type { Assessment, FurtherReason, Status } from '../../domain/assessment.ts';
import type { EpochDay, Grain } from '../../domain/calendar.ts';
import type { Explanation, Wander } from '../../domain/explanation.ts';
import type { TurningPoint } from '../../domain/turning-points.ts';
import type { EvidenceLine, Sentence, SentenceContext } from '../describe.ts';
import type { Format } from '../format.ts';

const s = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
const nouns: Record<Grain, string> = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  'half-year': 'half-year',
  year: 'year',
};
const each: Record<Grain, string> = {
  day: 'a day',
  week: 'a week',
  month: 'a month',
  quarter: 'a quarter',
  'half-year': 'a half-year',
  year: 'a year',
};
const wanders: Record<Wander, string> = {
  none: 'Single figures scatter by chance; a deviation is gone with the next figure.',
  little: 'A deviation lingers for a figure or two before it is gone.',
  lot: 'Deviations linger: the level itself wanders, so recent figures count most.',
  walk: 'It moves like a random walk: nearly all that counts is the last figure.',
};

/** Which words a gap has on its bad and its good side. */
const sides = { level: ['behind', 'ahead'], keep: ['outside', 'inside'], total: ['short', 'beyond'], mean: ['short', 'beyond'] } as const;

/** Words for the evidence behind a verdict. */
export const evidence = {
  ask: 'why?',
  title: 'Why this verdict',
  change: 'What would change it',
  counting: 'Trying out figures to come…',
  chances: 'Chance to hit',
  further: 'Also to know',
  useLevel: (value: string) => `Use ${value} as the baseline`,

  lines(e: Explanation, { unit }: SentenceContext, format: Format): EvidenceLine[] {
    const v = (value: number) => format.value(value, unit);
    const about = (value: number) => format.about(value, unit);
    const d = (value: number) => format.difference(value, unit);
    const sums = e.kind === 'total' || e.kind === 'mean';
    const rate = e.kind === 'total' ? ` ${each[e.grain]}` : '';
    const [bad, good] = sides[e.kind];
    const side = (gap: number) => `${d(gap)} ${gap < 0 ? bad : good}`;
    const between = (low: number, high: number) =>
      high <= 0 || low >= 0
        ? `between ${d(low < 0 ? high : low)} and ${d(low < 0 ? low : high)} ${low < 0 ? bad : good}`
        : `between ${side(low)} and ${side(high)}`;
    const latest = `Latest figure ${v(e.latest.value)} (to ${format.day(e.latest.day)})`;
    const lines: EvidenceLine[] = [];
    if (e.level === null) lines.push({ term: 'Latest figure', figure: v(e.latest.value), note: `to ${format.day(e.latest.day)}` });
    else if (sums)
      lines.push({
        term: 'Pace now',
        figure: `about ${about(e.level)}${rate}`,
        note: `${latest}. One figure wobbles, so the pace is estimated from all of them.${e.plan?.perPeriod != null ? ` The plan takes ${about(e.plan.perPeriod)}${rate} on average.` : ''}`,
      });
    else
      lines.push({
        term: 'Level now',
        figure: `about ${about(e.level)}`,
        note: `${latest}. One figure wobbles, so the level is estimated from all of them.`,
      });
    if (e.plan)
      lines.push({
        term: `Planned by ${format.day(e.plan.day)}`,
        figure: about(e.plan.value),
        note: sums ? `${v(e.plan.actual)} so far.` : '',
      });
    if (e.limits) {
      const { low, high } = e.limits;
      const figure =
        low !== null && high !== null ? `${v(low)} to ${v(high)}` : low !== null ? `at least ${v(low)}` : `at most ${v(high ?? 0)}`;
      lines.push({ term: 'Limit', figure, note: 'A figure on the limit is inside.' });
    }
    if (e.noise)
      lines.push({
        term: 'Usual wobble',
        figure: `±${d(e.noise.sigma)}`,
        note: `${wanders[e.noise.wander]} ${e.noise.seasonal ? 'A season was found and taken out.' : 'No season found.'}${e.provisional ? ` Only ${s(e.figures, 'figure')} so far: this may still change.` : ''}`,
      });
    if (e.gapSoFar !== null)
      lines.push({
        term: 'Gap so far',
        figure: `${d(e.gapSoFar)} ${e.gapSoFar < 0 ? 'behind' : 'ahead'}`,
        note: 'Counted, not estimated.',
      });
    if (e.gap) {
      const { size, range } = e.gap;
      const known = 'The last figure is taken as the level.';
      lines.push({
        term: sums ? 'At the due date' : e.limits ? 'Level against limit' : 'Level against plan',
        figure: `${sums ? 'about ' : ''}${side(size)}`,
        note: range ? `With 80% chance ${between(range.low, range.high)}${sums ? ' of the target' : ''}.` : known,
      });
    }
    if (e.naive)
      lines.push({
        term: 'The usual rule',
        figure: e.naive.red ? 'red' : 'not red',
        note: `It asks only whether progress is under 75% of what is expected; it is ${format.percent(e.naive.share)}. Red at ${e.naive.reds} of ${s(e.naive.reviews, 'figure')} so far.`,
      });
    return lines;
  },

  chanceLines(a: Assessment, keeps: boolean, format: Format): EvidenceLine[] {
    const line = (chance: number | null, term: string, note: string) =>
      chance === null ? [] : [{ term, figure: format.chance(chance), note }];
    return [
      ...line(a.chance, 'As it is likely to go on', 'all ways that the figures leave open, weighed'),
      ...line(keeps ? null : a.chanceIfPlanResumes, 'If the plan resumes', 'from now on at the planned pace, the gap stays'),
      ...line(a.chanceIfNothingChanges, 'If nothing changes', 'it goes on as it has done lately'),
    ];
  },

  turn(point: TurningPoint, grain: Grain, status: (status: Status) => string, { unit }: SentenceContext, format: Format): string {
    if (point.kind === 'never')
      return `No plausible figures in the ${s(point.periods, nouns[grain])} left would bring it back: target, time or means have to change.`;
    if (point.kind === 'steady') return `No plausible figures in the next ${s(point.periods, nouns[grain])} would change this.`;
    const more = point.side === 'at-least';
    const value = `${format.value(point.value, unit)} or ${more ? 'more' : 'less'}`;
    const when = point.periods === 1 ? `The next figure at ${value}` : `The next ${s(point.periods, nouns[grain])} each at ${value}`;
    const then = point.status === 'on-track' ? 'bring this back on track' : `put this ${status(point.status)}`;
    const verb = point.periods === 1 ? then.replace(/^(bring|put)/, '$1s') : then;
    const seen = point.unseen === null ? '' : ` (never seen so far: ${more ? 'highest' : 'lowest'} ${format.value(point.unseen, unit)})`;
    return `${when} ${verb}${seen}.`;
  },
  catchUp: (titles: readonly string[], status: string) =>
    `With ${titles.map((title) => `“${title}”`).join(', ')} done now, this is ${status}.`,
  lapse: (day: EpochDay, status: string, title: string | null, format: Format) =>
    title === null
      ? `If nothing more is done, this is ${status} from ${format.day(day)}.`
      : `If “${title}” is not done in time, this is ${status} from ${format.day(day)}.`,
  settled: 'Nothing: the time is over, or the target is reached.',
  tooFew: (count: number) => `${s(count, 'more figure')}: then drift and noise can be told apart.`,

  /** Facts that stand beside the verdict. */
  more(reason: FurtherReason, { unit }: SentenceContext, format: Format): Sentence {
    switch (reason.code) {
      case 'touched':
        return {
          lead: 'Target touched, not yet held',
          rest: `: the latest reading is ${format.value(reason.value, unit)}, but one reading does not make a level.`,
        };
      case 'stale':
        return {
          lead: 'Old data',
          rest: `: no new figure for ${s(reason.age, 'day')}; one usually comes every ${reason.cadence < 1.5 ? 'day' : `${Math.round(reason.cadence)} days`}.`,
        };
      case 'wanders':
        return {
          lead: reason.alpha < 0.8 ? 'Its level wanders' : 'Its level wanders a lot',
          rest: ': readings are weighed accordingly.',
        };
      case 'seasonal':
        return { lead: 'Seasonal', rest: ': what the same part of earlier years brings was taken out before comparing.' };
      case 'unrepresentative-baseline':
        return {
          lead: 'The baseline is not typical',
          rest: `: ${format.value(reason.baseline, unit)} was set, the level before the start was about ${format.about(reason.level, unit)}.`,
        };
    }
  },
};
