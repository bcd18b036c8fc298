import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Dialect } from '../../../src/import/worker/dialect.ts';
import { tokenise } from '../../../src/import/worker/tokenise.ts';

const PARTS = [',', ';', '\t', '\n', '\r\n', '"', '""', "'", '\\', ' ', 'a', '12.5', '-3', '1,234.50', '华东', ', "'];
const DIALECTS: readonly Dialect[] = [
  { delimiter: ',', quote: '"', escape: '"' },
  { delimiter: ', ', quote: '"', escape: '"' },
  { delimiter: '\t', quote: '"', escape: '\\' },
  { delimiter: ';', quote: "'", escape: "'" },
];

/** What Papa Parse makes of the same text, its line ends unified as the importer means them. */
function peer(text: string, { delimiter, quote, escape }: Dialect, limit: number) {
  const { data, errors } = Papa.parse<string[]>(text.replaceAll('\r\n', '\n'), {
    delimiter,
    quoteChar: quote,
    escapeChar: escape,
    newline: '\n',
    preview: limit,
  });
  return { rows: data, broken: errors.some((error) => error.type === 'Quotes') };
}

describe('cutting a text into cells', () => {
  test('gives what Papa Parse gives, for quotes that match and quotes that do not', () => {
    const text = fc.array(fc.constantFrom(...PARTS), { maxLength: 24 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom(...DIALECTS), fc.constantFrom(0, 2), (written, dialect, limit) => {
        const { rows, broken } = tokenise(written, dialect, limit);
        expect({ rows, broken }).toEqual(peer(written, dialect, limit));
      }),
      { numRuns: 3000 },
    );
  });

  test('plain figures are read on the way, grouped ones too, and nothing else is', () => {
    const { figures } = tokenise('a,12.5,"1,234.50",-3\n007,12%,1.2.3,\n', DIALECTS[0]!);
    expect([0, 1, 2, 3].map((column) => figures.at(0, column))).toEqual([NaN, 12.5, 1234.5, -3]);
    expect([0, 1, 2, 3].map((column) => figures.at(1, column))).toEqual([NaN, NaN, NaN, NaN]);
  });

  test('equal cells of a long column are told from different ones', () => {
    const cells = Array.from({ length: 5000 }, (_, i) => `${i % 3 ? 'shop' : 'row'} ${(i * 7919) % 1700}`);
    expect(tokenise(cells.join('\n'), DIALECTS[0]!).rows.map(([cell]) => cell)).toEqual(cells);
  });
});
