import { readFileSync } from 'node:fs';
import { parseDocument } from '../../../src/storage/decode.ts';

/** The example as it is delivered, on the day of its newest figure. */
export function exampleBoard(locale: 'en' | 'zh-CN' | 'zh-TW') {
  const document = parseDocument(readFileSync(new URL(`../../../public/example-${locale}.json`, import.meta.url), 'utf8'));
  if (!document.ok) throw new Error(document.error.code);
  const { workspace, datasets } = document.value;
  return { workspace, datasets, asOf: Math.max(...datasets.flatMap(({ columns }) => columns.map(({ days }) => days.at(-1) ?? 0))) };
}
