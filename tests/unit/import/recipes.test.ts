import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../src/domain/recipe.ts';
import { findCorrections, recipeOf, type PlainTable } from '../../../src/import/recipes.ts';

const HEADER = ['month', 'orders', 'refunds'];
const table = (key: string, header: readonly string[] = HEADER, bottom = 12): PlainTable => ({ key, header, bottom });

const recipe: Recipe = {
  file: 'kpi 七月.xlsx',
  tables: [table('七月#1')],
  choices: {
    encoding: 'gb18030',
    sheets: ['七月'],
    tables: {
      '七月#1': { headerRow: 2, year: 2026, region: { top: 2, left: 0, bottom: 10, right: 3 }, columns: { Orders: { unit: '件' } } },
    },
  },
  names: { '七月#1|Orders|value': '订单' },
  taken: { '七月#1|Refunds|value': false },
  merged: { '七月#1|Refunds|value': '七月#1|Orders|value', '七月#1|NPS|value': '', '七月#1|CSAT|value': '六月#1|CSAT|value' },
};

describe('corrections of the last file', () => {
  it('are found by the header, on a sheet of another name, in a table that has grown', () => {
    expect(findCorrections([recipe], 'kpi 八月.xlsx', [table('八月#1', HEADER, 14)])).toEqual({
      choices: {
        encoding: 'gb18030',
        sheets: ['八月'],
        tables: { '八月#1': { headerRow: 2, region: { top: 2, left: 0, bottom: 12, right: 3 }, columns: { Orders: { unit: '件' } } } },
      },
      names: { '八月#1|Orders|value': '订单' },
      taken: { '八月#1|Refunds|value': false },
      merged: { '八月#1|Refunds|value': '八月#1|Orders|value', '八月#1|NPS|value': '' },
    });
  });

  it('say the year again only for the same file: in the next one it would be wrong', () => {
    const year = (file: string) => findCorrections([recipe], file, [table('七月#1')])?.choices.tables?.['七月#1']?.year;
    expect([year('kpi 七月.xlsx'), year('kpi 八月.xlsx')]).toEqual([2026, undefined]);
  });

  const others: readonly [string, string, readonly string[], boolean][] = [
    ['the same header', 'any.csv', HEADER, true],
    ['another header', 'kpi 七月.xlsx', ['month', 'orders'], false],
  ];
  it.each(others)('%s', (_, file, header, found) => {
    expect(findCorrections([recipe], file, [table('x#1', header)]) !== null).toBe(found);
  });

  it('of a header of one word need a file called alike', () => {
    const wide: Recipe = { ...recipe, file: '客流 2025.csv', tables: [table('#1', ['门店'])] };
    expect(findCorrections([wide], '客流 2026.csv', [table('#1', ['门店'])])).not.toBeNull();
    expect(findCorrections([wide], '人员.csv', [table('#1', ['门店'])])).toBeNull();
  });

  it('are those made last', () => {
    const later: Recipe = { ...recipe, names: { '七月#1|Orders|value': '新订单' } };
    expect(findCorrections([recipe, later], 'kpi.xlsx', [table('七月#1')])?.names).toEqual({ '七月#1|Orders|value': '新订单' });
  });

  it('are kept only where there were any', () => {
    const none = { choices: {}, names: {}, taken: {}, merged: {} };
    expect(recipeOf('kpi.csv', [table('#1')], none)).toBeNull();
    expect(recipeOf('kpi.csv', [table('#1')], { ...none, taken: { '#1|NPS|value': false } })?.tables).toEqual([table('#1')]);
  });
});
