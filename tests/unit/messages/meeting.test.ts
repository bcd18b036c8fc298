import { describe, expect, it } from 'vitest';
import type { AgendaReason } from '../../../src/domain/agenda.ts';
import { messages as en } from '../../../src/messages/en.ts';
import { meeting as enWords } from '../../../src/messages/en/meeting.ts';
import { createFormat } from '../../../src/messages/format.ts';
import { messages as zhCN } from '../../../src/messages/zh-CN.ts';
import { meeting as cnWords } from '../../../src/messages/zh-CN/meeting.ts';
import { messages as zhTW } from '../../../src/messages/zh-TW.ts';
import { meeting as twWords } from '../../../src/messages/zh-TW/meeting.ts';

const locales = { en: [en, enWords], 'zh-CN': [zhCN, cnWords], 'zh-TW': [zhTW, twWords] } as const;
type Code = keyof typeof locales;
const course = { from: 50, to: 60.4, noise: 1, moved: 1 } as const;
const past = (overdue: number | null) =>
  ({
    meetingId: 'w1',
    place: 0,
    subject: { kind: 'metric', id: 'm', title: 'm' },
    decidedOn: 1,
    decision: { text: 'x', owner: '', due: 2, outcome: 'open', answeredOn: null },
    overdue,
  }) as const;

describe('why something is on the agenda', () => {
  const reasons: readonly (readonly [AgendaReason, readonly [string, string, string]])[] = [
    [
      { code: 'worse', facts: [{ code: 'status', from: 'on-track', to: 'at-risk' }] },
      ['newly worse, was on track', '新近变差，原为“正常”', '近期轉差，原為「進度正常」'],
    ],
    [{ code: 'decision', past: past(1) }, ['a decision is 1 day overdue', '有决议逾期 1 天', '有決議逾期 1 天']],
    [{ code: 'decision', past: past(0) }, ['a decision is due today', '有决议今天到期', '有決議今天到期']],
    [
      { code: 'gap', by: 'Ann', gap: { confidence: 8, chance: 0.12, hopeful: 'person' } },
      ['confidence 8, chance 12%', '信心 8，概率 12%', '信心 8，機率 12%'],
    ],
    [{ code: 'stale', age: 26 }, ['data 26 days old', '数据已是 26 天前', '資料已是 26 天前']],
    [
      { code: 'moved-unserved', course },
      ['moved 50 → 60.4, serves no key result', '50 → 60.4，没有关键结果用到它', '50 → 60.4，沒有關鍵結果用到它'],
    ],
  ];
  it.each(reasons)('%o', (reason, wanted) => {
    const said = (Object.keys(locales) as Code[]).map((code) => {
      const [messages, words] = locales[code];
      return words.agenda.reason(reason, { status: messages.status, unit: null }, createFormat(code));
    });
    expect(said).toEqual(wanted);
  });
});

it('the question asks for what a person knows, or fears', () => {
  const ask = (code: Code, confidence: number, chance: number) => {
    const { lead, rest } = locales[code][1].agenda.gap(
      { confidence, chance, hopeful: confidence * 10 > chance * 100 ? 'person' : 'figures' },
      '何川',
      createFormat(code),
    );
    return lead + rest;
  };
  expect(ask('en', 7, 0.004)).toBe('Confidence 7, yet the chance is <1%. What does 何川 know that the data do not show yet?');
  expect(ask('zh-CN', 7, 0.004)).toBe('信心 7，概率却不到 1%。何川知道什么，是数据还没显示出来的？');
  expect(ask('zh-TW', 7, 0.12)).toBe('信心 7，機率卻只有 12%。何川知道什麼，是資料還沒看到的？');
  expect(ask('zh-CN', 2, 0.9)).toBe('概率 90%，信心却只有 2。何川担心什么，是数据还没显示出来的？');
});
