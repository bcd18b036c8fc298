import { preferences } from '../../state/preferences.svelte.ts';

export interface MeetingKeys {
  readonly step: (by: -1 | 1) => void;
  readonly confidence: (value: number | null) => void;
  readonly now: () => number | null;
  readonly focus: (field: 'decision' | 'note') => void;
  /** Leaves a field: from there the keys of the meeting work again. */
  readonly leave: () => void;
  readonly present: () => void;
  readonly presenting: () => boolean;
}

/** A 0 that follows a 1 within this time makes it 10. */
const TEN_MS = 900;
const field = (target: EventTarget | null) =>
  target instanceof Element && target.closest<HTMLElement>('input, textarea, select, [contenteditable]');

const room = document.documentElement;
/** A key that scrolls steps on only where there is nothing left to scroll. */
const atEnd = () => window.innerHeight + window.scrollY >= room.scrollHeight - 2;

/** The keys of a review: arrows and the buttons of a presenter step, figures are the confidence, letters lead to the fields. */
export function meetingKeys(act: MeetingKeys): (event: KeyboardEvent) => void {
  let oneAt = -Infinity;
  function digit(value: number, at: number) {
    const ten = value === 0 && act.now() === 1 && at - oneAt < TEN_MS;
    oneAt = value === 1 ? at : -Infinity;
    act.confidence(ten ? 10 : value);
  }
  return (event) => {
    if (event.defaultPrevented || (event.target instanceof Element && event.target.closest('dialog'))) return;
    const inField = field(event.target);
    if (event.key === 'Escape') {
      if (inField) act.leave();
      else if (act.presenting()) act.present();
      return;
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      act.step(1);
      return;
    }
    if (inField || event.ctrlKey || event.metaKey || event.altKey) return;
    const forward = event.key === 'ArrowRight' || (event.key === 'PageDown' && (act.presenting() || atEnd()));
    const back = event.key === 'ArrowLeft' || (event.key === 'PageUp' && (act.presenting() || window.scrollY <= 0));
    if (forward || back) {
      event.preventDefault();
      act.step(forward ? 1 : -1);
    } else if (preferences.keys) {
      if (/^\d$/.test(event.key)) digit(Number(event.key), event.timeStamp);
      else if (event.key === 'Backspace' || event.key === 'Delete') act.confidence(null);
      else if (event.key === 'n' || event.key === 'c') {
        event.preventDefault();
        act.focus(event.key === 'n' ? 'decision' : 'note');
      } else if (event.key === 'f') act.present();
    }
  };
}
