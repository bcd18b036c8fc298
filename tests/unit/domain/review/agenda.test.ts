import { describe, expect, it } from 'vitest';
import { agendaOf, type AgendaInput } from '../../../../src/domain/agenda.ts';
import type { Assessment, Status } from '../../../../src/domain/assessment.ts';
import { assessKeyResult } from '../../../../src/domain/assess.ts';
import type { Standing } from '../../../../src/domain/conflicts.ts';
import type { CheckIn, KeyResult } from '../../../../src/domain/objective.ts';
import { day, keyResult, reach } from '../assess/builders.ts';

const ASOF = day('2026-08-28');
const kr = (more: Partial<KeyResult>) => keyResult(reach(0, 1), undefined, more);
const empty = assessKeyResult({ keyResult: kr({}), series: null, asOf: ASOF });
const standing = (id: string, status: Status, more: Partial<Assessment> = {}, about: Partial<KeyResult> = {}): Standing => ({
  keyResult: kr({ id, title: id, start: day('2026-07-01'), ...about }),
  assessment: { ...empty, status, reasons: [], ...more },
});
const run = (standings: readonly Standing[], more: Partial<AgendaInput> = {}) =>
  agendaOf({
    asOf: ASOF,
    standings,
    keyResults: standings.map((one) => one.keyResult),
    changes: [],
    decisions: [],
    conflicts: [],
    metrics: [],
    ...more,
  });
const codes = (standings: readonly Standing[], more: Partial<AgendaInput> = {}) =>
  run(standings, more).items.map(({ subject, reasons }) => [subject.id, ...reasons.map(({ code }) => code)]);
const said = (confidence: number, at = '2026-08-20', more: Partial<CheckIn> = {}): CheckIn => ({
  id: 'n1',
  day: day(at),
  value: null,
  confidence,
  note: '',
  ...more,
});

describe('the agenda', () => {
  it('is what is off track or at risk, worst first, then by the strength of the evidence', () => {
    const off = (pBehind: number) => ({ state: { pBehind, off: true } });
    const { items, calm } = run([
      standing('calm', 'on-track'),
      standing('risk', 'at-risk'),
      standing('weak', 'off-track', off(0.8)),
      standing('strong', 'off-track', off(0.99)),
      standing('early', 'too-early'),
      standing('lost', 'missed'),
      standing('done', 'achieved'),
    ]);
    expect(items.map(({ subject }) => subject.id)).toEqual(['strong', 'weak', 'lost', 'risk']);
    expect(calm.map(({ subject }) => subject.id)).toEqual(['calm', 'early', 'done']);
  });

  it('what became worse goes before what was as bad last time', () => {
    const all = [standing('old', 'at-risk'), standing('new', 'at-risk')];
    const changes = [
      { keyResult: all[1]!.keyResult, status: 'at-risk', direction: 'worse', facts: [{ code: 'status', from: 'on-track', to: 'at-risk' }] },
    ] as const;
    expect(codes(all, { changes })).toEqual([
      ['new', 'status', 'worse'],
      ['old', 'status'],
    ]);
  });

  it('a change for the better brings nobody to the table', () => {
    const all = [standing('k', 'on-track')];
    const changes = [{ keyResult: all[0]!.keyResult, status: 'on-track', direction: 'better', facts: [] }] as const;
    expect(codes(all, { changes })).toEqual([]);
  });

  it('asks about a person far from the figures, by the newest word', () => {
    const of = (checkIns: readonly CheckIn[], status: Status = 'on-track', chance = 0.1) =>
      codes([standing('k', status, { chance }, { checkIns })]);
    expect(of([said(8)])).toEqual([['k', 'gap']]);
    expect(of([said(8), said(2, '2026-08-27', { id: 'n2' })])).toEqual([]);
    expect(of([said(8, '2026-08-29')])).toEqual([]);
    expect(of([said(1)], 'achieved', 1)).toEqual([]);
  });

  it('asks for data that are old or that never came', () => {
    expect(codes([standing('k', 'on-track', { reasons: [{ code: 'stale', age: 20, cadence: 7 }] })])).toEqual([['k', 'stale']]);
    expect(codes([standing('k', 'no-data')])).toEqual([['k', 'stale']]);
    expect(codes([standing('k', 'no-data', {}, { start: ASOF + 1 })])).toEqual([]);
  });

  it('asks for steps that are overdue, and not for others', () => {
    const steps = (overdue: number) => ({ reasons: [{ code: 'milestones', done: 1, all: 3, overdue, next: null }] }) as const;
    expect(codes([standing('k', 'on-track', steps(2)), standing('j', 'on-track', steps(0))])).toEqual([['k', 'overdue-steps']]);
  });

  it('asks after what was decided of a key result, or of that in whose place it came', () => {
    const past = (id: string, due: number) => ({
      meetingId: 'w1',
      place: 0,
      subject: { kind: 'key-result', id, title: id } as const,
      decidedOn: ASOF - 14,
      decision: { text: 'x', owner: '', due, outcome: 'open', answeredOn: null } as const,
      overdue: due <= ASOF ? ASOF - due : null,
    });
    const all = [standing('k2', 'on-track', {}, { replaces: 'k1' }), standing('k3', 'on-track')];
    const input = { keyResults: [kr({ id: 'k1' }), ...all.map((one) => one.keyResult)] };
    expect(codes(all, { ...input, decisions: [past('k1', ASOF - 2), past('k3', ASOF + 3)] })).toEqual([['k2', 'decision']]);
  });

  it('takes KPIs in after the key results, where something is to be said', () => {
    const metric = {
      id: 'm1',
      name: 'Price',
      datasetId: 'd1',
      column: 'p',
      role: 'actual',
      denominator: null,
      filters: [],
      aggregation: 'mean',
      accrual: 'ratio',
      unit: null,
      grain: 'week',
    } as const;
    const metrics = [
      { metric, reasons: [{ code: 'metric-stale', age: 40, cadence: 7 } as const] },
      { metric: { ...metric, id: 'm2' }, reasons: [] },
    ];
    expect(codes([standing('k', 'at-risk')], { metrics })).toEqual([
      ['k', 'status'],
      ['m1', 'metric-stale'],
    ]);
  });
});
