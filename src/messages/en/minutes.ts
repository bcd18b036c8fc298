import type { Decision } from '../../domain/meeting.ts';

const s = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** Words of the minutes of a review. */
export const minutes = {
  title: (day: string) => `Review of ${day}`,
  headline: (spoken: number, decisions: number) =>
    spoken || decisions ? `${s(spoken, 'item')} discussed, ${s(decisions, 'decision')} made` : 'Nothing was written down',
  present: (names: string) => `Present: ${names}`,
  chance: (chance: string) => `chance ${chance}`,
  confidence: (value: number, by: string) => (by ? `confidence ${value} of 10 (${by})` : `confidence ${value} of 10`),
  note: 'Note',
  decision: 'Decision',
  dueBy: (day: string) => `by ${day}`,
  outcome: { open: 'open', done: 'done', 'not-done': 'not done', obsolete: 'no longer needed' } satisfies Record<
    Decision['outcome'],
    string
  >,
  overdue: (days: number) => (days ? `${s(days, 'day')} overdue` : 'due today'),
  answered: 'Earlier decisions, answered',
  open: 'Earlier decisions, still open',
  silent: 'Looked at, nothing noted',
  whole: 'Of the whole',
  print: 'Print',
  copyMarkdown: 'Copy as Markdown',
  saveMarkdown: 'Save .md',
  copyChat: 'Copy for chat',
  copied: 'Copied.',
  notCopied: 'The browser does not allow copying: select the text and copy it.',
  reopen: 'Continue this review',
  back: 'All reviews',
  fileName: (iso: string) => `review-${iso}.md`,
  join: { list: ', ', fact: ', ', colon: ': ', open: ' (', close: ')' },
};
