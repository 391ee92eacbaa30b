import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { GUIDE_SECTIONS } from '../../entrypoints/guide/sections';
import { testBuild } from './support/build';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import { cutOff, problems } from './support/looks';
import { openCard, painted, panelEntries, saveInCard, selectWords, waitForPainted } from './support/reader';

/** The sample report, the guide and the page about privacy, as pages of the extension. */

let extension: ExtensionBrowser;
let page: Page;

interface Sidebar {
  isOpen(asked: object): Promise<boolean>;
}

interface Tabs {
  tabs: { getCurrent(): Promise<{ id: number }>; query(asked: object): Promise<{ url?: string }[]> };
}

/** The panel about the tab that an extension's own page stands in, which only that page knows in both browsers. */
async function panelAbout(shown: Page): Promise<Page> {
  const tabId = await shown.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as { browser?: Tabs; chrome: Tabs };
    return (await (browser ?? chrome).tabs.getCurrent()).id;
  });
  const panel = await extension.openExtensionPage(`sidepanel.html?tab=${tabId}`);
  await panel.waitForSelector('.entry');
  return panel;
}

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  beforeAll(async () => {
    extension = await launchWithExtension(name, testBuild(name));
  });
  afterAll(() => extension?.close());
  afterEach(() => page?.close());

  it('the sample is read, and what is said above it is not', async () => {
    page = await extension.openExtensionPage('sample.html');
    await waitForPainted(page, 'citation', 80);
    await waitForPainted(page, 'recommendation', 10);
    expect((await painted(page, 'citation'))[0]).toBe('7 kap. 19 a § skollagen (2010:800)');
    expect(await page.title()).toContain('Björkfors');
    expect(await page.$eval('main', (report) => getComputedStyle(report).fontFamily)).toContain('Georgia');
    await selectWords(page, (await page.$eval('#about p', (text) => text.textContent ?? '')).slice(0, 12), '#about');
    expect(await page.evaluate(() => document.querySelector('revisionspennan-card'))).toBeNull();
  });

  it('the sample needs no scrolling sideways in a narrow window', async () => {
    page = await extension.openExtensionPage('sample.html');
    await page.setViewport({ width: 320, height: 700 });
    await waitForPainted(page, 'recommendation', 10);
    expect(await cutOff(page)).toEqual([]);
  });

  it('what is saved in the sample is found again, in the panel too, and opens from the library', async () => {
    page = await extension.openExtensionPage('sample.html');
    await waitForPainted(page, 'recommendation');
    await openCard(page, 'recommendation', 1);
    await saveInCard(page, { tag: 'Prov', comment: 'Pröva' });
    await page.reload({ waitUntil: [] }).catch(() => undefined);
    await waitForPainted(page, 'saved');
    const [kept] = await painted(page, 'saved');
    expect(kept).toMatch(/^Fastställa en tidsgräns/);

    const panel = await panelAbout(page);
    await panel.waitForSelector('.entry.kept');
    const entries = await panelEntries(panel);
    expect(entries.filter(({ isKept }) => isKept).map(({ comment }) => comment)).toEqual(['Pröva']);
    await panel.close();

    const library = await extension.openExtensionPage('library.html');
    await (await library.waitForSelector('.annotation .open'))?.click();
    const active = () =>
      library.evaluate(async () => {
        const { browser, chrome } = globalThis as unknown as { browser?: Tabs; chrome: Tabs };
        const [tab] = await (browser ?? chrome).tabs.query({ active: true, currentWindow: true });
        return tab?.url;
      });
    // The tab that shows it already.
    const before = (await extension.browser.pages()).length;
    await expect.poll(active, { timeout: 10_000 }).toBe(extension.extensionUrl('sample.html'));
    expect((await extension.browser.pages()).length).toBe(before);
    await library.close();
  });

  it('the button above the sample opens the side panel, with the report in it', async () => {
    page = await extension.openExtensionPage('sample.html');
    await page.bringToFront();
    await waitForPainted(page, 'recommendation');
    await page.click('#about button');
    if (name === 'firefox') {
      // The sidebar is no page that can be driven; the browser tells whether it is open.
      const isOpen = () =>
        page.evaluate(() => {
          const { browser } = globalThis as unknown as { browser: { sidebarAction: Sidebar } };
          return browser.sidebarAction.isOpen({});
        });
      await expect.poll(isOpen, { timeout: 10_000 }).toBe(true);
    } else {
      const target = await extension.browser.waitForTarget((each) => each.url().includes('/sidepanel.html'));
      const panel = await target.asPage();
      await panel.waitForSelector('.entry');
      expect((await panelEntries(panel)).length).toBeGreaterThan(100);
    }
    expect(await page.$('#about .failure')).toBeNull();
  });

  it.each([
    ['sv', 'guide', 'Handbok'],
    ['en', 'guide', 'Guide'],
    ['sv', 'privacy', 'Integritet'],
    ['en', 'privacy', 'Privacy'],
  ])('in %s the page %s is headed %s, and turns to the other language', async (language, path, title) => {
    page = await extension.openExtensionPage(`${path}.html?language=${language}`);
    await page.waitForSelector('main h1');
    expect(await page.$eval('main h1', (heading) => heading.textContent)).toBe(title);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    await page.click('header .language');
    await page.waitForFunction((before) => document.documentElement.lang !== before, {}, language);
    await page.waitForSelector('main h1');
    expect(await page.$eval('main h1', (heading) => heading.textContent)).not.toBe(title);
  });

  it('a section of the guide is opened by its name, at its place', async () => {
    page = await extension.openExtensionPage('guide.html?language=sv#export');
    await page.waitForFunction(() => document.activeElement?.id === 'export');
    const top = await page.$eval('#export', (heading) => heading.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(200);
  });

  it('the table of contents leads to every section, and every picture is shown', async () => {
    page = await extension.openExtensionPage('guide.html?language=sv');
    await page.waitForSelector('.contents');
    const targets = await page.$$eval('.contents a', (links) => links.map((link) => link.getAttribute('href')));
    expect(targets).toEqual(GUIDE_SECTIONS.map((id) => `#${id}`));
    await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
    const widths = await page.$$eval('main img', (all) =>
      all.map((picture) => (picture as HTMLImageElement).naturalWidth),
    );
    expect(widths.length).toBeGreaterThan(4);
    expect(widths.filter((width) => width === 0)).toEqual([]);
  });

  it('every link from these pages leads to a page that is there', async () => {
    const found = new Set<string>();
    for (const path of ['guide', 'privacy', 'sample', 'welcome', 'options']) {
      page = await extension.openExtensionPage(`${path}.html`);
      await page.waitForSelector('a[href]');
      for (const link of await page.$$eval('a[href^="/"]', (all) => all.map((each) => each.getAttribute('href') ?? '')))
        found.add(link);
      if (path !== 'options') await page.close();
    }
    expect([...found].sort()).toEqual(
      expect.arrayContaining(['/guide.html', '/library.html', '/options.html', '/privacy.html', '/sample.html']),
    );
    for (const link of found) {
      const isThere = await page.evaluate((address) => fetch(address).then(({ ok }) => ok), link);
      expect(isThere, link).toBe(true);
    }
  });
});

describe('looks', () => {
  beforeAll(async () => {
    extension = await launchWithExtension('chromium', testBuild('chromium'));
  });
  afterAll(() => extension?.close());

  describe.each(['guide', 'privacy', 'sample'])('of the page %s', (path) => {
    beforeAll(async () => {
      page = await extension.openExtensionPage(`${path}.html`);
      await page.bringToFront();
      await page.waitForSelector(path === 'sample' ? '#about button' : 'main h1');
    });
    afterAll(() => page?.close());

    it.each(['light', 'dark'])('nothing that axe can find in %s', async (theme) => {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      expect(await problems(page)).toEqual([]);
    });

    it.each([
      ['320 px', { width: 320, height: 700 }],
      ['200 % in 400 px', { width: 200, height: 400, deviceScaleFactor: 2 }],
    ])('nothing of ours is cut off sideways at %s', async (_, viewport) => {
      await page.setViewport(viewport);
      // The report in the sample is an ordinary web page, with tables as wide as they are.
      const wide = await cutOff(page);
      const inReport = await page.evaluate(() => document.querySelector('#about') !== null);
      if (!inReport) return expect(wide).toEqual([]);
      const ours = await page.$$eval('#about, #about *', (all) =>
        all.filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5).map(({ localName }) => localName),
      );
      expect(ours).toEqual([]);
    });
  });
});
