import { isoOf } from '../domain/calendar.ts';
import type { PastDecision } from '../domain/decisions.ts';
import type { Decision, MeetingEntry } from '../domain/meeting.ts';
import type { Minutes } from '../domain/minutes.ts';
import type { Status } from '../domain/assessment.ts';
import type { Format } from './format.ts';
import type { Groups } from './groups.ts';
import { plainMarkdown as plain } from './markdown.ts';

export interface MinutesContext {
  readonly words: Groups['meeting']['minutes'];
  readonly status: Record<Status, string>;
  readonly format: Format;
  /** Title of the board; may be empty. */
  readonly board: string;
}

/** A chat shows no more than this of a sentence, in characters. */
const CHAT_SENTENCE = 90;

/** `何川，9月2日前`; empty where nobody and no day was named. */
export function byWhom({ owner, due }: Pick<Decision, 'owner' | 'due'>, { words, format }: MinutesContext): string {
  return [owner, due === null ? '' : words.dueBy(format.day(due))].filter(Boolean).join(words.join.fact);
}

const inBrackets = (text: string, { words }: MinutesContext) => (text ? words.join.open + text + words.join.close : '');

/** How sure people and figures were. */
export function sureness(entry: MeetingEntry, { words, format }: MinutesContext): string {
  const { chance } = entry.seen;
  return [
    chance === null ? '' : words.chance(format.chance(chance)),
    entry.confidence === null ? '' : words.confidence(entry.confidence, entry.by ?? ''),
  ]
    .filter(Boolean)
    .join(words.join.fact);
}

/** What became of an earlier decision: its answer, or for how long it is overdue. */
export function standOf({ decision, overdue }: PastDecision, { words }: MinutesContext): string {
  return decision.outcome === 'open' && overdue !== null ? words.overdue(overdue) : words.outcome[decision.outcome];
}

/** The minutes as a Markdown document. */
export function minutesMarkdown(minutes: Minutes, context: MinutesContext): string {
  const { words, status, format, board } = context;
  const { colon } = words.join;
  const { meeting, spoken, silent, answered, open } = minutes;
  const lines = [`# ${[board, words.title(format.dayYear(meeting.day))].filter(Boolean).map(plain).join(' · ')}`, ''];
  if (meeting.present) lines.push(plain(words.present(meeting.present)), '');
  lines.push(`**${words.headline(spoken.length, minutes.decisions)}**`, '');
  spoken.forEach((entry, i) => {
    const state = entry.subject.kind === 'key-result' ? status[entry.seen.status] : 'KPI';
    lines.push(`## ${i + 1}. ${plain(entry.subject.title)} — ${state}`, '', plain(entry.seen.sentence), '');
    const sure = sureness(entry, context);
    if (sure) lines.push(`- ${plain(sure)}`);
    if (entry.note) lines.push(`- ${words.note}${colon}${plain(entry.note)}`);
    if (entry.decision)
      lines.push(
        `- **${words.decision}${colon}${plain(entry.decision.text)}**${plain(inBrackets(byWhom(entry.decision, context), context))}`,
      );
    if (lines.at(-1) !== '') lines.push('');
  });
  const past = (title: string, list: readonly PastDecision[]) => {
    if (!list.length) return;
    lines.push(`## ${title}`, '');
    for (const one of list) {
      const { text } = one.decision;
      lines.push(
        `- ${standOf(one, context)}${colon}${plain(text)}${plain(inBrackets([one.subject.title, byWhom(one.decision, context)].filter(Boolean).join(words.join.fact), context))}`,
      );
    }
    lines.push('');
  };
  past(words.answered, answered);
  past(words.open, open);
  if (silent.length) lines.push(`${words.silent}${colon}${silent.map(({ title }) => plain(title)).join(words.join.list)}`, '');
  if (meeting.note) lines.push(`${words.whole}${colon}${plain(meeting.note)}`, '');
  return `${lines.join('\n').trim()}\n`;
}

const short = (text: string) => (text.length > CHAT_SENTENCE ? `${text.slice(0, CHAT_SENTENCE - 1)}…` : text);

/** The minutes as a short plain text: chats show no tables and no Markdown that can be relied on. */
export function minutesForChat(minutes: Minutes, context: MinutesContext): string {
  const { words, status, format, board } = context;
  const { colon } = words.join;
  const { meeting, spoken, answered, open } = minutes;
  const lines = [
    [board, words.title(format.day(meeting.day))].filter(Boolean).join(' · '),
    words.headline(spoken.length, minutes.decisions),
  ];
  spoken.forEach((entry, i) => {
    const state = entry.subject.kind === 'key-result' ? status[entry.seen.status] : 'KPI';
    lines.push(`${i + 1}. ${entry.subject.title} | ${[state, sureness(entry, context)].filter(Boolean).join(words.join.fact)}`);
    if (entry.note) lines.push(`   ${short(entry.note.replace(/\s*\n\s*/g, ' '))}`);
    if (entry.decision)
      lines.push(`   → ${entry.decision.text.replace(/\s*\n\s*/g, ' ')}${inBrackets(byWhom(entry.decision, context), context)}`);
  });
  for (const one of answered) lines.push(`✓ ${standOf(one, context)}${colon}${one.decision.text}`);
  for (const one of open.filter(({ overdue }) => overdue !== null))
    lines.push(`! ${standOf(one, context)}${colon}${one.decision.text}${inBrackets(one.decision.owner, context)}`);
  if (meeting.note) lines.push(`${words.whole}${colon}${meeting.note}`);
  return lines.join('\n');
}

export const minutesFileName = ({ meeting }: Minutes, { words }: MinutesContext): string => words.fileName(isoOf(meeting.day));
