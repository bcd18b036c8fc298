import { err, ok, type Result } from '../domain/result.ts';
import type { PickedFile } from './reading.ts';

/** Why a file was not fetched. */
export interface FetchError {
  readonly code: 'elsewhere' | 'not-found' | 'unreachable';
}

/** Address of a path on this page's own host, or null: nothing is ever fetched from anywhere else. */
export function addressBeside(path: string, page: string): URL | null {
  try {
    const address = new URL(path.trim(), page);
    const own = new URL(page);
    return address.origin === own.origin && /^https?:$/.test(address.protocol) ? address : null;
  } catch {
    return null;
  }
}

/** Name of the file at an address. */
const nameAt = ({ pathname }: URL): string => decodeURIComponent(pathname.slice(pathname.lastIndexOf('/') + 1));

/** Fetches a file that lies beside the page: always the newest copy, never from another host. */
export async function fetchBeside(path: string): Promise<Result<PickedFile, FetchError>> {
  const address = addressBeside(path, document.baseURI);
  if (!address) return err({ code: 'elsewhere' });
  const name = nameAt(address);
  if (!name) return err({ code: 'not-found' });
  try {
    const response = await fetch(address, { cache: 'no-cache' });
    // A host that answers every address with its start page has no such file.
    const isPage = (response.headers.get('content-type') ?? '').includes('text/html') && !/\.html?$/i.test(name);
    if (!response.ok || isPage) return err({ code: 'not-found' });
    if (new URL(response.url).origin !== address.origin) return err({ code: 'elsewhere' });
    return ok({ file: await response.blob(), name, path: path.trim() });
  } catch {
    return err({ code: 'unreachable' });
  }
}
