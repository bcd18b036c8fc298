import { inCount } from '../../domain/status-count.ts';
import { mapMarks } from '../../picture/map-marks.ts';
import { nodesOf, type AlignedPair, type MapModel } from '../../picture/map-model.ts';
import type { Mark } from '../../picture/mark.ts';
import { sheet } from '../../picture/sheet.ts';
import { assessments } from '../../state/assessments.svelte.ts';
import { language } from '../../state/i18n.svelte.ts';
import { view } from '../../state/view.svelte.ts';
import { footOfPicture, paper } from '../charts/paper.ts';
import { rowFigure } from './row-figure.ts';

/** What the filters leave, in words; empty where nothing is filtered. */
function filtersSaid(): string {
  const t = language.messages;
  const { status, owner, level } = view.filters;
  const count = status && (['off', 'risk', 'on', 'open'] as const).find((one) => inCount(status, COUNTED[one]));
  return [count ? t.board.count[count] : status && t.status[status], owner, level && t.okr.levels[level]].filter(Boolean).join(' · ');
}
const COUNTED = { off: 'off-track', risk: 'at-risk', on: 'on-track', open: 'no-data' } as const;

/** The map as a picture: as it is filtered and folded, with the finding of the whole. */
export function mapPicture(model: MapModel, pairs: readonly AlignedPair[], isOpen: (id: string) => boolean): Mark {
  const t = language.messages;
  const f = language.format;
  const words = language.group('map');
  const { branches, company, worst, roots } = model;
  const title = words.headline(branches.all, branches.off, branches.risk, worst?.title ?? null);
  const overall =
    company.progress !== null && company.expected !== null
      ? [t.board.overall(f.percent(company.progress), f.percent(company.expected))]
      : [];
  const only = filtersSaid();
  const body = mapMarks({
    roots,
    pairs,
    isOpen,
    words: {
      meta: ({ objective: { level, owner } }) => [t.okr.levels[level], owner].filter(Boolean).join(' · '),
      worst: ({ children, rollup }) => (children.length ? words.worst(t.status[rollup.worstBelow]) : t.status[rollup.worstBelow]),
      percent: f.percent,
      hidden: ({ size, children }) => words.below(size, nodesOf(children).length),
      figure: (row) => rowFigure(row, assessments.asOf),
    },
  });
  const said = { title, sentences: [...overall, ...(only ? [language.group('pictures').only(only)] : [])], foot: footOfPicture() };
  return sheet(said, body, paper(), title);
}
