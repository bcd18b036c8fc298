import { describe, expect, it } from 'vitest';
import { cellsAsFile, pastedOf } from '../../../src/state/clipboard.ts';
import { addressBeside } from '../../../src/state/fetch-beside.ts';
import { rowCount, sourceUse } from '../../../src/state/source-use.ts';
import { dataset, workspace } from '../storage/sample.ts';

const PAGE = 'https://intranet.example/okr/index.html';

describe('a path beside the page', () => {
  it.each([
    ['data/kpi.csv', 'https://intranet.example/okr/data/kpi.csv'],
    ['./月报.xlsx', 'https://intranet.example/okr/%E6%9C%88%E6%8A%A5.xlsx'],
    ['/reports/kpi.csv', 'https://intranet.example/reports/kpi.csv'],
    ['https://intranet.example/kpi.csv', 'https://intranet.example/kpi.csv'],
  ])('%s is on this host', (path, address) => expect(addressBeside(path, PAGE)?.href).toBe(address));

  it.each([
    'https://evil.example/k.csv',
    '//evil.example/k.csv',
    '\\\\evil.example\\k.csv',
    '/\\evil.example',
    'data:text/csv,a',
    'file:///etc/passwd',
    'blob:https://intranet.example/1',
    'javascript:alert(1)',
    'http://intranet.example/k.csv',
  ])('%s is not', (path) => expect(addressBeside(path, PAGE)).toBeNull());
});

describe('a clipboard', () => {
  const clipboard = (data: Readonly<Record<string, string>>, ...files: readonly File[]) => ({
    files,
    getData: (type: string) => data[type] ?? '',
  });
  const picture = new File(['x'], 'image.png', { type: 'image/png' });
  const html = '<table><tr><td>1</td></tr></table>';

  it('gives the cells of a spreadsheet, never the picture of them', () => {
    expect(pastedOf(clipboard({ 'text/html': html, 'text/plain': '1' }, picture))).toEqual({ kind: 'cells', html, text: '1' });
    expect(pastedOf(clipboard({ 'text/plain': 'a\tb' }, picture))).toEqual({ kind: 'cells', html: '', text: 'a\tb' });
    expect(pastedOf(clipboard({}, picture))).toBeNull();
  });

  it('gives a copied file, and nothing for a word', () => {
    const file = new File(['a,b'], 'kpi.csv', { type: 'text/csv' });
    expect(pastedOf(clipboard({}, file))).toEqual({ kind: 'file', file });
    expect(pastedOf(clipboard({ 'text/plain': 'word', 'text/html': '<b>word</b>' }))).toBeNull();
  });

  it('of a part of a page becomes a page', async () => {
    expect(await cellsAsFile({ html, text: '' }).text()).toMatch(/^<html>.*<table>/);
    expect(await cellsAsFile({ html: '', text: 'a\tb' }).text()).toBe('a\tb');
  });
});

describe('a source', () => {
  it('says which KPIs and key results it serves, and how many rows it has', () => {
    const use = sourceUse('s1', workspace);
    expect([use.metrics.map(({ id }) => id), use.keyResults.map(({ id }) => id), use.onlyOlder]).toEqual([['m1'], ['k1'], false]);
    expect(rowCount(dataset)).toBe(3);
  });

  it('that brings earlier periods only is told from a current one', () => {
    const metrics = [{ ...workspace.metrics[0]!, datasetId: 's2', also: [{ datasetId: 's1', column: '销售额', role: 'actual' as const }] }];
    expect(sourceUse('s1', { ...workspace, metrics }).onlyOlder).toBe(true);
  });
});
