const POWERS: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8, k: 1e3, K: 1e3, m: 1e6, M: 1e6 };

/**
 * What a person typed into a figure field: `1,200`, `12.5%`, `1.2万`, `−3`. With unit '%', a bare `85` means 85%.
 * Returns the value in the unit (fractions for '%'), or null if it is no figure.
 */
export function parseQuantity(text: string, unit: string | null): number | null {
  const clean = text
    .normalize('NFKC')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[\s,']/g, '');
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(.*)$/.exec(clean);
  if (!match) return null;
  const number = Number(match[1]);
  const rest = match[2] ?? '';
  if (!Number.isFinite(number)) return null;
  if (rest.startsWith('%') || (unit === '%' && rest === '')) return divideExactly(number, 100);
  if (rest === unit) return number;
  const power = POWERS[rest.charAt(0)];
  const suffix = power === undefined ? rest : rest.slice(1);
  return suffix === '' || suffix === unit ? number * (power ?? 1) : null;
}

/** Dividing by a power of ten without adding digits that nobody typed: 12.3 / 100 = 0.123. */
const divideExactly = (value: number, by: number): number => Number((value / by).toPrecision(15));

/** How a figure stands in a field for editing: every digit, no grouping. */
export const editableQuantity = (value: number, unit: string | null): string =>
  unit === '%' ? `${Number((value * 100).toPrecision(12))}%` : String(Number(value.toPrecision(12)));
