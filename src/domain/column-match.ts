import { foldName } from './header-print.ts';

/** Below this two names have only small change in common, and a proposal would be noise. */
const NEAR = 0.5;

/** Without unit in brackets and punctuation. */
const bare = (name: string) =>
  foldName(name)
    .replace(/[(（[【].*?[)）\]】]/g, '')
    .replace(/[^\p{L}\p{N}%]/gu, '');

function pairsOf(text: string): string[] {
  return text.length < 2 ? [text] : Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2));
}

/** Nearness of two column names, 0–1: Dice's coefficient of their pairs of characters; a name that holds the other is near too. */
export function nameNearness(one: string, other: string): number {
  const [a, b] = [bare(one), bare(other)];
  if (a === b) return 1;
  if (!a || !b) return 0;
  const left = pairsOf(b);
  let common = 0;
  for (const pair of pairsOf(a)) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    common++;
  }
  const dice = (2 * common) / (pairsOf(a).length + pairsOf(b).length);
  return a.includes(b) || b.includes(a) ? Math.max(dice, 0.6) : dice;
}

/**
 * Which of the names found may be the new name of each missing one: the nearest pairs first, each name once; null where none is near.
 */
export function proposeNames(missing: readonly string[], found: readonly string[]): ReadonlyMap<string, string | null> {
  const proposals = new Map<string, string | null>(missing.map((name) => [name, null]));
  const pairs = missing
    .flatMap((name) => found.map((other) => ({ name, other, near: nameNearness(name, other) })))
    .filter(({ near }) => near >= NEAR)
    .sort((a, b) => b.near - a.near);
  const given = new Set<string>();
  for (const { name, other } of pairs) {
    if (proposals.get(name) !== null || given.has(other)) continue;
    proposals.set(name, other);
    given.add(other);
  }
  return proposals;
}
