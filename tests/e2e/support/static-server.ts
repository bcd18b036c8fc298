import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

export interface StaticServer {
  /** Address of the page, ending in a slash. */
  readonly url: string;
  stop(): Promise<void>;
}

/** What a host sends that is set up well: text compressed, and files whose names carry a fingerprint never asked for again. */
const wellKept = (file: string) => ({
  'cache-control': /[\\/]assets[\\/]/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
  ...(path.extname(file) in TYPES ? { 'content-encoding': 'gzip' } : {}),
});

/**
 * Serves a folder as any static host would, on a free port of this machine. `extra` are files laid over it, by their path in the folder
 * (`workspace.json`); `prefix` serves it below a path, as a project page does; `kept`: with compression and caching, as the samples do.
 */
export async function serveFolder(
  folder: string,
  extra: Readonly<Record<string, string>> = {},
  prefix = '/',
  kept = false,
): Promise<StaticServer> {
  const root = path.resolve(folder);
  const server = createServer((request, response) => {
    void (async () => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const name = decodeURIComponent(pathname).slice(prefix.length) || 'index.html';
      const file = path.resolve(root, name);
      try {
        if (!pathname.startsWith(prefix) || !file.startsWith(root + path.sep)) throw new Error('outside');
        const body = extra[name] ?? (await readFile(file));
        const headers = kept ? wellKept(file) : {};
        response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream', ...headers });
        response.end('content-encoding' in headers ? gzipSync(body) : body);
      } catch {
        response.writeHead(404).end();
      }
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
