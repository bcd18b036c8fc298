import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Recipe, RecipeChoices } from '../../../src/domain/recipe.ts';
import type { ImportChoices } from '../../../src/import/protocol.ts';
import { decodeDocument, parseDocument } from '../../../src/storage/decode.ts';
import { encodeDocument } from '../../../src/storage/encode.ts';
import { dataset, meta, workspace } from './sample.ts';

const recipe: Recipe = {
  file: '月报.csv',
  tables: [{ key: '#1', header: ['月份', '销售额'], bottom: 12 }],
  choices: {
    encoding: 'gb18030',
    delimiter: ';',
    sheets: ['七月'],
    tables: {
      '#1': {
        headerRow: 2,
        layout: 'columns',
        decimal: ',',
        dateOrder: 'dmy',
        texts: { 待补: null, 一打: 12 },
        columns: { 销售额: { role: 'value', measure: 'actual', unit: null, scale: 10_000 } },
        accruals: { 销售额: 'cumulative' },
      },
    },
  },
  names: { '#1|销售额': '收入' },
  taken: { '#1|备注': false },
};
const stored = (change: object) => {
  const document = encodeDocument({ ...workspace, recipes: [recipe] }, [dataset], meta);
  return { ...document, workspace: { ...document.workspace, ...change } };
};

describe('what was corrected at an import', () => {
  it('is stored whole, with the header and the path of the source', () => {
    const sources = [{ id: 's1', info: { ...workspace.sources[0]!.info, path: 'data/月报.csv' }, header: ['月份', '销售额'] }];
    const read = parseDocument(JSON.stringify(stored({ sources })));
    expect(read.ok && read.value.workspace).toEqual({ ...workspace, sources, recipes: [recipe] });
  });

  it('may be absent, as in every board stored before', () => {
    const read = decodeDocument(encodeDocument(workspace, [dataset], meta));
    expect(read.ok && read.value.workspace).toEqual(workspace);
  });

  it.each([
    ['a layout that does not exist', { layout: 'diagonal' }],
    ['a year that is no number', { year: '2026' }],
    ['a text read as another text', { texts: { 待补: 'x' } }],
  ])('is refused with %s', (_, table) => {
    const read = decodeDocument(stored({ recipes: [{ ...recipe, choices: { tables: { '#1': table } } }] }));
    expect(read.ok).toBe(false);
  });

  it('brings no stranger in', () => {
    const read = parseDocument(JSON.stringify(stored({})).replace('"月报.csv","tables"', '"x","__proto__":{"x":1},"tables"'));
    expect(read.ok && Object.hasOwn(read.value.workspace.recipes?.[0] ?? {}, '__proto__')).toBe(false);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('is everything that can be corrected', () => {
    expectTypeOf<Required<ImportChoices>>().toEqualTypeOf<Required<RecipeChoices>>();
  });
});
