import type { DayValue, DriftPicture } from '../../picture/drift-picture.ts';
import type { Mark } from '../../picture/mark.ts';
import { PAPER_TONES } from '../../picture/paper-ink.ts';
import { poster } from '../../picture/poster.ts';
import { toneOf } from '../../picture/tone.ts';
import type { Assessed } from '../../state/assessments.svelte.ts';
import { language } from '../../state/i18n.svelte.ts';
import { driftLegend } from './drift-legend.ts';
import { driftWords } from './drift-words.ts';
import { footOfPicture, paper } from './paper.ts';

/** What is tried on a key result while its chart is looked at. */
export interface Tried {
  readonly landing: DayValue;
  /** What changes with it, in words. */
  readonly said: string;
}

export interface Drift {
  readonly picture: DriftPicture;
  readonly title: string;
  readonly unit: string | null;
  readonly sentence: string;
  /** Absent for a KPI. */
  readonly row?: Assessed;
  readonly tried?: Tried | null;
}

/** The chart of a key result or of a KPI as a picture, with what is tried on it. */
export function driftPoster({ picture, title, unit, sentence, row, tried = null }: Drift): Mark {
  const t = language.messages;
  const statusOf = ({ assessment: { status, verdict, stale } }: Assessed) => ({
    text: `${t.status[status]}${verdict ? ` · ${t.verdict[verdict]}` : ''}${stale ? t.board.andStale : ''}`,
    colour: PAPER_TONES[toneOf(status)],
  });
  const said = {
    title,
    ...(row ? { status: statusOf(row) } : {}),
    sentences: sentence ? [sentence] : [],
    ...(tried ? { tried: language.group('pictures').tried(tried.said) } : {}),
    foot: footOfPicture(),
  };
  return poster(said, {
    picture,
    words: driftWords(picture.today, unit),
    size: { width: 912, height: 400 },
    label: t.detail.chart.label(title, sentence),
    trial: tried?.landing ?? null,
    legend: driftLegend(picture, row?.keyResult.goal.kind === 'keep'),
    ...paper(),
  });
}
