/** A name as it is compared: without blanks, case and full-width forms. */
export const foldName = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
