/** Share of the expected progress below which the common rule turns red. */
const NAIVE_CUT = 0.75;

/** The rule that most OKR tools use: red where progress is less than three quarters of what is expected by now. It knows no noise. */
export const isNaiveRed = (progress: number | null, expected: number | null): boolean =>
  progress !== null && expected !== null && progress < NAIVE_CUT * expected;
