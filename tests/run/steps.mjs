// What a check is, and how one is run: a child process whose output is shown only if it fails.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** A package's program, run by this very node: no shell, no npx, the same on every system. */
export function program(name) {
  const require = createRequire(path.join(root, 'package.json'));
  const folder = path.join(root, 'node_modules', name);
  const { bin } = require(path.join(folder, 'package.json'));
  return path.join(folder, typeof bin === 'string' ? bin : (bin[name] ?? bin[Object.keys(bin)[0]]));
}

function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, NO_COLOR: '1', CI: '1' } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => resolve({ code, output }));
  });
}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

function report(title, { passed, failed }, since, output) {
  console.log(`${failed > 0 ? '✗' : '✓'} ${title}: ${passed} passed, ${failed} failed (${seconds(since)})`);
  if (failed > 0) console.log(output.trimEnd());
  return { passed, failed };
}

/** Runs programs one after the other as a single check: all must end with 0. */
export async function check(title, ...commands) {
  const since = performance.now();
  for (const command of commands) {
    const { code, output } = await run(command);
    if (code !== 0) return report(title, { passed: 0, failed: 1 }, since, output);
  }
  return report(title, { passed: 1, failed: 0 }, since, '');
}

/** Tests of a Vitest project. A file that cannot be loaded and an error outside of any test count as failures too. */
export async function tests(title, project) {
  const since = performance.now();
  const folder = mkdtempSync(path.join(tmpdir(), 'leeway-test-'));
  const file = path.join(folder, 'result.json');
  const vitest = [program('vitest'), 'run', '--project', project, '--passWithNoTests', '--reporter=default', '--reporter=json'];
  const { code, output } = await run([...vitest, `--outputFile.json=${file}`]);
  const result = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  rmSync(folder, { recursive: true });
  const unloadable = result.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length;
  const failed = result.numFailedTests + unloadable;
  return report(title, { passed: result.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed }, since, output);
}

export const sum = (results) =>
  results.reduce((total, { passed, failed }) => ({ passed: total.passed + passed, failed: total.failed + failed }), {
    passed: 0,
    failed: 0,
  });

/** Ends the program with the line that every caller reads. */
export function finish(results) {
  const { passed, failed } = sum(results);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
