import { expect, test } from 'vitest';
import { rangeOf, readRange } from '../../../src/domain/cell-range.ts';

test.each([
  ['A3:N15', 'A3:N15'],
  ['n15:a3', 'A3:N15'],
  [' $A$3：$N$15 ', 'A3:N15'],
  ['AA1:ZZ1048576', 'AA1:ZZ1048576'],
])('%s', (text, range) => expect(rangeOf(readRange(text)!)).toBe(range));

test.each(['A3', 'A0:B2', '3:15', 'A3:N15:Z1', 'AAAA1:B2', ''])('%s is no range', (text) => expect(readRange(text)).toBeNull());
