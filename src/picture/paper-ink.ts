import type { DriftInk } from './drift-picture.ts';
import type { Tone } from './tone.ts';

/** The daylight colours of the page, for files and paper: there no stylesheet says them. */
export const PAPER: DriftInk = {
  ink: '#161d29',
  ink2: '#475266',
  ink3: '#5c677a',
  line: '#dce1e8',
  strong: '#838e9f',
  accent: '#3a3fc4',
  surface: '#ffffff',
  on: '#005faf',
  risk: '#ad5400',
};
/** How far something has come. */
export const PAPER_BAR = '#3d4859';
export const PAPER_TONES: Readonly<Record<Tone, string>> = { off: '#8f0f3a', risk: PAPER.risk, on: PAPER.on, none: '#687080' };
