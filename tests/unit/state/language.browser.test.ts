import { expect, test } from 'vitest';
import { guidance } from '../../../src/messages/zh-CN/guidance.ts';
import { report } from '../../../src/messages/zh-CN/report.ts';
import { language } from '../../../src/state/i18n.svelte.ts';

test('words that a screen fetches while the language is changed arrive, and in the new language', async () => {
  await language.use('en');
  const changing = language.use('zh-CN');
  await Promise.all([language.need('guidance'), changing, language.need('report')]);
  expect(language.group('guidance')).toBe(guidance);
  expect(language.group('report')).toBe(report);
});
