import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ElementHandle, Page, Viewport } from 'puppeteer-core';
import { viewerPath } from '../entrypoints/viewer/address';
import build, { testBuild } from '../tests/browser/support/build';
import { type ExtensionBrowser, launchWithExtension } from '../tests/browser/support/launch';
import { openDialog } from '../tests/browser/support/library-page';
import { startPdfServer } from '../tests/browser/support/pdf/pdf-server';
import { openCard, openPanelInTab, saveInCard, waitForPainted } from '../tests/browser/support/reader';
import { type FixtureServer, startFixtureServer } from '../tests/browser/support/server';
import { SECOND_REPORT } from './second-report';

/**
 * `npm run pictures`: the pictures of the guide (docs/guide/pictures), of the readme (docs/screenshot.png) and of the
 * stores (store/screenshots, 1280 × 800), in both languages, of the extension as it is. The reports in them are made up.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const LANGUAGES = ['sv', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

/** What the stores ask for, in CSS pixels and in pixels of the picture. */
const STORE = { width: 1280, height: 800 };
const PANEL_WIDTH = 400;
/** The guide's pictures: sharp on fine screens too, and still small files. */
const GUIDE_SCALE = 1.25;
const GUIDE_QUALITY = 66;

const COMMENTS: Record<Language, { first: string; tag: string }> = {
  sv: { first: 'Jämför med stickprovet i avsnitt 4.4.', tag: 'Följ upp' },
  en: { first: 'Compare with the sample in section 4.4.', tag: 'Follow up' },
};

/** Takes the pictures of one language. */
class Photographer {
  constructor(
    private readonly extension: ExtensionBrowser,
    private readonly server: FixtureServer,
    private readonly language: Language,
  ) {}

  async takeAll(): Promise<void> {
    await this.welcome();
    const page = await this.saved();
    await this.card(page);
    await this.pageAndPanel(page);
    await page.close();
    await this.viewer();
    await this.library();
  }

  private async welcome(): Promise<void> {
    const page = await this.extension.openExtensionPage('welcome.html');
    await page.waitForSelector('.choices');
    await this.forGuide(page, 'welcome', { width: 860, height: 640 });
    await this.forStore(page, '5-welcome');
    await page.close();
  }

  /** The sample, which comes with the extension, and a second report with some passages saved, so that there is something to see. */
  private async saved(): Promise<Page> {
    this.server.setPage('/report', SECOND_REPORT);
    const page = await this.extension.browser.newPage();
    await page.setViewport({ width: STORE.width - PANEL_WIDTH, height: STORE.height });
    const sample = this.extension.extensionUrl('sample.html');
    for (const [address, kinds] of [
      [this.server.url('/report'), ['citation', 'recommendation', 'recommendation']],
      [sample, ['citation', 'citation', 'recommendation', 'citation', 'recommendation', 'question']],
    ] as const) {
      await page.goto(address);
      await waitForPainted(page, 'recommendation');
      for (const [index, kind] of kinds.entries()) {
        await openCard(page, kind, index);
        const { first, tag } = COMMENTS[this.language];
        await saveInCard(page, index === 1 ? { tag, comment: first } : {});
        await page.keyboard.press('Escape');
      }
    }
    return page;
  }

  private async card(page: Page): Promise<void> {
    await this.forGuide(page, 'card', { width: 880, height: 720 }, () => openCardHigh(page, 2));
  }

  private async pageAndPanel(page: Page): Promise<void> {
    const panel = await openPanelInTab(this.extension, page);
    await panel.waitForSelector('.entry.kept');
    await this.forGuide(panel, 'panel', { width: 400, height: 720 });
    await panel.setViewport({ width: PANEL_WIDTH, height: STORE.height });
    const panelPicture = await panel.screenshot({ encoding: 'base64' });
    await page.bringToFront();
    await page.setViewport({ width: STORE.width - PANEL_WIDTH - 1, height: STORE.height });
    await openCardHigh(page, 2);
    const pagePicture = await page.screenshot({ encoding: 'base64' });
    await panel.close();
    await this.sideBySide([pagePicture, panelPicture], '1-page-and-panel');
  }

  /** Page and panel as they stand in a window, which no screenshot of a page shows. */
  private async sideBySide(pictures: readonly string[], name: string): Promise<void> {
    const page = await this.extension.browser.newPage();
    await page.setViewport(STORE);
    const images = pictures.map((data) => `<img style="display: block" src="data:image/png;base64,${data}">`);
    await page.setContent(
      `<body style="margin: 0; display: flex; align-items: start; gap: 1px; background: #999">${images.join('')}</body>`,
    );
    await page.screenshot({ path: await this.path('store/screenshots', `${name}.png`) });
    if (this.language === 'en') await page.screenshot({ path: join(root, 'docs/screenshot.png') });
    await page.close();
  }

  /** The sample as it comes out of a printer, in the viewer. */
  private async viewer(): Promise<void> {
    const pdfs = await startPdfServer();
    try {
      const printed = await this.extension.browser.newPage();
      await printed.goto(this.server.url('/sample'));
      const bytes = Buffer.from(await printed.pdf({ format: 'A4', pageRanges: '1-6' }));
      await printed.close();
      pdfs.serve('/granskning-av-skolfranvaro.pdf', { bytes });
      const address = this.extension.extensionUrl(viewerPath(pdfs.url('/granskning-av-skolfranvaro.pdf')));
      // Opened anew for each: pages are painted again in a window of another size, and their text with them.
      const inWindow = async (window: Viewport, take: (page: Page) => Promise<unknown>) => {
        const page = await this.extension.browser.newPage();
        await page.setViewport(window);
        await page.goto(address);
        await waitForPainted(page, 'recommendation');
        await openCard(page, 'citation', 4);
        await take(page);
        await page.close();
      };
      const size = { width: 960, height: 720 };
      await inWindow({ ...size, deviceScaleFactor: GUIDE_SCALE }, (page) => this.forGuide(page, 'viewer', size));
      await inWindow(STORE, (page) => this.forStore(page, '2-pdf'));
    } finally {
      await pdfs.close();
    }
  }

  private async library(): Promise<void> {
    const page = await this.extension.openExtensionPage('library.html');
    await page.setViewport(STORE);
    await page.waitForSelector('.annotation');
    await page.focus('[data-active]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.detail textarea');
    await this.forStore(page, '3-library');
    await this.forGuide(page, 'library', { width: 1280, height: 720 });
    await page.setViewport(STORE);
    await openDialog(page, 'export');
    await page.waitForSelector('.preview li');
    await this.forStore(page, '4-export');
    const dialog = await page.waitForSelector('dialog[open]');
    if (dialog) await this.forGuide(page, 'export', { width: 1100, height: 760 }, undefined, dialog);
    await page.close();
  }

  private async path(folder: string, name: string): Promise<string> {
    const path = join(root, folder, this.language);
    await mkdir(path, { recursive: true });
    return join(path, name);
  }

  /** @param prepare brings back what another window size has closed; @param part the only part that is shown */
  private async forGuide(
    page: Page,
    name: string,
    size: { width: number; height: number },
    prepare?: () => Promise<void>,
    part?: ElementHandle,
  ): Promise<void> {
    await page.bringToFront();
    await page.setViewport({ ...size, deviceScaleFactor: GUIDE_SCALE });
    await prepare?.();
    const path = (await this.path('docs/guide/pictures', `${name}.webp`)) as `${string}.webp`;
    await (part ?? page).screenshot({ path, type: 'webp', quality: GUIDE_QUALITY });
  }

  private async forStore(page: Page, name: string, prepare?: () => Promise<void>): Promise<void> {
    await page.bringToFront();
    await page.setViewport(STORE);
    await prepare?.();
    await page.screenshot({ path: await this.path('store/screenshots', `${name}.png`) });
  }
}

/** Opens the card of a citation that stands high in the window, so that there is room for all of it below. */
async function openCardHigh(page: Page, index: number): Promise<void> {
  await openCard(page, 'citation', index);
  await page.evaluate((at) => {
    const range = [...(CSS.highlights.get('revisionspennan-citation') ?? [])][at];
    const { top } = range?.startContainer.parentElement?.getBoundingClientRect() ?? { top: 0 };
    scrollBy({ top: top - 24, behavior: 'instant' });
  }, index);
  // It follows its text, and then stands below it.
  await page.waitForFunction(
    (at) => {
      const card = document.querySelector('revisionspennan-card')?.shadowRoot?.querySelector('.card');
      const range = [...(CSS.highlights.get('revisionspennan-citation') ?? [])][at];
      const text = range?.startContainer.parentElement;
      return card && text && card.getBoundingClientRect().top > text.getBoundingClientRect().top;
    },
    {},
    index,
  );
}

async function takeAll(): Promise<void> {
  await build();
  const server = await startFixtureServer();
  try {
    for (const language of LANGUAGES) {
      for (const folder of ['docs/guide/pictures', 'store/screenshots'])
        await rm(join(root, folder, language), { recursive: true, force: true });
      const extension = await launchWithExtension('chromium', testBuild('chromium'), { language });
      try {
        await new Photographer(extension, server, language).takeAll();
      } finally {
        await extension.close();
      }
    }
  } finally {
    await server.close();
  }
  console.log('The pictures are in docs/guide/pictures/, docs/screenshot.png and store/screenshots/.');
}

takeAll().catch((error: unknown) => {
  console.error(`No pictures: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
});
