import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { DIST } from '../e2e/support/app.ts';
import { addObjective, replayOn } from '../e2e/support/drive.ts';
import { NEWER_TITLE } from './newer-build.ts';
import { everythingStored, openExample, walk, type Site } from './site.ts';

const versionOf = (stored: string) => Number(/"schemaVersion":(\d+)/.exec(stored)?.[1]);

/** What a reader sees of the board: every key result with its figures and verdict. */
const board = async (page: Page) => (await page.locator('main tbody .row').allInnerTexts()).map((row) => row.replace(/\nEdit\n/, '\n'));

/** An older version opens what a newer one has written: it looks at it, changes nothing, and lets it be downloaded. */
export async function newerData(site: Site, newer: string, tell: (step: string) => void): Promise<void> {
  site.deploy(newer);
  const { page } = await site.app.open();
  assert.equal(await page.title(), NEWER_TITLE);
  await openExample(page);
  await addObjective(page, 'From the future');
  await page.getByText('From the future').first().waitFor();
  await page.waitForTimeout(1_000);
  await page.reload();
  await page.getByText('From the future').first().waitFor();
  const rows = await board(page);
  const stored = await everythingStored(page);
  assert.match(stored, /Only newer pages know me/);

  site.deploy(DIST);
  await page.reload();
  assert.notEqual(await page.title(), NEWER_TITLE);
  await page.getByText('A newer version of Leeway saved this board').waitFor();
  await page.getByText('From the future').first().waitFor();
  assert.deepEqual(await board(page), rows);
  for (const name of ['Add objective', 'Undo']) assert.equal(await page.getByRole('button', { name, disabled: false }).count(), 0);
  assert.equal(await page.locator('main tbody .row .edit').count(), 0);
  await walk(page);
  assert.equal(await page.locator('main input:enabled[type=text]').count(), 0);
  tell('the older version shows the board, read-only');

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download what is stored' }).click();
  const buffer = readFileSync(await (await downloading).path());
  const file = { name: 'leeway-stored.json', mimeType: 'application/json', buffer };
  assert.match(buffer.toString(), /Only newer pages know me/);
  await page.reload();
  await page.getByText('A newer version of Leeway saved this board').waitFor();
  assert.equal(await everythingStored(page), stored);
  tell('nothing that is stored has changed by a bit, and it can be downloaded');

  site.deploy(newer);
  await page.reload();
  assert.equal(await page.title(), NEWER_TITLE);
  await page.getByText('From the future').first().waitFor();
  assert.equal(await page.getByRole('alert').count(), 0);
  assert.deepEqual(await board(page), rows);
  await addObjective(page, 'Goes on');
  await page.getByText('Goes on').first().waitFor();
  tell('the newer version finds it whole again, and goes on');

  const { page: reader } = await site.app.open();
  await reader.locator('input[type=file]').last().setInputFiles(file);
  await reader.getByText('From the future').first().waitFor();
  await replayOn(reader, await page.getByLabel('As of').inputValue());
  await reader
    .locator('main tbody .row')
    .nth(rows.length - 1)
    .waitFor();
  assert.equal((await board(reader)).length, rows.length);
  await walk(reader);
  await reader.waitForTimeout(500);
  const again = await everythingStored(reader);
  assert.match(again, /Only newer pages know me/);
  assert.equal(versionOf(again), versionOf(stored));
  tell('the downloaded file opens in the newer version with all its figures');

  site.deploy(DIST);
  const { page: older } = await site.app.open();
  await older.locator('input[type=file]').last().setInputFiles(file);
  await older
    .getByText(/newer Leeway/)
    .first()
    .waitFor();
  for (const one of [page, reader, older]) await one.context().close();
  tell('and is refused in words by the older one');
}
