import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MUNICIPAL_PATTERNS } from '../../data/municipal-sites';
import { testBuild } from './support/build';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import { cutOff, problems } from './support/looks';
import { painted, waitForPainted } from './support/reader';
import { servePages } from './support/screens';
import { type FixtureServer, startFixtureServer } from './support/server';

interface ExtensionApi {
  permissions: {
    getAll(): Promise<{ origins: string[] }>;
    remove(asked: { origins: string[] }): Promise<boolean>;
    request(asked: { origins: string[] }): Promise<boolean>;
  };
  scripting: { getRegisteredContentScripts(): Promise<{ matches: string[] }[]> };
  declarativeNetRequest: { getDynamicRules(): Promise<unknown[]> };
}

let server: FixtureServer;
let extension: ExtensionBrowser;
let options: Page;

/** The extension's interfaces as its own page has them. */
const inExtension = <Result>(page: Page, script: string): Promise<Result> =>
  page.evaluate(`(async (api) => (${script}))(globalThis.browser ?? globalThis.chrome)`) as Promise<Result>;

const granted = async (): Promise<string[]> => {
  const { origins } = await inExtension<Awaited<ReturnType<ExtensionApi['permissions']['getAll']>>>(
    options,
    'await api.permissions.getAll()',
  );
  return origins.filter((origin) => !origin.includes('127.0.0.1')).sort();
};

const registered = async (): Promise<string[]> => {
  const scripts = await inExtension<{ matches: string[] }[]>(
    options,
    'await api.scripting.getRegisteredContentScripts()',
  );
  return scripts
    .flatMap(({ matches }) => matches)
    .filter((match) => !match.includes('127.0.0.1'))
    .sort();
};

/** Waits until what a function tells is so; it asks the browser, whose answers come when they come. */
async function becomes<Value>(ask: () => Promise<Value>, wanted: Value): Promise<void> {
  await expect.poll(ask, { timeout: 10_000 }).toEqual(wanted);
}

const textOf = (selector: string) => options.$eval(selector, (element) => element.textContent ?? '');
const hasFocus = () => options.evaluate(() => document.activeElement !== document.body);

async function press(selector: string): Promise<void> {
  await options.waitForSelector(selector);
  await options.focus(selector);
  await options.keyboard.press('Enter');
}

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  beforeAll(async () => {
    server = await startFixtureServer();
    servePages(server);
    extension = await launchWithExtension(name, testBuild(name), { grantsUnasked: true });
  });
  afterAll(async () => {
    await extension?.close();
    await server?.close();
  });
  beforeEach(async () => {
    options = await extension.openExtensionPage('options.html');
    await options.bringToFront();
    await options.waitForSelector('#language');
  });
  afterEach(async () => {
    const all = JSON.stringify(await granted());
    await inExtension(options, `await api.permissions.remove({ origins: ${all} })`);
    await options.select('#language', 'auto');
    await options.close();
  });

  it('at first nothing is granted, and the page says so', async () => {
    expect(await granted()).toEqual([]);
    expect(await textOf('.now')).toMatch(/bara när du klickar|only when you click/);
    expect(await options.$('.take')).toBeNull();
  });

  it('grants all municipal sites at once, reads there by itself, and takes all of it back', async () => {
    await press('[data-choice="municipal"] .allow');
    await becomes(granted, [...MUNICIPAL_PATTERNS].sort());
    await becomes(registered, [...MUNICIPAL_PATTERNS].sort());
    await options.waitForSelector('[data-choice="municipal"] .take');
    expect(await textOf('.now')).toContain('315');
    expect(await textOf('[role="status"]')).toMatch(/Tillåtet|Allowed/);
    expect(await options.$('[data-choice="municipal"] .allow')).toBeNull();
    await becomes(hasFocus, true);

    await press('[data-choice="municipal"] .take');
    await becomes(granted, []);
    await becomes(registered, []);
    await options.waitForSelector('[data-choice="municipal"] .allow');
    await becomes(hasFocus, true);
  });

  it('notices a permission that is taken away elsewhere, and offers the rest again', async () => {
    await press('[data-choice="municipal"] .allow');
    await options.waitForSelector('[data-choice="municipal"] .take');
    const elsewhere = await extension.openExtensionPage('library.html');
    await inExtension(elsewhere, "await api.permissions.remove({ origins: ['*://*.ystad.se/*'] })");
    await elsewhere.close();
    await becomes(() => textOf('[data-choice="municipal"] .state').then((text) => /314.*315/.test(text)), true);
    await becomes(registered, MUNICIPAL_PATTERNS.filter((pattern) => !pattern.includes('ystad')).sort());
    await press('[data-choice="municipal"] .allow');
    await becomes(granted, [...MUNICIPAL_PATTERNS].sort());
  });

  it('reads a site that is added by hand, in its open page too, until it is removed', async () => {
    const address = server.url('/small').replace('127.0.0.1', 'localhost');
    const page = await extension.browser.newPage();
    await page.goto(address);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await painted(page, 'citation')).toEqual([]);

    await options.bringToFront();
    await options.type('#site', address);
    await options.keyboard.press('Enter');
    await options.waitForSelector('.own-sites button');
    expect(await granted()).toEqual(['*://localhost/*']);
    expect(await textOf('.own-sites span')).toBe('localhost');
    expect(await options.$eval('#site', (field) => (field as HTMLInputElement).value)).toBe('');
    await waitForPainted(page, 'citation');

    await press('.own-sites button');
    await becomes(granted, []);
    await becomes(hasFocus, true);
    await page.goto(address);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await painted(page, 'citation')).toEqual([]);
    await page.close();
  });

  it('says when what was typed is no address, and asks for nothing', async () => {
    await options.type('#site', 'två ord');
    await options.keyboard.press('Enter');
    await options.waitForSelector('#site-wrong');
    expect(await options.$eval('#site', (field) => field.getAttribute('aria-describedby'))).toBe('site-wrong');
    expect(await granted()).toEqual([]);
  });

  it('says when the person or the browser refuses', async () => {
    await options.evaluate(() => {
      const api = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
      (api.browser ?? api.chrome).permissions.request = async () => false;
    });
    await options.click('[data-choice="everywhere"] .allow');
    await becomes(
      () => textOf('[role="status"]').then((text) => /Inget ändrades|Nothing was changed/.test(text)),
      true,
    );
    expect(await granted()).toEqual([]);
  });

  it('says in sight what came of a wish, however low the window is, and no more of it when the next is asked', async () => {
    await options.setViewport({ width: 900, height: 420 });
    await press('[data-choice="municipal"] .allow');
    await options.waitForSelector('[data-choice="municipal"] .take');
    await press('[data-choice="municipal"] .take');
    const isInSight = () =>
      options.$eval('[role="status"]', (said) => {
        const { top, bottom, height } = said.getBoundingClientRect();
        return height > 0 && top >= 0 && bottom <= innerHeight;
      });
    await becomes(() => textOf('[role="status"]').then((text) => /borttaget|removed/.test(text)), true);
    await options.evaluate(() => document.querySelector('[data-choice="municipal"]')?.scrollIntoView());
    await becomes(isInSight, true);
    await options.type('#site', 'två ord');
    await options.keyboard.press('Enter');
    await options.waitForSelector('#site-wrong');
    await becomes(() => textOf('[role="status"]'), '');
  });

  it.skipIf(name === 'firefox')(
    'every page says its language before its document is complete, which is when Chrome looks for one to translate',
    async () => {
      for (const path of ['welcome', 'options', 'library', 'sidepanel', 'guide', 'privacy', 'viewer']) {
        const page = await extension.browser.newPage();
        await page.evaluateOnNewDocument(() => {
          addEventListener('load', () => {
            (globalThis as { languageAtLoad?: string }).languageAtLoad = document.documentElement.lang;
          });
        });
        await page.goto(extension.extensionUrl(`${path}.html`));
        await page.waitForFunction(() => 'languageAtLoad' in globalThis);
        const said = await page.evaluate(() => (globalThis as { languageAtLoad?: string }).languageAtLoad);
        expect(`${path} ${said?.slice(0, 2)}`).toBe(`${path} en`);
        await page.close();
      }
    },
  );

  it('changes its language at once, and keeps it', async () => {
    await options.select('#language', 'sv');
    await options.waitForFunction(() => document.documentElement.lang === 'sv');
    expect(await textOf('h1')).toBe('Inställningar för Revisionspennan');
    await options.select('#language', 'en');
    await options.waitForFunction(() => document.documentElement.lang === 'en');
    expect(await textOf('h1')).toBe('Settings of Revisionspennan');
    await options.close();
    options = await extension.openExtensionPage('options.html');
    await options.waitForSelector('#language');
    expect(await options.$eval('#language', (field) => (field as HTMLSelectElement).value)).toBe('en');
  });

  it('the first page offers the same choice of language, by keyboard too', async () => {
    const first = await extension.openExtensionPage('welcome.html');
    await first.waitForSelector('#language');
    const shown = () =>
      first.evaluate(() => {
        const { activeElement, documentElement } = document;
        return `${documentElement.lang}, ${document.querySelector('h1')?.textContent}, ${activeElement?.id}`;
      });
    await first.bringToFront();
    await first.select('#language', 'en');
    await expect.poll(shown, { timeout: 10_000 }).toMatch(/^en, /);
    await first.focus('#language');
    await first.waitForFunction(() => document.hasFocus() && document.activeElement?.id === 'language');
    await first.keyboard.press('ArrowUp');
    await expect.poll(shown, { timeout: 10_000 }).toBe('sv, Revisionspennan är klar att använda, language');
    const followed = () => options.evaluate(() => document.documentElement.lang);
    await expect.poll(followed, { timeout: 10_000 }).toBe('sv');
    await first.keyboard.press('ArrowDown');
    await expect.poll(shown, { timeout: 10_000 }).toMatch(/^en, .*ready.*, language$/);
    await expect.poll(followed, { timeout: 10_000 }).toBe('en');
    await first.close();
  });

  it.each([
    ['sidepanel.html', /Exportera|Öppna en/, /Export|Open a/],
    ['library.html', /Samlingar/, /Sets/],
    ['viewer.html', /Läs PDF-filer/, /Read PDF files/],
    ['welcome.html', /Läs handboken/, /Read the guide/],
  ])('%s changes its language while it is open', async (path, swedish, english) => {
    await options.select('#language', 'sv');
    const open = await extension.openExtensionPage(path);
    const says = () => open.evaluate(() => `${document.documentElement.lang}: ${document.body.textContent}`);
    await expect.poll(says, { timeout: 10_000 }).toMatch(new RegExp(`^sv: [^]*(${swedish.source})`));
    await options.select('#language', 'en');
    await expect.poll(says, { timeout: 10_000 }).toMatch(new RegExp(`^en: [^]*(${english.source})`));
    expect(await says()).not.toMatch(swedish);
    await open.close();
  });

  // No driver can make Firefox dark.
  it.runIf(name === 'chromium')('scrollbars are drawn in the colours of the theme where it is dark', async () => {
    const colour = () => options.evaluate(() => getComputedStyle(document.documentElement).scrollbarColor);
    await options.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    expect(await colour()).toMatch(/^rgb\(\d+, \d+, \d+\) rgb\(31, 34, 39\)$/);
    await options.emulateMediaFeatures([]);
  });

  it('hides a kind in the pages that are open, and shows it again', async () => {
    const page = await extension.browser.newPage();
    await page.goto(server.url('/small'));
    await waitForPainted(page, 'citation');
    await options.bringToFront();
    await options.click('input[name="citation"]');
    await page.bringToFront();
    await becomes(() => painted(page, 'citation'), []);
    expect(await painted(page, 'recommendation')).not.toEqual([]);
    await options.bringToFront();
    await options.click('input[name="citation"]');
    await page.bringToFront();
    await waitForPainted(page, 'citation');
    await page.close();
  });

  it('keeps the choices about PDF files, and offers only what the browser can do', async () => {
    await options.click('input[name="dark-pages"]');
    if (name === 'chromium') {
      await (await options.waitForSelector('input[name="open-pdfs-here"]'))?.click();
      await becomes(
        () =>
          inExtension<unknown[]>(options, 'await api.declarativeNetRequest.getDynamicRules()').then(
            (rules) => rules.length,
          ),
        1,
      );
      await options.click('input[name="open-pdfs-here"]');
      await becomes(
        () =>
          inExtension<unknown[]>(options, 'await api.declarativeNetRequest.getDynamicRules()').then(
            (rules) => rules.length,
          ),
        0,
      );
    } else expect(await options.$('input[name="open-pdfs-here"]')).toBeNull();
    const isDark = async () => {
      const viewer = await extension.openExtensionPage('options.html');
      const checked = await (await viewer.waitForSelector('input[name="dark-pages"]'))?.evaluate(
        (box) => (box as HTMLInputElement).checked,
      );
      await viewer.close();
      return checked;
    };
    expect(await isDark()).toBe(true);
    await options.bringToFront();
    await options.click('input[name="dark-pages"]');
    await becomes(isDark, false);
  });

  // Last: with the right to all sites Chromium takes back what the test build itself holds, too.
  it('grants all sites, says that the others are among them, and removes everything at once', async () => {
    await options.type('#site', 'exempel.se');
    await options.keyboard.press('Enter');
    await options.waitForSelector('.own-sites button');
    await press('[data-choice="everywhere"] .allow');
    await becomes(granted, ['*://*.exempel.se/*', '*://*/*']);
    await options.waitForSelector('[data-choice="municipal"] .hint + .actions .hint');
    expect(await options.$('[data-choice="municipal"] button')).toBeNull();
    await press('[data-choice="click"] .take');
    await becomes(granted, []);
  });
});

describe('looks', () => {
  beforeAll(async () => {
    extension = await launchWithExtension('chromium', testBuild('chromium'), { grantsUnasked: true });
  });
  afterAll(() => extension?.close());

  describe.each(['options', 'welcome'])('of the page %s', (path) => {
    beforeAll(async () => {
      options = await extension.openExtensionPage(`${path}.html`);
      await options.bringToFront();
      await options.waitForSelector('.choices');
    });
    afterAll(() => options?.close());

    it.each(['light', 'dark'])('nothing that axe can find in %s, with sites granted or without', async (theme) => {
      await options.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      expect(await problems(options)).toEqual([]);
      await options.click('[data-choice="municipal"] .allow');
      await options.type('#site', 'två ord');
      await options.keyboard.press('Enter');
      await options.waitForSelector('#site-wrong');
      expect(await problems(options)).toEqual([]);
      await press('[data-choice="click"] .take');
      await options.waitForSelector('[data-choice="municipal"] .allow');
    });

    it.each([
      ['320 px', { width: 320, height: 700 }],
      ['200 % in 400 px', { width: 200, height: 400, deviceScaleFactor: 2 }],
    ])('nothing is cut off sideways at %s', async (_, viewport) => {
      await options.setViewport(viewport);
      expect(await cutOff(options)).toEqual([]);
    });
  });

  it('the first page does not open by itself in a test build', async () => {
    const addresses = (await extension.browser.pages()).map((page) => page.url());
    expect(addresses.filter((address) => address.includes('welcome'))).toEqual([]);
  });

  it('the first page leads to the sample, the guide, the settings and the viewer', async () => {
    const page = await extension.openExtensionPage('welcome.html');
    await page.waitForSelector('.links a');
    const links = await page.$$eval('main a', (all) => all.map((link) => (link as HTMLAnchorElement).pathname));
    expect(links.sort()).toEqual(['/guide.html', '/options.html', '/privacy.html', '/sample.html', '/viewer.html']);
    expect(await page.$$eval('.lead p', (all) => all.length)).toBe(3);
  });
});
