import { sendMessage } from '../../messages/protocol';
import { untilHeard } from '../../messages/until-heard';

/** The content script's files, as the build names them. */
export const CONTENT_FILES = { js: '/content-scripts/content.js', css: '/content-scripts/content.css' } as const;

/** Starts the content script in a tab unless it runs there; pages that no extension may touch are left alone. */
export async function readTab(tabId: number): Promise<void> {
  await begin(tabId);
}

/** Has a tab's page read and tells it what the person wants of it. Where no extension is let in there is nobody to tell. */
export async function tellPage(tabId: number, send: (tabId: number) => Promise<void>): Promise<void> {
  if (await begin(tabId)) await untilHeard(() => send(tabId));
}

/** @returns whether the content script runs in the tab now */
async function begin(tabId: number): Promise<boolean> {
  if (await isRead(tabId)) return true;
  try {
    await browser.scripting.insertCSS({ target: { tabId }, files: [CONTENT_FILES.css] });
    await browser.scripting.executeScript({ target: { tabId }, files: [CONTENT_FILES.js] });
    return true;
  } catch {
    // The browser's own pages and the extension stores let no extension in; the panel says that nothing is read there.
    return false;
  }
}

async function isRead(tabId: number): Promise<boolean> {
  try {
    await sendMessage('getOpenDocument', null, tabId);
    return true;
  } catch {
    return false;
  }
}
