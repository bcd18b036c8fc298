import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { only, read, seriesOf, workbook } from '../spreadsheets.ts';
import { axis } from './understood.ts';

const excel2003 = (rows: string) =>
  `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="p"><NumberFormat ss:Format="0.0%"/></Style><Style ss:ID="d"><NumberFormat ss:Format="yyyy/m/d"/></Style></Styles>
<Worksheet ss:Name="日报"><Table>${rows}</Table></Worksheet></Workbook>`;
const cell = (type: string, value: string, style = '') =>
  `<Cell${style && ` ss:StyleID="${style}"`}><Data ss:Type="${type}">${value}</Data></Cell>`;

describe('marked-up workbooks', () => {
  test('Excel 2003 XML is a workbook with true dates and percentages', async () => {
    const header = `<Row>${['日期', '产量', '合格率'].map((name) => cell('String', name)).join('')}</Row>`;
    const rows = [5, 6, 8].map(
      (day) =>
        `<Row>${cell('DateTime', `2026-03-0${day}T00:00:00.000`, 'd')}${cell('Number', String(day))}${cell('Number', `0.9${day}`, 'p')}</Row>`,
    );
    const proposal = await read(excel2003(header + rows.join('')), { name: '日报.xls' });
    expect(proposal.file.format).toBe('xls');
    expect(seriesOf(only(proposal))).toEqual([
      '产量 [value] · day: 2026-03-05=5@B2 2026-03-06=6@B3 2026-03-08=8@B4',
      '合格率 [value] % day: 2026-03-05=0.95@C2 2026-03-06=0.96@C3 2026-03-08=0.98@C4',
    ]);
  });

  test('flat OpenDocument is an open document', async () => {
    const text = (value: string) => `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
    const figure = (value: number) =>
      `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
    const row = (...cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
    const content = `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="S">${row(text('月份'), text('产量'))}${[1, 2, 3].map((month) => row(text(`2026-0${month}`), figure(month + 3))).join('')}</table:table></office:spreadsheet></office:body></office:document>`;
    const proposal = await read(content, { name: 'k.fods' });
    expect(proposal.file.format).toBe('ods');
    expect(seriesOf(only(proposal))).toEqual(['产量 [value] · month: 2026-01=4@B2 2026-02=5@B3 2026-03=6@B4']);
  });
});

describe('periods that may be something else', () => {
  test.each([
    ['12周|13周|14周', '统计', '2026.csv', 'week 2026-W12 2026-W13 2026-W14'],
    ['1150305|1150306|1150308', '日期', 'k.csv', 'day 2026-03-05 2026-03-06 2026-03-08'],
    ['Ende März 2026|Ende April 2026|Ende Mai 2026', 'Stichtag', 'k.csv', 'month 2026-03 2026-04 2026-05'],
    ['End of March|End of April|End of May', 'As at', '2026.csv', 'month 2026-03 2026-04 2026-05'],
    ['2026年3月末|2026年4月底|2026年5月末', '时点', 'k.csv', 'month 2026-03 2026-04 2026-05'],
    ['S12|S13|S14', 'Semaine', 'suivi 2026.csv', 'week 2026-W12 2026-W13 2026-W14'],
  ])('%s', async (cells, header, name, understood) => {
    expect(await axis(cells.split('|'), header, name)).toBe(understood);
  });

  test('machines S1 to S12 are no weeks', async () => {
    const table = only(await read('日期,S1,S02,S12\n2026-03-01,1,2,3\n2026-03-02,1,2,3\n2026-03-04,1,2,3'));
    expect(table.data.map(({ name, grain }) => `${name} ${grain}`)).toEqual(['S1 day', 'S02 day', 'S12 day']);
  });
});

describe('totals', () => {
  const wide = async (...rows: readonly string[]) => only(await read(['Product,Jan 2026,Feb 2026,Mar 2026', ...rows].join('\n')));
  const labels = (table: Awaited<ReturnType<typeof wide>>) => table.dimensions.flatMap(({ values }) => values);

  test.each([
    ['Total Care,5,6,7', 'Average Joe,2,3,4', 'Total,7,9,11', 'Total Care|Average Joe'],
    ['总汇超市,5,6,7', '平均牌牛奶,2,3,4', '合计,7,9,11', '总汇超市|平均牌牛奶'],
    ['Sum 41 GmbH,5,6,7', 'Max Mustermann,2,3,4', 'Gesamt,7,9,11', 'Sum 41 GmbH|Max Mustermann'],
  ])('a product may be named like one: %s', async (first, second, total, kept) => {
    const table = await wide(first, second, total);
    expect(labels(table).join('|')).toBe(kept);
    expect(table.excluded).toEqual([{ row: 3, why: 'total' }]);
  });

  test.each(['合计', 'Total', '總計'])('%s that does not add up is excluded and listed all the same', async (word) => {
    const table = await wide('A,5,6,7', 'B,2,3,4', `${word},99,98,97`);
    expect(labels(table)).toEqual(['A', 'B']);
    expect(table.excluded).toEqual([{ row: 3, why: 'total' }]);
  });

  test.each(['合计', 'Total', '總計'])('%s as the only row is data', async (word) => {
    const table = await wide(`${word},5,6,7`);
    expect(seriesOf(table).map((line) => line.slice(line.indexOf(': ') + 2))).toEqual(['2026-01=5@B2 2026-02=6@C2 2026-03=7@D2']);
    expect(table.excluded).toEqual([]);
  });

  test('of nothing but subtotals the total is left out', async () => {
    const table = await wide('华东小计,5,6,7', '华北小计,2,3,4', '合计,7,9,11');
    expect(labels(table)).toEqual(['华东小计', '华北小计']);
    expect(table.excluded).toEqual([{ row: 3, why: 'total' }]);
  });
});

describe('what a workbook does not show', () => {
  const rows = [['月份', '产量', '废品'], ...[1, 2, 3, 4].map((month) => [`2026-0${month}`, month + 3, month])];
  const hiding = (edit: (xml: string) => string) => {
    const parts = unzipSync(workbook({ S: { rows } }));
    const path = 'xl/worksheets/sheet1.xml';
    return zipSync({ ...parts, [path]: strToU8(edit(strFromU8(parts[path]!))) }) as Uint8Array<ArrayBuffer>;
  };

  test.each([
    ['rows', (xml: string) => xml.replace(/<row r="([35])"/g, '<row r="$1" hidden="1"'), 'A3', '3:5 (2)'],
    [
      'a column',
      (xml: string) => xml.replace('<sheetData>', '<cols><col min="3" max="9" hidden="true"/></cols><sheetData>'),
      'C1',
      'C:C (1)',
    ],
  ] as const)('%s: is read, and said', async (_, edit, at, raw) => {
    const proposal = await read(hiding(edit), { name: 'k.xlsx' });
    expect(proposal.issues).toEqual([{ code: 'hidden-rows', sheet: 'S', cell: at, raw }]);
    expect(only(proposal).data.map(({ values }) => [...values])).toEqual([
      [4, 5, 6, 7],
      [1, 2, 3, 4],
    ]);
  });

  test('nothing hidden, nothing said', async () => {
    const proposal = await read(
      hiding((xml) => xml.replace('<row r="3"', '<row r="3" hidden="0"')),
      { name: 'k.xlsx' },
    );
    expect(proposal.issues).toEqual([]);
  });
});
