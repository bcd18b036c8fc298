const CHINESE = ['一', '二', '三', '四'];

/** The year in a name, raised: `2026` → `2027`, `FY26` → `FY27`. */
function nextYear(name: string, by = 1): string {
  const four = /(?:19|20)\d\d/.exec(name);
  if (four) return name.replace(four[0], String(Number(four[0]) + by));
  return name.replace(
    /(FY\s?'?)(\d\d)(?!\d)/i,
    (_, sign: string, year: string) => sign + String((Number(year) + by) % 100).padStart(2, '0'),
  );
}

/** One of a row of numbered parts of a year; after the last comes the first of the next year. */
function advance(
  name: string,
  pattern: RegExp,
  parts: number,
  read: (text: string) => number,
  write: (part: number) => string,
): string | null {
  const found = pattern.exec(name);
  if (!found?.[2]) return null;
  const part = read(found[2]);
  if (!(part >= 1 && part <= parts)) return null;
  const raised = part < parts ? name : nextYear(name);
  return raised.replace(pattern, (_, before: string, _old: string, after: string) => `${before}${write((part % parts) + 1)}${after}`);
}

/**
 * What the cycle after a cycle of this name is called: `2026 Q4` → `2027 Q1`, `2026 年第三季度` → `2026 年第四季度`, `2026 上半年` → `2026 下半年`,
 * `FY26 H2` → `FY27 H1`, `2026` → `2027`. Empty where the name does not say.
 */
export function nextCycleName(name: string): string {
  const digits = [
    advance(name, /(\bQ|[^a-z]Q|^Q)([1-4])(?!\d)()/i, 4, Number, String),
    advance(name, /(\bH|[^a-z]H|^H)([12])(?!\d)()/i, 2, Number, String),
    advance(
      name,
      /(第\s?)([一二三四])(\s?季)/,
      4,
      (text) => CHINESE.indexOf(text) + 1,
      (part) => CHINESE[part - 1]!,
    ),
    advance(name, /(第?\s?)([1-4])(\s?季)/, 4, Number, String),
    advance(
      name,
      /()(上|下)(半年)/,
      2,
      (text) => (text === '上' ? 1 : 2),
      (part) => (part === 1 ? '上' : '下'),
    ),
    advance(name, /((?:年|[-/.])\s?)(1[0-2]|0?[1-9])(\s?月|$)/, 12, Number, String),
  ].find((one) => one !== null);
  if (digits) return digits;
  return /^(FY\s?'?\d\d|(19|20)\d\d\s?年?度?)$/i.test(name.trim()) ? nextYear(name) : '';
}
