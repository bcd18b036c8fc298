import { ESLint } from 'eslint';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint({ overrideConfigFile: path.resolve(import.meta.dirname, 'eslint.config.js') });

/** Rules that a file of this content would break. */
async function broken(filePath: string, content: string): Promise<string[]> {
  const [result] = await eslint.lintText(content, { filePath });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

describe('walls between rooms', () => {
  it.each([
    ['src/domain/x.ts', "export { openDatabase } from '../storage/database.ts';"],
    ['src/domain/x.ts', "export type { LoadedDocument } from '../storage/document.ts';"],
    ['src/messages/x.ts', "export { openDatabase } from '../storage/database.ts';"],
    ['src/import/worker/x.ts', "export { openDatabase } from '../../storage/database.ts';"],
    ['src/storage/x.ts', "export { en } from '../messages/en.ts';"],
    ['src/ui/board/x.ts', "export { openDatabase } from '../../storage/database.ts';"],
    ['src/ui/board/X.svelte', "<script>import { openDatabase } from '../../storage/database.ts'; openDatabase();</script>"],
    ['src/ui/share/x.ts', "export { packBoard } from '../../publish/link.ts';"],
    ['src/ui/import/x.ts', "export { readTable } from '../../import/protocol.ts';"],
    ['src/cli/x.ts', "export { view } from '../state/view.svelte.ts';"],
  ])('%s may not: %s', async (file, content) => {
    expect(await broken(file, content)).toContain('boundaries/dependencies');
  });

  it.each([
    ['src/storage/x.ts', "export { ok } from '../domain/result.ts';"],
    ['src/import/worker/x.ts', "export type { Layout } from '../protocol.ts';"],
    ['src/ui/board/x.ts', "export { ok } from '../../domain/result.ts';"],
    ['src/ui/import/x.ts', "export type { Layout } from '../../import/protocol.ts';"],
    ['src/main.ts', "export { openDatabase } from './storage/database.ts';"],
    ['tests/unit/x.test.ts', "export { openDatabase } from '../../src/storage/database.ts';"],
  ])('%s may: %s', async (file, content) => {
    expect(await broken(file, content)).toEqual([]);
  });
});

describe('packages stay in their room', () => {
  it.each([
    ['src/import/x.ts', "export { read } from 'xlsx';"],
    ['src/import/x.ts', "export { parse } from 'papaparse';"],
    ['src/publish/x.ts', "export { parse } from 'papaparse';"],
    ['src/ui/board/x.ts', "export { Chart } from 'chart.js/auto';"],
    ['src/state/x.ts', "export { get } from 'idb-keyval';"],
    ['src/domain/x.ts', "export { pipe } from 'valibot';"],
    ['src/domain/x.ts', "export { readFile } from 'node:fs';"],
  ])('%s may not: %s', async (file, content) => {
    expect(await broken(file, content)).toContain('no-restricted-imports');
  });

  it.each([
    ['src/import/worker/x.ts', "export { read } from 'xlsx';"],
    ['src/ui/charts/x.ts', "export { Chart } from 'chart.js';"],
    ['src/storage/x.ts', "export { get } from 'idb-keyval';"],
  ])('%s may: %s', async (file, content) => {
    expect(await broken(file, content)).toEqual([]);
  });
});

it.each(['Date.now()', 'new Date(0)', 'Date()', 'Math.random()'])('the domain may not call %s', async (call) => {
  expect(await broken('src/domain/x.ts', `export const x = ${call};`)).toContain('no-restricted-syntax');
});

it('no template puts HTML into the page', async () => {
  expect(await broken('src/ui/board/X.svelte', "<script>const x = '<b>';</script>\n{@html x}")).toContain('svelte/no-at-html-tags');
});
