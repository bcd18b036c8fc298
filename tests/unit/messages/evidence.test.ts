import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar.ts';
import type { Explanation } from '../../../src/domain/explanation.ts';
import type { TurningPoint } from '../../../src/domain/turning-points.ts';
import { evidence as en } from '../../../src/messages/en/evidence.ts';
import { createFormat } from '../../../src/messages/format.ts';
import { evidence as zhCN } from '../../../src/messages/zh-CN/evidence.ts';
import { evidence as zhTW } from '../../../src/messages/zh-TW/evidence.ts';

const locales = { en, 'zh-CN': zhCN, 'zh-TW': zhTW } as const;
type Locale = keyof typeof locales;
const linesOf = (locale: Locale, e: Explanation, unit: string | null) =>
  locales[locale].lines(e, { unit, grain: 'week' }, createFormat(locale));
const turn = (locale: Locale, point: TurningPoint) =>
  locales[locale].turn(point, 'week', (status) => status, { unit: null, grain: 'week' }, createFormat(locale));

const level: Explanation = {
  kind: 'level',
  grain: 'week',
  latest: { value: 0.482, day: dayOf(2026, 8, 23) },
  level: 0.4913,
  plan: { value: 0.51, day: dayOf(2026, 8, 23), actual: 0.482, perPeriod: null },
  limits: null,
  noise: { sigma: 0.012, wander: 'little', seasonal: false },
  gap: { size: -0.0187, range: { low: -0.031, high: 0.004 } },
  gapSoFar: null,
  naive: { share: 0.61, red: true, reds: 4, reviews: 8 },
  figures: 9,
  provisional: true,
};

describe('the lines of evidence', () => {
  it('tell the level from the latest reading, with the unit and the range', () => {
    const said = linesOf('en', level, '%').map(({ term, figure, note }) => `${term}: ${figure}. ${note}`);
    expect(said[0]).toContain('Level now: about 49.1%');
    expect(said[0]).toContain('Latest figure 48.2%');
    expect(said[3]).toContain('Level against plan: 1.9 points behind. With 80% chance between 3.1 points behind and 0.4 points ahead.');
    expect(said[4]).toContain('The usual rule: red');
    expect(said[4]).toContain('Red at 4 of 8 figures');
  });

  it('say the same in Chinese, without blanks between its characters', () => {
    for (const locale of ['zh-CN', 'zh-TW'] as const) {
      const said = linesOf(locale, level, '%').map(({ figure, note }) => `${figure} ${note}`);
      expect(said).toHaveLength(5);
      for (const line of linesOf(locale, level, '%')) expect(line.figure + line.note).not.toMatch(/\p{Script=Han} \p{Script=Han}/u);
    }
    expect(linesOf('zh-CN', level, '%')[3]!.figure).toBe('落后 1.9 个百分点');
    expect(linesOf('zh-TW', level, '%')[0]!.note).toContain('單期會波動');
  });

  it('a range that lies on one side is said from small to large', () => {
    const behind = { ...level, gap: { size: -0.02, range: { low: -0.03, high: -0.01 } } };
    expect(linesOf('en', behind, '%')[3]!.note).toContain('between 1 point and 3 points behind');
    const ahead = { ...level, gap: { size: 0.02, range: { low: 0.01, high: 0.03 } } };
    expect(linesOf('en', ahead, '%')[3]!.note).toContain('between 1 point and 3 points ahead');
  });
});

describe('what would change a verdict, in words', () => {
  const back: TurningPoint = { kind: 'values', status: 'on-track', periods: 2, value: 48, side: 'at-least', unseen: 31 };
  const fall: TurningPoint = { kind: 'values', status: 'at-risk', periods: 1, value: 43, side: 'at-most', unseen: null };
  it('names the value, how often, and that it has never been seen', () => {
    expect(turn('en', back)).toBe('The next 2 weeks each at 48 or more bring this back on track (never seen so far: highest 31).');
    expect(turn('en', fall)).toBe('The next figure at 43 or less puts this at-risk.');
    expect(turn('zh-CN', back)).toBe('今后 2 周每期都不低于 48，就会恢复“on-track”（还从没有过：至今最高 31）。');
    expect(turn('zh-TW', fall)).toBe('下一期不高於 43，就會變成「at-risk」。');
  });
  it('says so where nothing plausible would', () => {
    expect(turn('en', { kind: 'never', periods: 5 })).toContain('in the 5 weeks left');
    expect(turn('zh-CN', { kind: 'never', periods: 5 })).toContain('余下 5 周');
    expect(turn('zh-TW', { kind: 'steady', periods: 3 })).toContain('今後 3 週');
  });
});

it('old data tell how long no figure has come, and how often one usually does', () => {
  const old = (locale: Locale, age: number, cadence: number) => {
    const { lead, rest } = locales[locale].more({ code: 'stale', age, cadence }, { unit: null, grain: 'week' }, createFormat(locale));
    return lead + rest;
  };
  expect(old('en', 8, 1)).toBe('Old data: no new figure for 8 days; one usually comes every day.');
  expect(old('zh-CN', 66, 30.5)).toBe('数据旧了：已有 66 天没有新数字，平时约 31 天更新一次。');
  expect(old('zh-TW', 8, 1)).toBe('資料過舊：已有 8 天沒有新數字，平常每天更新一次。');
});
