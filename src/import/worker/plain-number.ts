const digitsOnly = (code: number) => code >= 48 && code <= 57;

const POWERS_OF_TEN = Float64Array.from({ length: 16 }, (_, power) => 10 ** power);

/**
 * Plain ASCII figures such as -12.5, the bulk of every file; NaN if the text is anything else. 007 is a name, and 1.250 may be twelve
 * hundred and fifty: it is read only where the point is known to be the decimal sign.
 */
export function plainNumber(text: string, pointIsDecimal: boolean): number {
  const length = text.length;
  if (length === 0 || length > 15) return NaN;
  const start = text.charCodeAt(0) === 45 ? 1 : 0;
  let digits = 0;
  let point = -1;
  for (let i = start; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === 46 && point < 0 && i > start) point = i;
    else if (digitsOnly(code)) digits = digits * 10 + code - 48;
    else return NaN;
  }
  if (length === start || point === length - 1) return NaN;
  const whole = (point < 0 ? length : point) - start;
  if (whole > 1 && text.charCodeAt(start) === 48) return NaN;
  const fraction = point < 0 ? 0 : length - 1 - point;
  if (fraction === 3 && !pointIsDecimal) return NaN;
  // At most fifteen digits and a power of ten are exact, so their quotient is the nearest double, as in Number(text).
  const value = fraction === 0 ? digits : digits / POWERS_OF_TEN[fraction]!;
  return start === 1 ? -value : value;
}
