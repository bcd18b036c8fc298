import { describe, expect, it } from 'vitest';
import type { WrittenCells } from '../../../src/domain/dataset.ts';
import { slimBoard } from '../../../src/publish/slim-board.ts';
import { decodeDocument, parseDocument } from '../../../src/storage/decode.ts';
import { encodeDocument } from '../../../src/storage/encode.ts';
import { dataset, meta, workspace } from './sample.ts';

const withTexts = (written: WrittenCells) => ({ ...dataset, columns: [{ ...dataset.columns[0]!, written }] });
const kept = withTexts({ texts: ['1.5万', '约3'], codes: Int32Array.of(0, -1, 1) });

describe('cells as they were written', () => {
  it('are kept in files and in the browser', () => {
    const text = JSON.stringify(encodeDocument(workspace, [kept], meta));
    expect(parseDocument(text)).toMatchObject({ ok: true, value: { datasets: [kept] } });
    const cloned = structuredClone({ ...encodeDocument(workspace, [], meta), datasets: [kept] });
    expect(decodeDocument(cloned)).toMatchObject({ ok: true, value: { datasets: [kept] } });
  });

  it.each([
    ['a text that there is not', { texts: ['1.5万'], codes: Int32Array.of(0, -1, 1) }],
    ['fewer cells than figures', { texts: ['1.5万'], codes: Int32Array.of(0) }],
    ['a text that is none', { texts: [3] as never, codes: Int32Array.of(0, 0, 0) }],
  ])('are refused where they name %s', (_name, written) => {
    expect(decodeDocument(encodeDocument(workspace, [withTexts(written)], meta))).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });

  it('stay at home when a board is shared by link', () => {
    const { datasets } = slimBoard(workspace, [kept]);
    expect(datasets.length).toBeGreaterThan(0);
    expect(JSON.stringify(datasets)).not.toContain('约3');
  });
});
