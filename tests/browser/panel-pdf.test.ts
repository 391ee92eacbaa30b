import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testBuild } from './support/build';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import { countOf, openPanelBeside, panelWords, undoInPanel, waitForMessage } from './support/panel-pages';
import { makePdf } from './support/pdf/make-pdf';
import { type PdfServer, startPdfServer } from './support/pdf/pdf-server';
import { setLines } from './support/pdf/set-lines';
import { openViewer } from './support/pdf/viewer-page';
import { cardText, openCard, painted, panelEntries, waitForPainted } from './support/reader';

/** The side panel beside a PDF file: the same desk as beside a web page. */

const report = makePdf({
  title: 'Granskning av bistånd',
  pages: [
    {
      words: [
        ...setLines(['Granskning av bistånd i Perstorps kommun'], { top: 780, size: 18 }),
        ...setLines(['Datum 2023-02-14', 'KPMG'], { top: 750 }),
        ...setLines(['Nämnden ska följa 4 kap. 1 § SoL och 5 kap. 11 § SoL i allt arbete.'], { top: 700 }),
      ],
    },
    {
      words: [
        ...setLines(['Vi rekommenderar socialnämnden att avsluta utredningar i tid.'], { top: 780 }),
        ...setLines(['Uppföljningen görs enligt 6 kap. 6 § kommunallagen varje år.'], { top: 740 }),
      ],
    },
  ],
});

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let server: PdfServer;
  let extension: ExtensionBrowser;
  let page: Page;
  let panel: Page;

  beforeAll(async () => {
    server = await startPdfServer();
    server.serve('/rapport.pdf', { bytes: report });
    server.serve('/annan.pdf', { bytes: report });
    extension = await launchWithExtension(name, testBuild(name));
  });
  afterAll(async () => {
    await extension?.close();
    await server?.close();
  });
  afterEach(async () => {
    await panel?.close().catch(() => undefined);
    await page?.close().catch(() => undefined);
  });

  it('a corrected date means another law in the viewer, and all provisions are saved with their pages', async () => {
    [page, panel] = await openPanelBeside(extension, () => openViewer(extension, server.url('/rapport.pdf')));
    await countOf(panel, '.entry.kind-citation', 3);
    const words = await panelWords(panel);
    expect(await panel.$eval('.laws', (each) => each.textContent)).toMatch(/2023-02-14.*SoL.*2001:453/);

    await panel.click('.profile summary');
    await panel.click('.profile .correct');
    await panel.$eval('.profile-form input[type=date]', (input) => {
      (input as HTMLInputElement).value = '2025-10-01';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await panel.click('.profile-form button.primary');
    await waitForMessage(panel, words.profile.done);
    await panel.waitForFunction(() => document.querySelector('.laws')?.textContent?.includes('2025:400'), {
      polling: 50,
    });
    await page.bringToFront();
    await waitForPainted(page, 'citation', 2);
    await openCard(page, 'citation', 0);
    expect(await cardText(page)).toContain('2025:400');
    await page.keyboard.press('Escape');

    await panel.bringToFront();
    await panel.click('.save-all [data-kind=citation]');
    await waitForMessage(panel, words.saveAll.saved(3, ''));
    await countOf(panel, '.entry.kept', 3);
    expect(await panel.$$eval('.entry.kept .page', (all) => all.map((each) => each.textContent))).toEqual([
      expect.stringMatching(/1$/),
      expect.stringMatching(/1$/),
      expect.stringMatching(/2$/),
    ]);
    await page.bringToFront();
    await waitForPainted(page, 'saved', 2);
    expect((await painted(page, 'saved'))[0]).toContain('4 kap. 1 § SoL');

    await panel.bringToFront();
    await undoInPanel(panel);
    await countOf(panel, '.entry.kept', 0);
    expect((await panelEntries(panel)).every(({ isKept }) => !isKept)).toBe(true);
  });

  it("a PDF in the browser's own viewer is opened in ours by the panel's button", async () => {
    [page, panel] = await openPanelBeside(extension, async () => {
      const tab = await extension.browser.newPage();
      // The driver waits in vain for the browser's viewer to have loaded.
      await tab.goto(server.url('/annan.pdf'), { waitUntil: [], timeout: 2000 }).catch(() => undefined);
      return tab;
    });
    await panel.waitForSelector('.open-pdf', { timeout: 20_000 });
    await panel.click('.open-pdf');
    await countOf(panel, '.entry.kind-citation', 3);
  });
});
