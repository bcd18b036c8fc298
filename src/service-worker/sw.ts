/**
 * Keeps the page ready without a network. Every version has a cache of its own with all files of its build, and answers from there: a page
 * never mixes two versions. A new one waits until the reader takes it. Boards and KPI files are never kept here, only the page itself.
 */
/** Replaced by the build: what the page consists of, and the fingerprint of all of it. */
declare const BUILT: { readonly version: string; readonly files: readonly string[] };

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const { scope } = worker.registration;
/** Caches belong to a whole host; the scope tells several copies of the page on one host apart. */
const PREFIX = `leeway ${scope} `;
const CACHE = PREFIX + BUILT.version;
/** Holds what another program shared, until the page has read it. */
const SHARED = `${PREFIX}shared`;
/** A file beside the page that takes this worker out of use: `{ "off": true }`. */
const SWITCH = new URL('./sw-off.json', scope).href;
const PAGE = new URL('./', scope).href;
const known = new Set(BUILT.files.map((file) => new URL(file, scope).href));

const ownCaches = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== SHARED);

async function isSwitchedOff(): Promise<boolean> {
  try {
    const response = await fetch(SWITCH, { cache: 'no-store' });
    return response.ok && ((await response.json()) as { readonly off?: unknown }).off === true;
  } catch {
    // Offline, or no such file.
    return false;
  }
}

/** Fetches all files; those whose name has not changed come from the version before. */
async function install(): Promise<void> {
  if (await isSwitchedOff()) throw new Error('switched off');
  const cache = await caches.open(CACHE);
  const hasHash = (url: string) => url.includes('/assets/');
  const fresh: string[] = [];
  for (const url of known) {
    const before = hasHash(url) ? await caches.match(url) : undefined;
    if (before) await cache.put(url, before);
    else fresh.push(url);
  }
  await cache.addAll(fresh.map((url) => new Request(url, { cache: 'reload' })));
  if (!(await isWhole(cache))) {
    await caches.delete(CACHE);
    throw new Error('mixed');
  }
}

/** While a host is being updated it may answer with the page of one version and the list of another: such a mixture is not taken. */
async function isWhole(cache: Cache): Promise<boolean> {
  const page = await (await cache.match(`${PAGE}index.html`))?.text();
  const parts = page?.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g) ?? [];
  return page !== undefined && Array.from(parts).every(([, part]) => known.has(new URL(part!, scope).href));
}

/** Other tabs may still show the version before, and fetch its parts. */
async function tidy(): Promise<void> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (windows.length > 1) return;
  for (const name of await ownCaches()) if (name !== CACHE) await caches.delete(name);
}

async function retire(): Promise<void> {
  if (!(await isSwitchedOff())) return;
  for (const name of await ownCaches()) await caches.delete(name);
  await worker.registration.unregister();
}

/** Keeps the files that another program shared, and shows the page, which reads them. They never leave the browser. */
async function receive(request: Request): Promise<Response> {
  const cache = await caches.open(SHARED);
  const files = (await request.formData()).getAll('file').filter((entry) => entry instanceof File);
  for (const [index, file] of files.entries()) {
    const headers = { 'content-type': file.type || 'application/octet-stream', 'x-name': encodeURIComponent(file.name) };
    await cache.put(`${PAGE}shared/${index}`, new Response(file, { headers }));
  }
  return Response.redirect(`${PAGE}#/shared`, 303);
}

async function answer(request: Request, url: string): Promise<Response> {
  const kept = (await caches.match(url, { cacheName: CACHE })) ?? (await caches.match(url));
  return kept ?? fetch(request);
}

/** The page of a first visit is looked after from then on, too: what it fetches later is of its own version, also without a network. */
async function begin(): Promise<void> {
  await tidy();
  await worker.clients.claim();
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(begin()));
worker.addEventListener('message', ({ data }) => {
  if (data === 'use') void worker.skipWaiting();
  if (data === 'tidy') void tidy();
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  const url = address.origin + address.pathname;
  if (address.origin !== worker.location.origin) return;
  if (request.method === 'POST' && url === `${PAGE}share-target`) return event.respondWith(receive(request));
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') {
    if (url !== PAGE && url !== `${PAGE}index.html`) return;
    event.waitUntil(retire());
    return event.respondWith(answer(request, `${PAGE}index.html`));
  }
  // What a tab of the version before asks for has a hash in its name, and may still be kept.
  if (known.has(url) || url.startsWith(`${PAGE}assets/`)) event.respondWith(answer(request, url));
});
