import * as v from 'valibot';

/**
 * Longest name or note that a document may hold, in UTF-16 units: far beyond what anybody reads, since what is refused here could be stored
 * but never be opened again.
 */
const LONGEST = 1_000_000;
/** Years 1000 to 9999 as day numbers: beyond them dates are written differently, and no business plan lives there. */
const FIRST_DAY = -354_285;
const LAST_DAY = 2_932_896;

export const name = v.pipe(v.string(), v.maxLength(LONGEST));
export const prose = v.pipe(v.string(), v.maxLength(LONGEST));
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
export const figure = v.pipe(v.number(), v.finite());
/** How sure somebody is to arrive, 0–10. */
export const confidence = v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(10)));
export const day = v.pipe(v.number(), v.integer(), v.minValue(FIRST_DAY), v.maxValue(LAST_DAY));
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A list that refuses before it looks at its entries when there are too many of them. */
export const list = <T extends v.GenericSchema<unknown, unknown>>(entry: T, most: number) =>
  v.pipe(
    v.custom<unknown[]>((value) => Array.isArray(value) && value.length <= most),
    v.array(entry),
  );
