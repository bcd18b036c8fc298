// A published page says the board in words until the board itself is there.
const summary = (): HTMLElement | null => document.getElementById('summary');

/** Puts the words where the board will be; away with them where none will. */
export function showSummary(place: HTMLElement | null): void {
  const words = summary();
  if (words && place) place.prepend(words);
  else words?.remove();
}

/** The board is there. */
export const endSummary = (): void => summary()?.remove();
