import { describe, expect, it } from 'vitest';
import { limits as en, type Special } from '../../../src/messages/en/limits.ts';
import { limits as zhCN } from '../../../src/messages/zh-CN/limits.ts';
import { limits as zhTW } from '../../../src/messages/zh-TW/limits.ts';

const special = (more: Partial<Special>): Special => ({
  kind: 'concerning',
  rule: 'outside',
  side: 'below',
  count: 1,
  plan: true,
  ...more,
});

describe('what the newest figure is part of', () => {
  it.each([
    [
      special({}),
      'The newest figure lies below the usual limits: more than usual fluctuation. Find out why.',
      '最新一期低于控制下限，超出正常波动。需要查明原因。',
      '最新一期低於管制下限，超出正常波動。需要找出原因。',
    ],
    [
      special({ rule: 'trend', side: 'above', count: 8, kind: 'improving' }),
      '8 figures in a row rise compared with the plan: more than usual fluctuation. Find out what helped, and keep it.',
      '与计划相比，连续 8 期上升，超出正常波动。弄清是什么起了作用，保持下去。',
      '與計畫相比，連續 8 期上升，超出正常波動。找出是什麼奏效，繼續維持。',
    ],
    [
      special({ rule: 'two-of-three', side: 'above', count: 2 }),
      'Two of three figures in a row are close to the upper limit: more than usual fluctuation. Find out why.',
      '连续三期中有两期贴近控制上限，超出正常波动。需要查明原因。',
      '連續三期中有兩期逼近管制上限，超出正常波動。需要找出原因。',
    ],
    [
      special({ rule: 'run', count: 7, plan: false }),
      '7 figures in a row lie below the usual level: more than usual fluctuation. Find out why.',
      '连续 7 期低于平时水平，超出正常波动。需要查明原因。',
      '連續 7 期低於平時水準，超出正常波動。需要找出原因。',
    ],
  ])('%j', (fact, english, simplified, traditional) => {
    expect([en.special(fact), zhCN.special(fact), zhTW.special(fact)]).toEqual([english, simplified, traditional]);
  });

  it('is counted in the singular where there is one', () => {
    expect([en.tooFew(1, 5), en.tooFew(0, 5), en.basis(1)]).toEqual([
      'Usual limits need 5 figures; so far there is 1.',
      'Usual limits need 5 figures; so far there are 0.',
      'Limits from 1 figure',
    ]);
  });
});
