import type { Status } from '../domain/assessment.ts';

export type Tone = 'off' | 'risk' | 'on' | 'none';

const tones: Record<Status, Tone> = {
  'off-track': 'off',
  missed: 'off',
  'at-risk': 'risk',
  'on-track': 'on',
  achieved: 'on',
  'no-data': 'none',
  'too-early': 'none',
};

/** Which of the four status colours; always shown together with a shape and a word. */
export const toneOf = (status: Status): Tone => tones[status];
