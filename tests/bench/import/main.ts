// How long import takes and how much memory, against its peers: each run in a process of its own.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { middleAndRange, summaryOf } from '../summary.ts';
import type { ContenderName } from './contenders.ts';
import { writeCsv, writeXlsx } from './files.ts';

export interface ImportBench {
  readonly rows: number;
  readonly bookRows: number;
  readonly rounds: number;
}

interface Run {
  readonly milliseconds: number;
  readonly peak: number;
}

/** Below the packages, so that what is built there finds them; nothing of it is kept. */
const BUILT = fileURLToPath(new URL('../../../node_modules/.leeway-bench', import.meta.url));

/** Builds the process that is measured as the page is built: a module for each file would be slower than what users get. */
async function buildChild(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'silent',
    build: { ssr: fileURLToPath(new URL('child.ts', import.meta.url)), outDir: BUILT, emptyOutDir: true, target: 'node20' },
  });
}

const WARM_UP_ROWS = 2000;

function runOnce(contender: ContenderName, path: string, warmUp: string): Run {
  const child = join(BUILT, 'child.js');
  const printed = execFileSync(process.execPath, ['--expose-gc', child, contender, path, warmUp], { encoding: 'utf8' });
  return JSON.parse(printed) as Run;
}

/** Runs all contenders in turn, round by round, and prints times, ratios to the peer, and memory as multiples of the file. */
function compare(title: string, path: string, warmUp: string, peer: ContenderName, others: readonly ContenderName[], rounds: number): void {
  const { size } = statSync(path);
  const contenders = ['leeway', peer, ...others] as const;
  const runs = new Map<ContenderName, Run[]>(contenders.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (let i = 0; i < contenders.length; i++) {
      const name = contenders[(i + round) % contenders.length]!;
      runs.get(name)!.push(runOnce(name, path, warmUp));
    }
  console.log(`  ${title}, ${(size / 1e6).toFixed(1)} MB`);
  for (const name of contenders) {
    const times = runs.get(name)!.map((run) => run.milliseconds);
    const ratios = times.map((time, round) => time / runs.get(peer)![round]!.milliseconds);
    const memory = summaryOf(runs.get(name)!.map((run) => run.peak / size)).median;
    const against = name === peer ? '' : `× ${peer} ${middleAndRange(summaryOf(ratios))}`;
    console.log(
      `    ${name.padEnd(14)} ${middleAndRange(summaryOf(times)).padStart(22)} ms  ${against.padEnd(34)} memory ${memory.toFixed(1)} × file`,
    );
  }
}

/** Files are made anew, in a folder that is thrown away. */
export async function benchImport({ rows, bookRows, rounds }: ImportBench): Promise<void> {
  console.log(
    `Import: median (min–max) of ${rounds} runs each, taken in turn; bytes in, memory at the peak beyond that of the idle process`,
  );
  await buildChild();
  const folder = mkdtempSync(join(tmpdir(), 'leeway-bench-'));
  try {
    for (const quoted of [false, true]) {
      const [path, warmUp] = [join(folder, 'kpi.csv'), join(folder, 'small.csv')];
      writeCsv(path, rows, quoted);
      writeCsv(warmUp, WARM_UP_ROWS, quoted);
      const title = `CSV, ${rows} rows × 12${quoted ? ', thousands and remarks in quotes' : ''}`;
      compare(title, path, warmUp, 'papa strings', ['papa typed', 'udsv', 'decoding'], rounds);
    }
    const [path, warmUp] = [join(folder, 'kpi.xlsx'), join(folder, 'small.xlsx')];
    writeXlsx(path, bookRows);
    writeXlsx(warmUp, WARM_UP_ROWS);
    compare(`XLSX, ${bookRows} rows × 12`, path, warmUp, 'sheetjs dense', [], rounds);
  } finally {
    rmSync(folder, { recursive: true });
    rmSync(BUILT, { recursive: true });
  }
}
