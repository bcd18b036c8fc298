import type { Page } from 'playwright';
import { randomFrom, type Random } from '../bench/random.ts';
import { DIST } from '../e2e/support/app.ts';
import { serveFolder } from '../e2e/support/static-server.ts';
import { OwnBrowser } from './own-browser.ts';

export const KINDS = ['tab closed', 'page crashed', 'process killed', 'disk full'] as const;
export type Kind = (typeof KINDS)[number];

export interface Kill {
  readonly kind: Kind;
  /** Edits that were made until then. */
  readonly made: number;
  /** Edits that were gone afterwards. */
  readonly lost: number;
  /** Age of the oldest lost edit when the kill came, in milliseconds; 0 = none was lost. */
  readonly oldest: number;
  /** Whether the board could be read afterwards. */
  readonly readable: boolean;
}

/** The name that is changed by the edits: it counts them. */
const FIRST_NAME = 'main tbody th input';
/** Longest time between two edits, in milliseconds. */
const PAUSE = 120;

/** Edits at random moments, as somebody does who renames a KPI over and over, until the page is gone. Runs in the page. */
function editForEver([selector, begin, pause, seed]: readonly [string, number, number, number]): void {
  let state = seed;
  let n = begin;
  const edit = () => {
    const input = document.querySelector<HTMLInputElement>(selector);
    if (input) {
      input.value = `Edit ${++n}`;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      console.info(`edit ${n} ${Date.now()}`);
    }
    state = (state * 16_807) % 2_147_483_647;
    setTimeout(edit, (state / 2_147_483_647) * pause);
  };
  edit();
}

/** From now on nothing more can be written, as on a full disk: each write is refused, or its transaction is ended. Runs in the page. */
function fillDisk(aborts: boolean): void {
  IDBObjectStore.prototype.put = function (this: IDBObjectStore): never {
    if (aborts) this.transaction.abort();
    throw new DOMException('full', 'QuotaExceededError');
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function strike(kind: Kind, page: Page, browser: OwnBrowser, random: Random): Promise<number> {
  if (kind === 'disk full') {
    await page.evaluate(fillDisk, random.uniform() < 0.5);
    await pause(random.uniform() * 600);
  }
  const at = Date.now();
  if (kind === 'process killed') await browser.kill();
  else if (kind === 'page crashed') {
    const session = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    session.send('Page.crash').catch(() => {});
    await crashed;
  }
  if (kind !== 'process killed') await page.close();
  return at;
}

/** Opens the board on the screen where KPIs are renamed, and waits until they can be. */
async function open(browser: OwnBrowser, url: string): Promise<Page> {
  const page = await (await browser.context()).newPage();
  // tsx wraps named functions in a helper that a page does not have.
  await page.addInitScript('globalThis.__name ??= (named) => named');
  await page.goto(`${url}#/kpis`);
  return page;
}

/** Kills the page or its browser so many times while edits arrive, always in the same profile. The same seed kills at the same moments. */
export async function killOften(times: number, seed: number, onKill: (kill: Kill) => void = () => {}): Promise<readonly Kill[]> {
  const random = randomFrom(seed);
  const server = await serveFolder(DIST);
  const browser = await OwnBrowser.create();
  const kills: Kill[] = [];
  try {
    let page = await open(browser, server.url);
    await page.locator('input[type=file]').last().setInputFiles(`${DIST}/example-en.json`);
    await page.locator('tbody .row').first().waitFor();
    await page.goto(`${server.url}#/kpis`);
    let n = 0;
    for (let round = 0; round < times; round++) {
      const kind = KINDS[round % KINDS.length]!;
      await page.locator(FIRST_NAME).first().waitFor();
      const edits = new Map<number, number>();
      page.on('console', (message) => {
        const [, number, time] = /^edit (\d+) (\d+)$/.exec(message.text()) ?? [];
        if (number) edits.set(Number(number), Number(time));
      });
      const begin = n;
      await page.evaluate(editForEver, [FIRST_NAME, begin, PAUSE, 1 + Math.floor(random.uniform() * 1e9)] as const);
      await pause(100 + random.uniform() * 900);
      const at = await strike(kind, page, browser, random);
      page = await open(browser, server.url);
      const name = page.locator(FIRST_NAME).first();
      const value = await name.inputValue({ timeout: 10_000 }).catch(() => '');
      const left = Number(/^Edit (\d+)$/.exec(value)?.[1] ?? (round === 0 && value ? 0 : NaN));
      const isReadable = Number.isFinite(left) && left >= begin;
      const lost = [...edits].filter(([number, time]) => number > left && time <= at);
      const oldest = lost.length ? at - Math.min(...lost.map(([, time]) => time)) : 0;
      const kill = { kind, made: edits.size, lost: lost.length, oldest, readable: isReadable };
      kills.push(kill);
      onKill(kill);
      n = Math.max(begin, ...edits.keys(), isReadable ? left : 0);
    }
  } finally {
    await browser.remove();
    await server.stop();
  }
  return kills;
}

/** Most that may be lost, in milliseconds before the kill. */
export const MOST_LOST = 300;

export const isBad = ({ oldest, readable }: Kill): boolean => oldest > MOST_LOST || !readable;
