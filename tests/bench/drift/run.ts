// `npm run bench:drift [-- --runs N] [--seed S] [--quick] [--only weekly|mixed]`: how often the verdict is right. Nothing is asserted.
import { parseArgs } from 'node:util';
import { mixed } from './mixed.ts';
import { detection, discrimination, falseFlags } from './weekly.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    seed: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const runs = Number(values.runs ?? (values.quick ? 80 : 600));
const seed = Number(values.seed);
if (!(runs >= 1 && Number.isInteger(seed)) || (values.only !== undefined && !['weekly', 'mixed'].includes(values.only))) {
  console.error('bench:drift: --runs and --seed take whole numbers, --only takes weekly or mixed');
  process.exit(1);
}
console.log(
  `Verdicts of simulated key results, ${runs} of each kind, seed ${seed}. Columns: reached ± standard error, wanted, ok or missed.`,
);
if (values.only !== 'mixed') {
  falseFlags(runs, seed);
  detection(runs, seed);
  discrimination(2 * runs, seed);
}
if (values.only !== 'weekly') mixed(3 * runs, seed);
