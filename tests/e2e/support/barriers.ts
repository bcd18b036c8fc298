import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type App } from './app.ts';
import { violationsOf } from './axe.ts';
import { screens } from './screens.ts';

/** Tests that no screen has a barrier in these colours: a file for each, so that two can run side by side. */
export function findsNoBarrier(colorScheme: 'light' | 'dark'): void {
  let app: App;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  it.each(Object.keys(screens))('%s has no barrier that axe can find', async (name) => {
    const { page } = await app.open({ colorScheme, locale: name === 'board' ? 'zh-CN' : name === 'share' ? 'zh-TW' : 'en' });
    await screens[name]!(page);
    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();
  });
}
