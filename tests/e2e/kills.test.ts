import { expect, it } from 'vitest';
import { killOften, KINDS } from '../kills/kills.ts';

/** On a machine that runs other tests beside; `npm run test:kills` measures against what is promised. */
const LONG_AGO = 2_000;

it('a tab that is closed, a page that crashes, a browser that is killed and a full disk leave a board that can be read', async () => {
  const kills = await killOften(KINDS.length, 7);
  expect(kills.filter(({ readable, oldest }) => !readable || oldest > LONG_AGO)).toEqual([]);
  expect(kills.every(({ made }) => made > 0)).toBe(true);
  // While a page is closed its last edits are caught, also where nothing can be stored any more.
  expect(kills.filter(({ kind, lost }) => (kind === 'tab closed' || kind === 'disk full') && lost > 0)).toEqual([]);
});
