import { MIXED, NAMES } from './floors.ts';
import { heading, print, type Wanted } from './print.ts';
import { ever, perReview } from './rates.ts';
import { isOff, isPointsRed, isRatioRed, isRisk, type Review } from './review.ts';
import { rocOf } from './roc.ts';
import { all, course, drifting, flagged, late, midway, onPlan, percent, reached } from './slices.ts';

const hasHistory = ({ keyResult, seriesAt }: Review['world']) =>
  seriesAt(keyResult.start)?.points.some(({ day }) => day < keyResult.start - 10) ?? false;

/** Key results on their plan: every flag is false. */
export function mixedFalseFlags(reviews: readonly Review[]): void {
  heading('False off-track, share of the reviews of key results that keep to their plan');
  const quiet = reviews.filter(onPlan);
  const reach = quiet.filter(reached);
  const rules = [isRatioRed, isPointsRed].map((rule) => percent(perReview(reach, rule).share));
  flagged('all, per review', quiet, MIXED.falseFlags, `to be reached: ratio < .75: ${rules[0]}, ≥ 10 points: ${rules[1]}`);
  const once = ever(quiet, isOff);
  const naive = percent(ever(reach, isRatioRed).share);
  print({
    name: 'all, ever',
    value: once.share,
    error: once.error,
    format: 'percent',
    wanted: MIXED.everFalse,
    note: `ratio < .75: ${naive}`,
  });
  flagged(
    'seasonal',
    quiet.filter(({ world }) => world.seasonal),
    MIXED.falseFlagsSeasonal,
  );
  flagged(
    '… that arrived in the end',
    quiet.filter(({ world }) => world.hit),
  );
  flagged('off-track or at risk', quiet, {}, '', isRisk);
  for (const kind of ['level', 'ratio', 'flow', 'cumulative', 'at-least', 'at-most', 'within'])
    flagged(
      `… ${kind}`,
      quiet.filter(({ world }) => world.kind === kind),
    );
  for (const noise of ['white', 'ar', 'level', 't4', 'outliers', 'skewed', 'growing'])
    flagged(
      `… noise ${noise}`,
      quiet.filter(({ world }) => world.noise === noise),
    );
  for (const before of [true, false])
    flagged(
      `… ${before ? 'with' : 'without'} figures before the start`,
      quiet.filter(({ world }) => hasHistory(world) === before),
    );
}

/** Key results that drift: how many are flagged, how well the scores tell them, and whether the drift is called by its name. */
export function mixedFound(reviews: readonly Review[]): void {
  heading('Found, share of the reviews of key results that drift');
  const reach = reviews.filter(all(reached, drifting));
  const slow = reach.filter(course('stalled', 'reversed'));
  flagged('stalled or reversed, mid-way', slow.filter(midway), MIXED.foundMidway);
  flagged('stalled or reversed, late', slow.filter(late), MIXED.foundLate);
  flagged('half pace, mid-way', reach.filter(all(course('half'), midway)));
  flagged('half pace, late', reach.filter(all(course('half'), late)), MIXED.halfLate);
  flagged('shift, mid-way', reach.filter(all(course('shift'), midway)));
  flagged('shift, late', reach.filter(all(course('shift'), late)), MIXED.shiftLate);
  const kept = reviews.filter(all((review) => !reached(review), drifting));
  flagged(
    'outside the limit, mid-way and late',
    kept.filter(({ elapsed }) => elapsed > 0.45 && elapsed <= 0.85),
    MIXED.foundKeep,
  );
  heading('Area under the curve and share found at 5% false flags (to be reached)');
  const known = reviews.filter(all(reached, ({ drifts }) => drifts !== null));
  const scores: readonly (readonly [string, (review: Review) => number, Wanted])[] = [
    ['behind', ({ pBehind }) => pBehind ?? 0.5, MIXED.aucBehind],
    ['1 − chance', ({ chance }) => 1 - (chance ?? 0.5), MIXED.aucChance],
    ['ratio rule', ({ ratio }) => -(ratio ?? 1), {}],
    ['points behind', ({ points }) => points ?? 0, {}],
  ];
  for (const [name, score, wanted] of scores) {
    const roc = rocOf(known.map((review) => ({ score: score(review), positive: review.drifts === true })));
    print({
      name,
      value: roc.auc,
      format: 'number',
      wanted,
      note: `found at 1.5%: ${percent(roc.foundAt(0.015))}, at 5%: ${percent(roc.foundAt(0.05))}`,
    });
  }
  heading('Called by its name, share of the flagged (to be reached)');
  const names = { shift: 'level-shift', reversed: 'reversed', stalled: 'behind', half: 'behind' } as const;
  for (const [name, verdict] of Object.entries(names) as [keyof typeof names, string][]) {
    const levels = reach.filter(all(isOff, course(name), ({ world }) => world.kind === 'level' || world.kind === 'ratio'));
    flagged(`${name} is called ${verdict}`, levels, { least: NAMES[name] }, '', (review) => review.verdict === verdict);
  }
}
