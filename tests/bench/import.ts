import Papa from 'papaparse';
import { read } from 'xlsx';
import { readProposal } from '../../src/import/worker/read-proposal.ts';
import { alternate, ratios, type Contender } from './alternate.ts';
import { csvBytes, kpiRows } from './kpi-table.ts';
import { workbookBytes } from './kpi-workbook.ts';
import { plainCsvBytes } from './plain-table.ts';
import { middleAndRange, summaryOf } from './summary.ts';

const CSV_ROWS = 100_000;
const BOOK_ROWS = 50_000;
const ROUNDS = 7;
/** How SheetJS is asked to do the least that still tells what every cell is. */
const LEAN = { dense: true, cellNF: true, cellHTML: false, cellText: false } as const;

/** Detection, typing and columns: what the worker does with a file that was dropped on the page. */
async function importWhole(name: string, bytes: ArrayBuffer): Promise<number> {
  const result = await readProposal({ kind: 'read', name, bytes, locale: 'en', choices: {} });
  if (!result.ok) throw new Error(`${name} was refused: ${result.error.code}`);
  const figures = result.value.tables.reduce((sum, table) => sum + table.data.reduce((all, { values }) => all + values.length, 0), 0);
  if (figures === 0) throw new Error(`${name} gave no figures`);
  return figures;
}

async function compare(title: string, contenders: readonly [Contender, Contender, ...Contender[]]): Promise<void> {
  const times = await alternate(contenders, ROUNDS);
  console.log(`  ${title}`);
  contenders.forEach(({ name }, i) => {
    const against = i === 1 ? '' : `  × ${contenders[1].name}: ${middleAndRange(summaryOf(ratios(times, i, 1)))}`;
    console.log(`    ${name.padEnd(34)} ${middleAndRange(summaryOf(times[i]!)).padStart(20)} ms${against}`);
  });
}

const size = ({ byteLength }: ArrayBuffer) => `${(byteLength / 1e6).toFixed(1)} MB`;

async function compareCsv(what: string, csv: ArrayBuffer): Promise<void> {
  const text = new TextDecoder().decode(csv);
  await compare(`CSV, ${CSV_ROWS} rows × 12 columns, ${size(csv)}: ${what}`, [
    { name: 'whole import', run: () => importWhole('kpi.csv', csv) },
    { name: 'Papa.parse, strings', run: () => Papa.parse<string[]>(text).data.length },
    { name: 'decoding alone (not in Papa’s time)', run: () => new TextDecoder().decode(csv).length },
  ]);
}

export async function benchImport(): Promise<void> {
  console.log(`Import: median (min–max) of ${ROUNDS} alternating runs, ratios run by run`);
  await compareCsv('metrics in rows, texts, percentages, thousands', csvBytes(kpiRows(CSV_ROWS, 1)));
  await compareCsv('date, shop, ten columns of plain figures', plainCsvBytes(CSV_ROWS, 3));
  const book = workbookBytes(kpiRows(BOOK_ROWS, 2));
  const bytes = new Uint8Array(book);
  await compare(`XLSX, ${BOOK_ROWS} rows × 12 columns, ${size(book)}`, [
    { name: 'whole import', run: () => importWhole('kpi.xlsx', book) },
    { name: 'SheetJS read, dense and lean', run: () => read(bytes, { type: 'array', ...LEAN }).SheetNames.length },
  ]);
}
