import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testBuild } from './support/build';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import { makePdf, type PagePlan } from './support/pdf/make-pdf';
import { type PdfServer, startPdfServer } from './support/pdf/pdf-server';
import { openCard, openPanelInTab, painted, saveInCard, waitForPainted } from './support/reader';

/** A long PDF is read in the background: what is seen comes first, the person can end the rest and take it up again. */

const PAGES = 1500;

const page = (number: number): PagePlan => ({
  lines: [
    `Avsnitt ${number} om renhållningen`,
    `Enligt ${(number % 20) + 1} kap. 1 § miljöbalken ska nämnden pröva ärende ${number}.`,
    ...Array.from({ length: 30 }, (_, row) => `Rad ${row} av ${number} handlar om avfall, hämtning och avtal.`),
  ],
});

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let server: PdfServer;
  let extension: ExtensionBrowser;
  let viewer: Page;
  let panel: Page;

  const open = async () => {
    viewer = await extension.openExtensionPage(`viewer.html?file=${encodeURIComponent(server.url('/lang.pdf'))}`);
    await waitForPainted(viewer, 'citation');
  };
  const cancel = async () => {
    await viewer.waitForSelector('.reading-strip progress', { timeout: 20_000 });
    await viewer.$eval('.reading-strip button', (button) => (button as HTMLElement).click());
    await viewer.waitForFunction(() => !document.querySelector('.reading-strip progress'), { timeout: 10_000 });
  };
  // Thousands are parted.
  const strip = () =>
    viewer.$eval('.reading-strip', (each) => (each.textContent ?? '').replace(/(\d)[\s,](?=\d{3})/g, '$1'));

  beforeAll(async () => {
    server = await startPdfServer();
    server.serve('/lang.pdf', {
      bytes: makePdf({ title: 'Lång handling', pages: Array.from({ length: PAGES }, (_, index) => page(index + 1)) }),
    });
    extension = await launchWithExtension(name, testBuild(name));
    await open();
  });
  afterAll(async () => {
    await extension?.close();
    await server?.close();
  });

  it('shows the passages of the first page while the others are read', async () => {
    expect((await painted(viewer, 'citation'))[0]).toBe('2 kap. 1 § miljöbalken');
    await viewer.waitForSelector('.reading-strip progress', { timeout: 5000 });
  });

  it('ends the reading when asked to, and says what that means', async () => {
    await cancel();
    const said = await strip();
    const [, read] = /(\d+) (?:av|of) 1500/.exec(said) ?? [];
    expect(Number(read)).toBeGreaterThan(0);
    expect(Number(read)).toBeLessThan(PAGES);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await strip()).toBe(said);
    panel = await openPanelInTab(extension, viewer);
    await panel.waitForFunction(
      // The panel parts thousands.
      (count) =>
        [...document.querySelectorAll('.hint')].some((hint) =>
          hint.textContent?.replace(/(\d)[\s,](?=\d{3})/g, '$1').includes(`${count} `),
        ),
      { timeout: 10_000 },
      read as string,
    );
    await viewer.bringToFront();
  });

  it('reads what the person turns to, and keeps what is saved there', async () => {
    await viewer.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('.toolbar input');
      if (!field) throw new Error('There is no field for the page');
      field.focus();
      field.select();
    });
    await viewer.keyboard.type(String(PAGES));
    await viewer.keyboard.press('Enter');
    await viewer.waitForSelector(`.page[data-page-number="${PAGES}"] .textLayer .endOfContent`, { timeout: 20_000 });
    await viewer.$eval('.reading-strip button', (button) => (button as HTMLElement).click());
    await viewer.waitForFunction(
      (last) =>
        [...(CSS.highlights.get('revisionspennan-citation') ?? [])].some((range) =>
          range.startContainer.parentElement?.closest(`.page[data-page-number="${last}"]`),
        ),
      { timeout: 15_000, polling: 50 },
      String(PAGES),
    );
    const index = await viewer.evaluate(
      (last) =>
        [...(CSS.highlights.get('revisionspennan-citation') ?? [])].findIndex((range) =>
          range.startContainer.parentElement?.closest(`.page[data-page-number="${last}"]`),
        ),
      String(PAGES),
    );
    await openCard(viewer, 'citation', index);
    await saveInCard(viewer, { comment: 'Sparad under läsningen' });
    await viewer.keyboard.press('Escape');
    await waitForPainted(viewer, 'saved');
    // The rest comes of itself, and what was saved stays where it was.
    await viewer.waitForFunction(() => !document.querySelector('.reading-strip'), { timeout: 90_000, polling: 200 });
    expect(await painted(viewer, 'saved')).toEqual(['1 kap. 1 § miljöbalken']);
    expect(await pageOfSaved(viewer)).toBe(String(PAGES));
  });

  it('does not call an annotation lost whose page is not read', async () => {
    await viewer.close();
    await open();
    await cancel();
    panel = await openPanelInTab(extension, viewer);
    await panel.waitForFunction(() => document.querySelector('.entry.kept, .entry .verdict'), { timeout: 10_000 });
    const said = await panel.$$eval('.entry .verdict', (all) => all.map((each) => each.textContent ?? ''));
    expect(said).toEqual([expect.stringMatching(/^(Söks ännu|Still being looked for)$/)]);
    // The panel can have the rest read as well.
    const readOn = await panel.waitForSelector(`::-p-xpath(//button[.='Läs vidare' or .='Read on'])`);
    await readOn?.click();
    await viewer.bringToFront();
    await viewer.waitForFunction(() => !document.querySelector('.reading-strip'), { timeout: 90_000, polling: 200 });
    await panel.waitForFunction(
      () => document.querySelector('.entry.kept') && !document.querySelector('.entry .verdict-pending'),
      // A hidden tab has no animation frames.
      { timeout: 15_000, polling: 200 },
    );
    expect(await panel.$$eval('.entry.kept .page', (all) => all.map((each) => each.textContent))).toEqual([
      expect.stringMatching(/ 1500$/),
    ]);
  });
});

/** Number of the page that the first saved text stands on. */
function pageOfSaved(viewer: Page): Promise<string | undefined> {
  return viewer.evaluate(() => {
    const [range] = CSS.highlights.get('revisionspennan-saved') ?? [];
    return range?.startContainer.parentElement?.closest<HTMLElement>('.page')?.dataset.pageNumber;
  });
}
