import type { Grain } from '../../domain/calendar.ts';
import type { Side, SignalMeaning } from '../../domain/limit-answers.ts';
import type { Rule } from '../../domain/stats/run-rules.ts';

const s = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** The special cause that the newest figure is part of; `plan`: seen from the plan, else from the usual level. */
export interface Special {
  readonly kind: SignalMeaning;
  readonly rule: Rule;
  readonly side: Side;
  readonly count: number;
  readonly plan: boolean;
}

const pattern = ({ rule, side, count, plan }: Special): string => {
  switch (rule) {
    case 'outside':
      return `The newest figure lies ${side} the usual limits`;
    case 'trend':
      return `${count} figures in a row ${side === 'above' ? 'rise' : 'fall'}${plan ? ' compared with the plan' : ''}`;
    case 'two-of-three':
      return `Two of three figures in a row are close to the ${side === 'above' ? 'upper' : 'lower'} limit`;
    case 'run':
      return `${count} figures in a row lie ${side} the ${plan ? 'plan' : 'usual level'}`;
  }
};

const perPeriod: Record<Grain, string> = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  'half-year': 'half-year',
  year: 'year',
};

/** Words of the usual limits and what they answer. */
export const limits = {
  title: 'Fluctuation and limits',
  hint: 'what fluctuates as usual is best left alone',
  perPeriod: (grain: Grain) => `by the amount of each ${perPeriod[grain]}`,
  variation: {
    common: 'Usual fluctuation',
    improving: 'Unusual, for the better',
    concerning: 'Unusual, for the worse',
    changed: 'Unusual change',
  },
  common: (plan: boolean) =>
    `The newest figure is within the usual limits ${plan ? 'about the plan' : 'of its level'}: there is nothing to explain.`,
  special: (special: Special) =>
    `${pattern(special)}: more than usual fluctuation. ${special.kind === 'improving' ? 'Find out what helped, and keep it.' : 'Find out why.'}`,
  assurance: {
    'consistently-meets': 'Consistently meets its limit',
    'hit-and-miss': 'Hit and miss',
    'consistently-fails': 'Consistently misses its limit',
    unknown: 'Will it arrive?',
  },
  assured: {
    'consistently-meets': (range: string, bound: string) =>
      `Usual fluctuation, ${range}, stays inside ${bound}: as it runs, every period is likely to meet it.`,
    'hit-and-miss': (range: string, bound: string) =>
      `Usual fluctuation, ${range}, is partly outside ${bound}: some periods meet it and some miss it by chance alone.`,
    'consistently-fails': (range: string, bound: string) =>
      `Usual fluctuation, ${range}, lies outside ${bound}: without a change it is likely to go on missing.`,
  },
  /** Where every figure is the same. */
  steady: (value: string) => `Every figure so far is the same, ${value}: nothing fluctuates.`,
  steadilyAssured: {
    'consistently-meets': (bound: string) => `That meets ${bound}, as long as it stays so.`,
    'consistently-fails': (bound: string) => `That misses ${bound}, as long as it stays so.`,
  },
  range: (from: string, to: string) => `${from} to ${to}`,
  butChanging: 'It is changing just now, which may overturn this.',
  byChance: (chance: string | null) =>
    `The limits follow the plan, so they cannot tell whether the target will be met; the chance to hit can${chance === null ? '' : `: ${chance}`}.`,
  tooFew: (figures: number, needed: number) =>
    `Usual limits need ${needed} figures; so far there ${figures === 1 ? 'is 1' : `are ${figures}`}.`,
  basis: (figures: number) => `Limits from ${s(figures, 'figure')}`,
  provisional: 'provisional until there are 13',
  since: (day: string) => `made anew since the revision on ${day}`,
  borrowed: (day: string, figures: number) =>
    `The revision on ${day} began new limits; with ${s(figures, 'figure')} since then they keep the earlier width for now`,
  locked: (day: string) => `locked on ${day}: later figures are judged by them`,
  lockEnded: (day: string) => `The lock of ${day} ended with the revision.`,
  lockTooFew: (day: string, needed: number) => `There are fewer than ${needed} figures up to ${day}: they are not locked.`,
  lock: 'Lock limits …',
  moveLock: 'Lock elsewhere …',
  lockAt: 'Last day whose figures count',
  lockNow: 'Lock',
  unlock: 'Unlock',
  between: (from: string, to: string) => `Choose a day from ${from} to ${to}: a lock needs five figures before it.`,
  signal: { improving: 'unusual, better', concerning: 'unusual, worse', changed: 'unusual' },
  signalColumn: 'Unusual',
  noLimitsDrawn: 'limits judge each period, so they are not drawn on the sum',
  kept: 'usual limits',
  earlierTarget: 'was',
  lockedHere: 'locked',
};
