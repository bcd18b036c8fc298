import { describe, expect, it } from 'vitest';
import { assessLines } from '../../../../src/cli/assess-jsonl.ts';

const weekly = (values: readonly number[]) =>
  values.map((value, i) => ({ date: new Date(Date.UTC(2026, 6, 8 + 7 * i)).toISOString().slice(0, 10), value }));
const line = (more: object = {}) =>
  JSON.stringify({
    id: 'x',
    goal: { kind: 'reach', baseline: 50, target: 70 },
    accrual: 'level',
    reading: 'latest',
    grain: 'week',
    start: '2026-07-01',
    due: '2026-09-30',
    asOf: '2026-08-12',
    plan: null,
    history: [{ date: '2026-06-24', value: 49.1 }],
    points: weekly([51.3, 52.9, 54.8, 55.9, 57.7, 59]),
    previous: null,
    ...more,
  });
const answers = (...lines: string[]) =>
  assessLines(lines.join('\n'))
    .output.trim()
    .split('\n')
    .map((text) => JSON.parse(text));

describe('leeway assess --jsonl', () => {
  it('answers one line with the documented fields', () => {
    const [a] = answers(line());
    expect(Object.keys(a)).toEqual([
      'id',
      'value',
      'valueDate',
      'progress',
      'expected',
      'status',
      'verdict',
      'stale',
      'chanceToHit',
      'chanceIfPlanResumes',
      'chanceIfNothingChanges',
      'forecast',
      'pace',
      'requiredPace',
      'reasons',
      'sentence',
    ]);
    expect(a).toMatchObject({ id: 'x', value: 59, valueDate: '2026-08-12', status: 'on-track', stale: false });
    expect(a.progress).toBeCloseTo(0.45, 12);
    expect(a.expected).toBeCloseTo(42 / 91, 12);
    expect(a.forecast.date).toBe('2026-09-30');
    expect(a.sentence).not.toBe('');
  });

  it('puts a refusal in the place of a line that cannot be used and answers the others', () => {
    const bad = [
      ['nonsense', 'not-json'],
      [line({ goal: { kind: 'reach', baseline: 5, target: 5 } }), 'baseline-equals-target'],
      [line({ due: undefined }), 'missing-field'],
      [line({ asOf: '2026-02-30' }), 'bad-date'],
      [line({ points: [{ date: '2026-07-08', value: 'many' }] }), 'not-finite'],
      [line({ grain: 'fortnight' }), 'unknown-value'],
      [line({ due: '2026-06-01' }), 'due-before-start'],
      [line({ goal: { kind: 'keep', atLeast: 5, atMost: 3 } }), 'empty-band'],
    ] as const;
    const { output, refused } = assessLines([line(), ...bad.map(([text]) => text), line({ id: 'last' })].join('\n'));
    const all = output
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(refused).toBe(bad.length);
    expect(all[0].status).toBe('on-track');
    expect(all.slice(1, -1).map((answer) => answer.error.code)).toEqual(bad.map(([, code]) => code));
    expect(all.at(-1).id).toBe('last');
  });

  it('does not care for the order of points; of two on one date the later in the list counts', () => {
    const points = weekly([51.3, 52.9, 54.8, 55.9, 57.7, 59]);
    const twice = [...points.slice(0, 5), { date: '2026-08-12', value: 12 }, points[5]];
    const [plain, turned, last] = answers(line({ points }), line({ points: [...points].reverse() }), line({ points: twice }));
    expect(turned).toEqual(plain);
    expect(last).toEqual(plain);
  });

  it('takes a flow for a total unless the line says otherwise', () => {
    const flow = {
      accrual: 'flow',
      reading: undefined,
      history: [],
      goal: { kind: 'reach', baseline: 0, target: 700 },
      asOf: '2026-08-18',
    };
    const [sum, mean] = answers(line(flow), line({ ...flow, reading: 'mean', goal: { kind: 'reach', baseline: 50, target: 55 } }));
    expect(sum.value).toBeCloseTo(331.6, 9);
    expect(mean.value).toBeCloseTo(331.6 / 6, 9);
  });

  it('leaves out what came after the day asked about', () => {
    const later = [...weekly([51.3, 52.9, 54.8, 55.9, 57.7, 59]), { date: '2026-08-19', value: 5 }];
    expect(answers(line({ points: later }))).toEqual(answers(line()));
  });
});
