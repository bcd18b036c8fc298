// `npm run test:versions`: this build and a newer one, which is made for the purpose, in the same place one after the other. Needs the built page.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findBrowser } from '../run/browser.mjs';
import { newerData } from './newer-data.ts';
import { buildNewer } from './newer-build.ts';
import { startSite } from './site.ts';
import { twoDeploys } from './two-deploys.ts';

const found = await findBrowser();
if (found) process.env['CHROME_PATH'] = found;

const newer = mkdtempSync(path.join(tmpdir(), 'leeway-newer-'));
const counts = { passed: 0, failed: 0 };
await buildNewer(newer);

for (const [name, follow] of [
  ['a newer version is deployed while the page is open', twoDeploys],
  ['an older version finds the data of a newer one', newerData],
] as const) {
  const site = await startSite();
  console.log(name);
  try {
    await follow(site, newer, (step) => console.log(`  ✓ ${step}`));
    counts.passed++;
  } catch (error) {
    counts.failed++;
    console.log(`  ✗ ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await site.stop();
  }
}

rmSync(newer, { recursive: true, force: true });
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed ? 1 : 0;
