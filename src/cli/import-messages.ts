import type { ImportError } from '../domain/errors.ts';

const MESSAGES: Record<ImportError['code'], string> = {
  'empty-file': 'The file is empty.',
  'no-table': 'The file holds no table.',
  'no-data': 'There is a header but no data below it.',
  'no-number-column': 'No column holds figures.',
  'no-period-column': 'No column or row holds dates or periods.',
  'unsupported-format': 'This is no spreadsheet that can be read.',
  'corrupt-file': 'The file is damaged or cut off.',
  'password-protected': 'The workbook is protected by a password.',
  'too-large': 'The file is too large once unpacked.',
  'too-many-cells': 'The file has too many rows, columns or cells.',
  'forbidden-content': 'The workbook holds a document type declaration, which no spreadsheet program writes.',
  'timed-out': 'Reading took too long.',
  cancelled: 'Reading was cancelled.',
  'worker-failed': 'Reading failed.',
};

/** A short English sentence for a refusal, for people who read the JSON. */
export const errorMessage = (error: ImportError): string => MESSAGES[error.code];
