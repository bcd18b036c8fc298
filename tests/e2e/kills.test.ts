import { expect, it } from 'vitest';
import { isBad, killOften, KINDS } from '../kills/kills.ts';

it('a tab that is closed, a page that crashes, a browser that is killed and a full disk lose at most the last 300 ms', async () => {
  const kills = await killOften(KINDS.length, 7);
  expect(kills.filter(isBad)).toEqual([]);
  expect(kills.every(({ made }) => made > 0)).toBe(true);
});
