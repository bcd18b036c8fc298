import type { ColumnProposal, ColumnRole } from '../protocol.ts';
import { isBlank, textOf } from './cell.ts';
import type { ColumnFacts } from './column-facts.ts';
import type { LayoutInput } from './layout.ts';
import type { Profile } from './profile.ts';
import type { Understood } from './column-reading.ts';

const SAMPLES = 5;

/** First few cells that hold something, as written and as understood. */
function samplesOf({ body }: LayoutInput, column: number, facts: ColumnFacts | null): ColumnProposal['samples'] {
  const samples: { raw: string; value: string | number | null }[] = [];
  const rows = facts ? Math.min(facts.head.length, body.rows.length) : body.rows.length;
  for (let i = 0; i < rows && samples.length < SAMPLES; i++) {
    const cell = body.sheet.at(body.rows[i]!, column);
    if (isBlank(cell)) continue;
    const value = facts?.head[i] ?? NaN;
    samples.push({ raw: textOf(cell), value: facts ? (Number.isNaN(value) ? null : value) : textOf(cell) });
  }
  return samples;
}

function countBlank({ body }: LayoutInput, column: number): number {
  const cells = body.sheet.column(column);
  const { texts, others } = cells.codesInUse;
  // Whether a text is nothing but blanks is asked once: 1 is yes, 2 is no.
  const known = new Uint8Array(texts + others + 3);
  let blank = 0;
  for (const row of body.rows) {
    const code = cells.codeAt(row);
    const at = code < 0 ? texts - code : code;
    if (code === -1) continue;
    known[at] ||= isBlank(cells.cellOf(code)) ? 1 : 2;
    if (known[at] === 1) blank++;
  }
  return blank;
}

/** Describes one column for the import screen; `facts` where it holds figures. */
export function describeColumn(
  input: LayoutInput,
  profile: Profile,
  role: ColumnRole,
  understood: Understood | null,
  facts: ColumnFacts | null,
): ColumnProposal {
  const { index, name } = profile.header;
  return {
    name,
    index,
    kind: role === 'date' || profile.kind === 'date' ? 'date' : profile.kind === 'number' || facts ? 'number' : 'text',
    role,
    measure: role === 'value' ? (understood?.measure ?? 'value') : null,
    unit: understood?.unit ?? null,
    scale: understood?.scale ?? 1,
    missing: facts ? facts.missing : countBlank(input, index),
    invalid: facts?.invalid ?? (input.axis?.columns[0] === index ? input.axis.invalid : []),
    stats: facts?.stats ?? null,
    samples: samplesOf(input, index, facts),
  };
}
