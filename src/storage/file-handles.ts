import { createStore, delMany, promisifyRequest, set, type UseStore } from 'idb-keyval';

const HANDLE = 'handle:';

/** A file on the person's disk that the page may ask to read again. It belongs to this browser and is no part of any document. */
export interface KeptFile {
  readonly handle: FileSystemFileHandle;
  /** As it was when it was read last. */
  readonly lastModified: number;
  readonly size: number;
}

export interface FileHandles {
  load(): Promise<ReadonlyMap<string, KeptFile>>;
  keep(name: string, file: KeptFile): Promise<void>;
  forget(names: readonly string[]): Promise<void>;
}

/** Handles of files by their names, kept beside the workspace under keys of their own; what cannot be kept is forgotten silently. */
export function openFileHandles(name = 'leeway'): FileHandles {
  const store: UseStore | null = typeof indexedDB === 'undefined' ? null : createStore(name, 'workspace');
  const quietly = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch {
      // A browser that cannot clone handles, or is full: the file is then chosen again next time.
    }
  };
  return {
    async load() {
      const kept = new Map<string, KeptFile>();
      await quietly(async () =>
        store?.('readonly', async (files) => {
          // No more than these: the store holds all figures of the workspace, too.
          const range = IDBKeyRange.bound(HANDLE, `${HANDLE}\uffff`);
          const keys = promisifyRequest(files.getAllKeys(range));
          const values = await promisifyRequest<KeptFile[]>(files.getAll(range));
          for (const [index, key] of (await keys).entries()) kept.set(String(key).slice(HANDLE.length), values[index]!);
        }),
      );
      return kept;
    },
    keep: (fileName, file) => quietly(async () => store && set(HANDLE + fileName, file, store)),
    forget: (names) =>
      quietly(
        async () =>
          store &&
          delMany(
            names.map((fileName) => HANDLE + fileName),
            store,
          ),
      ),
  };
}
