import { dayOf, isoOf } from '../../src/domain/calendar.ts';
import { randomFrom } from './random.ts';

const SHOPS = 500;
const COLUMNS = 10;

/** The easy case: a date, a shop and ten columns of plain figures, a row per day and shop, as databases export it. */
export function plainCsvBytes(rows: number, seed: number): ArrayBuffer {
  const { uniform } = randomFrom(seed);
  const header = ['Date', 'Shop', ...Array.from({ length: COLUMNS }, (_, column) => `Sales ${column + 1}`)].join(',');
  const lines = Array.from({ length: rows }, (_, i) => {
    const figures = Array.from({ length: COLUMNS }, () => (uniform() * 1000).toFixed(1));
    return [isoOf(dayOf(2024, 1, 1) + Math.floor(i / SHOPS)), `Shop ${i % SHOPS}`, ...figures].join(',');
  });
  return new TextEncoder().encode(`${header}\n${lines.join('\n')}\n`).buffer;
}
