import { deflateSync } from 'fflate';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeBase62, numberToBase62 } from '../../src/publish/base62.ts';
import { crc32 } from '../../src/publish/crc32.ts';
import { startApp, type App } from './support/app.ts';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

/** A link whose checksum is right whatever stands in it. */
function forged(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const body = encodeBase62(deflateSync(bytes, { level: 9 }));
  return `#k1.${body}.${numberToBase62(crc32(new TextEncoder().encode(`#k1.${body}`)), 6)}`;
}

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const corpus: readonly (readonly [string, string])[] = [
  ['a bomb of 30 MB', forged(new Uint8Array(30_000_000))],
  ['a link of 70,000 characters', `#k1.${'a'.repeat(70_000)}.000000`],
  ['no JSON', forged('{')],
  ['JSON nested ten thousand deep', forged(`[3,"",${deep(10_000)},[],[]]`)],
  ['numbers that are none', forged('[3,"",[0,[],[],[],null,[],[["x"]],[]],[],["t"]]')],
  ['__proto__ for a board', forged('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')],
  ['a newer format', '#k9.abc.000000'],
  ['a board behind a passphrase, cut off', '#k1e.abcdef'],
];

describe('a hostile link', () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await app.open());
    await page.getByRole('button', { name: 'Begin with objectives' }).click();
    await page.getByRole('dialog').getByLabel('Title').fill('My own objective');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('My own objective').waitFor();
    await page.waitForTimeout(600);
  });

  it.each(corpus)('%s: an error in words, the own board untouched, nothing left in the address', async (_, fragment) => {
    await page.goto('about:blank');
    await page.goto(app.url + fragment);
    if (fragment.startsWith('#k1e')) {
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Passphrase').fill('any');
      await dialog.getByRole('button', { name: 'Open', exact: true }).click();
      await dialog.getByText(/cut off/).waitFor();
      await dialog.getByRole('button', { name: 'To my own board' }).click();
    } else {
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('alert').innerText()).toMatch(/link|board/);
    }
    await page.getByText('My own objective').waitFor();
    expect(page.url()).not.toMatch(/#k\d/);
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
  });
});

describe('a page that shows this one in a frame', () => {
  it('finds nothing to press: all is read-only there', async () => {
    // Another origin than the page, as a hostile site would be.
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(`<iframe src="${app.url}" width="1200" height="800"></iframe>`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { page } = await app.open();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const frame = page.frameLocator('iframe');
    await frame.getByText('This page is shown inside another page').waitFor();
    expect(await frame.getByRole('button', { name: /Begin with objectives|Choose a file|Try the example/ }).count()).toBe(0);
    await page.context().close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
