import type { DataColumn } from '../../domain/dataset.ts';
import type { ImportReply, ImportRequest } from '../protocol.ts';
import { readProposal } from './read-proposal.ts';

const arraysOf = ({ days, values, rows, columns, codes, index, written }: DataColumn) => [
  ...[days, values, rows, columns, ...codes],
  ...(index ? [index.starts, index.order, ...index.codes] : []),
  ...(written ? [written.codes] : []),
];

/** The import's own thread: one request, progress, one answer; the page ends it then. */
const thread = self as unknown as DedicatedWorkerGlobalScope;

thread.onmessage = async (message: MessageEvent<ImportRequest>) => {
  const reply = (answer: ImportReply, transfer: Transferable[] = []) => thread.postMessage(answer, transfer);
  try {
    const result = await readProposal(message.data, (phase, rows) => reply({ kind: 'progress', phase, rows }));
    const buffers = new Set<ArrayBufferLike>();
    if (result.ok)
      for (const { data } of result.value.tables)
        for (const column of data) for (const array of arraysOf(column)) buffers.add(array.buffer);
    reply({ kind: 'done', result }, [...buffers] as ArrayBuffer[]);
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    reply({ kind: 'done', result: { ok: false, error: { code: 'worker-failed', where: { file: message.data.name }, detail } } });
  }
};
