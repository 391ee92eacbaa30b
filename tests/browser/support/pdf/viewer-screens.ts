import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../launch';
import { openCard, waitForPainted } from '../reader';
import { makePdf } from './make-pdf';
import { locked, long, report } from './pdf-files';
import type { PdfServer } from './pdf-server';
import { control, failureText, openViewer, waitForText, wordsOf } from './viewer-page';

/** Every state in which the viewer is seen, and how a person comes to it: for the tests of looks, and for pictures. */

/** Puts the files that these states show onto the server. */
export function serveViewerFiles(server: PdfServer): void {
  server.serve('/report.pdf', { bytes: report() });
  server.serve('/locked.pdf', { bytes: locked() });
  server.serve('/cited.pdf', {
    bytes: makePdf({ pages: [{ lines: ['Enligt 15 kap. 20 § miljöbalken ska avfallet hämtas.'] }] }),
  });
  server.serve('/attached.pdf', {
    bytes: makePdf({
      labels: [{ from: 1, style: 'r' }],
      attachments: [{ name: 'underlag.csv', description: 'Underlag till bilaga 1', content: 'år;antal\n' }],
      pages: [{ lines: ['Underlaget ligger bifogat.'] }],
    }),
  });
  server.serve('/scanned.pdf', { bytes: makePdf({ pages: [{}, {}] }) });
  server.serve('/long.pdf', { bytes: long(2000) });
  server.serve('/slow.pdf', { bytes: report(), ranges: false, stopsAfter: { bytes: 4000, closes: false } });
}

async function read(extension: ExtensionBrowser, server: PdfServer): Promise<Page> {
  const page = await openViewer(extension, server.url('/report.pdf'));
  await waitForText(page, 'Sida 1:');
  return page;
}

export const VIEWER_STATES: Record<string, (extension: ExtensionBrowser, server: PdfServer) => Promise<Page>> = {
  start: (extension) => openViewer(extension),
  reading: read,
  find: async (extension, server) => {
    const page = await read(extension, server);
    await control(page, 'f');
    await page.waitForFunction(() => document.activeElement?.id === 'find-query');
    await page.keyboard.type('myrstack');
    await page.waitForFunction(() => /\d/.test(document.querySelector('.find-outcome')?.textContent ?? ''));
    return page;
  },
  thumbnails: async (extension, server) => {
    const page = await read(extension, server);
    await page.keyboard.press('F4');
    await page.waitForSelector('.thumbnail canvas');
    return page;
  },
  outline: async (extension, server) => {
    const page = await read(extension, server);
    await page.keyboard.press('F4');
    await (await page.waitForSelector('.pane-head button:nth-child(2)'))?.click();
    await page.waitForSelector('.outline-title');
    return page;
  },
  menu: async (extension, server) => {
    const page = await read(extension, server);
    await page.click('[popovertarget]');
    return page;
  },
  properties: async (extension, server) => {
    const page = await read(extension, server);
    await page.click('[popovertarget]');
    const { menu } = await wordsOf(page);
    const [item] = await page.$$(`::-p-xpath(//section[@id='more-menu']//button[text()='${menu.properties}'])`);
    await item?.click();
    await page.waitForSelector('dialog.properties[open]');
    return page;
  },
  attachments: async (extension, server) => {
    const page = await openViewer(extension, server.url('/attached.pdf'));
    await waitForText(page, 'Underlaget ligger bifogat');
    await page.keyboard.press('F4');
    await (await page.waitForSelector('.pane-head button:nth-child(3):not(.icon-button)'))?.click();
    await page.waitForSelector('.outline-title');
    return page;
  },
  card: async (extension, server) => {
    const page = await openViewer(extension, server.url('/cited.pdf'));
    await waitForPainted(page, 'citation');
    await openCard(page, 'citation');
    return page;
  },
  scanned: async (extension, server) => {
    const page = await openViewer(extension, server.url('/scanned.pdf'));
    await page.waitForSelector('.reading-strip .hint');
    return page;
  },
  'reading-stopped': async (extension, server) => {
    const page = await openViewer(extension, server.url('/long.pdf'));
    // Looked for and clicked in one step: the strip is gone as soon as all pages are read.
    await page.waitForFunction(() => {
      const stop = document.querySelector<HTMLElement>('.reading-strip:has(progress) button');
      stop?.click();
      return stop !== null;
    });
    await page.waitForSelector('.reading-strip .hint');
    return page;
  },
  'dark-pages': async (extension, server) => {
    const page = await read(extension, server);
    await page.evaluate(() => document.querySelector('main')?.classList.add('dark-pages'));
    return page;
  },
  loading: async (extension, server) => {
    const page = await openViewer(extension, server.url('/slow.pdf'));
    await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) > 0);
    return page;
  },
  password: async (extension, server) => {
    const page = await openViewer(extension, server.url('/locked.pdf'));
    await page.waitForSelector('#password');
    await page.keyboard.type('fel');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('#password-wrong')?.textContent);
    return page;
  },
  failure: async (extension, server) => {
    const page = await openViewer(extension, server.strangeUrl('/Granskning-av-samverkan-kring-barn-och-unga.pdf'));
    await failureText(page);
    return page;
  },
};
