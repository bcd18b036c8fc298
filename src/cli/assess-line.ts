import { GRAINS, parseIso, type EpochDay, type Grain } from '../domain/calendar.ts';
import { ACCRUALS, type Accrual } from '../domain/dataset.ts';
import type { AssessInput } from '../domain/assess.ts';
import type { Goal, Plan, PlanStep, Reading } from '../domain/objective.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { SeriesPoint } from '../domain/series.ts';
import type { ReviewState } from '../domain/stats/decide.ts';

/** Why a line cannot be used; `path` names the field. */
export interface LineError {
  readonly code:
    | 'not-json'
    | 'not-an-object'
    | 'missing-field'
    | 'bad-date'
    | 'not-finite'
    | 'unknown-value'
    | 'baseline-equals-target'
    | 'empty-band'
    | 'due-before-start';
  readonly path: string;
}

/** Thrown inside this file only, to leave a nested field at once. */
class Refusal extends Error {
  constructor(readonly error: LineError) {
    super(error.code);
  }
}

type Fields = Readonly<Record<string, unknown>>;

const refuse = (code: LineError['code'], path: string): never => {
  throw new Refusal({ code, path });
};

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

function fieldsAt(value: unknown, path: string): Fields {
  if (value === undefined || value === null) return refuse('missing-field', path);
  return isFields(value) ? value : refuse('not-an-object', path);
}

function numberAt(value: unknown, path: string): number {
  if (value === undefined || value === null) return refuse('missing-field', path);
  return typeof value === 'number' && Number.isFinite(value) ? value : refuse('not-finite', path);
}

function dayAt(value: unknown, path: string): EpochDay {
  if (value === undefined || value === null) return refuse('missing-field', path);
  const day = typeof value === 'string' ? parseIso(value) : null;
  return day ?? refuse('bad-date', path);
}

function oneOf<T extends string>(value: unknown, known: readonly T[], path: string): T {
  if (value === undefined || value === null) return refuse('missing-field', path);
  return known.find((name) => name === value) ?? refuse('unknown-value', path);
}

function listAt(value: unknown, path: string): readonly unknown[] {
  if (value === undefined || value === null) return refuse('missing-field', path);
  return Array.isArray(value) ? value : refuse('not-an-object', path);
}

const optional = <T>(value: unknown, read: (value: unknown, path: string) => T, path: string): T | null =>
  value === undefined || value === null ? null : read(value, path);

function planAt(value: unknown): Plan {
  if (value === undefined || value === null) return { kind: 'linear' };
  const steps = listAt(value, 'plan').map((step, i): PlanStep => {
    const fields = fieldsAt(step, `plan[${i}]`);
    return { day: dayAt(fields['date'], `plan[${i}].date`), value: numberAt(fields['value'], `plan[${i}].value`) };
  });
  return steps.length ? { kind: 'phased', steps } : { kind: 'linear' };
}

function goalAt(fields: Fields, plan: unknown): Goal {
  const kind = oneOf(fields['kind'], ['reach', 'keep'] as const, 'goal.kind');
  if (kind === 'keep') {
    const atLeast = optional(fields['atLeast'], numberAt, 'goal.atLeast');
    const atMost = optional(fields['atMost'], numberAt, 'goal.atMost');
    if (atLeast === null && atMost === null) return refuse('missing-field', 'goal.atLeast');
    if (atLeast !== null && atMost !== null && atLeast > atMost) return refuse('empty-band', 'goal');
    return { kind, atLeast, atMost };
  }
  const baseline = numberAt(fields['baseline'], 'goal.baseline');
  const target = numberAt(fields['target'], 'goal.target');
  if (baseline === target) return refuse('baseline-equals-target', 'goal');
  return { kind, baseline, target, stretch: null, plan: planAt(plan) };
}

const READINGS = ['latest', 'sum', 'mean', 'rolling-mean', 'share-inside'] as const;

/** A flow is summed unless the line says otherwise. */
function readingAt(fields: Fields, accrual: Accrual): Reading {
  const kind = optional(fields['reading'], (value) => oneOf(value, READINGS, 'reading'), 'reading');
  if (kind === 'rolling-mean') return { kind, periods: optional(fields['periods'], numberAt, 'periods') ?? 4 };
  return { kind: kind ?? (accrual === 'flow' || accrual === 'cumulative' ? 'sum' : 'latest') };
}

/** Points in the order of time; of two on one date the later in the list counts; a null value is a missing figure. */
function pointsAt(fields: Fields): SeriesPoint[] {
  const byDay = new Map<EpochDay, number>();
  const history = optional(fields['history'], listAt, 'history') ?? [];
  const read = (name: string) => (item: unknown, i: number) => {
    const point = fieldsAt(item, `${name}[${i}]`);
    const day = dayAt(point['date'], `${name}[${i}].date`);
    if (point['value'] === null) return;
    byDay.set(day, numberAt(point['value'], `${name}[${i}].value`));
  };
  history.forEach(read('history'));
  listAt(fields['points'], 'points').forEach(read('points'));
  return [...byDay].sort(([a], [b]) => a - b).map(([day, value]) => ({ day, value, cells: [] }));
}

/** State of the last review, where the line carries one; without it the data are replayed. */
function previousAt(value: unknown): ReviewState | null {
  const state = isFields(value) ? value['state'] : null;
  if (!isFields(state)) return null;
  const { pBehind, off } = state;
  return typeof pBehind === 'number' && Number.isFinite(pBehind) && typeof off === 'boolean' ? { pBehind, off } : null;
}

function inputOf(fields: Fields): AssessInput {
  const accrual: Accrual = optional(fields['accrual'], (value) => oneOf(value, ACCRUALS, 'accrual'), 'accrual') ?? 'level';
  const grain: Grain = oneOf(fields['grain'], GRAINS, 'grain');
  const goal = goalAt(fieldsAt(fields['goal'], 'goal'), fields['plan']);
  const start = dayAt(fields['start'], 'start');
  const due = dayAt(fields['due'], 'due');
  if (due <= start) return refuse('due-before-start', 'due');
  const previous = previousAt(fields['previous']);
  const link = { metricId: '', reading: readingAt(fields, accrual) };
  const named = { id: '', objectiveId: '', title: '', owner: '', unit: null };
  return {
    keyResult: { ...named, weight: 1, start, due, goal, link, checkIns: [], revisions: [] },
    series: { grain, accrual, unit: null, points: pointsAt(fields) },
    asOf: dayAt(fields['asOf'], 'asOf'),
    ...(previous && { previous }),
  };
}

/** One line of `assess --jsonl`: the identifier as it was given, and the question or why there is none. */
export function readLine(line: string): { id: unknown; input: Result<AssessInput, LineError> } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, input: err({ code: 'not-json', path: '' }) };
  }
  if (!isFields(value)) return { id: null, input: err({ code: 'not-an-object', path: '' }) };
  const id = value['id'] ?? null;
  try {
    return { id, input: ok(inputOf(value)) };
  } catch (thrown) {
    if (thrown instanceof Refusal) return { id, input: err(thrown.error) };
    throw thrown;
  }
}
