import { Worker } from 'node:worker_threads';
import type { ImportError } from '../domain/errors.ts';
import { err, type Result } from '../domain/result.ts';
import type { ImportProposal, ImportReply, ImportRequest } from '../import/protocol.ts';
import { readProposal } from '../import/worker/read-proposal.ts';

type Read = Result<ImportProposal, ImportError>;

/** Longest silence of the thread before it is given up. */
const SILENCE_MS = 20_000;
/** A workbook of a million filled cells takes a third of this. */
const MOST_MEGABYTES = 2048;

/** Says that a file is one for SheetJS. */
class HandOver extends Error {}

/** What the thread begins with: the loader of TypeScript, which a thread does not get from the process, and then the reader. */
function startOfThread(): string {
  const loader = import.meta.resolve('tsx/esm/api');
  const reader = new URL('./read-thread.ts', import.meta.url).href;
  return `import(${JSON.stringify(loader)}).then(({ register }) => (register(), import(${JSON.stringify(reader)})))`;
}

function readInThread(request: ImportRequest, silence: number): Promise<Read> {
  const fail = (code: ImportError['code'], detail?: string): Read =>
    err({ code, where: { file: request.name }, ...(detail === undefined ? {} : { detail }) });
  return new Promise((resolve) => {
    const thread = new Worker(startOfThread(), {
      eval: true,
      // Standard output is for the answer alone.
      stdout: true,
      workerData: request,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    let watchdog: NodeJS.Timeout;
    const finish = (read: Read) => {
      clearTimeout(watchdog);
      resolve(read);
      void thread.terminate();
    };
    const watch = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => finish(fail('timed-out')), silence);
    };
    thread.on('message', (reply: ImportReply) => {
      if (reply.kind === 'done') finish(reply.result);
      else watch();
    });
    thread.on('error', (thrown: Error & { code?: string }) =>
      finish(thrown.code === 'ERR_WORKER_OUT_OF_MEMORY' ? fail('too-large') : fail('worker-failed', thrown.message)),
    );
    thread.on('exit', () => finish(fail('worker-failed')));
    watch();
  });
}

/**
 * Reads a file as the page does. What only SheetJS can read (.xls, .xlsb, .ods, web pages) is read in a thread of its own: a damaged file can
 * keep it busy for ever or fill the memory, and is refused after twenty seconds of silence. Everything else is read at once.
 */
export async function readGuarded(request: ImportRequest, silence = SILENCE_MS): Promise<Read> {
  try {
    return await readProposal(request, undefined, () => {
      throw new HandOver();
    });
  } catch (thrown) {
    if (thrown instanceof HandOver) return readInThread(request, silence);
    throw thrown;
  }
}
