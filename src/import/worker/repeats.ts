const SLOTS = 1 << 15;
/** A column whose cells are new this many times more often than known is not looked up any longer. */
const PATIENCE = -512;

/** Gives equal cells of a text one string: names and dates repeat over a long file, and what is held once is neither copied nor kept. */
export class Repeats {
  private readonly known: string[] = new Array<string>(SLOTS).fill('');
  private readonly hashes = new Int32Array(SLOTS);
  /** By column: known cells less new ones. */
  private readonly balance: number[] = [];

  share(text: string, start: number, end: number, hash: number, column: number): string {
    const balance = this.balance[column] ?? (this.balance[column] = 0);
    if (balance < PATIENCE) return text.slice(start, end);
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    if (this.hashes[slot] === hash && isAt(text, start, end, this.known[slot]!)) {
      if (balance < -PATIENCE) this.balance[column] = balance + 1;
      return this.known[slot]!;
    }
    this.balance[column] = balance - 1;
    this.hashes[slot] = hash;
    return (this.known[slot] = text.slice(start, end));
  }
}

/** `startsWith`, several times faster for short cells. */
function isAt(text: string, start: number, end: number, part: string): boolean {
  if (part.length !== end - start) return false;
  for (let i = 0; i < part.length; i++) if (part.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
