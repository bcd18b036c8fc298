import type { Objective } from '../domain/objective.ts';
import type { Effect, ListedRevision } from '../domain/revision-list.ts';
import type { Messages } from './en.ts';
import type { Format } from './format.ts';
import type { Groups } from './groups.ts';

type Words = Groups['cycle']['revisions'];

/** What a line of the list says changed, in words. */
export function changeText(entry: ListedRevision, words: Words, f: Format, t: Messages): string {
  if (entry.kind === 'replaced') return `${words.kinds.replaced} ${entry.by.title}`;
  if (entry.kind !== 'revised') return words.kinds[entry.kind];
  return entry.changes.map((change) => words.change(change, entry.keyResult.unit, f, t.okr.goals)).join(words.join);
}

export const effectOfEntry = (entry: ListedRevision): Effect | 'mixed' => (entry.kind === 'revised' ? entry.effect : 'other');
export const reasonText = ({ rulings }: ListedRevision, words: Words): string =>
  [...new Set(rulings.map(({ reason }) => reason).filter(Boolean))].join(words.join);
export const approverText = ({ rulings }: ListedRevision, words: Words): string =>
  [...new Set(rulings.map(({ approver }) => approver).filter(Boolean))].join(words.join);

const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
const rowOf = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;

/** The list as a Markdown table under its headline, for a chat or minutes. */
export function revisionsMarkdown(
  list: readonly ListedRevision[],
  head: { readonly headline: string; readonly cycleName: string; readonly objectives: readonly Objective[] },
  words: Words,
  f: Format,
  t: Messages,
): string {
  const { columns } = words;
  const names = [columns.day, words.objective, columns.keyResult, columns.change, columns.effect, columns.reason, columns.approver];
  const objectiveOf = (id: string) => head.objectives.find((objective) => objective.id === id)?.title ?? '';
  const rows = list.map((entry) => [
    f.dayYear(entry.day),
    objectiveOf(entry.keyResult.objectiveId),
    entry.keyResult.title,
    changeText(entry, words, f, t),
    words.effects[effectOfEntry(entry)],
    reasonText(entry, words),
    approverText(entry, words),
  ]);
  const title = [head.cycleName, head.headline].filter(Boolean).join(': ');
  return [`## ${title}`, '', rowOf(names), rowOf(names.map(() => '---')), ...rows.map(rowOf), ''].join('\n');
}
