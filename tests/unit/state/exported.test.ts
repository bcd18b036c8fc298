import { beforeEach, expect, it, vi } from 'vitest';

const DAY = 86_400_000;
const START = Date.parse('2026-08-03T09:00:00.000Z');
const after = (days: number, minutes = 0) => new Date(START + days * DAY + minutes * 60_000).toISOString();

let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

/** The page on another visit: all it knows is what the browser kept. */
async function visit() {
  vi.resetModules();
  return (await import('../../../src/state/exported.svelte.ts')).exported;
}

it('reminds after fourteen days with edits that are in no file, not a minute before', async () => {
  (await visit()).edited(after(0));
  // Later edits do not put it off.
  (await visit()).edited(after(13));
  const later = await visit();
  expect(later.isDue(after(14, -1))).toBe(false);
  expect(later.isDue(after(14))).toBe(true);
  expect(later.daysAgo(after(14))).toBe(null);
});

it('counts from the last file, and not at all where nothing was edited since', async () => {
  const exported = await visit();
  exported.edited(after(0));
  exported.done(after(20));
  expect(exported.isDue(after(60))).toBe(false);
  const later = await visit();
  expect(later.daysAgo(after(23, -1))).toBe(2);
  expect(later.daysAgo(after(23))).toBe(3);
  later.edited(after(23));
  expect(later.isDue(after(37, -1))).toBe(false);
  expect(later.isDue(after(37))).toBe(true);
  // A clock that was put back is no reason to be alarmed.
  expect(later.daysAgo(after(1))).toBe(0);
});

it('that was put off comes back after another fourteen days', async () => {
  const exported = await visit();
  exported.edited(after(0));
  exported.dismiss(after(14));
  const later = await visit();
  expect(later.isDue(after(28, -1))).toBe(false);
  expect(later.isDue(after(28))).toBe(true);
});

it('what the browser kept may be anything', async () => {
  kept.set('leeway.exported', '{"at":"soon","editedSince":7}');
  const exported = await visit();
  expect([exported.daysAgo(after(0)), exported.isDue(after(0))]).toEqual([null, false]);
});
