import { expect, it } from 'vitest';
import { flawOf, isLongPassphrase, makePassphrase, openEncrypted, packEncrypted } from '../../../src/publish/encrypted-link.ts';
import { isBoardLink } from '../../../src/publish/is-board-link.ts';
import { openLink, packBoard } from '../../../src/publish/link.ts';
import { dataset, meta, workspace } from '../storage/sample.ts';

const options = { savedAt: meta.savedAt };
const passphrase = '北京 quarterly plan ２０２６';
const link = (await packEncrypted(workspace, [dataset], options, passphrase))!;

it('opens with its passphrase, however that is composed or typed wide, and shows the same board as the plain link', async () => {
  const plain = openLink(packBoard(workspace, [dataset], options));
  expect(await openEncrypted(link, passphrase)).toEqual(plain);
  expect(await openEncrypted(link, ` ${passphrase.normalize('NFKD')}\n`)).toEqual(plain);
  expect(await openEncrypted(link, '北京 quarterly plan 2026')).toEqual(plain);
  expect(isBoardLink(link)).toBe(true);
});

it('stays shut for any other passphrase, and never for the reader of a plain link', async () => {
  for (const other of ['', passphrase.slice(1), passphrase.toUpperCase()])
    expect(await openEncrypted(link, other)).toEqual({ ok: false, error: { code: 'wrong-passphrase' } });
  expect(openLink(link)).toEqual({ ok: false, error: { code: 'damaged-link' } });
});

it('is made anew each time: two links of one board share no secret', async () => {
  const again = (await packEncrypted(workspace, [dataset], options, passphrase))!;
  expect(again.slice(5, 40)).not.toBe(link.slice(5, 40));
});

it('is refused before anybody is asked, wherever it was cut off and whichever character was changed', () => {
  expect(flawOf(link)).toBeNull();
  for (let at = 0; at < link.length; at++) {
    expect(flawOf(link.slice(0, at)), `cut at ${at}`).toEqual({ code: 'truncated-link' });
    const other = link[at] === 'a' ? 'b' : 'a';
    expect(flawOf(link.slice(0, at) + other + link.slice(at + 1)), `changed at ${at}`).not.toBeNull();
  }
  expect(flawOf('#k2e.abc.000000')).toMatchObject({ code: 'newer-version' });
});

it('asks for a long passphrase, and makes one that is long enough', () => {
  for (const short of ['', 'short', 'aaaaaaaaaaaaaaaaaaaaaaaa', '1234512345123451', ' '.repeat(40)])
    expect(isLongPassphrase(short), short).toBe(false);
  expect(isLongPassphrase('correct horse battery')).toBe(true);
  expect(isLongPassphrase('今年第三季度的经营目标与关键结果一览')).toBe(true);
  const made = Array.from({ length: 50 }, makePassphrase);
  expect(made.every(isLongPassphrase) && new Set(made).size === 50).toBe(true);
});
