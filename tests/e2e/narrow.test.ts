import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from './support/app.ts';
import { screens } from './support/screens.ts';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

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
