/** The parts of the File System Access API that TypeScript does not know; Chromium has them on secure pages, nobody else. */
interface Permitted {
  queryPermission?(options: { readonly mode: 'read' }): Promise<PermissionState>;
  requestPermission?(options: { readonly mode: 'read' }): Promise<PermissionState>;
}
interface PickerWindow {
  showOpenFilePicker?(options: {
    readonly multiple: boolean;
    readonly types?: readonly { readonly description?: string; readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }): Promise<readonly FileSystemFileHandle[]>;
}
interface Observer {
  observe(handle: FileSystemFileHandle): Promise<void>;
  disconnect(): void;
}
interface ObserverWindow {
  FileSystemObserver?: new (onChange: () => void) => Observer;
}
interface DroppedItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

const SPREADSHEETS = {
  'text/csv': ['.csv', '.tsv', '.txt'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx', '.xlsm', '.xlsb', '.xls'],
  'application/vnd.oasis.opendocument.spreadsheet': ['.ods'],
  'text/html': ['.html'],
  'application/json': ['.json', '.leeway'],
} as const;

/** A file with the handle that reads it again, where there is one. */
export interface HandledFile {
  readonly file: File;
  readonly handle?: FileSystemFileHandle;
}

/** Whether the browser can keep files; elsewhere they are chosen again. */
export const keepsFiles = (): boolean => 'showOpenFilePicker' in globalThis;

/** Lets a person choose spreadsheets that can be read again later; null where the browser cannot, none where nothing was chosen. */
export async function pickFiles(description: string): Promise<readonly HandledFile[] | null> {
  const pick = (globalThis as PickerWindow).showOpenFilePicker;
  if (!pick) return null;
  try {
    const handles = await pick.call(globalThis, { multiple: true, types: [{ description, accept: SPREADSHEETS }] });
    return await Promise.all(handles.map(async (handle) => ({ file: await handle.getFile(), handle })));
  } catch (thrown) {
    // A closed dialog is an answer; any other trouble (a frame, a policy) leaves the plain file field.
    return thrown instanceof DOMException && thrown.name === 'AbortError' ? [] : null;
  }
}

/** Dropped files with their handles. Handles must be asked for before the event is over. */
export async function droppedFiles(items: DataTransferItemList): Promise<readonly HandledFile[]> {
  const asked = [...items]
    .filter((item) => item.kind === 'file')
    .map((item) => ({ file: item.getAsFile(), handle: (item as DroppedItem).getAsFileSystemHandle?.() }));
  const files = await Promise.all(
    asked.map(async ({ file, handle }): Promise<readonly HandledFile[]> => {
      const found = await handle?.catch(() => null);
      if (!file || found?.kind === 'directory') return [];
      return [found ? { file, handle: found as FileSystemFileHandle } : { file }];
    }),
  );
  return files.flat();
}

/** Whether the page may read the file now; `ask` only on a person's click. */
export async function mayRead(handle: FileSystemFileHandle, ask: boolean): Promise<boolean> {
  const permitted = handle as Permitted;
  try {
    const state = await permitted.queryPermission?.({ mode: 'read' });
    if (state === undefined || state === 'granted') return true;
    return ask && (await permitted.requestPermission?.({ mode: 'read' })) === 'granted';
  } catch {
    return false;
  }
}

/** Calls back whenever one of the files changes; null where the browser cannot tell. */
export async function observeFiles(handles: readonly FileSystemFileHandle[], onChange: () => void): Promise<Observer | null> {
  const { FileSystemObserver } = globalThis as ObserverWindow;
  if (!FileSystemObserver) return null;
  const observer = new FileSystemObserver(onChange);
  await Promise.all(handles.map((handle) => observer.observe(handle).catch(() => undefined)));
  return observer;
}
