import type { Warning } from '../../domain/guidance.ts';
import { hrefOf } from '../../state/view.svelte.ts';

/** What a warning is about, and where to look at it. */
export function subjectOf(warning: Warning): { readonly name: string; readonly href: string | null } {
  switch (warning.code) {
    case 'many-objectives':
      return { name: warning.owner, href: hrefOf({ screen: 'map' }) };
    case 'no-key-results':
    case 'few-key-results':
    case 'many-key-results':
    case 'heavy-weight':
    case 'longer-than-a-year':
      return { name: warning.objective.title, href: hrefOf({ screen: 'board', objective: warning.objective.id }) };
    case 'not-linked':
    case 'no-baseline':
    case 'met-at-start':
      return { name: warning.keyResult.title, href: hrefOf({ screen: 'key-result', id: warning.keyResult.id }) };
    default:
      return { name: warning.metric.name, href: hrefOf({ screen: 'kpis' }) };
  }
}
