import { sendMessage } from '../../messages/protocol';

/** The content script's files, as the build names them. */
export const CONTENT_FILES = { js: '/content-scripts/content.js', css: '/content-scripts/content.css' } as const;

/** Starts the content script in a tab unless it runs there; pages that no extension may touch are left alone. */
export async function readTab(tabId: number): Promise<void> {
  if (await isRead(tabId)) return;
  try {
    await browser.scripting.insertCSS({ target: { tabId }, files: [CONTENT_FILES.css] });
    await browser.scripting.executeScript({ target: { tabId }, files: [CONTENT_FILES.js] });
  } catch {
    // The browser's own pages and the extension stores let no extension in; the panel says that nothing is read there.
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
