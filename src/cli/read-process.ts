import type { ImportReply, ImportRequest } from '../import/protocol.ts';
import { readProposal } from '../import/worker/read-proposal.ts';

/** The process in which `readGuarded` has a workbook read: one request, progress, one answer. */
const reply = (answer: ImportReply) => process.send!(answer);

process.once('message', (request: ImportRequest) => {
  void readProposal(request, (phase, rows) => reply({ kind: 'progress', phase, rows })).then((result) => reply({ kind: 'done', result }));
});
