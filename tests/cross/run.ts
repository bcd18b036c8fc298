import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { weeklyCsv } from '../e2e/support/company.ts';
import { serveFolder } from '../e2e/support/static-server.ts';
import { firefox } from './firefox.ts';
import { journey } from './journey.ts';
import { webkit } from './webkit.ts';

/** The main journey in the engines that `npm test` does not drive. What cannot run here is said to be skipped, and never counted as passed. */
const DIST = path.resolve(import.meta.dirname, '../../dist');
if (!existsSync(path.join(DIST, 'index.html'))) throw new Error('there is no built page: npm run build');

const folder = await mkdtemp(path.join(tmpdir(), 'leeway-cross-'));
const csv = path.join(folder, '运营周报.csv');
await writeFile(csv, weeklyCsv());
const server = await serveFolder(DIST);
const counts = { passed: 0, failed: 0, skipped: 0 };

for (const engine of [firefox, webkit]) {
  const why = engine.missing();
  if (why) {
    counts.skipped++;
    console.log(`– ${engine.name} skipped: ${why}`);
    continue;
  }
  console.log(engine.name);
  try {
    const name = await journey(engine, server.url, csv, (step) => console.log(`  ✓ ${step}`));
    counts.passed++;
    console.log(`✓ ${name}`);
  } catch (error) {
    counts.failed++;
    console.log(`✗ ${engine.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

await server.stop();
await rm(folder, { recursive: true, force: true });
console.log(
  Object.entries(counts)
    .map(([what, count]) => `${count} ${what}`)
    .join(', '),
);
process.exitCode = counts.failed ? 1 : 0;
