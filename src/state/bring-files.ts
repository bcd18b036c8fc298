import { importQueue } from './import-queue.svelte.ts';
import { importSession } from './import-session.svelte.ts';
import type { PickedFile } from './reading.ts';
import { view } from './view.svelte.ts';

/** Takes files on their way in: one is looked at closely, several are looked over together. */
export async function bringFiles(files: readonly PickedFile[]): Promise<void> {
  const [first, ...others] = files;
  if (!first) return;
  const reading = others.length ? importQueue.begin(files) : importSession.begin(first);
  view.go({ screen: 'import' });
  await reading;
}
