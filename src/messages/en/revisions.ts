import type { GoalChange, RevisionCount } from '../../domain/revision-list.ts';
import type { Goal } from '../../domain/objective.ts';
import type { Format } from '../format.ts';

const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);
const s = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** Words about everything that was changed in mid-cycle. */
export const revisions = {
  title: 'Changes of goals',
  hint: 'what was changed, why, and who approved it',
  headline({ moved, softer, harder, dropped, added, replaced }: RevisionCount): string {
    const all = moved > 0 && (softer === moved ? 'easier' : harder === moved ? 'harder' : null);
    const effects = [softer && `${times(softer)} made easier`, harder && `${times(harder)} made harder`].filter(Boolean).join(', ');
    const goals = all ? `Goals made ${all} ${times(moved)}` : moved ? `Goals moved ${times(moved)}${effects ? `, ${effects}` : ''}` : '';
    const others = [
      [dropped, 'given up'],
      [replaced, 'replaced'],
      [added, 'added'],
    ] as const;
    const told = others.filter(([count]) => count > 0).map(([count, how], i) => `${i ? count : s(count, 'key result')} ${how}`);
    return [goals, told.join(', ')].filter(Boolean).join('; ') || 'Nothing was changed in mid-cycle';
  },
  columns: { day: 'Day', keyResult: 'Key result', change: 'What changed', effect: 'Asks for', reason: 'Why', approver: 'Approved by' },
  effects: { harder: 'more', softer: 'less', mixed: 'more here, less there', other: '–' },
  kinds: { dropped: 'Given up', added: 'Added', replaced: 'Replaced by' },
  change(change: GoalChange, unit: string | null, f: Format, goals: Readonly<Record<Goal['kind'], string>>): string {
    const bound = (value: number | null) => (value === null ? 'none' : f.value(value, unit));
    switch (change.code) {
      case 'target':
        return `Target ${f.value(change.from, unit)} → ${f.value(change.to, unit)}`;
      case 'baseline':
        return `Baseline ${f.value(change.from, unit)} → ${f.value(change.to, unit)}`;
      case 'at-least':
        return `At least ${bound(change.from)} → ${bound(change.to)}`;
      case 'at-most':
        return `At most ${bound(change.from)} → ${bound(change.to)}`;
      case 'stretch':
        return `Stretch ${bound(change.from)} → ${bound(change.to)}`;
      case 'due':
        return `Due ${f.day(change.from)} → ${f.day(change.to)}`;
      case 'weight':
        return `Weight ${f.number(change.from)} → ${f.number(change.to)}`;
      case 'kind':
        return `${goals[change.from]} → ${goals[change.to]}`;
      case 'plan':
        return 'Another planned path';
      case 'steps':
        return 'Other steps';
    }
  },
  join: ', ',
  objective: 'Objective',
  all: 'All objectives',
  copy: 'Copy as Markdown',
  copied: 'Copied',
  none: 'No goal of this cycle was changed up to this day. Goals are changed on the page of their key result, with a reason; the old one stays visible.',
  asOf: (day: string) => `as of ${day}`,
};
