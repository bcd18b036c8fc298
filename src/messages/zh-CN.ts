import type { Messages } from './en.ts';
import { errors } from './zh-CN/errors.ts';
import { okr } from './zh-CN/okr.ts';
import { reasons } from './zh-CN/reasons.ts';
import { screens } from './zh-CN/screens.ts';

export const messages: Messages = { ...screens, okr, errors, reasons };
