import { describe, expect, it } from 'vitest';
import { missOf } from '../../bench/drift/print.ts';
import { reliabilityOf } from '../../bench/drift/reliability.ts';
import { rocOf } from '../../bench/drift/roc.ts';
import { mase, smape } from '../../bench/forecast/m3.ts';

describe('scores of the benches', () => {
  it('the area counts pairs in the right order, ties half', () => {
    const scored = [
      { score: 0.9, positive: true },
      { score: 0.5, positive: true },
      { score: 0.5, positive: false },
      { score: 0.1, positive: false },
    ];
    expect(rocOf(scored).auc).toBeCloseTo((1 + 1 + 0.5 + 1) / 4, 12);
    expect(rocOf(scored).foundAt(0)).toBe(0.5);
    expect(rocOf(scored).foundAt(0.25)).toBe(0.75);
  });

  it('the Brier score and the calibration error by hand', () => {
    const { brier, base, error } = reliabilityOf([
      { chance: 0.95, hit: true },
      { chance: 0.95, hit: false },
      { chance: 0.15, hit: false },
    ]);
    expect(brier).toBeCloseTo((0.05 ** 2 + 0.95 ** 2 + 0.15 ** 2) / 3, 12);
    expect(base).toBeCloseTo(2 / 9, 12);
    expect(error).toBeCloseTo((2 * 0.45 + 0.15) / 3, 12);
  });

  it('sMAPE and MASE by hand', () => {
    expect(smape([100, 50], [100, 150])).toBeCloseTo(50, 12);
    expect(mase({ freq: 1, period: 'yearly', known: [1, 3, 5], after: [7, 9] }, [6, 6])).toBeCloseTo(1, 12);
  });

  it('a miss is the distance to what is wanted', () => {
    expect(missOf(0.9, { least: 0.76, most: 0.86 })).toBeCloseTo(0.04, 12);
    expect(missOf(0.7, { least: 0.76, most: 0.86 })).toBeCloseTo(0.06, 12);
    expect(missOf(0.8, {})).toBe(0);
  });
});
