import { parentPort, workerData } from 'node:worker_threads';
import type { ImportReply, ImportRequest } from '../import/protocol.ts';
import { readProposal } from '../import/worker/read-proposal.ts';

/** The thread in which `readGuarded` has a workbook read: one request, progress, one answer. */
const reply = (answer: ImportReply) => parentPort!.postMessage(answer);

reply({ kind: 'progress', phase: 'reading', rows: 0 });
const result = await readProposal(workerData as ImportRequest, (phase, rows) => reply({ kind: 'progress', phase, rows }));
reply({ kind: 'done', result });
