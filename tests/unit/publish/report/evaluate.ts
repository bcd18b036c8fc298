import { utils, type WorkBook } from 'xlsx';

type Value = number | string | boolean | null;
type Range = Value[][];
type Result = Value | Range;

const FUNCTIONS: Record<string, (args: Result[]) => Value> = {
  SUM: (args) => numbers(args).reduce((a, b) => a + b, 0),
  COUNT: (args) => numbers(args).length,
  AVERAGE: (args) => numbers(args).reduce((a, b) => a + b, 0) / numbers(args).length,
  MAX: (args) => Math.max(...numbers(args)),
  MIN: (args) => Math.min(...numbers(args)),
  AND: (args) => args.every((arg) => arg === true),
  ISNUMBER: ([arg]) => typeof one(arg!) === 'number',
  N: ([arg]) => (typeof one(arg!) === 'number' ? one(arg!) : 0),
  SUMPRODUCT: ([a, b]) => flat(a!).reduce<number>((sum, v, i) => sum + num0(v) * num0(flat(b!)[i]!), 0),
  SUMIF: ([test, criterion, sums]) => {
    if (criterion !== '>=0') throw new Error('criterion');
    return flat(test!).reduce<number>((sum, v, i) => (typeof v === 'number' && v >= 0 ? sum + num0(flat(sums!)[i]!) : sum), 0);
  },
  INDEX: ([range, i]) => flat(range!)[Number(one(i!)) - 1] ?? fail(),
  MATCH: ([value, range]) => {
    const place = flat(range!).filter((v) => Number(v) <= Number(one(value!))).length;
    return place || fail();
  },
};
const fail = (): never => {
  throw new Error('#N/A');
};
const flat = (value: Result): Value[] => (Array.isArray(value) ? value.flat() : [value]);
const one = (value: Result): Value => (Array.isArray(value) ? value[0]![0]! : value);
const num0 = (value: Value): number => (typeof value === 'number' ? value : 0);
/** In a range only numbers count; a single text is no number at all. */
const numbers = (args: Result[]): number[] =>
  args.flatMap((arg) => (Array.isArray(arg) ? arg.flat().filter((v) => typeof v === 'number') : [asNumber(arg)]));
function asNumber(value: Result): number {
  const v = one(value);
  if (v === null) return 0;
  if (typeof v === 'string') throw new Error('#VALUE!');
  return Number(v);
}

/** Calculates the formulas of a workbook anew, by the rules of Excel for the few functions that reports use; cached values are not looked at. */
export function evaluator(book: WorkBook): (sheet: string, address: string) => Value {
  const known = new Map<string, Value>();
  const busy = new Set<string>();

  function cell(sheet: string, address: string): Value {
    const key = `${sheet}!${address}`;
    if (known.has(key)) return known.get(key)!;
    if (busy.has(key)) throw new Error(`circular: ${key}`);
    const found = book.Sheets[sheet]?.[address];
    if (!book.Sheets[sheet]) throw new Error(`no sheet ${sheet}`);
    busy.add(key);
    const value: Value = found?.f ? one(parse(found.f, sheet)) : ((found?.v as Value | undefined) ?? null);
    busy.delete(key);
    known.set(key, value);
    return value;
  }

  function parse(text: string, home: string): Result {
    const tokens = text.match(
      /'(?:[^']|'')+'!\$?[A-Z]+\$?\d+|\$?[A-Z]+\$?\d+(?!\()|[A-Z]+(?=\()|\d+\.?\d*(?:e[+-]?\d+)?|"[^"]*"|<=|>=|<>|[-+*/(),:=<>]/gi,
    );
    if (!tokens || tokens.join('') !== text) throw new Error(`cannot read ${text}`);
    let i = 0;
    const eat = (token: string) => {
      if (tokens[i++] !== token) throw new Error(`${token} expected in ${text}`);
    };
    const comparison = (): Result => {
      const left = sum();
      const operator = tokens[i];
      if (!operator || !['=', '<=', '>=', '<', '>'].includes(operator)) return left;
      i++;
      const [a, b] = [one(left), one(sum())];
      if (operator === '=') return a === b;
      if (typeof a === 'string' || typeof b === 'string') throw new Error('text compared');
      const [x, y] = [Number(a), Number(b)];
      return operator === '<=' ? x <= y : operator === '>=' ? x >= y : operator === '<' ? x < y : x > y;
    };
    const sum = (): Result => {
      let left = product();
      while (tokens[i] === '+' || tokens[i] === '-') {
        const minus = tokens[i++] === '-';
        const right = product();
        left = asNumber(left) + (minus ? -1 : 1) * asNumber(right);
      }
      return left;
    };
    const product = (): Result => {
      let left = atom();
      while (tokens[i] === '*' || tokens[i] === '/') {
        const divides = tokens[i++] === '/';
        const right = asNumber(atom());
        if (divides && right === 0) throw new Error('#DIV/0!');
        left = divides ? asNumber(left) / right : asNumber(left) * right;
      }
      return left;
    };
    const skip = () => {
      for (let depth = 0; depth || (tokens[i] !== ',' && tokens[i] !== ')'); i++)
        depth += tokens[i] === '(' ? 1 : tokens[i] === ')' ? -1 : 0;
    };
    const atom = (): Result => {
      const token = tokens[i++]!;
      if (token === '-') return -asNumber(atom());
      if (token === '(') {
        const inner = comparison();
        eat(')');
        return inner;
      }
      if (token.startsWith('"')) return token.slice(1, -1);
      if (/^\d/.test(token)) return Number(token);
      if (tokens[i] === '(') return call(token);
      return reference(token);
    };
    const call = (name: string): Result => {
      eat('(');
      if (name === 'IF') {
        const test = one(comparison());
        eat(',');
        if (!test) skip();
        const yes = test ? comparison() : null;
        eat(',');
        if (test) skip();
        const no = test ? null : comparison();
        eat(')');
        return test ? yes : no;
      }
      if (name === 'IFERROR') {
        const begin = i;
        let value: Result | undefined;
        try {
          value = comparison();
        } catch (error) {
          if (!(error as Error).message.startsWith('#')) throw error;
          i = begin;
          skip();
        }
        eat(',');
        const other = comparison();
        eat(')');
        return value ?? other;
      }
      const args: Result[] = [];
      if (tokens[i] !== ')') args.push(comparison());
      while (tokens[i] === ',') {
        i++;
        args.push(comparison());
      }
      eat(')');
      const known = FUNCTIONS[name];
      if (!known) throw new Error(`function ${name}`);
      return known(args);
    };
    const reference = (token: string): Result => {
      const [, quoted, address] = /^(?:'((?:[^']|'')+)'!)?(.+)$/.exec(token)!;
      const sheet = quoted?.replaceAll("''", "'") ?? home;
      const from = utils.decode_cell(address!.replaceAll('$', ''));
      if (tokens[i] !== ':') return cell(sheet, utils.encode_cell(from));
      i++;
      const to = utils.decode_cell(tokens[i++]!.replaceAll('$', ''));
      return Array.from({ length: to.r - from.r + 1 }, (_, r) =>
        Array.from({ length: to.c - from.c + 1 }, (_, c) => cell(sheet, utils.encode_cell({ r: from.r + r, c: from.c + c }))),
      );
    };
    const result = comparison();
    if (i !== tokens.length) throw new Error(`left over in ${text}`);
    return result;
  }
  return cell;
}
