import type { ImportReply, ImportRequest } from '../protocol.ts';
import { readProposal } from './read-proposal.ts';

/** The import's own thread: one request, progress, one answer; the page ends it then. */
const thread = self as unknown as DedicatedWorkerGlobalScope;

thread.onmessage = async (message: MessageEvent<ImportRequest>) => {
  const reply = (answer: ImportReply, transfer: Transferable[] = []) => thread.postMessage(answer, transfer);
  try {
    const result = await readProposal(message.data, (phase, rows) => reply({ kind: 'progress', phase, rows }));
    const buffers = new Set<ArrayBufferLike>();
    if (result.ok)
      for (const { data } of result.value.tables)
        for (const column of data)
          for (const array of [column.days, column.values, column.rows, column.columns, ...column.codes]) buffers.add(array.buffer);
    reply({ kind: 'done', result }, [...buffers] as ArrayBuffer[]);
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    reply({ kind: 'done', result: { ok: false, error: { code: 'worker-failed', where: { file: message.data.name }, detail } } });
  }
};
