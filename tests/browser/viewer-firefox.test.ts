import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testBuild } from './support/build';
import { answerQuestion, clickToolbarButton } from './support/firefox-window';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import { report } from './support/pdf/pdf-files';
import { type PdfServer, startPdfServer } from './support/pdf/pdf-server';
import { failureText, openViewer, waitForText, wordsOf } from './support/pdf/viewer-page';

/** The toolbar button on a PDF in Firefox, and Firefox's own question whether the extension may read the site. */

describe('the toolbar button in firefox', () => {
  let server: PdfServer;
  let extension: ExtensionBrowser;
  let page: Page;

  beforeAll(async () => {
    server = await startPdfServer();
    server.serve('/report.pdf', { bytes: report() });
    server.serve('/page', { bytes: Buffer.from('<!doctype html><title>Sida</title><p>Text</p>'), type: 'text/html' });
    extension = await launchWithExtension('firefox', testBuild('firefox'));
  });
  afterAll(async () => {
    await extension?.close();
    await server?.close();
  });
  afterEach(() => page?.close().catch(() => undefined));

  /** Opens an address in a tab of its own and clicks the button there. */
  const clickAt = async (address: string) => {
    page = await extension.browser.newPage();
    await page.goto(address);
    await page.bringToFront();
    await clickToolbarButton(extension);
  };
  const isInViewer = (address: string) =>
    page.waitForFunction(
      (wanted) => location.href.startsWith(wanted),
      { timeout: 15_000, polling: 200 },
      extension.extensionUrl(`viewer.html?file=${encodeURIComponent(address)}`),
    );

  it('opens the PDF of the tab on a site that is allowed', async () => {
    await clickAt(server.url('/report.pdf'));
    await isInViewer(server.url('/report.pdf'));
    await waitForText(page, 'Sida 1:');
  });

  it('leaves a web page where it is', async () => {
    await clickAt(server.url('/page'));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(page.url()).toBe(server.url('/page'));
  });

  it('asks for a site that is not allowed: refused, it says so; allowed, the document opens and stays allowed', async () => {
    const address = server.strangeUrl('/report.pdf');
    await clickAt(address);
    await isInViewer(address);
    const said = await failureText(page);
    const words = await wordsOf(page);
    expect(said).toBe(words.failure['not-permitted']);
    await page.click('.sheet .primary');
    expect(await answerQuestion(extension, 'deny')).toContain('localhost');
    expect(await failureText(page)).toBe(words.failure['not-permitted']);
    await page.click('.sheet .primary');
    await answerQuestion(extension, 'allow');
    await waitForText(page, 'Sida 1:');
    await page.close();
    page = await openViewer(extension, address);
    await waitForText(page, 'Sida 1:');
  });
});
