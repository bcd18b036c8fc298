import type { EpochDay } from '../domain/calendar.ts';
import type { CellIssue, Dataset } from '../domain/dataset.ts';
import type { Id } from '../domain/ids.ts';
import type { ImportProposal, TableProposal } from './protocol.ts';

/**
 * The dataset that one table of a proposal becomes. Bad cells of its columns and the file's issues in its sheet go with it.
 * A table whose year is still unknown must not come here: its days are placeholders.
 */
export function toDataset(proposal: ImportProposal, table: TableProposal, id: Id, importedOn: EpochDay): Dataset {
  const { file } = proposal;
  const issues = new Map<string, CellIssue>();
  const ofSheet = proposal.issues.filter((issue) => issue.sheet === table.sheet);
  for (const { code, cell, raw } of [...table.columns.flatMap((column) => column.invalid), ...ofSheet])
    issues.set(`${code} ${cell}`, { code, cell, raw });
  return {
    id,
    source: {
      file: file.name,
      sheet: table.sheet,
      format: file.format,
      encoding: file.encoding,
      delimiter: file.delimiter,
      size: file.size,
      importedOn,
      fingerprint: file.fingerprint,
      title: table.title,
    },
    dimensions: table.dimensions,
    columns: table.data,
    issues: [...issues.values()],
  };
}
