import { preferences } from '../../state/preferences.svelte.ts';
import { view } from '../../state/view.svelte.ts';
import { undo } from '../../state/undo.svelte.ts';
import { store } from '../../state/workspace-store.svelte.ts';

const typing = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, dialog, [contenteditable]') !== null;

/** Undo and redo everywhere; single letters only where nothing is typed. */
export function shortcut(event: KeyboardEvent, pick: () => void): void {
  if (typing(event.target)) return;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
    event.preventDefault();
    if (event.shiftKey) undo.redo();
    else undo.undo();
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'y') {
    event.preventDefault();
    undo.redo();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || !preferences.keys) return;
  if (event.key === 'i' && !store.readOnly) pick();
  else if (event.key === 'b') view.go({ screen: 'board' });
  else if (event.key === 'm') view.go({ screen: 'map' });
  else if (event.key === 'w') view.go({ screen: 'what-if' });
  else if (event.key === 'r') view.go({ screen: 'review' });
  else if (event.key === 'p') window.print();
}
