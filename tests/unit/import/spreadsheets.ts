import { utils, write, type BookType, type WorkBook } from 'xlsx';
import { periodKey } from '../../../src/domain/calendar.ts';
import { cellAddress } from '../../../src/domain/dataset.ts';
import type { ImportError } from '../../../src/domain/errors.ts';
import type { ImportChoices, ImportProposal, TableProposal } from '../../../src/import/protocol.ts';
import { readProposal } from '../../../src/import/worker/read-proposal.ts';

/** Spreadsheets made on the spot, and what a reader of the proposal sees of them. */

const encoders = new Map<string, Map<string, readonly number[]>>();

/** Encodes text in any encoding that TextDecoder knows by inverting it: one and two byte sequences are tried in turn. */
export function encode(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le') return new Uint8Array(Uint16Array.from(text, (_, i) => text.charCodeAt(i)).buffer as ArrayBuffer);
  let table = encoders.get(encoding);
  if (!table) {
    table = new Map();
    const decoder = new TextDecoder(encoding);
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const character = decoder.decode(Uint8Array.of(lead, trail));
        if ([...character].length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, [lead, trail]);
      }
    for (let byte = 0; byte < 0x80; byte++) table.set(String.fromCharCode(byte), [byte]);
    encoders.set(encoding, table);
  }
  return Uint8Array.from([...text].flatMap((character) => table.get(character) ?? [0x3f]));
}

type Value = string | number | null | { readonly v: number; readonly z: string };

export interface SheetSpec {
  readonly rows: readonly (readonly Value[])[];
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
}

/** A workbook of sheets by name; `{ v, z }` is a figure with a number format. */
export function workbook(
  sheets: Readonly<Record<string, SheetSpec>>,
  options: { type?: BookType; date1904?: boolean } = {},
): Uint8Array<ArrayBuffer> {
  const book: WorkBook = utils.book_new();
  const names = Object.keys(sheets);
  for (const name of names) {
    const spec = sheets[name]!;
    const cells = spec.rows.map((row) =>
      row.map((value) => (value !== null && typeof value === 'object' ? { t: 'n' as const, ...value } : value)),
    );
    const sheet = utils.aoa_to_sheet(cells);
    if (spec.merges) sheet['!merges'] = spec.merges.map((range) => utils.decode_range(range));
    utils.book_append_sheet(book, sheet, name);
  }
  book.Workbook = {
    Sheets: names.map((name) => ({ name, Hidden: sheets[name]!.hidden ? 1 : 0 })),
    WBProps: { date1904: options.date1904 ?? false },
  };
  return new Uint8Array(write(book, { type: 'array', bookType: options.type ?? 'xlsx' }) as ArrayBuffer);
}

/** Excel serial of a day in the 1900 system. */
export const serial = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;

interface Source {
  readonly name?: string;
  readonly locale?: string;
  readonly choices?: ImportChoices;
}

const toBytes = (content: string | Uint8Array): ArrayBuffer => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return bytes.slice().buffer as ArrayBuffer;
};

export async function read(content: string | Uint8Array, source: Source = {}): Promise<ImportProposal> {
  const result = await attempt(content, source);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

export const attempt = (content: string | Uint8Array, { name = 'file.csv', locale = 'en', choices = {} }: Source = {}) =>
  readProposal({ kind: 'read', name, bytes: toBytes(content), locale, choices });

export async function refusal(content: string | Uint8Array, name = 'file.csv'): Promise<ImportError['code'] | null> {
  const result = await attempt(content, { name });
  return result.ok ? null : result.error.code;
}

/** The figures of a table as lines such as `销售额 [actual] 部门=华东 CNY month: 2026-01=100@B2`; NaN is shown as –. */
export function seriesOf(table: TableProposal): string[] {
  const lines = new Map<string, string[]>();
  for (const column of table.data)
    column.days.forEach((day, i) => {
      const dimensions = table.dimensions.flatMap((dimension, k) => {
        const value = dimension.values[column.codes[k]![i]!];
        return value === undefined ? [] : ` ${dimension.name}=${value}`;
      });
      const head = `${column.name} [${column.role}]${dimensions.join('')} ${column.unit ?? '·'} ${column.grain}`;
      const value = column.values[i]!;
      const point = `${periodKey(day, column.grain)}=${Number.isNaN(value) ? '–' : value}@${cellAddress(column.rows[i]!, column.columns[i]!)}`;
      lines.set(head, [...(lines.get(head) ?? []), point]);
    });
  return [...lines].map(([head, points]) => `${head}: ${points.join(' ')}`);
}

export const questionsOf = (table: TableProposal): string[] =>
  table.questions.map((question) => question.code).filter((code) => code !== 'accrual-uncertain');
export const only = (proposal: ImportProposal): TableProposal => {
  if (proposal.tables.length !== 1) throw new Error(`expected one table, came ${proposal.tables.length}`);
  return proposal.tables[0]!;
};
export const valuesOf = (table: TableProposal, name: string): (number | null)[] =>
  Array.from(table.data.find((column) => column.name === name)?.values ?? [], (value) => (Number.isNaN(value) ? null : value));
export const columnOf = (table: TableProposal, name: string) => {
  const column = table.columns.find((one) => one.name === name);
  if (!column) throw new Error(`no column ${name} among ${table.columns.map((one) => one.name).join()}`);
  return column;
};
