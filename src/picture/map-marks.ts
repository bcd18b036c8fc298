import { lanes, type Anchor, type Curve } from './curves.ts';
import { nodesOf, type AlignedPair, type MapNode } from './map-model.ts';
import { COLUMN, LEAF, nodeMarks, type MapWords } from './map-node-marks.ts';
import { tenth, type Mark } from './mark.ts';
import { PAPER } from './paper-ink.ts';
import type { Body } from './sheet.ts';
import { textMark } from './text-mark.ts';
import { wrapText } from './wrap-text.ts';

export interface MapDrawing {
  readonly roots: readonly MapNode[];
  readonly pairs: readonly AlignedPair[];
  readonly isOpen: (id: string) => boolean;
  readonly words: MapWords;
}

/** Between an objective and what hangs below it, and above and below each of them, in pixels. */
const GAP = 44;
const AIR = 8;
/** Lines meet a node at the middle of the first line of its title. */
const MIDDLE = 10;
/** Right of the tree: the curves, then what they say. */
const LANES = 48;
const NOTE = 150;
const NARROWEST = 640;

interface Placed {
  readonly marks: readonly Mark[];
  /** Down to the next node. */
  readonly height: number;
  readonly right: number;
}

const line = (d: string): Mark => ({ tag: 'path', attributes: { d, fill: 'none', stroke: PAPER.strong } });

/** From a parent to its children, one below the other: a stub, the line down, and a branch to each. */
function branches(x: number, tops: readonly number[]): readonly Mark[] {
  const child = x + COLUMN + GAP;
  const down = child - GAP / 2;
  const [first, ...others] = tops.map((top) => tenth(top + MIDDLE));
  const last = others.at(-1);
  return [
    line(`M${x + COLUMN} ${first}H${child}`),
    ...others.slice(0, -1).map((y) => line(`M${down} ${y}H${child}`)),
    ...(last === undefined ? [] : [line(`M${down} ${first}V${last - 10}Q${down} ${last} ${down + 10} ${last}H${child}`)]),
  ];
}

function place(node: MapNode, x: number, y: number, drawing: MapDrawing, anchors: Map<string, Anchor>): Placed {
  const open = drawing.isOpen(node.objective.id);
  const leaf = !open || !node.children.length;
  const top = y + AIR;
  const own = nodeMarks(node, drawing.words, x, top, { leaf, open });
  const anchor = leaf ? { x: x + own.titleEnd + 8, y: top + MIDDLE, gap: null } : { x: x + 22, y: top, gap: y };
  anchors.set(node.objective.id, anchor);
  if (leaf) {
    // What is folded away is found at what holds it.
    for (const { objective } of nodesOf(node.children)) anchors.set(objective.id, anchor);
    return { marks: own.marks, height: own.height + 2 * AIR, right: x + LEAF };
  }
  const marks: Mark[] = [...own.marks];
  const tops: number[] = [];
  let at = y;
  let right = x + COLUMN;
  for (const child of node.children) {
    const placed = place(child, x + COLUMN + GAP, at, drawing, anchors);
    marks.push(...placed.marks);
    tops.push(at + AIR);
    at += placed.height;
    right = Math.max(right, placed.right);
  }
  return { marks: [...marks, ...branches(x, tops)], height: Math.max(own.height + 2 * AIR, at - y), right };
}

/** Dashed curves between objectives that are aligned, with what is said of them at their right; where the last note ends. */
function curveMarks(curves: readonly Curve[]): { marks: readonly Mark[]; bottom: number } {
  let bottom = 0;
  const marks = curves.flatMap(({ path, note, x, y }): readonly Mark[] => {
    const drawn: Mark = {
      tag: 'path',
      attributes: { d: path, fill: 'none', stroke: PAPER.accent, 'stroke-width': 1.5, 'stroke-dasharray': '4 3' },
    };
    if (!note) return [drawn];
    const lines = wrapText(note, NOTE - 12, 12);
    const top = Math.max(y - lines.length * 8.5, bottom + 6);
    bottom = top + lines.length * 17;
    return [drawn, ...lines.map((said, i) => textMark(said, x + 10, top + 13 + i * 17, { size: 12, fill: PAPER.accent }))];
  });
  return { marks, bottom };
}

/** The cascade of objectives as it is folded on the screen, in daylight colours: a column for each depth, key results under their objectives. */
export function mapMarks(drawing: MapDrawing): Body {
  const anchors = new Map<string, Anchor>();
  const marks: Mark[] = [];
  let height = 0;
  let right = NARROWEST;
  for (const root of drawing.roots) {
    const placed = place(root, 0, height, drawing, anchors);
    marks.push(...placed.marks);
    height += placed.height;
    right = Math.max(right, placed.right);
  }
  const ends = drawing.pairs.flatMap(({ from, to, notes }) => {
    const [a, b] = [anchors.get(from.id), anchors.get(to.id)];
    return a && b && a !== b ? [{ key: `${from.id} ${to.id}`, a, b, note: notes.join(' ') }] : [];
  });
  if (!ends.length) return { width: right, height, marks };
  const curves = curveMarks(lanes(ends, right + LANES));
  return { width: right + LANES + NOTE, height: Math.max(height, curves.bottom), marks: [...marks, ...curves.marks] };
}
