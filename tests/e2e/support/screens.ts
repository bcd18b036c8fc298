import type { Page } from 'playwright';
import { monthlyWorkbook } from './company.ts';
import { choose, xlsxFile } from './drive.ts';

/** The way of a new visitor to each screen, until it stands. */
export const screens: Readonly<Record<string, (page: Page) => Promise<void>>> = {
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
