import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Stands in every folder that was published, so that no other is ever replaced. */
const MARK = '.leeway-published';

async function entriesOf(folder: string): Promise<string[] | null> {
  try {
    return await readdir(folder);
  } catch {
    return null;
  }
}

/** Whether a folder may be replaced: it is not there, empty, or was published before. */
export async function mayReplace(folder: string): Promise<boolean> {
  const entries = await entriesOf(folder);
  return entries === null || entries.length === 0 || entries.includes(MARK);
}

/**
 * Writes the page with further files beside a folder, then puts it in its place: nobody finds half of it, and a failure leaves the old one.
 * `page` is the folder of the built page; hidden files in it stay there.
 */
export async function publishFolder(folder: string, page: string, files: Readonly<Record<string, string>>): Promise<void> {
  const target = path.resolve(folder);
  const [fresh, old] = [`${target}.new-${process.pid}`, `${target}.old-${process.pid}`];
  await mkdir(path.dirname(target), { recursive: true });
  try {
    await cp(page, fresh, { recursive: true, filter: (from) => from === page || !path.basename(from).startsWith('.') });
    for (const [name, content] of Object.entries(files)) await writeFile(path.join(fresh, name), content);
    await writeFile(path.join(fresh, MARK), 'Made by leeway publish, which may replace this folder.\n');
    const existed = (await entriesOf(target)) !== null;
    if (existed) await rename(target, old);
    try {
      await rename(fresh, target);
    } catch (cause) {
      if (existed) await rename(old, target);
      throw cause;
    }
    await rm(old, { recursive: true, force: true });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}
