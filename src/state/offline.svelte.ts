import { appScriptUrl } from '../import/script-url.ts';
import type { PickedFile } from './reading.ts';

/** What an installed page is started with, where the platform hands it files. */
interface LaunchQueue {
  setConsumer(consumer: (launched: { readonly files?: readonly FileSystemFileHandle[] }) => void): void;
}

/** The page without a network: its worker, its newer versions, and the files that the system hands to an installed page. */
class Offline {
  /** A newer version is here, and waits to be taken. */
  isReady = $state(false);
  /** It was taken, and the browser is changing over. */
  isTaken = $state(false);
  #waiting: ServiceWorker | null = null;

  /** Looks after all of it; `read` takes files in. Does nothing where the browser has no such thing, as on plain http. */
  async start(read: (files: readonly PickedFile[]) => void): Promise<void> {
    const { launchQueue } = window as { readonly launchQueue?: LaunchQueue };
    launchQueue?.setConsumer(({ files = [] }) => {
      if (files.length)
        void Promise.all(files.map(async (handle) => ({ file: await handle.getFile(), name: handle.name, handle }))).then(read);
    });
    if (!navigator.serviceWorker || !import.meta.env.PROD) return;
    try {
      const registration = await navigator.serviceWorker.register(appScriptUrl('./sw.js'), { scope: './', updateViaCache: 'none' });
      this.#watch(registration);
      if (location.hash === '#/shared') read(await this.#received(registration.scope));
    } catch {
      // Refused, as in some private windows: the page works on, only not without a network.
    }
  }

  #watch(registration: ServiceWorkerRegistration): void {
    const look = () => {
      // The first version of all has nothing to wait for.
      this.#waiting = registration.active ? registration.waiting : null;
      this.isReady = this.#waiting !== null;
    };
    const follow = (worker: ServiceWorker | null) => worker?.addEventListener('statechange', look);
    look();
    follow(registration.installing);
    registration.addEventListener('updatefound', () => follow(registration.installing));
    registration.active?.postMessage('tidy');
  }

  /** Takes the newer version: the page begins anew with it. */
  use(): void {
    this.isTaken = true;
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    this.#waiting?.postMessage('use');
  }

  later(): void {
    this.isReady = false;
  }

  /** Files that another program shared with the page; each is read once. */
  async #received(scope: string): Promise<PickedFile[]> {
    const cache = await caches.open(`leeway ${scope} shared`);
    const picked: PickedFile[] = [];
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      if (!response) continue;
      const name = decodeURIComponent(response.headers.get('x-name') ?? 'shared.csv');
      picked.push({ file: new File([await response.blob()], name), name });
      await cache.delete(request);
    }
    return picked;
  }
}

export const offline = new Offline();
