import type { Assessment } from './assessment.ts';
import type { Afterwards, Closing } from './closing.ts';
import type { Standing } from './conflicts.ts';
import type { Id } from './ids.ts';
import type { Ambition, KeyResult, Objective } from './objective.ts';
import { rollUpTree } from './rollup-tree.ts';

export type Grade = 'good' | 'middling' | 'poor';

/**
 * From which score on an objective is good or middling. A commitment is good when it is kept whole; an aspiration at .7, and middling from
 * .4 on. That a commitment kept to .7 is middling is our own line: nearly kept is not the same as let go.
 */
const CUTS: Record<Ambition, { readonly good: number; readonly middling: number }> = {
  committed: { good: 1, middling: 0.7 },
  aspirational: { good: 0.7, middling: 0.4 },
};

/** Two decimals, as they are shown: what reads 1.0 is judged as 1.0. */
const rounded = (score: number): number => Math.round(Math.min(1, Math.max(0, score)) * 100) / 100;

export function gradeOf(score: number, ambition: Ambition): Grade {
  const { good, middling } = CUTS[ambition];
  const shown = rounded(score);
  return shown >= good ? 'good' : shown >= middling ? 'middling' : 'poor';
}

/**
 * Score 0.0–1.0 that the figures give: progress, clamped; of a goal to keep the share of periods inside, of a checklist the weight that is
 * done. Null where there is no figure: then people are asked.
 */
export const scoreOf = ({ progress }: Pick<Assessment, 'progress'>): number | null => (progress === null ? null : rounded(progress));

export interface ScoreLine {
  readonly keyResult: KeyResult;
  readonly assessment: Assessment;
  /** What the figures give. */
  readonly computed: number | null;
  /** What counts: the score of the people where they gave one. */
  readonly score: number | null;
  readonly overridden: boolean;
  readonly note: string;
  readonly afterwards: Afterwards;
  /** Somebody chose it; else it is proposed. */
  readonly chosen: boolean;
}

export interface ObjectiveScore {
  readonly score: number | null;
  readonly grade: Grade | null;
  /** Key results below it that have no score yet. */
  readonly open: number;
}

export interface ScoreSheet {
  readonly lines: readonly ScoreLine[];
  readonly byObjective: ReadonlyMap<Id, ObjectiveScore>;
  readonly company: { readonly score: number | null; readonly open: number };
}

/** What is reached is done, a goal to keep goes on, and so does what was not reached: a proposal. */
const proposed = ({ goal }: KeyResult, score: number | null): Afterwards =>
  goal.kind !== 'keep' && score !== null && score >= 1 ? 'done' : 'carry';

/**
 * Scores of a cycle: of its key results that are on the board at the end (what was given up counts nowhere, what came in its place counts as
 * itself, with the weight it has then), rolled up to objectives, their parents and the company like progress.
 */
export function scoreSheet(standings: readonly Standing[], objectives: readonly Objective[], closing: Closing | undefined): ScoreSheet {
  const agreed = new Map(closing?.scores.map((one) => [one.keyResultId, one]));
  const lines = standings.map(({ keyResult, assessment }): ScoreLine => {
    const own = agreed.get(keyResult.id);
    const computed = scoreOf(assessment);
    const given = own?.score ?? null;
    const score = given === null ? computed : rounded(given);
    return {
      keyResult,
      assessment,
      computed,
      score,
      overridden: given !== null,
      note: own?.note ?? '',
      afterwards: own?.afterwards ?? proposed(keyResult, score),
      chosen: own !== undefined,
    };
  });
  const byId = new Map(lines.map((line) => [line.keyResult.id, line]));
  const tree = rollUpTree(
    objectives,
    lines.map(({ keyResult }) => keyResult),
    (id) => {
      const line = byId.get(id);
      return line && { status: line.assessment.status, rollup: line.score === null ? null : { progress: line.score, expected: 1 } };
    },
  );
  const byObjective = new Map<Id, ObjectiveScore>();
  for (const { id, ambition } of objectives) {
    const { progress, withoutFigure } = tree.byObjective.get(id)!;
    byObjective.set(id, {
      score: progress === null ? null : rounded(progress),
      grade: progress === null ? null : gradeOf(progress, ambition),
      open: withoutFigure,
    });
  }
  const { progress, withoutFigure } = tree.company;
  return { lines, byObjective, company: { score: progress === null ? null : rounded(progress), open: withoutFigure } };
}

/** The agreement with what was said of one key result. */
export function withScore(
  closing: Closing | undefined,
  day: number,
  line: ScoreLine,
  change: Partial<Pick<ScoreLine, 'note' | 'afterwards'>> & { readonly score?: number | null },
): Closing {
  const before = closing?.scores.find(({ keyResultId }) => keyResultId === line.keyResult.id);
  const own = { keyResultId: line.keyResult.id, score: before?.score ?? null, note: line.note, afterwards: line.afterwards, ...change };
  const others = (closing?.scores ?? []).filter(({ keyResultId }) => keyResultId !== line.keyResult.id);
  return { day, note: closing?.note ?? '', scores: [...others, own] };
}
