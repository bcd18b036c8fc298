import type { CommandError } from '../../domain/command.ts';
import type { ImportError, LoadError, SeriesError } from '../../domain/errors.ts';

const importing: Record<ImportError['code'], string> = {
  'empty-file': 'This file is empty. Check that the export finished, then drop it again.',
  'no-table': 'No table was found in this file. It needs a header row and figures below it.',
  'no-data': 'There is a header but no row below it. Add at least one period.',
  'no-number-column': 'There is only text here, no column of figures. Leeway needs a period and at least one figure beside it.',
  'no-period-column': 'No dates or months were found. Leeway needs to know when each figure was measured.',
  'unsupported-format': 'This is not a spreadsheet. Leeway reads CSV, TSV, XLSX, XLS and ODS.',
  'corrupt-file': 'This file is damaged and cannot be read. Open it in your spreadsheet program and save it again.',
  'password-protected': 'This workbook is protected by a password. Save a copy without one, then drop that.',
  'too-large': 'This file is too large to be read safely in a browser.',
  'too-many-cells': 'This sheet has more cells than can be read safely. Delete what is not needed, or save the sheet alone.',
  'forbidden-content': 'This workbook contains parts that do not belong in a spreadsheet, so it was not opened.',
  'timed-out': 'Reading took too long and was stopped. Nothing was changed.',
  cancelled: 'Reading was cancelled. Nothing was changed.',
  'worker-failed': 'Reading failed unexpectedly. Nothing was changed; please try again.',
};

const loading: Record<LoadError['code'], string> = {
  'not-json': 'This is not a Leeway file: its content cannot be read.',
  'not-a-workspace': 'This file holds no Leeway board.',
  'newer-version': 'This board was made by a newer Leeway. Reload the page to get the newest version; nothing was overwritten.',
  invalid: 'This board is damaged: one of its entries makes no sense.',
  'broken-reference': 'This board is incomplete: one entry points to another that is missing.',
  'damaged-link': 'This link was changed on its way. Ask for it again, best as a file.',
  'truncated-link': 'This link was cut off on its way, as some chat programs do. Ask for it again, best as a file.',
  'too-large': 'This board is too large to be opened safely.',
  unreachable: 'The board could not be fetched. Check the address or your connection.',
};

const commands: Record<CommandError['code'], string> = {
  'not-found': 'This entry no longer exists.',
  'title-missing': 'Give it a name.',
  'baseline-equals-target': 'Baseline and target are the same; then there is nothing to reach. Change one, or choose ‘keep’.',
  'not-finite': 'Enter a number.',
  'limit-missing': 'Enter at least one limit.',
  'limits-crossed': 'The lower limit is above the upper one.',
  'due-before-start': 'The due date must be after the start.',
  'parent-loop': 'An objective cannot be above itself.',
  'milestones-missing': 'Add at least one step.',
  'weight-not-positive': 'The weight must be more than zero.',
  'reason-missing': 'Say why: the old target stays visible with this reason.',
  'step-outside': 'Each step of the plan must lie between start and due date.',
};

const series: Record<SeriesError['code'], string> = {
  'not-linked': 'Not linked to a KPI yet.',
  'missing-metric': 'The linked KPI no longer exists.',
  'missing-dataset': 'The file behind this KPI is not here.',
  'missing-column': 'The column of this KPI is no longer in its file.',
  'no-points': 'The linked KPI has no figures.',
};

export const errors = {
  importing,
  loading,
  commands,
  series,
  where: (file: string, sheet?: string, cell?: string) => [file, sheet, cell].filter(Boolean).join(' › '),
  saveFailed: 'Changes cannot be saved in this browser (storage is full or blocked). Download the workspace so that nothing is lost.',
  savedElsewhere: 'This board was changed in another tab. Reload to see the newest version.',
  storedUnreadable: 'The board stored in this browser cannot be read. It was left untouched; you can download it.',
  download: 'Download',
  dismiss: 'Dismiss',
  nothingChanged: 'Your own board was not touched.',
};
