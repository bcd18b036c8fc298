import type { Fan } from './assessment.ts';
import { analyse, type AssessInput, type Analysis } from './assess.ts';
import { forecastOf, NOTHING_SUPPOSED, predictionAt } from './landing.ts';
import { horizonsOf } from './review.ts';

/** No chart shows more: of a year of days to come every seventh is asked. */
const MOST = 60;

/** Quantiles at the end of the periods to come; the last is the due date, with the same numbers as the forecast. */
export function fanOfAnalysis({ frame, outlook, supposed = NOTHING_SUPPOSED }: Analysis): Fan {
  if (!frame || !outlook) return [];
  const horizons = horizonsOf(frame);
  const last = horizons.length - 1;
  const every = Math.ceil(horizons.length / MOST);
  return horizons.flatMap((horizon, i) => {
    if ((last - i) % every) return [];
    const day = i === last ? frame.due : frame.future[i]!.last;
    return forecastOf(frame, day, predictionAt(frame, outlook, horizon, supposed));
  });
}

/** The forecast over the time still to come, for the fan of the chart; empty where there is no verdict. */
export const fanOf = (input: AssessInput): Fan => fanOfAnalysis(analyse(input));
