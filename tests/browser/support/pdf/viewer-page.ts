import type { Page } from 'puppeteer-core';
import { type ViewerTexts, viewerTextsIn } from '../../../../locales/viewer';
import type { ExtensionBrowser } from '../launch';

/** What a person sees and does in the PDF viewer. */

/** Opens the viewer with a document, or empty, and waits until it has something to say. */
export async function openViewer(extension: ExtensionBrowser, address?: string): Promise<Page> {
  const query = address === undefined ? '' : `?file=${encodeURIComponent(address)}`;
  const page = await extension.openExtensionPage(`viewer.html${query}`);
  await page.waitForSelector('.toolbar');
  return page;
}

/** Waits until pages can be read: the text of the first one in sight is there. */
export async function waitForText(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => [...document.querySelectorAll('.textLayer')].some((layer) => layer.textContent?.includes(wanted)),
    { timeout: 20_000, polling: 100 },
    text,
  );
}

/** Waits for the sentence that says why nothing is shown. */
export async function failureText(page: Page): Promise<string> {
  await page.waitForSelector('.sheet .failure[role="alert"]', { timeout: 40_000 });
  return page.$eval('.sheet .failure[role="alert"]', (element) => element.textContent ?? '');
}

/** The viewer's words in the language that it speaks in this browser. */
export async function wordsOf(page: Page): Promise<ViewerTexts> {
  const language = await page.evaluate(() => document.documentElement.lang);
  return viewerTextsIn(language === 'sv' ? 'sv' : 'en');
}

/** The page that is read, as the toolbar says. */
export async function currentPage(page: Page): Promise<number> {
  return Number(await page.$eval('#page-number', (field) => (field as HTMLInputElement).value));
}

export async function waitForPage(page: Page, wanted: number): Promise<void> {
  await page.waitForFunction(
    (number) => (document.querySelector('#page-number') as HTMLInputElement | null)?.value === String(number),
    { timeout: 10_000, polling: 50 },
    wanted,
  );
}

/** Presses a key with Ctrl. */
export async function control(page: Page, key: 'f' | 'g' | 'p' | 's' | '+' | '-' | '0'): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(key);
  await page.keyboard.up('Control');
}

/** Drops a file of the machine on the window. */
export async function dropFile(page: Page, name: string, bytes: Buffer, type = 'application/pdf'): Promise<void> {
  await page.evaluate(
    (fileName, base64, fileType) => {
      const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([data], fileName, { type: fileType }));
      for (const each of ['dragover', 'drop'])
        dispatchEvent(new DragEvent(each, { dataTransfer, bubbles: true, cancelable: true }));
    },
    name,
    bytes.toString('base64'),
    type,
  );
}
