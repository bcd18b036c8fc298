import type { OkrCell, OkrRow } from './okr-list-row.ts';
import { goalOf, KEEP, type DraftGoal } from './okr-text-goal.ts';
import { findQuantities } from './okr-text-quantity.ts';

/** Goal of a row with the figures beside it. */
export interface ListGoal {
  readonly goal: DraftGoal;
  readonly stretch: number | null;
  /** Value that the list calls current, where it names a start too. */
  readonly current: number | null;
}

/** What a unit does to a figure written without one. Percent divides by a hundred only where figures go beyond 1. */
interface Announced {
  readonly unit: string | null;
  readonly scale: number;
}

const half = (text: string) => text.normalize('NFKC');
const exactly = (value: number) => Number(value.toPrecision(15));

/** 万元, %, 家, days: as they follow a figure in a sentence, or the word itself. */
function unitNamed(text: string): Announced {
  const [found] = findQuantities(`1 ${half(text)}`);
  if (!found || (found.unit === null && found.scale === 1)) return { unit: text, scale: 1 };
  return { unit: found.unit, scale: found.scale };
}

const announcedBy = ({ unit, target, start }: OkrRow['cells']): Announced | null =>
  unit ? unitNamed(unit.text) : (target?.unit ?? start?.unit ?? null);

/** A text whose figures all come without unit and scale: what is announced beside them counts. */
const isBare = (text: string) => findQuantities(half(text)).every(({ unit, scale }) => unit === null && scale === 1);

const scaled = (goal: DraftGoal, factor: number, unit: string | null): DraftGoal => {
  const times = (value: number | null) => (value === null ? null : exactly(value * factor));
  return {
    ...goal,
    baseline: times(goal.baseline),
    target: times(goal.target),
    atLeast: times(goal.atLeast),
    atMost: times(goal.atMost),
    unit,
  };
};

const BAND = /^[\d.,]+\s?\p{L}{0,3}%?\s?(?:-|–|—|~|至|到|to)\s?[\d.,]+\s?\p{L}{0,5}%?$/u;

/** Reads the cells of a row with the unit that goes for them. */
class Figures {
  readonly #announced: Announced | null;
  readonly #factor: number;

  constructor(cells: readonly (OkrCell | undefined)[], announced: Announced | null) {
    this.#announced = announced;
    const bare = cells.flatMap((cell) => (cell && isBare(cell.text) ? findQuantities(half(cell.text)) : []));
    const beyondOne = bare.some(({ value }) => Math.abs(value) > 1);
    this.#factor = announced?.unit === '%' ? (beyondOne ? 0.01 * announced.scale : 1) : (announced?.scale ?? 1);
  }

  goal(cell: OkrCell | undefined): DraftGoal | null {
    const written = half(cell?.text ?? '');
    // '3-5天' on its own is a band to stay in.
    const sentence = BAND.test(written) ? `within ${written}` : written;
    const quantities = findQuantities(sentence);
    if (quantities.length === 0) return null;
    // A lone signed figure is a change where it says +20%; −5 is simply below zero.
    const plain = /^-[\d.,]+$/.test(sentence) ? quantities.map((one) => ({ ...one, signed: false })) : quantities;
    const goal = goalOf(sentence, plain);
    return this.#announced && isBare(sentence) ? scaled(goal, this.#factor, this.#announced.unit) : goal;
  }

  /** The one figure of a cell, and its unit. */
  figure(cell: OkrCell | undefined): { value: number; unit: string | null } | null {
    const [first] = findQuantities(half(cell?.text ?? ''));
    if (!first) return null;
    return this.#announced && isBare(cell!.text)
      ? { value: exactly(first.value * this.#factor), unit: this.#announced.unit }
      : { value: first.value, unit: first.unit };
  }
}

const isMet = (value: number, { atLeast, atMost }: DraftGoal) =>
  (atLeast === null || value >= atLeast) && (atMost === null || value <= atMost);

const reach = (baseline: number | null, target: number, unit: string | null): DraftGoal => ({
  kind: 'reach',
  baseline,
  target,
  atLeast: null,
  atMost: null,
  relative: null,
  unit,
});

/** One limit at the target, on the side that the title speaks of. */
const keepAt = (value: number, like: DraftGoal, unit: string | null): DraftGoal => ({
  ...reach(null, value, unit),
  kind: 'keep',
  target: null,
  ...(like.atLeast === null && like.atMost !== null ? { atMost: value } : { atLeast: value }),
});

/** The title writes the same figures with a scale: 'from 800 to 1,200 万元' beside 800 and 1200. */
function isScaledIn(said: DraftGoal, start: number | null, target: number): boolean {
  if (said.target === null || target === 0 || start === null) return false;
  const factor = said.target / target;
  return factor !== 1 && said.baseline !== null && Math.abs(said.baseline - start * factor) <= 1e-9 * Math.abs(said.baseline);
}

function combine(said: DraftGoal, wanted: DraftGoal | null, start: number | null, keeps: boolean): DraftGoal {
  if (!wanted) return said.kind === 'reach' && start !== null && said.relative === null ? { ...said, baseline: start } : said;
  const unit = wanted.unit ?? said.unit;
  if (wanted.relative) return { ...wanted, unit, baseline: start };
  if (wanted.kind === 'keep') {
    const limit = wanted.atLeast ?? wanted.atMost;
    const oneSided = wanted.atLeast === null || wanted.atMost === null;
    const arrives = !keeps && oneSided && start !== null && limit !== null && !isMet(start, wanted);
    return arrives ? reach(start, limit, unit) : { ...wanted, unit };
  }
  const target = wanted.target ?? NaN;
  const keep = said.kind === 'keep' ? keepAt(target, said, unit) : keepAt(target, wanted, unit);
  if (start === null) {
    if (said.kind === 'keep' || keeps) return keep;
    return reach(said.target === target ? (said.baseline ?? wanted.baseline) : wanted.baseline, target, unit);
  }
  if (start === target || ((said.kind === 'keep' || keeps) && isMet(start, keep))) return keep;
  return isScaledIn(said, start, target) ? said : reach(start, target, unit);
}

/**
 * What a row wants: figures of its columns before those of its title. A bound that the start does not meet is to be reached; one that it
 * meets, or that 'keep' stands beside, is to be kept. `hasStart` says that the list has a column for starting values.
 */
export function goalOfRow({ cells }: OkrRow, title: string, hasStart: boolean): ListGoal {
  const sentence = half(title);
  const said = goalOf(sentence, findQuantities(sentence));
  const announced = announcedBy(cells) ?? (said.unit === '%' ? { unit: '%', scale: 1 } : null);
  const startCell = cells.start ?? (hasStart ? undefined : cells.current);
  const figures = new Figures([startCell, cells.target, cells.stretch, cells.current], announced);
  const start = figures.figure(startCell);
  const wanted = figures.goal(cells.target);
  const keeps = KEEP.test(half(cells.target?.text ?? '')) || KEEP.test(half(cells.kind?.text ?? ''));
  const goal = combine(said, wanted, start?.value ?? null, keeps);
  return {
    goal: { ...goal, unit: goal.unit ?? start?.unit ?? (goal.kind === 'milestones' ? null : (announced?.unit ?? null)) },
    stretch: figures.figure(cells.stretch)?.value ?? null,
    current: hasStart ? (figures.figure(cells.current)?.value ?? null) : null,
  };
}
