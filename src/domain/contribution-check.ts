import type { Contribution } from './contribution.ts';
import type { Id } from './ids.ts';
import { figuresOf } from './figures-of.ts';
import { sourcesOf } from './metric-sources.ts';
import type { Metric } from './metric.ts';
import type { KeyResult } from './objective.ts';

/** What a check needs to know of a key result on the day of asking. */
export interface PartStanding {
  readonly keyResult: KeyResult;
  /** Progress, unclamped, and what the plan expects of it by now; null where it has no figure. */
  readonly progress: number | null;
  readonly expected: number | null;
}

/** One part: how much of the whole it is to carry, has carried, and should have carried by now, as shares of the base. */
export interface PartCheck {
  readonly keyResultId: Id;
  /** Null where the key result is not on the board on that day: what it was to carry is carried by nobody. */
  readonly standing: PartStanding | null;
  readonly planned: number;
  readonly done: number | null;
  readonly expected: number | null;
}

/** Something that is counted twice, or cannot be added up. */
export type ContributionDoubt =
  /** Two parts read the same figures. */
  | { readonly code: 'same-figures'; readonly parts: readonly [Id, Id] }
  /** A part reads the whole KPI: it is not a part of it. */
  | { readonly code: 'reads-whole'; readonly part: Id }
  /** A part is counted in another breakdown of the same KPI, too. */
  | { readonly code: 'counted-elsewhere'; readonly part: Id; readonly other: Contribution }
  /** A part reads another file than the KPI. */
  | { readonly code: 'other-source'; readonly part: Id; readonly source: Id }
  /** A part pulls the KPI away from what is wanted. */
  | { readonly code: 'pulls-away'; readonly part: Id };

export interface ContributionCheck {
  readonly parts: readonly PartCheck[];
  /** Σ planned of the parts that are on the board. */
  readonly covered: number;
  /** Σ planned / wanted. */
  readonly coverage: number;
  /** What is carried by nobody, in the direction of what is wanted; negative: more is planned than wanted. 0 within rounding. */
  readonly gap: number;
  readonly doubts: readonly ContributionDoubt[];
  /** Sum of what the parts have done, and should have by now; null where a part has no figure. */
  readonly done: number | null;
  readonly expected: number | null;
  /** Change of the KPI itself so far: now / base − 1; null where no column measures it. */
  readonly shown: number | null;
  /** shown − done: what the parts do not explain. */
  readonly unexplained: number | null;
  /** Parts that are behind their plan by more than a tenth of what they should have carried. */
  readonly behind: readonly Id[];
}

export interface ContributionInput {
  readonly contribution: Contribution;
  readonly metrics: readonly Metric[];
  readonly contributions: readonly Contribution[];
  readonly standingOf: (id: Id) => PartStanding | undefined;
  /** What the KPI reads now, in the way of its base, see contribution-base.ts; null where there is nothing to read. */
  readonly now: number | null;
}

/** Shares are typed in points with a digit or two: less than this is rounding. */
const ROUNDING = 1e-6;
/** A part is out of step from a tenth of its way on, like a reading that is behind. */
const BEHIND = 0.1;

function doubtsOf({ contribution, metrics, contributions, standingOf }: ContributionInput): readonly ContributionDoubt[] {
  const { parts, metricId, wanted } = contribution;
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const whole = metricId === null ? undefined : byId.get(metricId);
  const reads = parts.flatMap(({ keyResultId }) => {
    const metric = byId.get(standingOf(keyResultId)?.keyResult.link?.metricId ?? '');
    return metric ? [{ id: keyResultId, metric }] : [];
  });
  const doubts: ContributionDoubt[] = [];
  reads.forEach(({ id, metric }, i) => {
    if (whole && figuresOf(metric) === figuresOf(whole)) {
      doubts.push({ code: 'reads-whole', part: id });
      return;
    }
    const twin = reads.slice(0, i).find((other) => figuresOf(other.metric) === figuresOf(metric));
    if (twin) doubts.push({ code: 'same-figures', parts: [twin.id, id] });
    const known = whole && new Set(sourcesOf(whole).map(({ datasetId }) => datasetId));
    if (known && !sourcesOf(metric).some(({ datasetId }) => known.has(datasetId)))
      doubts.push({ code: 'other-source', part: id, source: metric.datasetId });
  });
  for (const { keyResultId, planned } of parts) {
    const other = contributions.find(
      ({ id, metricId: of, parts: theirs }) =>
        id !== contribution.id && metricId !== null && of === metricId && theirs.some((part) => part.keyResultId === keyResultId),
    );
    if (other) doubts.push({ code: 'counted-elsewhere', part: keyResultId, other });
    if (planned * wanted < 0) doubts.push({ code: 'pulls-away', part: keyResultId });
  }
  return doubts;
}

const sumOf = (values: readonly (number | null)[]): number | null =>
  values.length && values.every((value) => value !== null) ? values.reduce((sum: number, value) => sum + value!, 0) : null;

/**
 * Checks a KPI that is taken apart: whether its parts carry all that is wanted, whether anything counts twice, and whether what the parts
 * have done (progress × planned share) agrees with what the KPI itself shows. All shares are of the common base.
 */
export function checkContribution(input: ContributionInput): ContributionCheck {
  const { contribution, standingOf, now } = input;
  const { base, wanted } = contribution;
  const parts = contribution.parts.map(({ keyResultId, planned }): PartCheck => {
    const standing = standingOf(keyResultId) ?? null;
    const [progress, expected] = [standing?.progress ?? null, standing?.expected ?? null];
    return {
      keyResultId,
      standing,
      planned,
      done: progress === null ? null : planned * progress,
      expected: expected === null ? null : planned * expected,
    };
  });
  const standing = parts.filter((part) => part.standing !== null);
  const covered = standing.reduce((sum, { planned }) => sum + planned, 0);
  const gap = (wanted - covered) * Math.sign(wanted);
  const done = sumOf(standing.map((part) => part.done));
  const shown = now === null ? null : now / base - 1;
  return {
    parts,
    covered,
    coverage: covered === 0 ? 0 : covered / wanted,
    gap: Math.abs(gap) < ROUNDING ? 0 : gap,
    doubts: doubtsOf(input),
    done,
    expected: sumOf(standing.map((part) => part.expected)),
    shown,
    unexplained: shown === null || done === null ? null : shown - done,
    behind: standing
      .filter(({ standing: s }) => s !== null && s.progress !== null && s.expected !== null && s.expected - s.progress > BEHIND)
      .map(({ keyResultId }) => keyResultId),
  };
}
