// Sizes of the built page against what was promised, gzipped. Names of the chunks are given in vite.config.ts.
// `--strict` fails where a budget is exceeded (the tests); without it, as after a build, they are only shown.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = path.resolve(import.meta.dirname, '../../dist');
const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8'));
const kilobytes = (files) =>
  files.reduce((total, file) => total + gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).length, 0) / 1000;

/** The entry with everything that it imports statically: what must arrive before anything is seen. */
function firstLoad() {
  const chunks = new Set();
  const add = (key) => {
    if (chunks.has(key)) return;
    chunks.add(key);
    for (const imported of manifest[key].imports ?? []) add(imported);
  };
  for (const key of Object.keys(manifest)) if (manifest[key].isEntry) add(key);
  return [...chunks].map((key) => manifest[key]);
}

const first = firstLoad();
const assets = existsSync(path.join(dist, 'assets')) ? readdirSync(path.join(dist, 'assets')).map((name) => `assets/${name}`) : [];
const named = (prefix) => assets.filter((file) => file.startsWith(`assets/${prefix}`) && file.endsWith('.js'));
const chart = named('chart-');

/** What the import's worker loads for an ordinary text file: its entry with everything that this imports statically. Chunks name each other in their code. */
function withImports(files) {
  const all = new Set(files);
  for (const file of all) {
    const code = readFileSync(path.join(dist, file), 'utf8');
    for (const [, name] of code.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) all.add(`assets/${name}`);
  }
  return [...all];
}
const importer = withImports(named('worker-import.worker-'));
/** The chunks that only some files need, by their names without the hash. */
const rarely = named('worker-').filter((file) => !importer.includes(file) && !/worker-(xlsx|papaparse)-/.test(file));
const chunkName = (file) => path.basename(file).replace(/^worker-|-.{8}\.js$/g, '');

/**
 * [what, limit in kB, files, ceiling]; a part that is not built yet weighs nothing. A part that misses its limit has a ceiling beside it:
 * it is shown as missed, and may not grow.
 */
const budgets = [
  ['first JavaScript', 45, first.map(({ file }) => file)],
  ['first CSS', 10, first.flatMap(({ css }) => css ?? [])],
  ...named('locale-').map((file) => [path.basename(file).replace(/-.{8}\.js$/, ''), 8, [file]]),
  ['keeper of the board', 8, named('keeper-')],
  ['chart', 62, chart],
  ['import worker', 20, importer, 42],
  ...rarely.map((file) => [`import: ${chunkName(file)}`, 8, [file]]),
  ['papaparse in the worker', 8, named('worker-papaparse-')],
  ['xlsx in the worker', 125, named('worker-xlsx-')],
  ['one-file board, no data', 40, existsSync(path.join(dist, 'viewer.html')) ? ['viewer.html'] : []],
];

const rows = budgets.map(([what, limit, files, ceiling = limit]) => ({ what, limit, ceiling, size: kilobytes(files) }));
const late = first.some(({ file }) => chart.includes(file)) ? ['the chart library is in the first load'] : [];
const over = [...rows.filter(({ size, ceiling }) => size > ceiling).map(({ what }) => `${what} is over its budget`), ...late];

for (const { what, limit, ceiling, size } of rows) {
  const missed = size > limit && ceiling > limit ? `: missed, may not grow beyond ${ceiling}` : '';
  console.log(`${size > limit ? '✗' : '✓'} ${what.padEnd(24)} ${size.toFixed(1).padStart(7)} kB of ${limit}${missed}`);
}
for (const problem of over) console.log(`✗ ${problem}`);
process.exitCode = over.length > 0 && process.argv.includes('--strict') ? 1 : 0;
