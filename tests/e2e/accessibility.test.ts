import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from './support/app.ts';
import { violationsOf } from './support/axe.ts';
import { monthlyWorkbook } from './support/company.ts';
import { choose, xlsxFile } from './support/drive.ts';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const screens: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  start: (page) => page.locator('main h1').waitFor(),
  board: async (page) => {
    await page.locator('.drop .btn').nth(2).click();
    await page.locator('tbody .row').first().waitFor();
    await page.locator('.summary button').click();
    await page.locator('ol .direction').first().waitFor();
  },
  'key result': async (page) => {
    await screens['board']!(page);
    await page.locator('tbody .row a').first().click();
    await page.locator('canvas').waitFor();
    await page.locator('.sentence[aria-busy=false]').waitFor();
  },
  'a past verdict': async (page) => {
    await screens['key result']!(page);
    await page.locator('.scroll button').first().click();
    await page.locator('.away').waitFor();
  },
  map: async (page) => {
    await screens['board']!(page);
    await page.locator('header nav a[href="#/map"]').click();
    await page.locator('[data-objective] .figure').first().waitFor();
  },
  kpis: async (page) => {
    await screens['board']!(page);
    await page.locator('header nav a[href="#/kpis"]').click();
    await page.locator('main tbody tr').first().waitFor();
  },
  'what-if': async (page) => {
    await screens['board']!(page);
    await page.keyboard.press('w');
    await page.locator('main li button[aria-expanded]').first().click();
    await page.getByText('Glidepath').waitFor();
    await page.getByRole('button', { name: '+ Add an event' }).click();
    await page.getByRole('button', { name: '+ Try a new key result' }).click();
  },
  share: async (page) => {
    await screens['board']!(page);
    await page.locator('header a.btn').click();
    await page.locator('main h3').first().waitFor();
  },
  import: (page) => choose(page, xlsxFile(monthlyWorkbook())),
  'key result form': async (page) => {
    await screens['board']!(page);
    await page.locator('tbody .row .edit').first().click();
    await page.getByRole('dialog').waitFor();
  },
};

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each(Object.keys(screens))('%s has no barrier that axe can find', async (name) => {
    const { page } = await app.open({ colorScheme, locale: name === 'board' ? 'zh-CN' : name === 'share' ? 'zh-TW' : 'en' });
    await screens[name]!(page);
    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();
  });
});

describe('on a phone 320 px wide', () => {
  it.each(['start', 'board', 'key result', 'a past verdict', 'map', 'what-if', 'share'])(
    '%s fits without scrolling sideways',
    async (name) => {
      const { page } = await app.open({ viewport: { width: 320, height: 640 } });
      await screens[name]!(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
      await page.context().close();
    },
  );
});
