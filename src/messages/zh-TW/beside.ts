/** Words of what comes to a board once it stands, as one file: a slow line fetches one sooner than five. */
export { conflicts } from './conflicts.ts';
export { contributions } from './contributions.ts';
export { cycle } from './cycle.ts';
export { guidance } from './guidance.ts';
export { time } from './time.ts';
