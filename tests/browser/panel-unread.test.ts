import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  closeAllPages,
  countOf,
  DATED_PAGE,
  focusIn,
  openNewDocument,
  openPanelBeside,
  panelWords,
} from './support/panel-pages';
import { waitForPainted } from './support/reader';
import { setUp } from './support/set-up';

/** Where there is nothing to read, where what is stored cannot be read, and which tab the panel is about. */
describe.each(['chromium', 'firefox'] as const)('%s: what goes wrong in the panel', (name) => {
  const at = setUp(name, { grantsUnasked: true });
  let page: Page;
  let panel: Page;

  beforeEach(async () => {
    ({ page, panel } = await openNewDocument(at));
  });
  afterEach(() => closeAllPages(at));

  const openTab = async (address: string) => {
    const tab = await at.extension.browser.newPage();
    await tab.goto(address);
    return tab;
  };

  it('says how many stored rows could not be read, once, and keeps them', async () => {
    const words = await panelWords(panel);
    await panel.click('.save-all [data-kind=citation]');
    await countOf(panel, '.entry.kept', 3);
    const damage = await panel.evaluate(
      (wanted) =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('revisionspennan');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const store = opening.result.transaction('annotations', 'readwrite').objectStore('annotations');
            const all = store.getAll();
            all.onsuccess = () => {
              const latest = all.result.sort((one, other) => (one.created < other.created ? -1 : 1)).slice(-3);
              const rows = latest.filter((row) => row.target.quote.exact.includes(wanted));
              for (const row of rows) store.put({ ...row, kind: 'unheard-of' });
              store.transaction.oncomplete = () => {
                opening.result.close();
                resolve(rows.length);
              };
            };
          };
        }),
      'SoL',
    );
    expect(damage).toBe(2);
    await page.reload();
    await panel.waitForSelector('[data-notice=unreadable]');
    expect(await panel.$eval('[data-notice=unreadable]', (each) => each.textContent)).toContain(words.unreadable(2));
    await panel.click('[data-notice=unreadable] .close');
    await countOf(panel, '[data-notice=unreadable]', 0);
    expect((await focusIn(panel)).isLost).toBe(false);
    await countOf(panel, '.entry.kept', 1);
  });

  it('says what to do where no page may be read, and reads it once it is allowed; a permission taken away is said', async () => {
    const address = page.url().replace('127.0.0.1', 'localhost');
    const [other, beside] = await openPanelBeside(at.extension, () => openTab(address));
    const words = await panelWords(beside);
    await beside.waitForSelector('.trouble');
    expect(await beside.$eval('.trouble', (each) => each.textContent)).toContain(words.unread.notAllowedTitle);
    expect(await beside.$('.allow-municipal')).not.toBeNull();

    const options = await at.extension.openExtensionPage('options.html');
    await (await options.waitForSelector('#site'))?.type('localhost');
    await options.keyboard.press('Enter');
    await beside.waitForSelector('.entry', { timeout: 20_000 });
    await waitForPainted(other, 'citation', 1);

    await options.evaluate(async () => {
      type Api = { permissions: { remove(asked: { origins: string[] }): Promise<boolean> } };
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
      await (browser ?? chrome).permissions.remove({ origins: ['*://localhost/*'] });
    });
    await beside.waitForSelector('[data-notice=revoked]');
    expect(await beside.$eval('[data-notice=revoked]', (each) => each.textContent)).toContain(
      words.revoked('localhost'),
    );
    await beside.bringToFront();
    await beside.click('[data-notice=revoked] button:not(.close)');
    await countOf(beside, '[data-notice=revoked]', 0);
    await beside.click('.save-all [data-kind=citation]');
    await countOf(beside, '.entry.kept.kind-citation', 3);
  });

  it("names the browser's own pages, and a page of ours without a document", async () => {
    const [, beside] = await openPanelBeside(at.extension, () => at.extension.openExtensionPage('viewer.html'));
    const words = await panelWords(beside);
    await beside.waitForSelector('.trouble');
    expect(await beside.$eval('.trouble', (each) => each.textContent)).toContain(words.unread.ownPageTitle);
    if (name === 'firefox') return;
    const [, closed] = await openPanelBeside(at.extension, () => openTab('chrome://version'));
    await closed.waitForSelector('.trouble');
    expect(await closed.$eval('.trouble', (each) => each.textContent)).toContain(words.unread.browserPageTitle);
  });
});

describe('the real side panel of Chromium', () => {
  const at = setUp('chromium', {
    prepare: (server) => {
      server.setPage('/one', DATED_PAGE);
      server.setPage('/two', DATED_PAGE.replaceAll('bistånd', 'skolfrånvaro'));
    },
  });

  it('is about the tab that is in front', async () => {
    const page = await at.extension.browser.newPage();
    await page.goto(at.server.url('/one'));
    await waitForPainted(page, 'citation');
    const real = await at.extension.openSidePanel(page);
    if (!real) throw new Error('No side panel');
    const isAbout = (word: string) =>
      real.waitForFunction((wanted) => document.querySelector('h1')?.textContent?.includes(wanted), {}, word);
    await isAbout('bistånd');
    const second = await at.extension.browser.newPage();
    await second.goto(at.server.url('/two'));
    await isAbout('skolfrånvaro');
    await page.bringToFront();
    await isAbout('bistånd');
    await page.goto(at.server.url('/two'));
    await isAbout('skolfrånvaro');
  });
});
