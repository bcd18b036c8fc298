import { language } from '../../state/i18n.svelte.ts';
import { whenIdle } from '../parts/later.ts';
import { once } from '../parts/once.ts';

/** Fetches what comes to the board once it stands, with its words. */
export const loadBeside = once(async () => {
  await whenIdle();
  const [beside] = await Promise.all([import('./beside.ts'), language.need('conflicts', 'contributions', 'cycle', 'guidance', 'time')]);
  return beside;
});
