import type { Status } from '../../domain/assessment.ts';
import type { ChangeFact } from '../../domain/changes.ts';
import type { FlagHistory, Span } from '../../domain/flag-history.ts';
import type { Format } from '../format.ts';

const s = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** What the sentences need beside their facts: names of the statuses, days as they are to be written. */
export interface TimeContext {
  readonly status: Record<Status, string>;
  readonly day: (day: number) => string;
}

const span = ({ unit, count }: Span) => s(count, unit);
const times = (count: number) => (count === 1 ? 'once' : s(count, 'time'));

/** How soon and how often the verdict and the simple rule raised an alarm, in one or two sentences. */
function history(facts: FlagHistory, { status, day }: TimeContext): string {
  if (facts.code === 'too-few') return 'Too few readings yet to compare the two rules.';
  const { own, naive, lead, firstAtRisk, end, reviews } = facts;
  const [off, risk] = [status['off-track'], status['at-risk']];
  let first: string;
  if (own.first === null && naive.first === null) {
    first = `In ${s(reviews, 'reading')} neither Leeway nor the simple rule raised an alarm`;
    if (firstAtRisk !== null) first += `; Leeway first called it ${risk} on ${day(firstAtRisk)}`;
  } else if (own.first === null) {
    first = `Leeway never called it ${off}${firstAtRisk === null ? '' : `, only ${risk}, first on ${day(firstAtRisk)}`}; the simple rule first raised an alarm on ${day(naive.first!)}${naive.standing ? ' and is red now' : ''}`;
  } else {
    first = `Leeway first called it ${off} on ${day(own.first)}${firstAtRisk === null ? '' : ` (${risk} first on ${day(firstAtRisk)})`}`;
    if (!lead) first += `; the simple rule ${end === 'open' ? 'has raised no alarm so far' : 'never raised an alarm'}`;
    else if (lead.who === 'together') first += ', on the same day as the simple rule';
    else if (lead.who === 'own')
      first += `, ${span(lead.by)} before the simple rule${lead.unsteady ? ', but took that back in between' : ''}`;
    else first += `, ${span(lead.by)} after the simple rule${lead.unsteady ? ', whose alarm had gone in between' : ''}`;
  }
  const wolf = own.wolf || naive.wolf ? `Leeway cried wolf ${times(own.wolf!)}, the simple rule ${times(naive.wolf!)}` : '';
  if (end === 'missed') return `${first}. It was missed in the end.`;
  if (end === 'achieved') return `${first}. It has been achieved${wolf && `: ${wolf}`}.`;
  return `${first}.${wolf && ` It is ${status['on-track']} now: so far ${wolf}.`}`;
}

function fact(one: ChangeFact, unit: string | null, { status, day }: TimeContext, f: Format): string {
  switch (one.code) {
    case 'status':
      return `from ${status[one.from]} to ${status[one.to]}`;
    case 'chance':
      return `chance ${f.chance(one.from)} → ${f.chance(one.to)}`;
    case 'target':
      return `target changed ${f.value(one.from, unit)} → ${f.value(one.to, unit)}`;
    case 'due':
      return `due date moved ${day(one.from)} → ${day(one.to)}`;
    case 'goal':
      return 'goal changed';
    case 'begun':
      return `began on ${day(one.day)}`;
    case 'stale':
      return 'its data are old now';
    case 'fresh':
      return 'figures come in again';
    case 'steps':
      return `${s(one.count, 'step')} done`;
    case 'figures':
      return s(one.count, 'new figure');
  }
}

/** Words about past days: the verdicts of earlier reviews, and what changed since one. */
export const time = {
  title: 'Time machine',
  hint: 'what was said at each reading; press one to see that day',
  own: 'Leeway',
  naive: 'Simple rule',
  alarm: 'alarm',
  calm: 'calm',
  revised: 'Goal changed',
  revisedOn: (day: string) => `Goal changed on ${day}`,
  chosen: (day: string, status: string, chance: string | null) => `${day}: ${status}${chance === null ? '' : `, chance ${chance}`}`,
  waiting: 'being worked out …',
  today: 'Back to today',
  back: (day: string) => `Back to ${day}`,
  history,
  counted: 'How this is counted',
  countedText: (keep: boolean) =>
    `Each reading is judged again with what was known on that day, by the goal valid then; no verdict is stored. The simple rule raises an alarm ${keep ? 'while the newest reading is outside its limit' : 'when progress is below 75% of what the plan expects'}; Leeway’s alarm is off track. A rule cried wolf at a reading if its alarm went away again without a change of goal and the key result is on track or achieved now. Whether somebody’s action brought it back, figures cannot say.`,
  changes: {
    title: 'What changed',
    since: 'Compared with',
    choices: { review: 'the last review', week: 'one week ago', fortnight: 'two weeks ago', month: 'a month ago', own: 'a day of my own' },
    day: 'Earlier day',
    after: (day: string) => `since ${day}`,
    notEarlier: (day: string) => `Choose a day before ${day}.`,
    working: 'Comparing …',
    nothing: (figures: number, keyResults: number) =>
      `Nothing moved${figures ? `; ${s(figures, 'new figure')} for ${s(keyResults, 'key result')} changed no verdict` : ', and no new figures came in'}.`,
    summary: (worse: number, better: number, other: number, figures: number, keyResults: number) =>
      `${[worse && `${worse} worse`, better && `${better} better`, other && `${other} changed otherwise`].filter(Boolean).join(', ')}; ${
        figures ? `${s(figures, 'new figure')} for ${s(keyResults, 'key result')}` : 'no new figures'
      }.`,
    show: (count: number) => (count === 1 ? 'Show it' : `Show all ${count}`),
    hide: 'Hide',
    direction: { worse: 'worse', other: 'changed', better: 'better' },
    sentence: (facts: readonly ChangeFact[], unit: string | null, context: TimeContext, f: Format): string => {
      const text = facts.map((one) => fact(one, unit, context, f)).join('; ');
      return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
    },
  },
};
