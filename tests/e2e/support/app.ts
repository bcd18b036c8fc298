import path from 'node:path';
import { chromium, type BrowserContextOptions, type Page } from 'playwright';
import { BROWSER_FLAGS } from './browser-flags.ts';
import { serveFolder } from './static-server.ts';

/** The page as `vite build` left it. */
export const DIST = path.resolve(import.meta.dirname, '../../../dist');

export interface OpenedPage {
  readonly page: Page;
  /** What the page said that nobody should hear: uncaught errors, console errors, violations of the content security policy. */
  readonly complaints: readonly string[];
}

export interface App {
  readonly url: string;
  /** Opens the page as a new visitor, or as a known one within a `page.context()`. */
  open(options?: BrowserContextOptions & { readonly path?: string }): Promise<OpenedPage>;
  /** Ends the server, and leaves the browser: as without a network. */
  unplug(): Promise<void>;
  stop(): Promise<void>;
}

/** How the browser finds the page, where that is not the usual way. */
export interface Surroundings {
  /** Further flags of the browser. */
  readonly flags?: readonly string[];
  /** Name under which the page is found; any but localhost is no secure context. */
  readonly host?: string;
  /** What is served; the built page unless said otherwise. */
  readonly folder?: string;
}

/** Serves the built page and starts a browser for it. `extra` are files laid beside the page, such as a hosted workspace.json. */
export async function startApp(
  extra: Readonly<Record<string, string>> = {},
  prefix = '/',
  { flags = [], host = '127.0.0.1', folder = DIST }: Surroundings = {},
): Promise<App> {
  const server = await serveFolder(folder, extra, prefix);
  const url = server.url.replace('127.0.0.1', host);
  const executablePath = process.env['CHROME_PATH'];
  const args = [...BROWSER_FLAGS, `--host-resolver-rules=MAP ${host} 127.0.0.1`, ...flags];
  const browser = await chromium.launch({ headless: true, args, ...(executablePath ? { executablePath } : {}) });
  return {
    url,
    async open({ path: below = '', ...options } = {}) {
      const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Asia/Shanghai', serviceWorkers: 'block', ...options });
      const page = await context.newPage();
      // Everything is computed here and served from this machine: what takes longer is broken.
      page.setDefaultTimeout(8_000);
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await page.goto(url + below);
      return { page, complaints };
    },
    unplug: () => server.stop(),
    async stop() {
      await browser.close();
      await server.stop();
    },
  };
}
