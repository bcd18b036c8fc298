import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readProposal } from '../../../../src/import/worker/read-proposal.ts';
import { readFigure } from '../../../../src/import/worker/number.ts';
import { periodIn, readPeriod, yearIn } from '../../../../src/import/worker/period.ts';
import { announcedUnit, parseUnit, splitUnit } from '../../../../src/import/worker/unit.ts';
import * as words from '../../../../src/import/worker/words.ts';
import { attempt, encode, workbook } from '../spreadsheets.ts';

// @e965/xlsx repackages the vendor's own 0.20.3, which npm does not carry: another file under the same version would be somebody else's code.
test('SheetJS is the file that was looked at', async () => {
  const source = await readFile(new URL('../../../../node_modules/xlsx/xlsx.mjs', import.meta.url));
  expect(createHash('sha256').update(source).digest('hex')).toBe('1a0fb062ee9781b13f6687371b202aaefc53b6ce55b530c027e01f9c087b77db');
});

/** Characters that each encoding can hold, quotes, delimiters and line breaks among them. */
const LETTERS = 'abcXYZ019.,;|\t "\'\\\n';
const HELD: Readonly<Record<string, string>> = {
  'utf-8': `${LETTERS}华東é€😀`,
  'utf-16le': `${LETTERS}华東é€😀`,
  'utf-16be': `${LETTERS}华東é€😀`,
  gb18030: `${LETTERS}华东销售额月份合计东部`,
  big5: `${LETTERS}華東銷售額月份合計東部`,
};

interface Written {
  readonly encoding: string;
  readonly mark: boolean;
  readonly delimiter: string;
  readonly quote: '"' | "'";
  readonly backslash: boolean;
  readonly lineEnd: string;
  readonly cells: readonly (readonly string[])[];
}

const DIALECTS = fc.record({
  encoding: fc.constantFrom(...Object.keys(HELD)),
  mark: fc.boolean(),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  quote: fc.constantFrom('"' as const, "'" as const),
  backslash: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
});

const written: fc.Arbitrary<Written> = DIALECTS.chain((dialect) => {
  const cell = fc.string({ unit: fc.constantFrom(...HELD[dialect.encoding]!), minLength: 0, maxLength: 6 });
  return fc.array(fc.tuple(cell, cell), { minLength: 3, maxLength: 8 }).map((cells) => ({ ...dialect, cells }));
});

/** All fields quoted: what is written without a doubt can be read without one. A backslash escapes itself, too. */
function serialise({ encoding, mark, delimiter, quote, backslash, lineEnd, cells }: Written): Uint8Array {
  const field = (text: string) => {
    const escaped = backslash ? text.replaceAll(quote, `\\${quote}`) : text.replaceAll(quote, quote + quote);
    return `${quote}${escaped}${quote}`;
  };
  const text = cells.map((row) => row.map(field).join(delimiter)).join(lineEnd) + lineEnd;
  const units = `\ufeff${text}`.split('').map((unit) => unit.charCodeAt(0));
  if (encoding === 'utf-16le') return Uint8Array.from(units.flatMap((code) => [code & 255, code >> 8]));
  if (encoding === 'utf-16be') return Uint8Array.from(units.flatMap((code) => [code >> 8, code & 255]));
  return encode((mark && encoding === 'utf-8' ? '\ufeff' : '') + text, encoding);
}

describe('what is written is read', () => {
  /** Whatever else the cells hold, the first row and column are plain words: a table of blanks is none. */
  const framed = written.map((table) => {
    const held = table.encoding === 'gb18030' ? '月份' : table.encoding === 'big5' ? '東部' : 'name';
    // A field cannot end in the backslash that would escape its quote, and blanks at the edges of a sheet are outside of the table.
    const tame = (text: string) => (table.backslash ? text.replaceAll('\\', '/') : text.replace(/\\(?=["']|$)/g, '/'));
    const cells = [[held, 'value', 'note'], ...table.cells.map(([a, b], i) => [`r${i}`, `x${tame(a!)}x`, `x${tame(b!)}x`])];
    return { ...table, cells };
  });

  test('in any encoding, dialect and line end, if that is known', async () => {
    await fc.assert(
      fc.asyncProperty(framed, async (table) => {
        const bytes = serialise(table);
        const choices = { encoding: table.encoding, delimiter: table.delimiter };
        const result = await readProposal({
          kind: 'read',
          name: 'a.csv',
          bytes: bytes.slice().buffer as ArrayBuffer,
          locale: 'en',
          choices,
          rowsOnly: true,
        });
        expect(result.ok && result.value.rows).toEqual(table.cells);
      }),
      { numRuns: 300, seed: 20260122 },
    );
  });
});

/** Reads within a time that no file of a few kilobytes may need. */
async function answer(bytes: Uint8Array): Promise<string> {
  const late = new Promise<string>((resolve) => setTimeout(resolve, 5000, 'too late').unref());
  return Promise.race([attempt(bytes, { name: 'a.xlsx' }).then((result) => (result.ok ? 'read' : result.error.code)), late]);
}

const CODES =
  /^(read|empty-file|unsupported-format|corrupt-file|password-protected|forbidden-content|too-large|too-many-cells|no-table|no-data|no-number-column)$/;

describe('damaged and hostile files are refused with a code, or read', () => {
  test('random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
        expect(await answer(bytes)).toMatch(CODES);
      }),
      { numRuns: 300 },
    );
  });

  test('random bytes behind the first bytes of each format', async () => {
    const magic = [
      [0x50, 0x4b, 3, 4],
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      [...new TextEncoder().encode('<html><table>')],
      [0xff, 0xfe],
      [0xfe, 0xff],
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...magic), fc.uint8Array({ maxLength: 2000 }), async (first, bytes) => {
        expect(await answer(Uint8Array.from([...first, ...bytes]))).toMatch(CODES);
      }),
      { numRuns: 300 },
    );
  });

  const rows = [
    ['月份', '产量', '良率'],
    ...Array.from({ length: 12 }, (_, i) => [`2026-${String(i + 1).padStart(2, '0')}`, i * 7, { v: 0.9, z: '0%' }]),
  ];
  test.each(['xlsx', 'ods', 'xlml'] as const)(
    '%s with bytes flipped, cut out or cut off',
    async (type) => {
      const whole = workbook({ S: { rows: rows as never } }, { type });
      const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 20 });
      await fc.assert(
        fc.asyncProperty(flips, fc.nat(whole.length), fc.nat(200), async (changed, from, length) => {
          const bytes = whole.slice();
          for (const [at, byte] of changed) bytes[at] = byte;
          const cut =
            length === 0 ? bytes.subarray(0, from) : Uint8Array.from([...bytes.subarray(0, from), ...bytes.subarray(from + length)]);
          expect(await answer(length % 2 ? bytes : cut)).toMatch(CODES);
        }),
        { numRuns: 60, seed: 20260122 },
      );
    },
    60_000,
  );
});

describe('texts made to keep a parser busy', () => {
  const LENGTH = 100_000;
  const nasty = [
    '1',
    ' ',
    '1,',
    '1 ',
    '(',
    '-',
    '一',
    '十',
    'Q1 ',
    '2026-',
    '2026年',
    'a',
    'a-',
    'jan ',
    '%',
    '万',
    '万元/',
    '（',
    '()',
    '单位：',
    ' in ',
    '合',
    'total ',
    ':',
    '.',
    "'",
    '\t',
    '\u00a0',
    '第1',
    '1h',
    '0:',
    '目标',
    'x\n',
  ].map((part) => part.repeat(Math.ceil(LENGTH / part.length)).slice(0, LENGTH));
  const parsers: Readonly<Record<string, (text: string) => unknown>> = {
    figures: (text) => [readFigure(text, '.'), readFigure(text, ',')],
    periods: (text) => [readPeriod(text), readPeriod(text.slice(0, 40)), yearIn(text), periodIn(text)],
    units: (text) => [parseUnit(text), splitUnit(text), splitUnit(`${text}(万元)`), announcedUnit(text)],
    words: (text) => [...Object.values(words).map((read) => (read as (text: string) => unknown)(text))],
  };
  test.each(Object.keys(parsers))('%s', (name) => {
    for (const text of nasty) for (const edge of ['', '!', '1', '月']) expect(() => parsers[name]!(text + edge)).not.toThrow();
  });

  test('as cells, headers and lines of a file', async () => {
    for (const text of nasty) {
      const cell = `"${text.slice(0, 20_000).replaceAll('"', '""')}"`;
      const bytes = new TextEncoder().encode(`${cell}\n月份,产量,${cell}\n2026-01,3,${cell}\n2026-02,${cell},x\n2026-03,4,x\n`);
      expect(await answer(bytes)).toMatch(CODES);
    }
  });
});
