import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { linkInFile } from '../publish/link-in-file.ts';

/** Whether a file may be replaced by a board: it is not there, or is one already. */
export async function mayReplaceBoard(file: string): Promise<boolean> {
  try {
    return linkInFile(await readFile(file, 'utf8')) !== null;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

/** Writes a board beside its place, then puts it there: nobody finds half of it, and a failure leaves the old one. */
export async function writeBoard(file: string, html: string): Promise<void> {
  const fresh = `${path.resolve(file)}.new-${process.pid}`;
  await mkdir(path.dirname(fresh), { recursive: true });
  try {
    await writeFile(fresh, html);
    await rename(fresh, file);
  } finally {
    await rm(fresh, { force: true });
  }
}
