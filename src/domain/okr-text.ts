import type { EpochDay } from './calendar.ts';
import { findDue, type DateContext } from './okr-text-date.ts';
import { goalOf, type DraftGoal } from './okr-text-goal.ts';
import { findOwner, findWeight } from './okr-text-notes.ts';
import { findQuantities } from './okr-text-quantity.ts';

export interface DraftKeyResult extends DraftGoal {
  /** Line of the pasted text, from 1. */
  readonly line: number;
  readonly title: string;
  readonly owner: string | null;
  readonly due: EpochDay | null;
  /** As a fraction, where one was written. */
  readonly weight: number | null;
}

export interface DraftObjective {
  /** Line of the pasted text, from 1; 0 for key results that came before any objective. */
  readonly line: number;
  readonly title: string;
  readonly owner: string | null;
  readonly due: EpochDay | null;
  readonly weight: number | null;
  readonly keyResults: readonly DraftKeyResult[];
}

export interface OkrDraft {
  readonly objectives: readonly DraftObjective[];
  /** Lines that say nothing that was understood, as they were written. */
  readonly unclear: readonly { readonly line: number; readonly raw: string }[];
}

/** Longer lines are prose, not a goal. */
const MOST_CHARACTERS = 1_000;
const NUMERAL = '[一二三四五六七八九十]{1,2}';
const BULLET = new RegExp(String.raw`^\s*(?:[-*•·–—▪◦●○■□√]\s*|\(?\d{1,2}(?:[.)、](?!\d)|\))\s*|[①-⑳]\s*|${NUMERAL}、\s*)`, 'u');
const OBJECTIVE = new RegExp(
  String.raw`^(?:(?:objective|目标|目標)\s*(?:\d{1,2}|${NUMERAL})?\s*[:.、]|(?:objective|目标|目標)\s*(?:\d{1,2}|${NUMERAL})\s|O\s?(?:\d{1,2})?\s*[:、]|O\s?\d{1,2}(?:\.(?!\d)|\s|(?=\p{Script=Han})))\s*`,
  'iu',
);
const KEY_RESULT = new RegExp(
  String.raw`^(?:O\s?\d{1,2}\s*[-.]?\s*)?(?:KR|key result|关键结果|關鍵結果|关键成果|關鍵成果)\s*(?:\d{1,2}(?:\.\d{1,2})?|${NUMERAL})?\s*[:.、)\s-]?\s*`,
  'iu',
);

/** A line of dashes or stars says nothing. */
const SAYS = /[\p{L}\d]/u;

/** Full-width letters, digits and signs as half-width ones, character by character: places in the line stay the same. */
const halfWidth = (line: string): string =>
  line.replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replace(/[\u3000\u00A0\t]/g, ' ');

type Kind = 'objective' | 'key-result' | 'bullet' | 'plain';

interface Line {
  readonly number: number;
  readonly raw: string;
  readonly kind: Kind;
  readonly indented: boolean;
  /** Where its text begins, after bullets, numbers and words like 'KR1:'. */
  readonly from: number;
}

function readLine(raw: string, number: number): Line {
  const line = halfWidth(raw.slice(0, MOST_CHARACTERS));
  const bullet = BULLET.exec(line)?.[0].length ?? 0;
  const start = bullet || line.length - line.trimStart().length;
  const rest = line.slice(start);
  const keyResult = KEY_RESULT.exec(rest);
  const objective = OBJECTIVE.exec(rest);
  const marked = keyResult ?? objective;
  const kind = keyResult ? 'key-result' : objective ? 'objective' : bullet && SAYS.test(rest) ? 'bullet' : 'plain';
  return { number, raw, kind, indented: /^\s/.test(line), from: start + (marked?.[0].length ?? 0) };
}

/** A title of a list without its mark: 'O1: ', 'KR1.1 ', '①'. A minus before a figure is none. */
export function withoutMark(title: string): string {
  if (/^\s*[-–—]\s?\d/.test(title)) return title.trim();
  const rest = title.slice(readLine(title, 0).from).trim();
  return rest === '' ? title.trim() : rest;
}

interface Sentence {
  readonly title: string;
  readonly owner: string | null;
  readonly due: EpochDay | null;
  readonly weight: number | null;
  readonly goal: DraftGoal;
}

/** A line's text with its remarks taken out: what is left is the title, and the figures in it are the goal's. */
function readSentence({ raw, from }: Line, context: DateContext): Sentence {
  let text = halfWidth(raw).slice(from);
  let title = raw.slice(from);
  const take = <T extends { readonly start: number; readonly end: number }>(remark: T | null): T | null => {
    if (!remark) return null;
    const blank = ' '.repeat(remark.end - remark.start);
    text = text.slice(0, remark.start) + blank + text.slice(remark.end);
    title = title.slice(0, remark.start) + blank + title.slice(remark.end);
    return remark;
  };
  const weight = take(findWeight(text))?.value ?? null;
  const owner = take(findOwner(text))?.value ?? null;
  const due = take(findDue(text, context))?.day ?? null;
  const tidy = title
    .replace(/\s{2,}/g, ' ')
    .replace(/[(（]\s*[)）]/g, '')
    .replace(/^[\s,，、;；:：]+|[\s,，、;；:：。]+$/g, '');
  return { title: tidy, owner, due, weight, goal: goalOf(text, findQuantities(text)) };
}

/** Objectives with their key results while they are being read. */
class Draft {
  readonly objectives: { head: Omit<DraftObjective, 'keyResults'>; keyResults: DraftKeyResult[] }[] = [];

  addObjective(line: number, { title, owner, due, weight }: Omit<Sentence, 'goal'>): void {
    this.objectives.push({ head: { line, title, owner, due, weight }, keyResults: [] });
  }

  addKeyResult(line: number, { goal, ...sentence }: Sentence): void {
    if (this.objectives.length === 0) this.addObjective(0, { title: '', owner: null, due: null, weight: null });
    this.objectives.at(-1)!.keyResults.push({ line, ...sentence, ...goal });
  }

  /** A line of its own such as '负责人:王芳' belongs to what stands above it. Whether there was anything. */
  annotate({ owner, due, weight }: Sentence): boolean {
    const objective = this.objectives.at(-1);
    if (!objective) return false;
    const add = <T extends Omit<DraftObjective, 'keyResults'>>(to: T): T => ({
      ...to,
      owner: owner ?? to.owner,
      due: due ?? to.due,
      weight: weight ?? to.weight,
    });
    const last = objective.keyResults.pop();
    if (last) objective.keyResults.push(add(last));
    else objective.head = add(objective.head);
    return true;
  }
}

/**
 * Reads OKRs out of pasted text: objectives, key results, goals, dates, owners and weights in English and in Simplified and Traditional
 * Chinese. It guesses and asks: what a line does not say is null, and a line that says nothing known is handed back.
 */
export function parseOkrText(text: string, context: DateContext): OkrDraft {
  const lines = text.split(/\r\n?|\n/).map((raw, index) => readLine(raw, index + 1));
  const written = lines.filter(({ raw }) => raw.trim() !== '');
  const draft = new Draft();
  const unclear: { line: number; raw: string }[] = [];
  written.forEach((line, index) => {
    const drop = () => unclear.push({ line: line.number, raw: line.raw });
    if (line.raw.length > MOST_CHARACTERS) return void drop();
    const sentence = readSentence(line, context);
    const isRemark = sentence.title === '' && (sentence.owner ?? sentence.due ?? sentence.weight) !== null;
    if (isRemark) return void (draft.annotate(sentence) || drop());
    if (!SAYS.test(sentence.title)) return void drop();
    const next = written[index + 1]?.kind;
    const leads = next === 'bullet' || next === 'key-result';
    const isMember = line.kind === 'bullet' || line.indented || sentence.goal.kind !== 'milestones';
    if (line.kind === 'objective') draft.addObjective(line.number, sentence);
    else if (line.kind === 'key-result') draft.addKeyResult(line.number, sentence);
    else if (line.kind === 'plain' && !line.indented && leads) draft.addObjective(line.number, sentence);
    else if (isMember && draft.objectives.length > 0) draft.addKeyResult(line.number, sentence);
    else drop();
  });
  return { objectives: draft.objectives.map(({ head, keyResults }) => ({ ...head, keyResults })), unclear };
}
