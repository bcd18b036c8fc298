import type { Workspace } from '../../domain/workspace.ts';
import { PAPER } from '../../picture/paper-ink.ts';
import type { Paper } from '../../picture/sheet.ts';
import { language } from '../../state/i18n.svelte.ts';
import { view } from '../../state/view.svelte.ts';
import { store } from '../../state/workspace-store.svelte.ts';

/** How every saved picture is drawn: daylight colours on white, in the letters of the page. */
export const paper = (): Paper => ({
  ink: PAPER,
  font: getComputedStyle(document.body).fontFamily.replaceAll('"', "'"),
  ground: PAPER.surface,
});

/** Whose board it is, of which cycle, and as of which day. The words of pictures are at hand. */
export function footOfPicture({ title, cycles, activeCycleId }: Workspace = store.workspace): string {
  const cycle = cycles.find(({ id }) => id === activeCycleId)?.name;
  return [title, cycle, language.group('pictures').asOf(language.format.dayYear(view.asOf))].filter(Boolean).join(' · ');
}
