import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testBuild } from './support/build';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import { openDialog, press } from './support/library-page';
import { report } from './support/pdf/pdf-files';
import { type PdfServer, startPdfServer } from './support/pdf/pdf-server';
import { openViewer, waitForText } from './support/pdf/viewer-page';
import { openCard, saveInCard, waitForPainted } from './support/reader';
import { type FixtureServer, startFixtureServer } from './support/server';
import { type RecordingProxy, startRecordingProxy, type WatchedChromium, watchChromium } from './support/traffic';

/** Nothing of ours goes out on the network but for the document that a person opens: watched in a whole day's work. */

let pages: FixtureServer;
let pdfs: PdfServer;
let proxy: RecordingProxy;
let extension: ExtensionBrowser;
let folder: string;

/** What the browsers themselves ask for, whatever is installed in them: updates, lists of bad sites, whether there is a network. */
const BROWSERS_OWN =
  /^https?:\/\/([\w-]+\.)*(google\.com|googleapis\.com|gvt1\.com|gstatic\.com|mozilla\.(com|net|org)|firefox\.com|digicert\.com)(:\d+)?(\/|$)/;

const outside = () => proxy.asked.filter((address) => !BROWSERS_OWN.test(address) && !address.endsWith('/favicon.ico'));

async function fileEndingWith(ending: string): Promise<string> {
  const find = async () => (await readdir(folder)).find((name) => name.endsWith(ending));
  await expect
    .poll(async () => (await find()) ?? (await readdir(folder)), { timeout: 60_000 })
    .toEqual(expect.any(String));
  return join(folder, (await find()) ?? '');
}

/** A window that is still being filled moves its fields: a click waits until the field stands still, and counts when it shows. */
async function choose(page: Page, field: string): Promise<void> {
  await page.locator(field).click();
  await page.waitForSelector(`${field}:checked`);
}

async function readAndSave(): Promise<void> {
  const page = await extension.browser.newPage();
  await page.goto(pages.url('/sample'));
  await waitForPainted(page, 'recommendation');
  await openCard(page, 'citation', 0);
  await saveInCard(page, { tag: 'Prov', comment: 'Pröva' });
  await page.close();
}

async function readPdf(): Promise<void> {
  const viewer = await openViewer(extension, pdfs.url('/report.pdf'));
  await waitForText(viewer, 'Sida 1:');
  await viewer.waitForFunction(() => !document.querySelector('.reading-strip progress'));
  await viewer.close();
}

async function exportAndImport(): Promise<void> {
  const library = await extension.openExtensionPage('library.html');
  await library.waitForSelector('.annotation');
  await openDialog(library, 'export');
  await choose(library, 'dialog input[value=everything]');
  await choose(library, 'dialog input[value=jsonld]');
  await library.locator('dialog .apply[aria-disabled=false]').click();
  const path = await fileEndingWith('.jsonld');
  await library.keyboard.press('Escape');
  await openDialog(library, 'import');
  const input = (await library.waitForSelector('dialog input[type=file]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
  await library.waitForSelector('.plan');
  await press(library, 'dialog .apply');
  await library.close();
}

async function lookAround(): Promise<void> {
  for (const [path, there] of [
    ['welcome.html', '.choices'],
    ['options.html', '#language'],
    ['guide.html', 'main img'],
    ['privacy.html', 'main h1'],
    ['sidepanel.html', '.hint, .entry, button'],
  ] as const) {
    const page = await extension.openExtensionPage(path);
    await page.waitForSelector(there);
    await page.close();
  }
  const sample: Page = await extension.openExtensionPage('sample.html');
  await waitForPainted(sample, 'recommendation');
  await openCard(sample, 'citation', 0);
  await saveInCard(sample);
  await sample.close();
}

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let watched: WatchedChromium;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'revisionspennan-traffic-'));
    pages = await startFixtureServer();
    pdfs = await startPdfServer();
    pdfs.serve('/report.pdf', { bytes: report() });
    proxy = await startRecordingProxy();
    extension = await launchWithExtension(name, testBuild(name), { downloadDir: folder, proxyPort: proxy.port });
    if (name === 'chromium') watched = await watchChromium(extension.browser);
  });
  afterAll(async () => {
    await extension?.close();
    await proxy?.close();
    await pdfs?.close();
    await pages?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('asks for the documents that are opened in a day of work, and for nothing else', async () => {
    await readAndSave();
    await readPdf();
    await exportAndImport();
    await lookAround();
    expect([...new Set(outside())].sort()).toEqual([pages.url('/sample'), pdfs.url('/report.pdf')].sort());
  });

  if (name === 'chromium')
    describe('by the instruments of the browser', () => {
      const paths = (addresses: readonly string[]) => [
        ...new Set(addresses.map((address) => new URL(address).pathname)),
      ];

      it('no page or worker of the extension asks for more than its own files and the PDF file', () => {
        const ours = watched.requests.filter(({ from }) => from.startsWith('chrome-extension://'));
        const away = ours.filter(({ url }) => !/^(chrome-extension|blob|data):/.test(url));
        expect([...new Set(away.map(({ url }) => url))]).toEqual([pdfs.url('/report.pdf')]);
        expect(paths(away.map(({ from }) => from))).toEqual(['/viewer.html']);
      });

      it('all of them were watched', async () => {
        const seen = paths(watched.requests.map(({ from }) => from).filter((from) => URL.canParse(from)));
        for (const page of ['viewer', 'library', 'options', 'guide', 'privacy', 'sample', 'welcome', 'sidepanel'])
          expect(seen).toContain(`/${page}.html`);
        expect(paths(watched.workers)).toContain('/background.js');
        expect(paths(watched.workers).join()).toMatch(/library-worker.*pdf-worker|pdf-worker.*library-worker/);
      });

      it('a request of the background is seen', async () => {
        const target = await extension.browser.waitForTarget((each) => each.type() === 'service_worker');
        const background = await target.worker();
        await background?.evaluate(() => fetch('http://revisionspennan.invalid/background').catch(() => undefined));
        expect(outside()).toContain('http://revisionspennan.invalid/background');
        expect(watched.requests.map(({ url }) => url)).toContain('http://revisionspennan.invalid/background');
      });
    });

  it('a request that goes elsewhere is seen, or this test could not fail', async () => {
    const page = await extension.browser.newPage();
    await page.goto(pages.url('/sample'));
    await page.evaluate(() => fetch('http://revisionspennan.invalid/sent').catch(() => undefined));
    await page.close();
    expect(outside()).toContain('http://revisionspennan.invalid/sent');
  });
});
