// `npm run bench:forecast [-- --m3 PATH] [--runs N] [--seed S]`: how good the forecasts and their ranges are. Nothing is asserted.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { accuracy } from './accuracy.ts';
import { realChances, syntheticChances } from './chances.ts';
import { coverage, m3Windows } from './coverage.ts';
import { readM3 } from './m3.ts';
import { syntheticWindows } from './synthetic.ts';

const { values } = parseArgs({
  options: { m3: { type: 'string' }, runs: { type: 'string', default: '700' }, seed: { type: 'string', default: '1' } },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
if (!(runs >= 1 && Number.isInteger(seed))) {
  console.error('bench:forecast: --runs and --seed take whole numbers');
  process.exit(1);
}
const path = values.m3 ?? process.env['M3'];
console.log(`Forecasts and their ranges, ${runs} simulated windows of each length, seed ${seed}. Columns: reached, wanted, ok or missed.`);
if (path !== undefined && existsSync(path)) {
  const all = readM3(path);
  accuracy(all);
  realChances(all, runs, seed);
  coverage('M3', m3Windows(all));
} else {
  const why = path === undefined ? 'give its file by --m3 or M3' : `no file at ${path}`;
  console.log(`Left out: accuracy, chance and coverage on the series of the M3 competition (${why}).`);
}
coverage('simulated', (length) => syntheticWindows(length, runs, seed));
syntheticChances(runs, seed);
