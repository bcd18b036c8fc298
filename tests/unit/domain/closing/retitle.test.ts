import { expect, it } from 'vitest';
import { retitle } from '../../../../src/domain/retitle.ts';

it.each([
  ['Trial conversion 3.2% → 4.5%', { '3.2%': '3.8%', '4.5%': '5.1%' }, 'Trial conversion 3.8% → 5.1%'],
  ['备件周转 30 → 24 天', { '30': '28', '24': '22' }, '备件周转 28 → 22 天'],
  // A new figure is not taken for an old one.
  ['From 10 to 20', { '10': '20', '20': '30' }, 'From 20 to 30'],
  // A part of a figure is no figure.
  ['2,400 of 24.5, not 124 or 240', { '24': 'X' }, '2,400 of 24.5, not 124 or 240'],
  ['Reach 24.', { '24': '30' }, 'Reach 30.'],
  ['采购成本贡献 −8 个点', { '-8': '−11.6' }, '采购成本贡献 −11.6 个点'],
  ['Nothing in it', { '': 'X' }, 'Nothing in it'],
])('%s', (title, figures, wanted) => {
  expect(
    retitle(
      title,
      Object.entries(figures).map(([from, to]) => ({ from, to })),
    ),
  ).toBe(wanted);
});
