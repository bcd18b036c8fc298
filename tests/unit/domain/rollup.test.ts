import { describe, expect, it } from 'vitest';
import type { Assessment, Status } from '../../../src/domain/assessment.ts';
import type { KeyResult } from '../../../src/domain/objective.ts';
import { rollUp } from '../../../src/domain/rollup.ts';

const keyResult = (id: string, weight: number) => ({ id, weight }) as KeyResult;
const assessed = (status: Status, progress: number | null, expected = 0.5) =>
  ({ status, rollup: progress === null ? null : { progress, expected } }) as Assessment;

describe('rolling key results up', () => {
  it('weighs progress, clamps an overachiever, and shows the worst status beside it', () => {
    const answers: Record<string, Assessment> = {
      a: assessed('on-track', 1.8),
      b: assessed('off-track', 0.1),
      c: assessed('on-track', -0.4),
    };
    const rollup = rollUp([keyResult('a', 1), keyResult('b', 2), keyResult('c', 1)], (id) => answers[id]);
    expect(rollup.progress).toBeCloseTo((1 + 2 * 0.1 + 0) / 4, 12);
    expect(rollup.worst).toBe('off-track');
  });

  it('leaves a key result without figures out of the mean and counts it', () => {
    const answers: Record<string, Assessment> = { a: assessed('on-track', 0.6), b: assessed('no-data', null) };
    expect(rollUp([keyResult('a', 1), keyResult('b', 9)], (id) => answers[id])).toEqual({
      progress: 0.6,
      expected: 0.5,
      worst: 'no-data',
      withoutFigure: 1,
    });
  });

  it('says nothing rather than zero where there is nothing', () => {
    expect(rollUp([], () => undefined)).toEqual({ progress: null, expected: null, worst: 'no-data', withoutFigure: 0 });
  });
});
