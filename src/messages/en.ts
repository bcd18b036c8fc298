import { errors } from './en/errors.ts';
import { okr } from './en/okr.ts';
import { reasons } from './en/reasons.ts';
import { screens } from './en/screens.ts';

export const messages = { ...screens, okr, errors, reasons };

/** Every locale has exactly these messages; a missing one does not compile. */
export type Messages = typeof messages;
