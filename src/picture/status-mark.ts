import type { Status } from '../domain/assessment.ts';
import { tenth, type Mark } from './mark.ts';
import { PAPER, PAPER_TONES } from './paper-ink.ts';
import { toneOf } from './tone.ts';

const part = (tag: 'path' | 'circle', attributes: Mark['attributes']): Mark => ({ tag, attributes });

function shapeOf(status: Status, fill = 'currentColor', ground = 'var(--surface)'): readonly Mark[] {
  if (status === 'off-track' || status === 'missed') return [part('path', { d: 'M6 .4 11.6 6 6 11.6 .4 6Z', fill })];
  if (status === 'at-risk') return [part('path', { d: 'M6 .9 11.7 11H.3Z', fill })];
  if (status === 'on-track') return [part('circle', { cx: 6, cy: 6, r: 4.6, fill })];
  if (status === 'achieved')
    return [
      part('circle', { cx: 6, cy: 6, r: 5.6, fill }),
      part('path', { d: 'M3.4 6.2 5.3 8.1 8.7 4.3', fill: 'none', stroke: ground, 'stroke-width': 1.5 }),
    ];
  return [part('circle', { cx: 6, cy: 6, r: 4.7, fill: 'none', stroke: fill, 'stroke-width': 1.5, 'stroke-dasharray': '2.2 1.5' })];
}

/** The shape of a status: by its form, not only by its colour; always beside the word. */
export const statusMark = (status: Status): Mark => ({
  tag: 'svg',
  attributes: { class: `mark tone-${toneOf(status)}`, viewBox: '0 0 12 12', width: 12, height: 12, 'aria-hidden': 'true' },
  children: shapeOf(status),
});

/** The same in a file, this large, with its upper left corner at a place. */
export const placedMark = (status: Status, x: number, y: number, size: number): Mark => ({
  tag: 'g',
  attributes: { transform: `translate(${tenth(x)} ${tenth(y)}) scale(${size / 12})` },
  children: shapeOf(status, PAPER_TONES[toneOf(status)], PAPER.surface),
});

const WIDTH = 160;
const [FROM, TO] = [-0.1, 1.1];
const x = (share: number) => Math.round(((Math.min(TO, Math.max(FROM, share)) - FROM) / (TO - FROM)) * WIDTH * 10) / 10;

/** Progress from baseline to target, a tick where the plan wants it today. */
export function progressMark(progress: number | null, expected: number | null, status: Status, label: string): Mark {
  const done = progress === null ? 0 : x(progress) - x(0);
  const gap = progress !== null && expected !== null && progress < expected ? [Math.max(x(0), x(progress)), x(expected)] : null;
  return {
    tag: 'svg',
    attributes: { class: 'bar', viewBox: `0 0 ${WIDTH} 16`, width: WIDTH, height: 16, role: 'img', 'aria-label': label },
    children: [
      part('path', { d: `M${x(0)} 8H${x(1)}`, stroke: 'var(--line)' }),
      ...(gap
        ? [
            {
              tag: 'rect',
              attributes: {
                // What is missing without harm is grey.
                class: `tone-${toneOf(status) === 'on' ? 'none' : toneOf(status)}`,
                x: gap[0]!,
                y: 4,
                width: gap[1]! - gap[0]!,
                height: 8,
                fill: 'currentColor',
                'fill-opacity': 0.28,
              },
            } satisfies Mark,
          ]
        : []),
      {
        tag: 'rect',
        attributes: {
          x: Math.min(x(0), x(0) + done),
          y: 4,
          width: Math.round(Math.abs(done) * 10) / 10,
          height: 8,
          fill: done < 0 ? 'var(--off)' : 'var(--bar)',
        },
      },
      part('path', { d: `M${x(1)} 1V15`, stroke: 'var(--ink)', 'stroke-width': 2 }),
      ...(expected === null ? [] : [part('path', { d: `M${x(expected)} 1V15`, stroke: 'var(--ink)' })]),
    ],
  };
}
