import { civilOf, type EpochDay } from './calendar.ts';
import { foldName } from './fold-name.ts';
import type { Ambition, Level } from './objective.ts';
import type { OkrField, OkrRow, OkrRows } from './okr-list-row.ts';
import { goalOfRow, type ListGoal } from './okr-list-goal.ts';
import { dayNamed, dayOrderOf, periodNamed, type NamedPeriod } from './okr-list-period.ts';
import type { DateContext } from './okr-text-date.ts';
import { withoutMark } from './okr-text.ts';

export interface ListedObjective {
  /** Stays while the file is read again. */
  readonly key: string;
  readonly title: string;
  readonly owner: string;
  readonly level: Level | null;
  readonly ambition: Ambition;
  /** Key of the objective of this list that it serves; else the text of the cell, or ''. */
  readonly parent: { readonly key: string } | { readonly text: string };
}

export interface ListedKeyResult extends ListGoal {
  readonly key: string;
  readonly objectiveKey: string;
  readonly title: string;
  readonly owner: string;
  readonly start: EpochDay | null;
  readonly due: EpochDay | null;
  /** In the numbers of the list, shares as percent; null where none is written. */
  readonly weight: number | null;
  /** KPI that the list names for it, or ''. */
  readonly metric: string;
}

/** What an OKR list says. */
export interface ListedOkrs {
  readonly objectives: readonly ListedObjective[];
  readonly keyResults: readonly ListedKeyResult[];
  /** The cycle that most rows name, and how they write it. */
  readonly cycle: (NamedPeriod & { readonly name: string }) | null;
}

const LEVELS: readonly (readonly [Level, RegExp])[] = [
  ['company', /公司|集团|集團|全司|company|corporate|organi[sz]ation|^org/i],
  ['department', /部门|部門|事业部|事業部|中心|department|division|dept|business unit/i],
  ['team', /团队|團隊|小组|小組|team|squad|group/i],
  ['person', /个人|個人|员工|員工|person|individual|employee/i],
];
const levelNamed = (text: string): Level | null => LEVELS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
const isAspirational = (text: string) => /挑战|挑戰|愿景|願景|aspiration|stretch|moonshot/i.test(text);

const DIGITS = '〇一二三四五六七八九';
/** 'O1', 'Objective 2', 目标三 → 1, 2, 3. */
function numberOf(text: string): number | null {
  const digits = /^(?:o|objective|目标|目標)(\d{1,2}|[一二三四五六七八九])/.exec(foldName(text))?.[1];
  if (digits === undefined) return null;
  return /\d/.test(digits) ? Number(digits) : DIGITS.indexOf(digits);
}

const textIn = (row: OkrRow | undefined, field: OkrField): string => row?.cells[field]?.text ?? '';

/** A weight of `40%` is 40; so is .4 where no weight of the list goes beyond 1. */
function weightsOf(rows: readonly OkrRow[]): (row: OkrRow) => number | null {
  const read = (row: OkrRow) => {
    const match = /^(\d+(?:\.\d+)?|\.\d+)\s?(%)?$/.exec(textIn(row, 'weight').normalize('NFKC').trim());
    return match ? { value: Number(match[1]), percent: match[2] !== undefined } : null;
  };
  const plain = rows.flatMap((row) => read(row) ?? []).filter(({ percent }) => !percent);
  const factor = plain.every(({ value }) => value <= 1) ? 100 : 1;
  return (row) => {
    const weight = read(row);
    return weight && weight.value > 0 ? Number((weight.percent ? weight.value : weight.value * factor).toPrecision(12)) : null;
  };
}

/** The period that the most rows name; the first of several. */
function cycleOf(rows: readonly OkrRow[], year: number): ListedOkrs['cycle'] {
  const found = new Map<string, { cycle: NonNullable<ListedOkrs['cycle']>; rows: number }>();
  for (const row of rows) {
    const name = textIn(row, 'cycle');
    const period = name === '' ? null : periodNamed(name, year);
    if (!period) continue;
    const one = found.get(name) ?? { cycle: { ...period, name }, rows: 0 };
    found.set(name, { ...one, rows: one.rows + 1 });
  }
  return [...found.values()].reduce<{ cycle: ListedOkrs['cycle']; rows: number }>((most, one) => (one.rows > most.rows ? one : most), {
    cycle: null,
    rows: 0,
  }).cycle;
}

function objectivesOf(list: OkrRows): ListedObjective[] {
  const parents = new Map<string, string>();
  const objectives = list.objectives.map(({ title, row }, index) => {
    const members = list.keyResults.filter(({ objective }) => objective === title).map((member) => member.row);
    const first = (field: OkrField) => textIn(row, field) || (members.map((member) => textIn(member, field)).find(Boolean) ?? '');
    const key = `o${index + 1}`;
    parents.set(key, first('parent'));
    return {
      key,
      title: withoutMark(title),
      number: numberOf(title) ?? numberOf(textIn(row, 'number')),
      owner: first('objectiveOwner') || textIn(row, 'owner'),
      level: levelNamed(first('level')),
      ambition: isAspirational(first('kind')) ? ('aspirational' as const) : ('committed' as const),
    };
  });
  return objectives.map(({ number: _number, ...objective }) => {
    const text = parents.get(objective.key) ?? '';
    const number = numberOf(text);
    const parent =
      text === ''
        ? undefined
        : (objectives.find((other) => foldName(withoutMark(text)) === foldName(other.title)) ??
          objectives.find((other) => number !== null && other.number === number));
    return { ...objective, parent: parent && parent.key !== objective.key ? { key: parent.key } : { text } };
  });
}

/** Reads the rows of an OKR list: what they want, by when, whose it is, and which KPI measures it. */
export function readOkrList(list: OkrRows, { today, cycle }: DateContext): ListedOkrs {
  const rows = list.keyResults.map(({ row }) => row);
  const year = civilOf(cycle?.start ?? today).year;
  const named = cycleOf(rows, year);
  const keys = new Map(list.objectives.map(({ title }, index) => [title, `o${index + 1}`]));
  const headRows = new Map(list.objectives.map(({ title, row }) => [title, row]));
  const order = dayOrderOf(rows.flatMap((row) => [textIn(row, 'due'), textIn(row, 'begin')]));
  const weightOf = weightsOf(rows);
  const hasStart = rows.some((row) => row.cells.start !== undefined);
  const keyResults = list.keyResults.map(({ title: written, objective, row }): ListedKeyResult => {
    const head = headRows.get(objective);
    const inherited = (field: OkrField) => textIn(row, field) || textIn(head, field);
    const own = periodNamed(inherited('cycle'), year);
    const window = own ?? named ?? cycle;
    const context = { today, cycle: window && { id: '', name: '', ...window } };
    const day = (field: 'begin' | 'due') => {
      const text = inherited(field);
      return text === '' ? null : dayNamed(text, field === 'due' ? 'end' : 'start', order, context);
    };
    const title = withoutMark(written);
    return {
      key: `${row.sheet}!${row.row}`,
      objectiveKey: keys.get(objective) ?? '',
      title,
      owner: textIn(row, 'owner') || textIn(head, 'owner'),
      start: day('begin') ?? own?.start ?? null,
      due: day('due') ?? own?.end ?? null,
      weight: weightOf(row),
      metric: textIn(row, 'metric'),
      ...goalOfRow(row, title, hasStart),
    };
  });
  return { objectives: objectivesOf(list), keyResults, cycle: named };
}
