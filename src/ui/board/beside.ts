/** What comes to the board once it stands, as one file: a slow line fetches one sooner than ten. */
export { default as DroppedRows } from '../cycle/DroppedRows.svelte';
export { default as TakeApart } from '../contributions/TakeApart.svelte';
export { default as UnderObjective } from '../contributions/UnderObjective.svelte';
export { default as Guidance } from '../guidance/Guidance.svelte';
export { default as Changes } from './Changes.svelte';
export { default as Conflicts } from './Conflicts.svelte';
