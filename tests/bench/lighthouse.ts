// `npm run lighthouse [-- BOARD.json]`: what Lighthouse says of a hosted board on a phone, median of three. It is fetched when it is asked for.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { serveFolder, type StaticServer } from '../e2e/support/static-server.ts';
// @ts-expect-error a plain script, shared with the test run
import { findBrowser, NO_BROWSER } from '../run/browser.mjs';
import { summaryOf } from './summary.ts';

const run = promisify(execFile);
const ROOT = path.resolve(import.meta.dirname, '../..');
const ROUNDS = 3;
const LIGHTHOUSE = 'lighthouse@12.8.2';
const METRICS = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'speed-index'];

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number }>>;
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>;
  readonly environment: { readonly benchmarkIndex: number };
}

async function look(url: string, browser: string): Promise<Report> {
  const flags = ['--output=json', '--quiet', '--chrome-flags=--headless=new --no-sandbox'];
  const { stdout } = await run('npx', ['--yes', LIGHTHOUSE, url, ...flags], {
    env: { ...process.env, CHROME_PATH: browser },
    maxBuffer: 64_000_000,
  });
  return JSON.parse(stdout) as Report;
}

const browser = (await findBrowser()) as string | null;
if (!browser) {
  console.log(NO_BROWSER);
  process.exit(1);
}
const board = process.argv[2] ?? path.join(ROOT, 'public/example-en.json');
const folder = await mkdtemp(path.join(tmpdir(), 'leeway-lighthouse-'));
const published = path.join(folder, 'site');
const words = ['--import', 'tsx', path.join(ROOT, 'src/cli/leeway.ts'), 'publish', board, '--out', published];
await run(process.execPath, words, { cwd: ROOT, maxBuffer: 64_000_000 });
/** The two ways to host a board: what the command makes, and the built page with the workspace file laid beside it. */
const sites: readonly (readonly [string, StaticServer])[] = [
  ['leeway publish', await serveFolder(published, {}, '/', true)],
  ['dist/ with workspace.json', await serveFolder(path.join(ROOT, 'dist'), { 'workspace.json': await readFile(board, 'utf8') }, '/', true)],
];
for (const [name, server] of sites) {
  const reports: Report[] = [];
  for (let round = 0; round < ROUNDS; round++) reports.push(await look(server.url, browser));
  await server.stop();
  const medianOf = (value: (report: Report) => number) => summaryOf(reports.map(value)).median;
  const machine = medianOf((report) => report.environment.benchmarkIndex).toFixed(0);
  console.log(`${name}: Lighthouse ${LIGHTHOUSE.split('@')[1]}, mobile, median of ${ROUNDS}; this machine: ${machine}`);
  for (const category of Object.keys(reports[0]!.categories))
    console.log(`  ${category.padEnd(26)} ${Math.round(100 * medianOf((report) => report.categories[category]!.score))}`);
  for (const metric of METRICS)
    console.log(
      `  ${metric.padEnd(26)} ${medianOf((report) => report.audits[metric]?.numericValue ?? NaN).toFixed(metric.includes('shift') ? 3 : 0)}`,
    );
}
await rm(folder, { recursive: true, force: true });
