import { describe, expect, it } from 'vitest';
import type { Reason } from '../../../src/domain/assessment.ts';
import { dayOf } from '../../../src/domain/calendar.ts';
import { describeReason, sentenceText } from '../../../src/messages/describe.ts';
import { messages as en } from '../../../src/messages/en.ts';
import { createFormat } from '../../../src/messages/format.ts';
import { chooseLocale } from '../../../src/messages/locale.ts';
import { messages as zhCN } from '../../../src/messages/zh-CN.ts';
import { messages as zhTW } from '../../../src/messages/zh-TW.ts';

const locales = { en, 'zh-CN': zhCN, 'zh-TW': zhTW } as const;
const say = (locale: keyof typeof locales, reason: Reason, unit: string | null) =>
  sentenceText(describeReason(reason, { unit, grain: 'week' }, locales[locale], createFormat(locale)));

describe('sentences', () => {
  const shift: Reason = { code: 'level-shift', day: dayOf(2026, 7, 27), size: 7.04, level: 47.12, probability: 0.97, target: 24 };
  const watch: Reason = { code: 'watch', gap: 0.0062, probability: 0.7 };

  it('carry their facts in every language, with the unit of the KPI', () => {
    expect(say('en', shift, 'min')).toBe('Jumped about 7 min around Jul 27 and has not come back: level now 47.1 min, target 24 min.');
    expect(say('zh-CN', shift, '分钟')).toBe('7月27日前后上跳约 7 分钟，此后没有回来：目前水平 47.1 分钟，目标 24 分钟。');
    expect(say('zh-TW', shift, '分鐘')).toBe('7月27日前後上跳約 7 分鐘，之後沒有回來：目前水準 47.1 分鐘，目標 24 分鐘。');
  });

  it('measure the difference of percentages in points', () => {
    expect(say('en', watch, '%')).toContain('0.62 points behind plan');
    expect(say('zh-CN', watch, '%')).toContain('0.62 个百分点');
    expect(say('zh-TW', watch, '%')).toContain('0.62 個百分點');
  });

  it('tell how long no figure has come, and how often one usually does', () => {
    const old = (age: number, cadence: number): Reason => ({ code: 'stale', age, cadence });
    expect(say('en', old(8, 1), null)).toBe('Old data: no new figure for 8 days; one usually comes every day.');
    expect(say('zh-CN', old(66, 30.5), null)).toBe('数据旧了：已有 66 天没有新数字，平时约 31 天更新一次。');
    expect(say('zh-TW', old(8, 1), null)).toBe('資料過舊：已有 8 天沒有新數字，平常每天更新一次。');
  });

  it('never claim certainty', () => {
    const format = createFormat('en');
    expect([0, 0.004, 0.5, 0.997, 1].map(format.chance)).toEqual(['<1%', '<1%', '50%', '>99%', '>99%']);
  });
});

describe('figures', () => {
  it('are written as each language writes them', () => {
    expect(createFormat('zh-CN').value(12_860_000, 'CNY')).toBe('¥1286万');
    expect(createFormat('zh-TW').value(24_600_000, '家')).toBe('2460萬 家');
    expect(createFormat('en').value(12_860_000, null)).toBe('12.86M');
    expect(createFormat('en').value(-0.041, '%')).toBe('−4.1%');
  });
});

describe('the language of a reader', () => {
  it.each([
    [['zh-Hant-HK', 'en'], 'zh-TW'],
    [['zh-HK'], 'zh-TW'],
    [['zh'], 'zh-CN'],
    [['zh-Hans-TW'], 'zh-CN'],
    [['de-DE', 'zh-TW'], 'zh-TW'],
    [['fr'], 'en'],
  ] as const)('%j is answered in %s', (wanted, locale) => expect(chooseLocale(wanted)).toBe(locale));
});
