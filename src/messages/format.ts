import { civilOf, type EpochDay, type Grain } from '../domain/calendar.ts';
import type { Locale } from './locale.ts';

const MINUS = '\u2212';
const DAY_MS = 86_400_000;
/** From here on figures are written short: 12.9M, 1286万. */
const COMPACT_FROM = 100_000;

/** A figure with its unit kept apart, so that the unit can be set small and grey. */
export interface FigureParts {
  readonly number: string;
  readonly unit: string;
}

/** The figure with so many significant digits. */
const rounded = (value: number, digits: number) => Number(value.toPrecision(digits));

/** Formatters are slow to make, and most screens need few of them: each is made when it is first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Codes of currencies; 'FTE' is none. Where the browser cannot list them, three capitals are taken for one. */
const currencyCodes = lazily(() => ('supportedValuesOf' in Intl ? new Set(Intl.supportedValuesOf('currency')) : null));
const isCurrency = (unit: string) => /^[A-Z]{3}$/.test(unit) && currencyCodes()?.has(unit) !== false;

/** Everything that turns numbers and days into text, for one language. Through Intl only. */
export function createFormat(locale: Locale) {
  const numbers = (options: Intl.NumberFormatOptions) => lazily(() => new Intl.NumberFormat(locale, options));
  const days = (options: Intl.DateTimeFormatOptions) => lazily(() => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }));
  const plain = numbers({ maximumSignificantDigits: 4 });
  const whole = numbers({ maximumFractionDigits: 0 });
  const compact = numbers({ notation: 'compact', maximumSignificantDigits: 4 });
  const percentage = numbers({ maximumSignificantDigits: 3 });
  const dayMonth = days({ month: 'short', day: 'numeric' });
  const fullDay = days({ year: 'numeric', month: 'short', day: 'numeric' });
  const weekday = days({ month: 'short', day: 'numeric', weekday: 'short' });
  const monthYear = days({ year: 'numeric', month: 'short' });
  const month = days({ month: 'short' });
  const currencies = new Map<string, Intl.NumberFormat>();
  const minus = (text: string) => text.replace('-', MINUS);
  const date = (formatter: () => Intl.DateTimeFormat) => (day: EpochDay) => formatter().format(day * DAY_MS);

  function currency(value: number, code: string): string {
    const key = `${code}${Math.abs(value) >= COMPACT_FROM}`;
    let formatter = currencies.get(key);
    if (!formatter) {
      const notation = Math.abs(value) >= COMPACT_FROM ? 'compact' : 'standard';
      formatter = new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: code,
        currencyDisplay: 'narrowSymbol',
        notation,
        maximumSignificantDigits: 4,
      });
      currencies.set(key, formatter);
    }
    return minus(formatter.format(value));
  }

  const number = (value: number) =>
    minus((Math.abs(value) >= COMPACT_FROM ? compact : Math.abs(value) >= 1000 ? whole : plain)().format(value));

  function parts(value: number, unit: string | null): FigureParts {
    if (unit === '%') return { number: minus(percentage().format(value * 100)), unit: '%' };
    if (unit && isCurrency(unit)) return { number: currency(value, unit), unit: '' };
    return { number: number(value), unit: unit ?? '' };
  }

  /** `87.6%`, `¥1286万`, `540 家`. */
  function value(figure: number, unit: string | null): string {
    const { number: text, unit: suffix } = parts(figure, unit);
    return suffix === '' ? text : suffix === '%' ? `${text}%` : `${text} ${suffix}`;
  }

  /** An estimate: no more digits than it can answer for. */
  const about = (figure: number, unit: string | null): string => value(rounded(figure, 3), unit);

  /** A difference, to two digits: percentages differ by points, not by per cent. */
  function difference(figure: number, unit: string | null): string {
    const size = Math.abs(figure);
    if (unit !== '%') return value(size >= 100 ? rounded(size, 3) : rounded(size, 2), unit);
    const points = percentage().format(rounded(size * 100, 2));
    return locale === 'en'
      ? `${points} ${points === '1' ? 'point' : 'points'}`
      : locale === 'zh-CN'
        ? `${points} 个百分点`
        : `${points} 個百分點`;
  }

  /** Change or amount per period, with its sign; percentages move by points. */
  const rate = (figure: number, unit: string | null): string =>
    unit === '%' ? `${figure < 0 ? MINUS : ''}${difference(figure, unit)}` : about(figure, unit);

  /** A probability or progress in whole per cent; the ends are never claimed. */
  function chance(probability: number): string {
    if (probability < 0.01) return '<1%';
    return probability > 0.99 ? '>99%' : `${Math.round(probability * 100)}%`;
  }

  /** A period as its readers say it. */
  function period(start: EpochDay, grain: Grain): string {
    const { year, month: monthNumber } = civilOf(start);
    if (grain === 'day') return fullDay().format(start * DAY_MS);
    if (grain === 'week') {
      const monday = fullDay().format(start * DAY_MS);
      return locale === 'en' ? `week of ${monday}` : locale === 'zh-CN' ? `${monday}当周` : `${monday}當週`;
    }
    if (grain === 'month') return monthYear().format(start * DAY_MS);
    if (grain === 'quarter') return locale === 'en' ? `Q${Math.ceil(monthNumber / 3)} ${year}` : `${year} Q${Math.ceil(monthNumber / 3)}`;
    return grain === 'half-year' ? `${year} H${monthNumber > 6 ? 2 : 1}` : String(year);
  }

  return {
    locale,
    number,
    whole: (count: number) => minus(whole().format(count)),
    parts,
    value,
    about,
    difference,
    rate,
    chance,
    percent: (fraction: number) => `${minus(String(Math.round(fraction * 100)))}%`,
    period,
    day: date(dayMonth),
    dayYear: date(fullDay),
    weekday: date(weekday),
    month: date(month),
  };
}

export type Format = ReturnType<typeof createFormat>;
