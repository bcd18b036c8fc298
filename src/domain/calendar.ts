/** Days since 1970-01-01 in the proleptic Gregorian calendar, UTC. Never a `Date`: a day has no time zone. */
export type EpochDay = number;

export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year';

export const GRAINS: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'half-year', 'year'];

export interface CivilDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

/** Day number of a civil date (Hinnant, 'chrono-compatible low-level date algorithms', days_from_civil). Days past the month's end run on. */
export function dayOf(year: number, month: number, day: number): EpochDay {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Civil date of a day number (Hinnant, civil_from_days). */
export function civilOf(epochDay: EpochDay): CivilDate {
  const z = Math.floor(epochDay) + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

export function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : dayOf(year, month + 1, 1) - dayOf(year, month, 1);
}

/** ISO weekday, 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: EpochDay): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The same day `count` months on; the 31st becomes the month's last day. */
export function addMonths(epochDay: EpochDay, count: number): EpochDay {
  const { year, month, day } = civilOf(epochDay);
  const index = year * 12 + (month - 1) + count;
  const y = Math.floor(index / 12);
  const m = index - y * 12 + 1;
  return dayOf(y, m, Math.min(day, daysInMonth(y, m)));
}

const pad = (value: number, width: number) => String(value).padStart(width, '0');

/** `2026-03-05` */
export function isoOf(epochDay: EpochDay): string {
  const { year, month, day } = civilOf(epochDay);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Day of an ISO date `2026-03-05`, or null if it is not a date of the calendar. */
export function parseIso(text: string): EpochDay | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayOf(year, month, day);
}

const MONTHS_IN: Record<'month' | 'quarter' | 'half-year' | 'year', number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** First day of the period of this grain that holds the day (weeks are ISO weeks, from Monday). */
export function periodStart(day: EpochDay, grain: Grain): EpochDay {
  if (grain === 'day') return day;
  if (grain === 'week') return day - (weekdayOf(day) - 1);
  const { year, month } = civilOf(day);
  const size = MONTHS_IN[grain];
  return dayOf(year, month - ((month - 1) % size), 1);
}

/** First day of the period `count` periods after the one that begins on `start`. */
export function addPeriods(start: EpochDay, grain: Grain, count: number): EpochDay {
  if (grain === 'day') return start + count;
  if (grain === 'week') return start + 7 * count;
  return addMonths(start, MONTHS_IN[grain] * count);
}

/** Last day (inclusive) of the period that begins on `start`. */
export const periodEnd = (start: EpochDay, grain: Grain): EpochDay => addPeriods(start, grain, 1) - 1;

/** Year and number of the ISO week that holds the day. */
export function isoWeekOf(day: EpochDay): { year: number; week: number } {
  const thursday = day - (weekdayOf(day) - 1) + 3;
  const { year } = civilOf(thursday);
  return { year, week: 1 + Math.floor((thursday - dayOf(year, 1, 1)) / 7) };
}

/** Monday of an ISO week. */
export const dayOfIsoWeek = (year: number, week: number): EpochDay => periodStart(dayOf(year, 1, 4), 'week') + 7 * (week - 1);

/** How the period that begins on `start` is written: `2026-03-05`, `2026-W12`, `2026-03`, `2026-Q1`, `2026-H1`, `2026`. */
export function periodKey(start: EpochDay, grain: Grain): string {
  if (grain === 'day') return isoOf(start);
  if (grain === 'week') {
    const { year, week } = isoWeekOf(start);
    return `${pad(year, 4)}-W${pad(week, 2)}`;
  }
  const { year, month } = civilOf(start);
  if (grain === 'month') return `${pad(year, 4)}-${pad(month, 2)}`;
  if (grain === 'quarter') return `${pad(year, 4)}-Q${Math.ceil(month / 3)}`;
  return grain === 'half-year' ? `${pad(year, 4)}-H${month > 6 ? 2 : 1}` : pad(year, 4);
}

/** Typical length of a period in days, for comparing cadences. */
export const daysInGrain: Record<Grain, number> = { day: 1, week: 7, month: 30.4375, quarter: 91.3125, 'half-year': 182.625, year: 365.25 };
