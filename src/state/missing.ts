/** What this page cannot do in this browser, or because of how it was opened. */
export const FEATURES = ['encryption', 'clipboard', 'offline', 'tabs', 'files', 'persistence'] as const;
export type Feature = (typeof FEATURES)[number];

/**
 * Features that are missing here: `encryption` of links; the `clipboard` button; opening `offline`; knowing of other `tabs` at once; looking
 * after KPI `files` on the disk; `persistence`, the browser's promise to keep what is stored. Asked of the browser, never guessed from its name.
 */
export function missingFeatures(): readonly Feature[] {
  const has: Record<Feature, boolean> = {
    encryption: typeof globalThis.crypto?.subtle?.deriveKey === 'function',
    clipboard: typeof navigator.clipboard?.writeText === 'function',
    offline: 'serviceWorker' in navigator,
    tabs: 'locks' in navigator,
    files: 'showOpenFilePicker' in globalThis,
    persistence: typeof navigator.storage?.persist === 'function',
  };
  return FEATURES.filter((feature) => !has[feature]);
}
