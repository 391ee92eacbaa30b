import { sendMessage } from '../../messages/protocol';

/** The content script's files, as the build names them. */
export const CONTENT_FILES = { js: '/content-scripts/content.js', css: '/content-scripts/content.css' } as const;

/** How long a page may take to listen, and how long it is left alone in between, in milliseconds. */
const LISTENS_WITHIN_MS = 10_000;
const ASK_AGAIN_MS = 100;
/** What `@webext-core/messaging` throws where nobody answered. */
const UNHEARD = 'No response';

/** Starts the content script in a tab unless it runs there; pages that no extension may touch are left alone. */
export async function readTab(tabId: number): Promise<void> {
  await begin(tabId);
}

/**
 * Has a tab's page read and tells it what the person wants of it, as soon as it listens: a page that has only begun does not,
 * until its first highlights are shown. Where no extension is let in there is nobody to tell.
 */
export async function tellPage(tabId: number, send: (tabId: number) => Promise<void>): Promise<void> {
  if (!(await begin(tabId))) return;
  for (const end = Date.now() + LISTENS_WITHIN_MS; Date.now() < end; ) {
    if (await isHeard(send(tabId))) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
}

/** Whether somebody answered, if only that it failed: what was heard must not be told twice. */
async function isHeard(sent: Promise<void>): Promise<boolean> {
  try {
    await sent;
    return true;
  } catch (error) {
    return !(error instanceof Error && error.message === UNHEARD);
  }
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
