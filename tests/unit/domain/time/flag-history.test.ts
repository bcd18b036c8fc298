import { describe, expect, it } from 'vitest';
import type { Status } from '../../../../src/domain/assessment.ts';
import type { Grain } from '../../../../src/domain/calendar.ts';
import { flagHistory } from '../../../../src/domain/flag-history.ts';
import type { PastVerdict } from '../../../../src/domain/past-verdicts.ts';
import { messages as en } from '../../../../src/messages/en.ts';
import { time as words } from '../../../../src/messages/en/time.ts';
import { createFormat } from '../../../../src/messages/format.ts';
import { messages as zhCN } from '../../../../src/messages/zh-CN.ts';
import { time as wordsCN } from '../../../../src/messages/zh-CN/time.ts';
import { messages as zhTW } from '../../../../src/messages/zh-TW.ts';
import { time as wordsTW } from '../../../../src/messages/zh-TW/time.ts';
import { day } from '../assess/builders.ts';

const STATUS: Record<string, Status> = {
  '.': 'on-track',
  '?': 'too-early',
  r: 'at-risk',
  R: 'off-track',
  a: 'achieved',
  m: 'missed',
};

/** Weekly reviews from 8 July on: one letter for the status, `x` for an alarm of the simple rule, `!` where the goal was changed before. */
function reviews(own: string, naive: string, revised = '', every = 7): PastVerdict[] {
  return [...own].map((letter, i) => ({
    day: day('2026-07-08') + every * i,
    revised: revised[i] === '!',
    value: 1,
    status: STATUS[letter]!,
    verdict: null,
    chance: null,
    naiveRed: naive[i] === 'x',
  }));
}

const context = (locale: 'en' | 'zh-CN' | 'zh-TW', { status }: typeof en) => ({ status, day: createFormat(locale).day });
const say = (past: PastVerdict[], now: Status, grain: Grain = 'week') => words.history(flagHistory(past, now, grain), context('en', en));

describe('the sentence of the time machine', () => {
  it.each<[string, string, string, Status, string]>([
    ['too few readings', '?', 'x', 'too-early', 'Too few readings yet to compare the two rules.'],
    ['nothing judged yet', '???', 'xxx', 'too-early', 'Too few readings yet to compare the two rules.'],
    ['no alarm at all', '?....', '     ', 'on-track', 'In 5 readings neither Leeway nor the simple rule raised an alarm.'],
    [
      'only at risk',
      '?.r..',
      '     ',
      'on-track',
      'In 5 readings neither Leeway nor the simple rule raised an alarm; Leeway first called it at risk on Jul 22.',
    ],
    [
      'only the simple rule, falsely',
      '?......',
      'xxx x  ',
      'on-track',
      'Leeway never called it off track; the simple rule first raised an alarm on Jul 8. It is on track now: so far Leeway cried wolf 0 times, the simple rule 4 times.',
    ],
    [
      'only the simple rule, and it still sounds',
      '?......',
      'xx   xx',
      'on-track',
      'Leeway never called it off track; the simple rule first raised an alarm on Jul 8 and is red now. It is on track now: so far Leeway cried wolf 0 times, the simple rule 2 times.',
    ],
    [
      'only the simple rule, and it is in doubt',
      '?.rr',
      'xx  ',
      'at-risk',
      'Leeway never called it off track, only at risk, first on Jul 22; the simple rule first raised an alarm on Jul 8.',
    ],
    ['only us', '?..RR', '     ', 'off-track', 'Leeway first called it off track on Jul 29; the simple rule has raised no alarm so far.'],
    [
      'only us, and missed',
      '?..RRm',
      '     x',
      'missed',
      'Leeway first called it off track on Jul 29; the simple rule never raised an alarm. It was missed in the end.',
    ],
    [
      'we came first',
      '?.rRRRRR',
      '     xxx',
      'off-track',
      'Leeway first called it off track on Jul 29 (at risk first on Jul 22), 2 weeks before the simple rule.',
    ],
    [
      'we came first, but wavered',
      '?..R.RRR',
      '      xx',
      'off-track',
      'Leeway first called it off track on Jul 29, 3 weeks before the simple rule, but took that back in between.',
    ],
    ['we came a week later', '?..RR', '  xxx', 'off-track', 'Leeway first called it off track on Jul 29, 7 days after the simple rule.'],
    [
      'we came later, and its alarm had gone',
      '?....RR',
      ' x   xx',
      'off-track',
      'Leeway first called it off track on Aug 12, 4 weeks after the simple rule, whose alarm had gone in between.',
    ],
    ['on the same day', '?..RR', '   xx', 'off-track', 'Leeway first called it off track on Jul 29, on the same day as the simple rule.'],
    [
      'both wrong',
      '?..R...',
      ' xxxx  ',
      'on-track',
      'Leeway first called it off track on Jul 29, 2 weeks after the simple rule. It is on track now: so far Leeway cried wolf once, the simple rule 4 times.',
    ],
    [
      'achieved after false alarms',
      '?......a',
      ' xxx    ',
      'achieved',
      'Leeway never called it off track; the simple rule first raised an alarm on Jul 15. It has been achieved: Leeway cried wolf 0 times, the simple rule 3 times.',
    ],
    [
      'missed without a word',
      '?....m',
      '     x',
      'missed',
      'In 6 readings neither Leeway nor the simple rule raised an alarm. It was missed in the end.',
    ],
  ])('%s', (_, own, naive, now, sentence) => {
    expect(say(reviews(own, naive), now)).toBe(sentence);
  });

  it('does not call an alarm false that ended with an easier goal', () => {
    const facts = flagHistory(reviews('?..RR...', ' xxxx   ', '     !  '), 'on-track', 'week');
    expect(facts).toMatchObject({ own: { wolf: 0 }, naive: { wolf: 0 } });
  });

  it('calls our own alarm false by the same measure', () => {
    expect(flagHistory(reviews('?..RR...', '        '), 'on-track', 'week')).toMatchObject({ own: { wolf: 2 }, naive: { wolf: 0 } });
    expect(flagHistory(reviews('?...RR', '    xx'), 'achieved', 'week')).toMatchObject({ own: { wolf: 2 }, naive: { wolf: 2 } });
  });

  it('does not judge alarms while the key result itself is in doubt', () => {
    expect(flagHistory(reviews('?..RR.r', ' xx    '), 'at-risk', 'week')).toMatchObject({ own: { wolf: null }, naive: { wolf: null } });
  });

  it('counts months for monthly figures', () => {
    const monthly = reviews('..RRR', '    x', '', 31);
    expect(say(monthly, 'off-track', 'month')).toContain('2 months before the simple rule');
    expect(say(reviews('.R..RR', '     x', '', 1), 'off-track', 'day')).toContain(
      '4 days before the simple rule, but took that back in between',
    );
  });

  it('is said in Chinese as well', () => {
    const early = flagHistory(reviews('?.rRRRRR', '     xxx'), 'off-track', 'week');
    expect(wordsCN.history(early, context('zh-CN', zhCN))).toBe(
      'Leeway 在7月29日首次判为“已偏离”（7月22日首次提示“有风险”），比简单规则早 2 周。',
    );
    expect(wordsTW.history(early, context('zh-TW', zhTW))).toBe(
      'Leeway 在7月29日首次判為「偏離目標」（7月22日首次提示「有風險」），比簡單規則早 2 週。',
    );
    const wolf = flagHistory(reviews('?......', 'xxx x  '), 'on-track', 'week');
    expect(wordsCN.history(wolf, context('zh-CN', zhCN))).toBe(
      'Leeway 从未判为“已偏离”；简单规则在7月8日首次报警。目前正常：到现在为止，Leeway 误报 0 次，简单规则误报 4 次。',
    );
    expect(wordsTW.history(wolf, context('zh-TW', zhTW))).toBe(
      'Leeway 從未判為「偏離目標」；簡單規則在7月8日首次示警。目前進度正常：到現在為止，Leeway 誤報 0 次，簡單規則誤報 4 次。',
    );
  });
});
