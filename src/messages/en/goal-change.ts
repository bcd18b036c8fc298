import type { SegmentMeasure } from '../../domain/segments.ts';
import type { Format } from '../format.ts';

const numbers = ['', 'one', 'two', 'three', 'four', 'five', 'six'];

function segment(one: SegmentMeasure, first: boolean, unit: string | null, f: Format): string {
  const when = one.until !== null ? `${first ? 'until' : 'then until'} ${f.day(one.until)}` : 'since then';
  if (one.reached === null) return `${when} no figure`;
  if (one.progress === null) return `${when} the target is ${f.value(one.target, unit)}, which had been passed already`;
  const way = first ? `to ${f.value(one.target, unit)}` : `from ${f.about(one.start, unit)} to ${f.value(one.target, unit)}`;
  return `${when}, ${f.percent(one.progress)} of the way ${way}${one.planned === null ? '' : ` (planned ${f.percent(one.planned)})`}`;
}

/** Words about changing the goal of a key result in mid-cycle. */
export const goalChange = {
  open: 'Change the goal…',
  title: 'Change the goal',
  way: 'What is to happen',
  ways: { revise: 'Change it', drop: 'Give it up', replace: 'Replace it' },
  wayHints: {
    revise: 'another target, limit, plan, date or weight',
    drop: 'it counts nowhere from that day on and stays to be read',
    replace: 'another key result takes its place and says so',
  },
  day: 'From',
  reason: 'Reason',
  approver: 'Approved by',
  nothing: 'Nothing is changed yet.',
  save: { revise: 'Change the goal', drop: 'Give it up', replace: 'Go on to the new one…' },
  dropped: (day: string) => `Given up on ${day}: it counts nowhere since.`,
  restore: 'Take it back',
  replacedBy: 'Replaced by',
  replaces: 'Replaces',
  added: (day: string) => `Added on ${day}, in mid-cycle.`,
  replacedOn: (day: string) => `since ${day}`,
  struck: (day: string) => `given up ${day}`,
  isLate: 'Added in mid-cycle',
  isLateHint: 'it counts from that day on, and the list of revisions tells why',
  moved: 'You are changing the goal of a key result that is running',
  asChange: 'The goal changes: keep the old one visible, with a reason',
  asCorrection: 'It was written down wrongly: correct it',
  choose: 'Choose one of the two.',
  segments: (list: readonly SegmentMeasure[], unit: string | null, f: Format) =>
    `Measured in ${numbers[list.length] ?? list.length} segments: ${list.map((one, i) => segment(one, i === 0, unit, f)).join('; ')}.`,
};
