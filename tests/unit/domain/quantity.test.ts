import { describe, expect, it } from 'vitest';
import { editableQuantity, parseQuantity } from '../../../src/domain/quantity.ts';

describe('figures typed by hand', () => {
  const cases: readonly [string, string | null, number | null][] = [
    ['1,200', null, 1200],
    ['85', '%', 0.85],
    ['85%', '%', 0.85],
    ['8.7%', null, 0.087],
    ['１２．３％', '%', 0.123],
    ['1.2万', 'CNY', 12000],
    ['3亿', null, 3e8],
    ['−8', '点', -8],
    ['24 min', 'min', 24],
    ['24 km', 'min', null],
    ['soon', null, null],
    ['', null, null],
  ];
  it.each(cases)('%s with unit %s', (text, unit, value) => expect(parseQuantity(text, unit)).toBe(value));

  it('come back for editing as they were meant', () => {
    for (const value of [0.123, 0.07, 0.285, 1e-4]) expect(parseQuantity(editableQuantity(value, '%'), '%')).toBe(value);
    expect(editableQuantity(0.07, '%')).toBe('7%');
  });
});
