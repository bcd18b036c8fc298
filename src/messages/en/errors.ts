import type { CommandError } from '../../domain/command.ts';
import type { LoadError, SeriesError } from '../../domain/errors.ts';

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
  'revised-later': 'The goal was changed on a later day already: set ‘as of’ to that day or a later one first.',
  'part-twice': 'A key result is counted twice in this sum: take one of the two out.',
};

const series: Record<SeriesError['code'], string> = {
  'not-linked': 'Not linked to a KPI yet.',
  'missing-metric': 'The linked KPI no longer exists.',
  'missing-dataset': 'The file behind this KPI is not here.',
  'missing-column': 'The column of this KPI is no longer in its file.',
  'no-points': 'The linked KPI has no figures.',
};

export const errors = {
  loading,
  commands,
  series,
  where: (file: string, sheet?: string, cell?: string) => [file, sheet, cell].filter(Boolean).join(' › '),
  dismiss: 'Dismiss',
  nothingChanged: 'Your own board was not touched.',
};
