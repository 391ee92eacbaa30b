import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import build, { testBuild } from '../tests/browser/support/build';
import { type ExtensionBrowser, launchWithExtension } from '../tests/browser/support/launch';
import { LIBRARY_STATE_NAMES, openLibraryState } from '../tests/browser/support/library-states';
import { startPdfServer } from '../tests/browser/support/pdf/pdf-server';
import { serveViewerFiles, VIEWER_STATES } from '../tests/browser/support/pdf/viewer-screens';
import { openCard, openPanelInTab, saveInCard, waitForPainted } from '../tests/browser/support/reader';
import { PAGE_STATES, PANEL_STATES, servePages } from '../tests/browser/support/screens';
import { type FixtureServer, startFixtureServer } from '../tests/browser/support/server';

/**
 * `npm run screenshots`: a picture of every state in which the extension is seen, in light and in dark, for
 * someone to look at. They are in tests/output/screenshots/, named `state-theme.png`.
 */

const output = fileURLToPath(new URL('../tests/output/screenshots/', import.meta.url));
const THEMES = ['light', 'dark'] as const;
const WINDOW = { width: 1000, height: 760 };
/** The narrowest side panel, and one of ordinary width at 200 %: half as many pixels, twice as large. */
const PANEL_SIZES = {
  '320px': { width: 320, height: 760 },
  '200percent': { width: 200, height: 380, deviceScaleFactor: 2 },
};

async function picture(shown: Page, name: string): Promise<void> {
  // A tab that is not in front is drawn late, or not at all.
  await shown.bringToFront();
  for (const theme of THEMES) {
    await shown.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    await shown.screenshot({ path: join(output, `${name}-${theme}.png`) });
  }
}

/** Closes what a state has opened: a help sheet gives way to its card, and that to the page. */
async function leave(page: Page): Promise<void> {
  for (let presses = 0; presses < 3 && (await page.$('revisionspennan-card')); presses++) {
    await page.keyboard.press('Escape');
  }
  await page.waitForFunction(() => document.querySelector('revisionspennan-card') === null, { timeout: 10_000 });
  await page.evaluate(() => getSelection()?.removeAllRanges());
}

async function pages(extension: ExtensionBrowser, server: FixtureServer): Promise<void> {
  const page = await extension.browser.newPage();
  await page.setViewport(WINDOW);
  for (const [where, path] of [
    ['sample', '/sample'],
    ['long-words', '/small'],
  ] as const) {
    await page.goto(server.url(path));
    // Citations are painted before the rest is found.
    await waitForPainted(page, 'recommendation');
    await picture(page, `${where}-page`);
    for (const [state, open] of Object.entries(PAGE_STATES)) {
      await open(page);
      await picture(page, `${where}-${state}`);
      await leave(page);
    }
  }
  await page.close();
}

async function panels(extension: ExtensionBrowser, server: FixtureServer): Promise<void> {
  const page = await extension.browser.newPage();
  for (const [state, open] of Object.entries(PANEL_STATES)) {
    const panel = await open(extension, page, server);
    await pictures(panel, state);
  }
  await page.goto(server.url('/sample'));
  // The states before left other tabs in front; behind them nothing is drawn, and what waits for that waits for ever.
  await page.bringToFront();
  await waitForPainted(page, 'recommendation');
  await openCard(page, 'recommendation');
  await saveInCard(page, { tag: 'Elevhälsa', comment: 'Fråga efter tidsgränsen vid nästa möte.' });
  await pictures(await openPanelInTab(extension, page), 'panel-sample');
}

/** The library in a wide window, at 320 px, and at 200 % of an ordinary window. */
const LIBRARY_SIZES = {
  wide: { width: 1400, height: 860 },
  '320px': { width: 320, height: 760 },
  '200percent': { width: 640, height: 430, deviceScaleFactor: 2 },
};

async function libraries(extension: ExtensionBrowser): Promise<void> {
  for (const state of LIBRARY_STATE_NAMES) {
    const page = await openLibraryState(extension, state);
    for (const [size, viewport] of Object.entries(LIBRARY_SIZES)) {
      await page.setViewport(viewport);
      await picture(page, `${state}-${size}`);
    }
    await page.close();
  }
}

/** Pages that stand by themselves, in an ordinary window, at 320 px, and at 200 %. */
const PAGE_SIZES = {
  wide: { width: 1000, height: 1000 },
  '320px': { width: 320, height: 760 },
  '200percent': { width: 500, height: 500, deviceScaleFactor: 2 },
};
const OWN_PAGES = {
  welcome: '.choices',
  options: '#language',
  guide: 'main img',
  privacy: 'main h1',
  sample: '#about button',
};

async function ownPages(extension: ExtensionBrowser): Promise<void> {
  for (const [name, there] of Object.entries(OWN_PAGES)) {
    const page = await extension.openExtensionPage(`${name}.html`);
    await page.waitForSelector(there);
    for (const [size, viewport] of Object.entries(PAGE_SIZES)) {
      await page.setViewport(viewport);
      await picture(page, `${name}-${size}`);
    }
    await page.close();
  }
}

async function viewers(extension: ExtensionBrowser): Promise<void> {
  const server = await startPdfServer();
  serveViewerFiles(server);
  try {
    for (const [state, open] of Object.entries(VIEWER_STATES)) {
      const page = await open(extension, server);
      await picture(page, `viewer-${state}-wide`);
      await page.setViewport({ width: 320, height: 760 });
      await picture(page, `viewer-${state}-320px`);
      await page.close();
    }
  } finally {
    await server.close();
  }
}

async function pictures(panel: Page, state: string): Promise<void> {
  await panel.waitForSelector('.entry, .hint');
  for (const [size, viewport] of Object.entries(PANEL_SIZES)) {
    await panel.setViewport(viewport);
    await picture(panel, `${state}-${size}`);
  }
  await panel.close();
}

/** What there is to see: `npm run screenshots -- panels viewers` takes these alone. */
const GROUPS: Record<string, (extension: ExtensionBrowser, server: FixtureServer) => Promise<void>> = {
  pages,
  panels,
  libraries,
  viewers,
  'own-pages': ownPages,
};

async function takeAll(): Promise<void> {
  const wanted = process.argv.slice(2).map((name) => {
    const group = GROUPS[name];
    if (!group) throw new Error(`There is no group ${name}, only ${Object.keys(GROUPS).join(', ')}.`);
    return group;
  });
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  await build();
  const server = await startFixtureServer();
  servePages(server);
  const extension = await launchWithExtension('chromium', testBuild('chromium'));
  try {
    for (const take of wanted.length > 0 ? wanted : Object.values(GROUPS)) await take(extension, server);
  } finally {
    await extension.close();
    await server.close();
  }
  console.log('The pictures are in tests/output/screenshots/.');
}

takeAll().catch((error: unknown) => {
  console.error(`No pictures: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
});
