import type { Messages } from './en.ts';
import { errors } from './zh-TW/errors.ts';
import { okr } from './zh-TW/okr.ts';
import { reasons } from './zh-TW/reasons.ts';
import { screens } from './zh-TW/screens.ts';

export const messages: Messages = { ...screens, okr, errors, reasons };
