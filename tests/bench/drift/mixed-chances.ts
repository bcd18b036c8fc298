import { MIXED } from './floors.ts';
import { heading, print, printBins } from './print.ts';
import { reliabilityOf } from './reliability.ts';
import { isOff, type Review } from './review.ts';
import { flagged, reached, type Test } from './slices.ts';

/** How far the chance and the 80% range can be believed. */
export function mixedChances(name: string, reviews: readonly Review[], wanted: boolean): void {
  heading(`Chance to arrive: ${name}`);
  const told = reviews.flatMap(({ chance, world }) => (chance === null ? [] : [{ chance, hit: world.hit }]));
  const reliability = reliabilityOf(told);
  const { brier, base, error, count } = reliability;
  const note = `always the base rate: ${base.toFixed(3)}; n ${count}`;
  print({ name: 'Brier score', value: brier, format: 'number', wanted: wanted ? MIXED.brier : {}, note });
  print({ name: 'calibration error', value: error, format: 'number', wanted: wanted ? MIXED.calibration : {} });
  const ranged = reviews.filter(({ forecast }) => forecast !== null);
  const inside: Test = ({ forecast, world }) => world.final >= forecast!.p10 && world.final <= forecast!.p90;
  flagged('inside the 80% range', ranged, wanted ? MIXED.coverage : {}, '', inside);
  printBins(reliability);
}

/** Answers that cannot both be true: a chance on one side of one half with a median on the other side of the goal, or a drift with good prospects. */
export function contradictions(reviews: readonly Review[]): void {
  heading('Contradictions and figures out of date');
  const torn: Test = ({ chance, forecast, world: { keyResult } }) => {
    if (chance === null || !forecast || keyResult.goal.kind !== 'reach' || Math.abs(chance - 0.5) < 0.01) return false;
    const { baseline, target } = keyResult.goal;
    return (target - baseline) * (forecast.p50 - target) >= 0 !== chance > 0.5;
  };
  flagged('chance against median', reviews, MIXED.none, '', torn);
  flagged(
    'off track with a chance above one half',
    reviews.filter(reached),
    MIXED.none,
    '',
    (review) => isOff(review) && review.chance! > 0.5,
  );
  flagged(
    'on track with a chance below a tenth',
    reviews.filter(reached),
    {},
    '',
    ({ status, chance }) => status === 'on-track' && chance! < 0.1,
  );
  const silent = reviews.filter(
    ({ world: { lastFigure, keyResult }, asOf }) =>
      lastFigure !== null && asOf - lastFigure > (keyResult.due - keyResult.start > 100 ? 95 : 25),
  );
  flagged('long out of date, said so', silent, { least: 1 }, '', ({ stale }) => stale);
  const fresh = reviews.filter(({ world: { lastFigure } }) => lastFigure === null);
  flagged('kept up to date, called out of date', fresh, {}, 'gaps included', ({ stale }) => stale);
}
