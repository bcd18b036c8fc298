// One run of one contender on one file, in a process of its own: its time, and how much memory it took at its peak.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CONTENDERS, type ContenderName } from './contenders.ts';

const [contender, path, warmUp] = process.argv.slice(2) as [ContenderName, string, string];
const bytesOf = (file: string): ArrayBuffer => {
  const bytes = readFileSync(file);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
};
const run = CONTENDERS[contender];

async function measure(): Promise<void> {
  // Code is fetched before the clock starts, as a page that has been open for a while has it.
  await run(bytesOf(warmUp), basename(warmUp));
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const file = readFileSync(path);
  // A large file has its buffer for itself: no second copy stands in the measured memory.
  const bytes = file.byteLength === file.buffer.byteLength ? (file.buffer as ArrayBuffer) : bytesOf(path);
  const since = performance.now();
  const result = await run(bytes, basename(path));
  const milliseconds = performance.now() - since;
  const peak = process.resourceUsage().maxRSS * 1024 - before;
  process.stdout.write(JSON.stringify({ milliseconds, peak, result }));
}

void measure();
