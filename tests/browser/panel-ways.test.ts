import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { textsIn } from '../../locales';
import { testBuild } from './support/build';
import { dispatchCommand, runCommandByClick } from './support/commands';
import { clickToolbarButton, pressExtensionKeys } from './support/firefox-window';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import { countOf, DATED_PAGE, focusIn, openPanelBeside, panelWords, waitForMessage } from './support/panel-pages';
import { report } from './support/pdf/pdf-files';
import { type PdfServer, startPdfServer } from './support/pdf/pdf-server';
import { openPanelInTab, panelEntries, waitForPainted } from './support/reader';
import { type FixtureServer, startFixtureServer } from './support/server';

/** Ways into the panel and on from it: its keys, what it offers where nothing is read, saving very many, what stands behind its buttons. */

/** A report that prints its recommendations in the summary and again in a section of their own. */
const TWICE = DATED_PAGE.replace(
  '<p>Vi rekommenderar',
  `<h2>Sammanfattning</h2><p>Vi rekommenderar socialnämnden att:</p><ul><li>säkerställa att utredningar avslutas i tid</li></ul>
<h2>Rekommendationer</h2><p>Vi rekommenderar`,
);
const MANY = 1500;
const REGISTER = `<!doctype html><html lang="sv"><title>Register</title><main><h1>Register över lagrum</h1>
${Array.from({ length: MANY }, (_, at) => `<p>Ärende ${at}: nämnden följer ${1 + (at % 9)} kap. ${1 + (at % 7)} § SoL.</p>`).join('\n')}</main></html>`;

interface ExtensionApi {
  scripting: {
    getRegisteredContentScripts(): Promise<{ matches?: string[] }[]>;
    unregisterContentScripts(): Promise<void>;
  };
  permissions: {
    request(asked: { origins: string[] }): Promise<boolean>;
    remove(asked: { origins: string[] }): Promise<boolean>;
  };
  tabs: { get(id: number): Promise<{ url?: string }> };
  sidebarAction: { isOpen(details: object): Promise<boolean> };
}

/** Tests' browsers speak English. */
const texts = textsIn('en');

let server: FixtureServer;
let extension: ExtensionBrowser;

describe.each(['chromium', 'firefox'] as const)('%s: the panel', (name) => {
  beforeAll(async () => {
    server = await startFixtureServer();
    server.setPage('/dated', DATED_PAGE);
    server.setPage('/twice', TWICE);
    server.setPage('/register', REGISTER);
    extension = await launchWithExtension(name, testBuild(name), { grantsUnasked: true });
  });
  afterAll(async () => {
    await extension?.close();
    await server?.close();
  });
  afterEach(async () => {
    const [first, ...others] = await extension.browser.pages();
    for (const open of others) await open.close().catch(() => undefined);
    await first?.goto('about:blank');
  });

  const openTab = async (address: string) => {
    const tab = await extension.browser.newPage();
    await tab.goto(address);
    return tab;
  };
  const openRead = async (path: string): Promise<[page: Page, panel: Page]> => {
    const page = await openTab(server.url(path));
    await waitForPainted(page, 'citation');
    const panel = await openPanelInTab(extension, page);
    await panel.waitForSelector('.entry');
    return [page, panel];
  };

  it('keeps one printing of each recommendation, and says how many stand in more places', async () => {
    const [page, panel] = await openRead('/twice');
    const words = await panelWords(panel);
    await waitForPainted(page, 'recommendation', 3);
    await countOf(panel, '.entry.kind-recommendation', 3);
    expect(await panel.$eval('[data-kind=recommendation]', (each) => each.getAttribute('aria-label'))).toBe(
      words.saveAll.recommendation(2),
    );
    expect(await panel.$eval('.repeats', (each) => each.textContent)).toBe(words.saveAll.repeats(3, 1));
    const repeats = () =>
      panel.$$eval('.entry.kind-recommendation', (rows) =>
        rows.map((row) => row.querySelector('.repeat')?.textContent ?? ''),
      );
    expect(await repeats()).toEqual(['', words.repeat.earlier, '']);
    await panel.click('[data-kind=recommendation]');
    await waitForMessage(panel, words.saveAll.repeated(1));
    await countOf(panel, '.entry.kept.kind-recommendation', 2);
    expect(await panel.$eval('[data-kind=recommendation]', (each) => each.textContent)).toBe(
      words.saveAll.recommendationDone,
    );
    // The one below the heading of recommendations, not the one of the summary.
    const kept = await panel.$$eval('.entry.kind-recommendation', (rows) =>
      rows.map((row) => row.classList.contains('kept')),
    );
    expect(kept).toEqual([false, true, true]);
    expect(await repeats()).toEqual([words.repeat.kept, '', '']);
  });

  it('saving very many can be ended: what is stored stays, and is undone as one', async () => {
    const [, panel] = await openRead('/register');
    const words = await panelWords(panel);
    await panel.waitForFunction(
      (wanted) => document.querySelector('[data-kind=citation]')?.getAttribute('aria-label') === wanted,
      { timeout: 30_000 },
      words.saveAll.citation(MANY),
    );
    await panel.click('[data-kind=citation]');
    await (await panel.waitForSelector('.progress .stop'))?.click();
    await waitForMessage(panel, words.saveAll.stopped);
    expect((await focusIn(panel)).isLost).toBe(false);
    expect(await panel.$('.progress')).toBeNull();
    const said = await panel.$eval('.message', (each) => each.textContent ?? '');
    const count = Number(/\d+/.exec(said)?.[0]);
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(MANY);
    await panel.click('.message .undo');
    await waitForMessage(panel, words.saveAll.undone(count));
    await countOf(panel, '.entry.kept', 0);
  });

  it('leads to the form that Edit opens, and by Escape back, unless something is typed', async () => {
    const [, panel] = await openRead('/dated');
    await panel.waitForSelector('.entry.kind-citation .keep, .entry.kind-citation .edit');
    if (await panel.$('.entry.kind-citation .keep')) await panel.click('.entry.kind-citation .keep');
    await panel.waitForSelector('.entry.kept .edit');
    const focusIsOn = (selector: string) =>
      panel.waitForFunction((wanted) => document.activeElement?.matches(wanted), { timeout: 10_000 }, selector);
    await panel.focus('.entry.kept .edit');
    await panel.keyboard.press('Enter');
    await focusIsOn('.entry.kept .tag-input');
    await panel.keyboard.press('Escape');
    await focusIsOn('.entry.kept .edit');
    await countOf(panel, '.entry textarea', 0);
    await panel.keyboard.press('Enter');
    await focusIsOn('.entry.kept .tag-input');
    await panel.keyboard.type('Uppföljning');
    await panel.keyboard.press('Escape');
    await panel.keyboard.press('Enter');
    await panel.keyboard.press('Escape');
    await countOf(panel, '.entry textarea', 1);
    await panel.click('.entry .annotation-form .primary');
    await countOf(panel, '.entry textarea', 0);
    await focusIsOn('.entry.kept .edit');
    await waitForMessage(panel, texts.walk.saved(''));
    const named = await panel.$eval('.entry.kept .edit', (each) => each.getAttribute('aria-label') ?? '');
    await waitForMessage(panel, texts.walk.saved(named.replace(`${texts.panel.edit}: `, '')));
    await countOf(panel, '.entry.kept .tag-chip', 2);
    await panel.click('.message .undo');
    await countOf(panel, '.entry.kept .tag-chip', 1);
    await focusIsOn('.entry.kept .place');
  });

  it('opens what stands behind its buttons: exports, and the laws that are not named at once', async () => {
    server.setPage(
      '/laws',
      DATED_PAGE.replace('</main>', '<p>Se 5 § FL, 3 kap. 1 § HSL, 5 kap. 1 § SoL och 6 kap. 1 § KL.</p></main>'),
    );
    const [, panel] = await openRead('/laws');
    expect(await panel.$eval('.export', (each) => (each as HTMLElement).offsetHeight)).toBe(0);
    await panel.focus('.open-export');
    await panel.keyboard.press('Enter');
    expect(await panel.$eval('.open-export', (each) => each.getAttribute('aria-expanded'))).toBe('true');
    expect(
      await panel.$$eval('.export button', (all) => all.map((each) => (each as HTMLElement).offsetHeight > 0)),
    ).toEqual([true, true]);
    // From the button Tab comes to what it has opened, what auditors write in first; Escape closes that and leads back.
    await panel.keyboard.press('Tab');
    expect((await focusIn(panel)).text).toMatch(/^Excel, Word/);
    await panel.keyboard.press('Tab');
    expect((await focusIn(panel)).text).toMatch(/JSON-LD/);
    await panel.keyboard.press('Escape');
    expect(await panel.$eval('.export', (each) => (each as HTMLElement).offsetHeight)).toBe(0);
    expect(await panel.evaluate(() => document.activeElement?.matches('.open-export'))).toBe(true);
    await panel.waitForSelector('.more-laws');
    await countOf(panel, '.laws li', 1);
    await panel.focus('.more-laws');
    await panel.keyboard.press('Enter');
    await panel.waitForFunction(() => document.querySelectorAll('.laws li').length > 2);
    await panel.keyboard.press('Enter');
    await countOf(panel, '.laws li', 1);
  });

  it('opens by its keys, and closes by them', async () => {
    const page = await openTab(server.url('/dated'));
    await waitForPainted(page, 'citation');
    await page.bringToFront();
    if (name === 'firefox') {
      const helper = await extension.openExtensionPage('privacy.html');
      await helper.bringToFront();
      const isOpen = () =>
        helper.evaluate(() => (globalThis as unknown as { browser: ExtensionApi }).browser.sidebarAction.isOpen({}));
      const before = await isOpen();
      await pressExtensionKeys(extension, 'P');
      await expect.poll(isOpen, { timeout: 10_000 }).toBe(!before);
      await pressExtensionKeys(extension, 'P');
      await expect.poll(isOpen, { timeout: 10_000 }).toBe(before);
      return;
    }
    const panels = () => extension.browser.targets().filter((each) => each.url().includes('sidepanel.html'));
    await runCommandByClick(extension, 'toggle-panel');
    await expect.poll(() => panels().length, { timeout: 10_000 }).toBe(1);
    await page.bringToFront();
    const panel = await panels()[0]?.asPage();
    await panel?.waitForSelector('.entry');
    await dispatchCommand(extension, page, 'toggle-panel');
    await expect.poll(() => panels().length, { timeout: 10_000 }).toBe(0);
  });

  it('a message goes by its button, and the focus passes to the list', async () => {
    const [, panel] = await openRead('/dated');
    const words = await panelWords(panel);
    await panel.click('.save-all [data-kind=citation]');
    await countOf(panel, '.entry.kept.kind-citation', 3);
    await panel.waitForSelector('.message .close');
    expect(await panel.$eval('.message .close', (each) => each.getAttribute('aria-label'))).toBe(words.dismiss);
    await panel.focus('.message .close');
    await panel.keyboard.press('Enter');
    await panel.waitForFunction(() => document.querySelector('.message')?.textContent === '');
    expect(await panel.evaluate(() => document.activeElement?.matches('.entries'))).toBe(true);
    await countOf(panel, '.entry.kept.kind-citation', 3);
  });

  // Firefox lets no driver into its sidebar, and the panel in a tab of its own is about one tab.
  it.skipIf(name === 'firefox')('each tab keeps what its list was narrowed to', async () => {
    const one = await openTab(server.url('/dated'));
    await waitForPainted(one, 'citation', 3);
    const panel = (await extension.openSidePanel(one)) as Page;
    const shown = () => panel.$eval('.filter select', (each) => (each as HTMLSelectElement).value);
    await panel.waitForSelector('.entry');
    await panel.select('.filter select', 'recommendation');
    await countOf(panel, '.entry', 2);
    const other = await openTab(server.url('/twice'));
    await waitForPainted(other, 'citation', 3);
    await other.bringToFront();
    await panel.waitForFunction(() => document.querySelectorAll('.entry.kind-citation').length >= 3, {
      timeout: 20_000,
      polling: 50,
    });
    expect(await shown()).toBe('all');
    await one.bringToFront();
    await countOf(panel, '.entry', 2);
    expect(await shown()).toBe('recommendation');
  });

  it('a page that is read on a click can be read always from there', async () => {
    const address = server.url('/dated').replace('127.0.0.1', 'localhost');
    const [page, panel] = await openPanelBeside(extension, () => openTab(address));
    const words = await panelWords(panel);
    await panel.waitForFunction(
      (title) => document.body.textContent?.includes(title),
      {},
      words.unread.notAllowedTitle,
    );
    await page.bringToFront();
    if (name === 'firefox') await clickToolbarButton(extension);
    else for (const own of (await extension.browser.extensions()).values()) await own.triggerAction(page);
    await waitForPainted(page, 'citation', 3);
    await panel.bringToFront();
    const always = await panel.waitForSelector('.allow-site', { timeout: 20_000 });
    expect(await always?.evaluate((each) => each.textContent)).toBe(words.unread.allowSite('localhost'));
    expect(await panel.$eval('.only-now', (each) => each.textContent)).toContain(words.onlyNow);
    await always?.click();
    await panel.waitForFunction(() => document.querySelector('.only-now') === null, { timeout: 20_000 });
    // Another page of the site is read by itself now.
    const other = await openTab(address.replace('/dated', '/twice'));
    await waitForPainted(other, 'citation', 3);
    await panel.evaluate(() => {
      const { browser, chrome } = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
      return (browser ?? chrome).permissions.remove({ origins: ['*://localhost/*'] });
    });
  });

  // The last: other pages are not read by themselves after it.
  it('reads a page that may be read and is not, by its button', async () => {
    const options = await extension.openExtensionPage('options.html');
    if (name === 'firefox') {
      // Firefox takes a request only from a person's own click.
      await (await options.waitForSelector('#site'))?.type('localhost');
      await options.keyboard.press('Enter');
    } else {
      await options.evaluate(() =>
        (globalThis as unknown as { chrome: ExtensionApi }).chrome.permissions.request({
          origins: ['*://localhost/*'],
        }),
      );
    }
    // As when the browser has lost the registration: the permission is there, and nothing runs in the page.
    await options.waitForFunction(
      async () => {
        const { browser, chrome } = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
        const { scripting } = browser ?? chrome;
        const registered = await scripting.getRegisteredContentScripts();
        if (!registered.some(({ matches }) => matches?.some((each) => each.includes('localhost')))) return false;
        await scripting.unregisterContentScripts();
        return true;
      },
      { timeout: 20_000, polling: 200 },
    );
    const address = server.url('/dated').replace('127.0.0.1', 'localhost');
    const [page, panel] = await openPanelBeside(extension, () => openTab(address));
    const words = await panelWords(panel);
    await panel.waitForSelector('.read', { timeout: 20_000 });
    expect(await panel.$eval('.trouble', (each) => each.textContent)).toContain(words.unread.pageTitle);
    await panel.click('.read');
    await panel.waitForSelector('.entry', { timeout: 20_000 });
    await waitForPainted(page, 'citation', 3);
    expect((await panelEntries(panel)).length).toBeGreaterThan(3);
  });
});

describe('firefox: a PDF file whose address does not say that it is one', () => {
  let files: PdfServer;
  beforeAll(async () => {
    files = await startPdfServer();
    files.serve('/download/18.4711', { bytes: report() });
    extension = await launchWithExtension('firefox', testBuild('firefox'));
  });
  afterAll(async () => {
    await extension?.close();
    await files?.close();
  });

  it('on a site that may be read: the panel offers to open it', async () => {
    const [, panel] = await openPanelBeside(extension, async () => {
      const tab = await extension.browser.newPage();
      // The driver waits in vain for the browser's viewer to have loaded.
      await tab.goto(files.url('/download/18.4711'), { waitUntil: [], timeout: 2000 }).catch(() => undefined);
      return tab;
    });
    await (await panel.waitForSelector('.open-pdf', { timeout: 20_000 }))?.click();
    // The driver now and then loses a tab that leaves the browser's PDF viewer; the extension knows where it is.
    await panel.waitForFunction(
      async (wanted) => {
        const { browser } = globalThis as unknown as { browser: ExtensionApi };
        const { url } = await browser.tabs.get(Number(new URLSearchParams(location.search).get('tab')));
        return url?.startsWith(wanted);
      },
      { timeout: 20_000, polling: 200 },
      extension.extensionUrl(`viewer.html?file=${encodeURIComponent(files.url('/download/18.4711'))}`),
    );
  });
});
