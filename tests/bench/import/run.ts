// `npm run bench:import`: import at the size of the bars, against its peers.
import { parseArgs } from 'node:util';
import { benchImport } from './main.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    'book-rows': { type: 'string', default: '200000' },
    rounds: { type: 'string', default: '3' },
  },
});
void benchImport({ rows: Number(values.rows), bookRows: Number(values['book-rows']), rounds: Number(values.rounds) });
