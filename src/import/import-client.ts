import type { ImportError } from '../domain/errors.ts';
import { err, type Result } from '../domain/result.ts';
import type { ImportChoices, ImportProposal, ImportReply, ImportRequest } from './protocol.ts';
import { appScriptUrl } from './script-url.ts';
import workerUrl from './worker/import.worker.ts?worker&url';

type Phase = Extract<ImportReply, { kind: 'progress' }>['phase'];

export interface ReadOptions {
  /** Locale of the page: settles ties between encodings. */
  readonly locale: string;
  readonly choices: ImportChoices;
  readonly onProgress?: (phase: Phase, rows: number) => void;
  readonly signal?: AbortSignal;
  /** For tests: stands in for the module worker. */
  readonly createWorker?: () => Worker;
}

/**
 * Longest silence of the worker before it is given up. Our own readers are never silent for long (a sheet of twenty million cells is
 * understood in some seconds, of which they tell nothing); SheetJS says nothing until it is done, which takes an honest .ods or .xls of
 * several hundred thousand cells half a minute on a slow computer. Bombs do not wait for this: the limits end them.
 */
const WATCHDOG_MS = 60_000;

const startWorker = (): Worker => new Worker(appScriptUrl(workerUrl), { type: 'module' });

/**
 * Reads a file (or pasted text as a Blob) in a worker of its own, which ends with the answer, with `signal`, or after a minute without
 * progress. Never rejects: whatever goes wrong is an ImportError.
 */
export async function readFile(file: Blob, name: string, options: ReadOptions): Promise<Result<ImportProposal, ImportError>> {
  const fail = (code: ImportError['code'], detail?: string): Result<never, ImportError> =>
    err({ code, where: { file: name }, ...(detail === undefined ? {} : { detail }) });
  const { signal } = options;
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch (thrown) {
    return fail('corrupt-file', thrown instanceof Error ? thrown.message : undefined);
  }
  if (signal?.aborted) return fail('cancelled');
  return new Promise((resolve) => {
    const worker = (options.createWorker ?? startWorker)();
    let watchdog: ReturnType<typeof setTimeout>;
    const finish = (result: Result<ImportProposal, ImportError>) => {
      clearTimeout(watchdog);
      signal?.removeEventListener('abort', cancel);
      worker.terminate();
      resolve(result);
    };
    const cancel = () => finish(fail('cancelled'));
    const watch = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => finish(fail('timed-out')), WATCHDOG_MS);
    };
    worker.onmessage = ({ data }: MessageEvent<ImportReply>) => {
      if (data.kind === 'done') return finish(data.result);
      watch();
      options.onProgress?.(data.phase, data.rows);
    };
    worker.onerror = (event) => finish(fail('worker-failed', event.message));
    worker.onmessageerror = () => finish(fail('worker-failed'));
    signal?.addEventListener('abort', cancel);
    watch();
    const request: ImportRequest = { kind: 'read', name, bytes, locale: options.locale, choices: options.choices };
    worker.postMessage(request, [bytes]);
  });
}
