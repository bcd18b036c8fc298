import type { Id } from '../../domain/ids.ts';

interface Fold {
  isOpen(id: Id): boolean;
  set(id: Id, open: boolean): void;
}

/** Objectives that are on the screen, in reading order. */
const nodesIn = (map: Element) => [...map.querySelectorAll<HTMLElement>('[data-objective]')];
const focus = (node: Element | null | undefined) => node?.querySelector<HTMLElement>('.objective')?.focus();

/**
 * Arrow keys on the map, beside the usual tab stops: up and down walk through the objectives, right opens or goes in, left closes or goes out,
 * Home and End go to the first and the last.
 */
export function mapKey(event: KeyboardEvent & { currentTarget: Element }, fold: Fold): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return;
  const node = event.target.closest<HTMLElement>('[data-objective]');
  const id = node?.dataset['objective'];
  if (!node || id === undefined) return;
  const nodes = nodesIn(event.currentTarget);
  const at = nodes.indexOf(node);
  const foldable = node.querySelector(':scope > .node [aria-expanded]') !== null;
  switch (event.key) {
    case 'ArrowDown':
      focus(nodes[at + 1]);
      break;
    case 'ArrowUp':
      focus(nodes[at - 1]);
      break;
    case 'Home':
      focus(nodes[0]);
      break;
    case 'End':
      focus(nodes.at(-1));
      break;
    case 'ArrowRight':
      if (foldable && !fold.isOpen(id)) fold.set(id, true);
      else focus(node.querySelector('[data-objective]'));
      break;
    case 'ArrowLeft':
      if (foldable && fold.isOpen(id)) fold.set(id, false);
      else focus(node.parentElement?.closest('[data-objective]'));
      break;
    default:
      return;
  }
  event.preventDefault();
}
