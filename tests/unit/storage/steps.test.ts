import { afterEach, describe, expect, it, vi } from 'vitest';
import { runAtOnce, runInSlices, type Steps } from '../../../src/storage/steps.ts';

/** Counts to a number, in as many steps. */
function* countTo(last: number): Steps<number> {
  let count = 0;
  while (count < last) {
    count++;
    yield;
  }
  return count;
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('work in steps', () => {
  it('comes to the same at once and in slices', async () => {
    expect(runAtOnce(countTo(5))).toBe(5);
    expect(await runInSlices(countTo(5))).toBe(5);
  });

  it('lets others have a turn when a slice is over, and only then', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 3));
    const pauses = vi.fn(() => Promise.resolve());
    vi.stubGlobal('scheduler', { yield: pauses });
    await runInSlices(countTo(12));
    expect(pauses.mock.calls.length).toBeGreaterThanOrEqual(3);
    expect(pauses.mock.calls.length).toBeLessThan(12);
  });

  it('has turns for others where the browser has no scheduler', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 100));
    let turns = 0;
    const turn = setInterval(() => turns++, 0);
    await runInSlices(countTo(20));
    clearInterval(turn);
    expect(turns).toBeGreaterThan(0);
  });
});
