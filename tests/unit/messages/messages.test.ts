import { describe, expect, it } from 'vitest';
import type { FurtherReason, Reason } from '../../../src/domain/assessment.ts';
import { dayOf } from '../../../src/domain/calendar.ts';
import { describeReason, sentenceText } from '../../../src/messages/describe.ts';
import { messages as en } from '../../../src/messages/en.ts';
import { createFormat } from '../../../src/messages/format.ts';
import { chooseLocale } from '../../../src/messages/locale.ts';
import { messages as zhCN } from '../../../src/messages/zh-CN.ts';
import { messages as zhTW } from '../../../src/messages/zh-TW.ts';

const locales = { en, 'zh-CN': zhCN, 'zh-TW': zhTW } as const;
type Said = Exclude<Reason, FurtherReason>;
const say = (locale: keyof typeof locales, reason: Said, unit: string | null) =>
  sentenceText(describeReason(reason, { unit, grain: 'week' }, locales[locale], createFormat(locale)));

describe('sentences', () => {
  const shift: Said = { code: 'level-shift', day: dayOf(2026, 7, 27), size: 7.04, level: 47.12, probability: 0.97, target: 24 };
  const watch: Said = { code: 'watch', gap: 0.0062, wandering: false, probability: 0.7, points: 8, needed: 3 };

  it('carry their facts in every language, with the unit of the KPI', () => {
    expect(say('en', shift, 'min')).toBe(
      'Jumped about 7 min around Jul 27 and has not come back: level now about 47.1 min, target 24 min.',
    );
    expect(say('zh-CN', shift, '分钟')).toBe('7月27日前后上跳约 7 分钟，此后没有回落：目前水平约 47.1 分钟，目标 24 分钟。');
    expect(say('zh-TW', shift, '分鐘')).toBe('7月27日前後上跳約 7 分鐘，之後沒有回落：目前水準約 47.1 分鐘，目標 24 分鐘。');
  });

  it('measure the difference of percentages in points', () => {
    expect(say('en', watch, '%')).toContain('0.62 points behind plan');
    expect(say('zh-CN', watch, '%')).toContain('0.62 个百分点');
    expect(say('zh-TW', watch, '%')).toContain('0.62 個百分點');
  });

  it('with one or two figures since the start say what is waited for, not how sure one is', () => {
    const early: Said = { ...watch, code: 'watch', probability: 0.995, points: 1 } as Said;
    expect(say('en', early, '%')).toBe(
      '0.62 points behind plan: that looks like drift, but 1 figure since the start is too few to call it; wait for 3.',
    );
    expect(say('zh-CN', early, '%')).toBe('比计划落后 0.62 个百分点，看起来像偏离，但开始以来只有 1 期数据，还不能断定，要等到第 3 期。');
    expect(say('zh-TW', early, '%')).toBe('比計畫落後 0.62 個百分點，看起來像偏離，但開始以來只有 1 期資料，還不能斷定，要等到第 3 期。');
    const limit: Said = {
      code: 'outside-limit',
      latest: 0.8,
      limit: 0.85,
      side: 'below',
      run: 2,
      probability: 0.999,
      points: 2,
      needed: 3,
    };
    for (const locale of ['en', 'zh-CN', 'zh-TW'] as const) expect(say(locale, limit, '%')).not.toContain('99%');
  });

  it('never say behind of what is ahead', () => {
    const total = { code: 'total-behind', done: 500, planned: 480, recent: 20, required: 60, target: 1000, open: null } as const;
    expect(say('en', total, null)).toBe(
      'The present pace is not enough: 500 done, recently about 20 a week; reaching 1,000 now takes about 60 a week.',
    );
    expect(say('zh-CN', total, null)).toContain('按近期速度不够');
    expect(say('en', { code: 'on-plan', gap: 7, usual: 2, sum: false }, null)).toBe('On plan: 7 behind for now, no drift to be seen.');
    expect(say('en', { code: 'on-plan', gap: -7, usual: 2, sum: false }, null)).toBe('On plan: 7 ahead for now.');
    expect(say('en', { code: 'on-plan', gap: 1, usual: 2, sum: false }, null)).toBe('On plan: within the usual ±2.');
  });

  it('a figure that slipped out of its limits once is told from a level that did', () => {
    const slipped: Said = { code: 'slipped', latest: 0.841, limit: 0.85, side: 'below', usual: 0.012 };
    expect(say('en', slipped, '%')).toContain('84.1%, is below 85%, but the level is not');
    expect(say('zh-CN', slipped, '%')).toContain('低于 85%，但整体水平没有越限');
  });

  it('never claim certainty', () => {
    const format = createFormat('en');
    expect([0, 0.004, 0.5, 0.997, 1].map(format.chance)).toEqual(['<1%', '<1%', '50%', '>99%', '>99%']);
  });
});

describe('figures', () => {
  it('are written as each language writes them', () => {
    expect(createFormat('zh-CN').value(12_860_000, 'CNY')).toBe('¥1286万');
    // Three capitals are not always a currency.
    expect(createFormat('en').value(339, 'FTE')).toBe('339 FTE');
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
