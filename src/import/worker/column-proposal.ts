import type { CellIssue } from '../../domain/dataset.ts';
import type { ColumnProposal, ColumnRole, ColumnStats } from '../protocol.ts';
import { isBlank, textOf } from './cell.ts';
import type { LayoutInput } from './layout.ts';
import type { Profile } from './profile.ts';
import type { Understood } from './column-reading.ts';

const SAMPLES = 5;

/** Describes one column for the import screen; `values` are the understood figures of the body rows, where it has any. */
export function describeColumn(
  input: LayoutInput,
  profile: Profile,
  role: ColumnRole,
  understood: Understood | null,
  typed: { readonly values: ArrayLike<number>; readonly missing: number; readonly invalid: readonly CellIssue[] } | null,
): ColumnProposal {
  const { body } = input;
  const samples: { raw: string; value: string | number | null }[] = [];
  let missing = typed?.missing ?? 0;
  for (let i = 0; i < body.rows.length; i++) {
    if (typed && samples.length >= SAMPLES) break;
    const cell = body.sheet.rows[body.rows[i]!]?.[profile.header.index] ?? '';
    if (isBlank(cell)) {
      if (!typed) missing++;
      continue;
    }
    if (samples.length >= SAMPLES) continue;
    const value = typed?.values[i];
    samples.push({ raw: textOf(cell), value: typed ? (value === undefined || Number.isNaN(value) ? null : value) : textOf(cell) });
  }
  return {
    name: profile.header.name,
    index: profile.header.index,
    kind: role === 'date' || profile.kind === 'date' ? 'date' : profile.kind === 'number' || typed ? 'number' : 'text',
    role,
    measure: role === 'value' ? (understood?.measure ?? 'value') : null,
    unit: understood?.unit ?? null,
    scale: understood?.scale ?? 1,
    missing,
    invalid: typed?.invalid ?? (input.axis?.columns[0] === profile.header.index ? input.axis.invalid : []),
    stats: typed ? statsOf(typed.values) : null,
    samples,
  };
}

function statsOf(values: ArrayLike<number>): ColumnStats | null {
  let [count, min, max, sum] = [0, Infinity, -Infinity, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    count++;
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return count === 0 ? null : { count, min, max, sum };
}
