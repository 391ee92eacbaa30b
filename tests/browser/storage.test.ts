import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from '../../scripts/browsers';
import { StorageBrowser } from './support/storage-browser';

/** What storage promises and only a real browser can show; what a killed browser leaves is told in `storage-crashes.test.ts`. */
describe.each(['chromium', 'firefox'] as const)('storage in %s', (name: BrowserName) => {
  let browser: StorageBrowser;
  beforeAll(async () => {
    browser = await StorageBrowser.prepared(name);
  });
  afterEach(() => browser?.close());
  afterAll(() => browser?.remove());

  it('lets two tabs save at once', async () => {
    const one = await browser.launch();
    const other = await browser.openPage();
    const starts = Array.from({ length: 20 }, (_, index) => 9_000_000 + index);
    const save = (page: Page) =>
      page.evaluate((all) => Promise.all(all.map((start) => globalThis.storagePage.save(start, 10))), starts);
    const before = await one.evaluate(() => globalThis.storagePage.contents());
    const outcomes = (await Promise.all([save(one), save(other)])).flat();
    expect(outcomes).toEqual(outcomes.map(() => 'saved'));
    const after = await other.evaluate(() => globalThis.storagePage.contents());
    expect(after.ids.length - before.ids.length).toBe(20);
  });

  it.skipIf(name === 'firefox')(
    'says that it is full, and goes on when there is room again (Firefox cannot be told a quota)',
    async () => {
      const page = await browser.launch();
      const session = await page.createCDPSession();
      const { origin } = new URL(browser.address);
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_500_000 });
      let outcome = 'saved';
      // For half a minute Chromium goes by the room that it found when something was last written, and the page may have
      // written something before it was told of the quota.
      for (let index = 0; outcome === 'saved'; index += 1) {
        outcome = await page.evaluate((start) => globalThis.storagePage.save(start, 50_000), 8_000_000 + index);
      }
      expect(outcome).toBe('full');
      await session.send('Storage.overrideQuotaForOrigin', { origin });
      expect(await page.evaluate(() => globalThis.storagePage.save(8_500_000, 10))).toBe('saved');
      expect(await page.evaluate(() => globalThis.storagePage.contents())).toMatchObject({ unreadable: 0, tagless: 0 });
    },
  );

  it.skipIf(name === 'firefox')(
    'goes on where the browser closes the database under it, and throws it away (Firefox cannot be told to)',
    async () => {
      const page = await browser.launch();
      expect(await page.evaluate(() => globalThis.storagePage.save(7_000_000, 10))).toBe('saved');
      const session = await page.createCDPSession();
      const { origin } = new URL(browser.address);
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
      // A new one, with the tags and the set of the start: nothing is left of the old, and nothing half.
      expect(await page.evaluate(() => globalThis.storagePage.save(7_000_001, 10))).toBe('saved');
      const after = await page.evaluate(() => globalThis.storagePage.contents());
      expect(after).toMatchObject({ unreadable: 0, tagless: 0 });
      expect(after.ids).toHaveLength(1);
    },
  );
});
