import { describe, expect, it } from 'vitest';
import { assessOn } from '../../../../src/domain/assess-on.ts';
import type { Assessment, Status } from '../../../../src/domain/assessment.ts';
import { changesBetween, type ChangeFact, type Compared } from '../../../../src/domain/changes.ts';
import { figuresBetween } from '../../../../src/domain/figures-between.ts';
import type { Goal, KeyResult } from '../../../../src/domain/objective.ts';
import { messages as en } from '../../../../src/messages/en.ts';
import { time as words } from '../../../../src/messages/en/time.ts';
import { createFormat } from '../../../../src/messages/format.ts';
import { messages as zhCN } from '../../../../src/messages/zh-CN.ts';
import { time as wordsCN } from '../../../../src/messages/zh-CN/time.ts';
import { messages as zhTW } from '../../../../src/messages/zh-TW.ts';
import { time as wordsTW } from '../../../../src/messages/zh-TW/time.ts';
import { day, keyResult, reach, series } from '../assess/builders.ts';

const FROM = day('2026-08-19');
const TO = day('2026-08-26');
const blank = assessOn({ keyResult: keyResult(reach(0, 1)), series: null, asOf: FROM });
const standing = (status: Status, chance: number | null = null, stale = false): Assessment => ({ ...blank, status, chance, stale });

const compare = (before: Assessment, after: Assessment, more: Partial<KeyResult> = {}): Compared => ({
  keyResult: keyResult(reach(50, 70), undefined, more),
  series: null,
  before,
  after,
});
const revised = (before: { goal: Goal; due?: string }, on = '2026-08-24'): Partial<KeyResult> => ({
  revisions: [{ id: 'v1', day: day(on), reason: 'r', approver: '', before: { goal: before.goal, due: day(before.due ?? '2026-09-30') } }],
});
const only = (one: Compared) => changesBetween([one], FROM, TO).list[0];

describe('what changed about one key result', () => {
  it.each<[string, Compared, string, ChangeFact[]]>([
    [
      'got worse, and its chance with it',
      compare(standing('on-track', 0.62), standing('off-track', 0.08)),
      'worse',
      [
        { code: 'status', from: 'on-track', to: 'off-track' },
        { code: 'chance', from: 0.62, to: 0.08 },
      ],
    ],
    [
      'recovered',
      compare(standing('off-track', 0.3), standing('at-risk', 0.35)),
      'better',
      [{ code: 'status', from: 'off-track', to: 'at-risk' }],
    ],
    [
      'arrived',
      compare(standing('at-risk', 0.4), standing('achieved', 1)),
      'better',
      [{ code: 'status', from: 'at-risk', to: 'achieved' }],
    ],
    [
      'was missed',
      compare(standing('off-track', 0.4), standing('missed', 0)),
      'worse',
      [{ code: 'status', from: 'off-track', to: 'missed' }],
    ],
    [
      'was judged for the first time',
      compare(standing('too-early'), standing('on-track', 0.5)),
      'other',
      [{ code: 'status', from: 'too-early', to: 'on-track' }],
    ],
    [
      'lost ten points of its chance',
      compare(standing('on-track', 0.554), standing('on-track', 0.446)),
      'worse',
      [{ code: 'chance', from: 0.554, to: 0.446 }],
    ],
    [
      'gained ten points',
      compare(standing('on-track', 0.35), standing('on-track', 0.45)),
      'better',
      [{ code: 'chance', from: 0.35, to: 0.45 }],
    ],
    ['went stale', compare(standing('on-track'), standing('on-track', null, true)), 'other', [{ code: 'stale' }]],
    ['came back', compare(standing('on-track', null, true), standing('on-track')), 'other', [{ code: 'fresh' }]],
    [
      'got another target and date',
      compare(standing('on-track'), standing('on-track'), revised({ goal: reach(50, 80), due: '2026-09-15' })),
      'other',
      [
        { code: 'target', from: 80, to: 70 },
        { code: 'due', from: day('2026-09-15'), to: day('2026-09-30') },
      ],
    ],
    [
      'got another baseline',
      compare(standing('on-track'), standing('on-track'), revised({ goal: reach(40, 70) })),
      'other',
      [{ code: 'goal' }],
    ],
    [
      'began',
      compare(standing('too-early'), standing('too-early'), { start: day('2026-08-20') }),
      'other',
      [{ code: 'begun', day: day('2026-08-20') }],
    ],
  ])('%s', (_, one, direction, facts) => {
    expect(only(one)).toMatchObject({ direction, facts });
  });

  it.each<[string, Compared]>([
    ['nothing', compare(standing('on-track', 0.5), standing('on-track', 0.5))],
    ['nine points of its chance', compare(standing('on-track', 0.5), standing('on-track', 0.41))],
    ['its goal, but before that day', compare(standing('on-track'), standing('on-track'), revised({ goal: reach(50, 80) }, '2026-08-19'))],
    ['its goal, but only later', compare(standing('on-track'), standing('on-track'), revised({ goal: reach(50, 80) }, '2026-08-27'))],
    ['its goal to the same one', compare(standing('on-track'), standing('on-track'), revised({ goal: reach(50, 70) }))],
    ['the age of its data, all being said', compare(standing('missed'), standing('missed', null, true))],
  ])('is not told where it changed %s', (_, one) => {
    expect(only(one)).toBeUndefined();
  });

  it('counts the steps done of a checklist, and does not take a tick for a new goal', () => {
    const step = (id: string, doneOn: string | null) => ({ id, title: id, weight: 1, due: null, doneOn: doneOn && day(doneOn) });
    const milestones = [step('a', '2026-08-19'), step('b', '2026-08-20'), step('c', '2026-08-26'), step('d', null)] as never;
    const one = { ...compare(standing('on-track'), standing('on-track')), keyResult: keyResult({ kind: 'milestones', milestones }) };
    expect(only(one)?.facts).toEqual([{ code: 'steps', count: 2 }]);
  });
});

describe('the list', () => {
  const named = (id: string, before: Assessment, after: Assessment): Compared => {
    const one = compare(before, after);
    return { ...one, keyResult: { ...one.keyResult, id } };
  };

  it('has the worst first, the good news last', () => {
    const { list } = changesBetween(
      [
        named('arrived', standing('on-track'), standing('achieved')),
        named('recovered', standing('off-track'), standing('on-track')),
        named('stale', standing('on-track'), standing('on-track', null, true)),
        named('at risk', standing('on-track'), standing('at-risk')),
        named('off, fell less', standing('on-track', 0.5), standing('off-track', 0.3)),
        named('off, fell more', standing('on-track', 0.9), standing('off-track', 0.1)),
        named('missed', standing('on-track'), standing('missed')),
        named('the same', standing('on-track'), standing('on-track')),
      ],
      FROM,
      TO,
    );
    expect(list.map((change) => change.keyResult.id)).toEqual([
      'off, fell more',
      'off, fell less',
      'missed',
      'at risk',
      'stale',
      'recovered',
      'arrived',
    ]);
  });

  it('counts new figures, of key results that did not move as well', () => {
    const weekly = series([50, 51, 52, 53, 54, 55, 56, 57], { first: '2026-07-08' });
    const moved = { ...named('a', standing('on-track'), standing('at-risk')), series: weekly };
    const calm = { ...named('b', standing('on-track'), standing('on-track')), series: weekly };
    const changes = changesBetween([moved, calm], FROM, TO);
    expect(changes).toMatchObject({ figures: 2, withFigures: 2 });
    expect(changes.list).toHaveLength(1);
    expect(changes.list[0]!.facts.at(-1)).toEqual({ code: 'figures', count: 1 });
  });
});

describe('new figures', () => {
  const counted = (goal: Goal, figures: ReturnType<typeof series> | null, from: string, to: string, more: Partial<KeyResult> = {}) =>
    figuresBetween(keyResult(goal, undefined, more), figures, day(from), day(to));

  it('come in on the day of a level, and on the last day of a period', () => {
    const levels = series([1, 2, 3], { first: '2026-07-08' });
    expect(counted(reach(0, 1), levels, '2026-07-08', '2026-07-15')).toBe(1);
    const amounts = series([1, 2, 3], { first: '2026-07-06', accrual: 'flow' });
    expect(counted(reach(0, 1), amounts, '2026-07-06', '2026-07-18')).toBe(1);
    expect(counted(reach(0, 1), amounts, '2026-07-06', '2026-07-19')).toBe(2);
  });

  it('are those of its own time', () => {
    const levels = series([1, 2, 3, 4], { first: '2026-06-24', accrual: 'level' });
    expect(counted(reach(0, 1), levels, '2026-06-01', '2026-08-01')).toBe(2);
    expect(counted(reach(0, 1), levels, '2026-06-01', '2026-08-01', { due: day('2026-07-10') })).toBe(1);
  });

  it('are check-ins with a value where a person counts', () => {
    const checkIns = [
      { id: 'a', day: day('2026-07-10'), value: 1, confidence: null, note: '' },
      { id: 'b', day: day('2026-07-17'), value: null, confidence: 5, note: 'only words' },
      { id: 'c', day: day('2026-07-24'), value: 2, confidence: null, note: '' },
    ];
    const goal = { ...reach(0, 1), kind: 'manual' } as Goal;
    expect(counted(goal, null, '2026-07-10', '2026-07-31', { checkIns })).toBe(1);
  });
});

describe('the sentence', () => {
  const facts: ChangeFact[] = [
    { code: 'status', from: 'on-track', to: 'off-track' },
    { code: 'chance', from: 0.62, to: 0.08 },
    { code: 'target', from: 0.8, to: 0.75 },
    { code: 'due', from: day('2026-09-15'), to: day('2026-09-30') },
    { code: 'figures', count: 1 },
  ];
  const context = (locale: 'en' | 'zh-CN' | 'zh-TW', { status }: typeof en) => ({ status, day: createFormat(locale).day });

  it('carries every fact in every language', () => {
    expect(words.changes.sentence(facts, '%', context('en', en), createFormat('en'))).toBe(
      'From on track to off track; chance 62% → 8%; target changed 80% → 75%; due date moved Sep 15 → Sep 30; 1 new figure.',
    );
    expect(wordsCN.changes.sentence(facts, '%', context('zh-CN', zhCN), createFormat('zh-CN'))).toBe(
      '由“正常”变为“已偏离”，达成概率 62% → 8%，目标值由 80% 调整为 75%，到期日由9月15日改为9月30日，新增 1 期数据。',
    );
    expect(wordsTW.changes.sentence(facts, '%', context('zh-TW', zhTW), createFormat('zh-TW'))).toBe(
      '由「進度正常」變為「偏離目標」，達成機率 62% → 8%，目標值由 80% 調整為 75%，到期日由9月15日改為9月30日，新增 1 期資料。',
    );
  });

  it('of the whole board leaves out what did not happen', () => {
    const { summary, nothing } = words.changes;
    expect(summary(2, 1, 0, 14, 9)).toBe('2 worse, 1 better; 14 new figures for 9 key results.');
    expect(summary(0, 0, 1, 0, 0)).toBe('1 changed otherwise; no new figures.');
    expect(nothing(0, 0)).toBe('Nothing moved, and no new figures came in.');
    expect(nothing(1, 1)).toBe('Nothing moved; 1 new figure for 1 key result changed no verdict.');
  });
});
