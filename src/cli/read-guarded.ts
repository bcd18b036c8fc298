import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ImportError } from '../domain/errors.ts';
import { err, type Result } from '../domain/result.ts';
import type { ImportProposal, ImportReply, ImportRequest } from '../import/protocol.ts';
import { readProposal } from '../import/worker/read-proposal.ts';

type Read = Result<ImportProposal, ImportError>;

/** Longest silence of the other process before it is given up. */
const SILENCE_MS = 20_000;
/** A workbook of a million filled cells takes a third of this. */
const MOST_MEGABYTES = 2048;

/** Says that a file is one for SheetJS. */
class HandOver extends Error {}

function readApart(request: ImportRequest, silence: number): Promise<Read> {
  const fail = (code: ImportError['code']): Read => err({ code, where: { file: request.name } });
  return new Promise((resolve) => {
    const reader = fork(fileURLToPath(new URL('./read-process.ts', import.meta.url)), {
      execArgv: ['--import', import.meta.resolve('tsx'), `--max-old-space-size=${MOST_MEGABYTES}`],
      serialization: 'advanced',
      // Standard output is for the answer alone, and nobody needs to see how a damaged file ran out of memory.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let watchdog: NodeJS.Timeout;
    const finish = (read: Read) => {
      clearTimeout(watchdog);
      resolve(read);
      reader.kill('SIGKILL');
    };
    const watch = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => finish(fail('timed-out')), silence);
    };
    reader.on('message', (reply: ImportReply) => {
      if (reply.kind === 'done') finish(reply.result);
      else watch();
    });
    reader.on('error', () => finish(fail('worker-failed')));
    // Node ends itself with a signal where memory runs out.
    reader.on('exit', (code) => finish(fail(code === 0 || code === 1 ? 'worker-failed' : 'too-large')));
    watch();
    reader.send(request);
  });
}

/**
 * Reads a file as the page does. What only SheetJS can read (.xls, .xlsb, .ods, web pages) is read in a process of its own: a damaged file can
 * keep it busy for ever, inside loops that stop no thread, or fill the memory. It is refused after twenty seconds of silence. Everything else
 * is read at once.
 */
export async function readGuarded(request: ImportRequest, silence = SILENCE_MS): Promise<Read> {
  try {
    return await readProposal(request, undefined, () => {
      throw new HandOver();
    });
  } catch (thrown) {
    if (thrown instanceof HandOver) return readApart(request, silence);
    throw thrown;
  }
}
