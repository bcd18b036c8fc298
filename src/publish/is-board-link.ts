/**
 * Whether the fragment of an address means to be a board, in this or a later format, whole or not. Apart from link.ts, so that a page
 * without such an address need not load what opens one.
 */
export const isBoardLink = (fragment: string): boolean => /^#k\d+e?(?:\.|$)/.test(fragment);

/** Whether it asks for a passphrase. */
export const isEncryptedLink = (fragment: string): boolean => /^#k1e(?:\.|$)/.test(fragment);
