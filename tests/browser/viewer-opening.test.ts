import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testBuild } from './support/build';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import { report, scripted } from './support/pdf/pdf-files';
import { type PdfServer, startPdfServer } from './support/pdf/pdf-server';
import { control, dropFile, failureText, openViewer, waitForText, wordsOf } from './support/pdf/viewer-page';

let server: PdfServer;
let extension: ExtensionBrowser;
let page: Page;
const downloads = mkdtempSync(join(tmpdir(), 'revisionspennan-downloads-'));

async function start(name: 'chromium' | 'firefox'): Promise<void> {
  server = await startPdfServer();
  server.serve('/report.pdf', { bytes: report() });
  server.serve('/file/18.4711', { bytes: report() });
  server.serve('/page', { bytes: Buffer.from('<!doctype html><title>Sida</title><p>Text</p>'), type: 'text/html' });
  server.serve('/named', {
    bytes: report(),
    headers: { 'content-disposition': `inline; filename="x.pdf"; filename*=UTF-8''Granskning%20%C3%A5r.pdf` },
  });
  extension = await launchWithExtension(name, testBuild(name), { downloadDir: downloads });
}

async function stop(): Promise<void> {
  await extension?.close();
  await server?.close();
}

const isViewer = (shown: Page) => shown.url().startsWith(extension.extensionUrl('viewer.html'));

/**
 * Waits until a tab shows the viewer with the document, and shows the same in a tab of its own: the driver now and then
 * loses a tab that leaves the browser's PDF viewer, though it knows its address.
 */
async function viewerOf(address: string): Promise<Page> {
  const wanted = extension.extensionUrl(`viewer.html?file=${encodeURIComponent(address)}`);
  await extension.browser.waitForTarget((target) => target.url().startsWith(wanted), { timeout: 10_000 });
  return openViewer(extension, address);
}

describe.each(['chromium', 'firefox'] as const)('opening a PDF in %s', (name) => {
  beforeAll(() => start(name));
  afterAll(stop);
  afterEach(() => page?.close().catch(() => undefined));

  it('drops a file of the machine, and asks for it again when its address is opened anew', async () => {
    page = await openViewer(extension);
    await dropFile(page, 'rapport åäö.pdf', report());
    await waitForText(page, 'Sida 1:');
    const address = page.url();
    expect(address).toMatch(/\?local=[0-9a-f]{32}&name=rapport/);
    await page.close();
    page = await extension.openExtensionPage(address.slice(extension.extensionUrl('').length));
    await page.waitForSelector('.sheet');
    expect(await page.$eval('.sheet', (sheet) => sheet.textContent)).toContain('rapport åäö.pdf');
    await dropFile(page, 'en annan.pdf', scripted());
    await page.waitForSelector('.trouble');
    const words = await wordsOf(page);
    expect(await page.$eval('.trouble', (bar) => bar.textContent)).toContain(words.trouble['other-file']);
  });

  it('says of an address on the machine, and of one that is none, what can be done', async () => {
    page = await extension.openExtensionPage(
      `viewer.html?file=${encodeURIComponent('file:///home/eva/Granskning.pdf')}`,
    );
    await page.waitForSelector('.sheet .failure');
    const { start } = await wordsOf(page);
    const said = () => page.$eval('.sheet .failure', (each) => each.textContent);
    expect(await said()).toBe(start.refusedFile('Granskning.pdf'));
    await dropFile(page, 'Granskning.pdf', report());
    await waitForText(page, 'Sida 1:');
    await page.close();
    page = await extension.openExtensionPage('viewer.html?file=ftp://x.se/a.pdf');
    await page.waitForSelector('.sheet .failure');
    expect(await said()).toBe(start.refusedAddress);
  });

  it('refuses a dropped file of another kind', async () => {
    page = await openViewer(extension);
    await dropFile(page, 'bild.png', Buffer.from('x'), 'image/png');
    await page.waitForFunction(() => document.querySelector('.refused')?.textContent);
    expect(await page.$('.sheet')).not.toBeNull();
  });

  it('a dropped file takes the place of the document that is open', async () => {
    page = await openViewer(extension, server.url('/report.pdf'));
    await waitForText(page, 'Sida 1:');
    await dropFile(page, 'blankett.pdf', scripted());
    await waitForText(page, 'Blanketten');
    expect(await page.$eval('.of-pages', (each) => each.textContent)).toContain('1');
  });

  it('saves the file as the server has it, under the name that the server gives', async () => {
    page = await openViewer(extension, server.url('/named'));
    await waitForText(page, 'Sida 1:');
    await control(page, 's');
    const saved = async (): Promise<string> => {
      for (let waited = 0; waited < 10_000; waited += 100) {
        const found = readdirSync(downloads).find((file) => file === 'Granskning år.pdf');
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`Only ${readdirSync(downloads)} came down.`);
    };
    expect(readFileSync(join(downloads, await saved())).equals(report())).toBe(true);
  });

  it('goes to the browser’s own viewer', async () => {
    page = await openViewer(extension, server.url('/report.pdf'));
    await waitForText(page, 'Sida 1:');
    const before = server.requests.length;
    await page.click('[popovertarget]');
    const words = await wordsOf(page);
    const [button] = await page.$$(
      `::-p-xpath(//section[@id='more-menu']//button[text()='${words.menu.openInBrowser}'])`,
    );
    await button?.click();
    await page.waitForFunction((address) => location.href === address, { timeout: 10_000 }, server.url('/report.pdf'));
    expect(server.requests.length).toBeGreaterThan(before);
  });
});

describe('the toolbar button and redirects in chromium', () => {
  beforeAll(() => start('chromium'));
  afterAll(stop);
  afterEach(() => page?.close().catch(() => undefined));

  const clickButton = async () => {
    await page.bringToFront();
    // A click before the background listens is lost on the driver's way; a person's is not.
    await extension.browser.waitForTarget((target) => target.type() === 'service_worker');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const [installed] = (await extension.browser.extensions()).values();
    await installed?.triggerAction(page);
  };
  const go = async (address: string) => {
    page = await extension.browser.newPage();
    await page.goto(address);
  };
  const choose = async (wanted: boolean) => {
    const viewer = await openViewer(extension, server.url('/report.pdf'));
    await waitForText(viewer, 'Sida 1:');
    await viewer.click('[popovertarget]');
    const box = await viewer.waitForSelector('#more-menu .choice:last-child input');
    if ((await box?.evaluate((each) => (each as HTMLInputElement).checked)) !== wanted) await box?.click();
    const rules = () =>
      viewer.evaluate(() =>
        (
          globalThis as unknown as {
            chrome: { declarativeNetRequest: { getDynamicRules(): Promise<unknown[]> } };
          }
        ).chrome.declarativeNetRequest.getDynamicRules(),
      );
    for (let waited = 0; (await rules()).length !== Number(wanted) && waited < 5000; waited += 100)
      await new Promise((resolve) => setTimeout(resolve, 100));
    await viewer.close();
  };

  it('opens the PDF of the tab, on a site that is not allowed, without asking for it', async () => {
    await go(server.strangeUrl('/file/18.4711'));
    await clickButton();
    // The bytes came along: the viewer itself may not fetch from here.
    const viewer = await viewerOf(server.strangeUrl('/file/18.4711'));
    await waitForText(viewer, 'Sida 1:');
    await viewer.close();
    const refused = await openViewer(extension, server.strangeUrl('/report.pdf'));
    expect(await failureText(refused)).toBe((await wordsOf(refused)).failure['not-permitted']);
    await refused.close();
  });

  it('an address that leads to a site that is not allowed: opened in the browser, its file comes along', async () => {
    server.serve('/leads-on', { bytes: report(), leadsTo: server.strangeUrl('/file/18.4711') });
    page = await openViewer(extension, server.url('/leads-on'));
    const words = await wordsOf(page);
    expect(await failureText(page)).toBe(words.failure.elsewhere);
    await page.click('.sheet .primary');
    await page.waitForFunction((address) => location.href === address, {}, server.strangeUrl('/file/18.4711'));
    await clickButton();
    const viewer = await viewerOf(server.strangeUrl('/file/18.4711'));
    await waitForText(viewer, 'Sida 1:');
    await viewer.close();
  });

  it('opens the PDF of the tab on an allowed site, and leaves web pages as they are', async () => {
    await go(server.url('/report.pdf'));
    await clickButton();
    const viewer = await viewerOf(server.url('/report.pdf'));
    await waitForText(viewer, 'Sida 1:');
    await viewer.close();
    await page.close();
    await go(server.url('/page'));
    await clickButton();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(page.url()).toBe(server.url('/page'));
  });

  it('if asked, PDF files of allowed sites open here by themselves; the browser’s own viewer can still be had', async () => {
    await choose(true);
    await go('about:blank');
    await page.goto(`${server.url('/file/18.4711')}?a=1&b=%20x#page=3`).catch(() => undefined);
    await waitForText(page, 'Sida 3:');
    expect(new URL(page.url()).searchParams.get('file')).toBe(`${server.url('/file/18.4711')}?a=1&b=%20x`);

    await page.click('[popovertarget]');
    const words = await wordsOf(page);
    const [button] = await page.$$(
      `::-p-xpath(//section[@id='more-menu']//button[text()='${words.menu.openInBrowser}'])`,
    );
    await button?.click();
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(isViewer(page)).toBe(false);

    // Web pages, downloads and sites that are not allowed are left alone.
    await page.goto(server.url('/page'));
    expect(isViewer(page)).toBe(false);
    await page.goto(server.strangeUrl('/report.pdf'));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(isViewer(page)).toBe(false);

    await choose(false);
    await page.close();
    await go(server.url('/report.pdf'));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(isViewer(page)).toBe(false);
  });
});
