import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isoOf } from '../../src/domain/calendar.ts';
import { messages as en } from '../../src/messages/en.ts';
import { messages as zhCN } from '../../src/messages/zh-CN.ts';
import { messages as zhTW } from '../../src/messages/zh-TW.ts';
import { singleFile } from '../../src/publish/single-file.ts';
import { viewerData } from '../../src/publish/viewer-data.ts';
import { encodeDocument } from '../../src/storage/encode.ts';
// @ts-expect-error a plain script, shared with the test run
import { findBrowser, NO_BROWSER } from '../run/browser.mjs';
import { DIST, startApp, type App } from '../e2e/support/app.ts';
import { boardOf } from './board.ts';
import { middleAndRange, rounded, summaryOf } from './summary.ts';

const ROUNDS = 7;
const SHAPE = { objectives: 40, keyResults: 200, grain: 'week', points: 60, since: 10 } as const;

/** Milliseconds from the start of the navigation until every row stands in the document, as a new visitor. */
async function opening(app: App, address: string): Promise<number> {
  const { page } = await app.open();
  await page.goto(address, { waitUntil: 'commit' });
  const done = await page.waitForFunction(
    (rows) => document.querySelectorAll('tr.row').length === rows && performance.now(),
    SHAPE.keyResults,
    { timeout: 60_000 },
  );
  const time = Number(await done.jsonValue());
  await page.context().close();
  return time;
}

/** How long a board of 200 key results takes to open as one HTML file, beside the page itself with the same board published. */
export async function benchViewer(): Promise<void> {
  console.log(`One HTML file: ${SHAPE.keyResults} key results, ${SHAPE.points} figures each, until every row is there`);
  const browser = (await findBrowser()) as string | null;
  if (!browser || !existsSync(path.join(DIST, 'viewer.html'))) {
    console.log(`  ${browser ? 'not built, run `npm run build` first' : NO_BROWSER}`);
    return;
  }
  process.env['CHROME_PATH'] = browser;
  const { workspace, dataset, asOf } = boardOf(SHAPE);
  const folder = await mkdtemp(path.join(tmpdir(), 'leeway-bench-'));
  const since = performance.now();
  const html = singleFile(
    readFileSync(path.join(DIST, 'viewer.html'), 'utf8'),
    viewerData(workspace, [dataset], asOf, { en, 'zh-CN': zhCN, 'zh-TW': zhTW }, 'en'),
  );
  console.log(`  made in ${rounded(performance.now() - since)} ms, ${rounded(html.length / 1000)} kB`);
  const file = path.join(folder, 'board.html');
  await writeFile(file, html);
  const json = JSON.stringify(encodeDocument(workspace, [dataset], { revision: 0, savedAt: `${isoOf(asOf)}T00:00:00.000Z` }));
  const app = await startApp({ 'workspace.json': json });
  const [files, pages]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    files.push(await opening(app, pathToFileURL(file).href));
    pages.push(await opening(app, app.url));
  }
  await app.stop();
  await rm(folder, { recursive: true, force: true });
  const [own, peer] = [summaryOf(files), summaryOf(pages)];
  console.log(`  the file ${middleAndRange(own)} ms; the published page, which works the verdicts out itself, ${middleAndRange(peer)} ms`);
  console.log(`  the page takes ${rounded(peer.median / own.median)} times as long`);
}
