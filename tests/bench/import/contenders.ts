import Papa from 'papaparse';
import { inferSchema, initParser } from 'udsv';
import { read } from 'xlsx';
import { readProposal } from '../../../src/import/worker/read-proposal.ts';

/** What is measured: takes the bytes of a file and returns how much came out of it. */
export type Contender = (bytes: ArrayBuffer, name: string) => number | Promise<number>;

/** How SheetJS is asked to do the least that still tells what every cell is. */
const LEAN = { type: 'array', dense: true, cellNF: true, cellHTML: false, cellText: false } as const;

const decoded = (bytes: ArrayBuffer) => new TextDecoder().decode(bytes);

/** Detection, typing and columns: what the worker does with a file that was dropped on the page. */
const importWhole: Contender = async (bytes, name) => {
  const result = await readProposal({ kind: 'read', name, bytes, locale: 'en', choices: {} });
  if (!result.ok) throw new Error(`${name} was refused: ${result.error.code}`);
  const figures = result.value.tables.reduce((sum, table) => sum + table.data.reduce((all, { values }) => all + values.length, 0), 0);
  if (figures === 0) throw new Error(`${name} gave no figures`);
  return figures;
};

/** Every contender begins with the bytes of the file: decoding is part of reading. */
export const CONTENDERS = {
  leeway: importWhole,
  'papa strings': (bytes) => Papa.parse<string[]>(decoded(bytes)).data.length,
  'papa typed': (bytes) => Papa.parse(decoded(bytes), { header: true, dynamicTyping: true }).data.length,
  udsv: (bytes) => {
    const text = decoded(bytes);
    return initParser(inferSchema(text)).stringArrs(text).length;
  },
  decoding: (bytes) => decoded(bytes).length,
  'sheetjs dense': (bytes) => read(new Uint8Array(bytes), LEAN).SheetNames.length,
} satisfies Readonly<Record<string, Contender>>;

export type ContenderName = keyof typeof CONTENDERS;
