import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readFile } from '../../../src/import/import-client.ts';
import type { ImportReply, ImportRequest } from '../../../src/import/protocol.ts';
import { readProposal } from '../../../src/import/worker/read-proposal.ts';

vi.mock('../../../src/import/worker/import.worker.ts?worker&url', () => ({ default: 'worker.js' }));

/** Stands in for the worker thread: answers as the test says, and notes whether it was ended. */
class FakeWorker {
  onmessage: ((event: { data: ImportReply }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  ended = false;
  request: ImportRequest | null = null;
  transferred: Transferable[] = [];
  constructor(private readonly answer: (worker: FakeWorker) => void = () => undefined) {}
  postMessage(request: ImportRequest, transfer: Transferable[]): void {
    [this.request, this.transferred] = [request, transfer];
    this.answer(this);
  }
  reply(data: ImportReply): void {
    this.onmessage?.({ data });
  }
  terminate(): void {
    this.ended = true;
  }
}

const file = new Blob(['月份\t产量\n2026-01\t3\n2026-02\t4\n']);
const start = (worker: FakeWorker, signal?: AbortSignal) =>
  readFile(file, 'pasted.tsv', {
    locale: 'en',
    choices: {},
    createWorker: () => worker as unknown as Worker,
    ...(signal ? { signal } : {}),
  });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('reading in a worker', () => {
  test('pasted cells are read, the buffer is handed over, and the worker ends', async () => {
    const worker = new FakeWorker((self) => void readProposal(self.request!).then((result) => self.reply({ kind: 'done', result })));
    vi.useRealTimers();
    const result = await start(worker);
    expect(result.ok && [...result.value.tables[0]!.data[0]!.values]).toEqual([3, 4]);
    expect(worker.transferred).toEqual([worker.request!.bytes]);
    expect(worker.ended).toBe(true);
  });

  test('cancelling ends the worker', async () => {
    const [worker, controller] = [new FakeWorker(), new AbortController()];
    const result = start(worker, controller.signal);
    await vi.waitFor(() => expect(worker.request).not.toBeNull());
    controller.abort();
    expect(await result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(worker.ended).toBe(true);
  });

  test('a minute of silence ends it; progress buys another', async () => {
    const worker = new FakeWorker();
    const result = start(worker);
    await vi.waitFor(() => expect(worker.request).not.toBeNull());
    await vi.advanceTimersByTimeAsync(50_000);
    worker.reply({ kind: 'progress', phase: 'understanding', rows: 5 });
    await vi.advanceTimersByTimeAsync(50_000);
    expect(worker.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(await result).toMatchObject({ ok: false, error: { code: 'timed-out', where: { file: 'pasted.tsv' } } });
    expect(worker.ended).toBe(true);
  });

  test('a worker that dies is an answer, too', async () => {
    const worker = new FakeWorker((self) => self.onerror?.({ message: 'out of memory' }));
    expect(await start(worker)).toMatchObject({ ok: false, error: { code: 'worker-failed', detail: 'out of memory' } });
  });
});
