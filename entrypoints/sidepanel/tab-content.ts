/** What a tab shows that does not answer as a document that is read. */
export type Unread =
  /** The page is still on its way. */
  | { why: 'loading' }
  /** It may be read, but is not: the extension was updated under it, or it was never started. */
  | { why: 'page'; tab: UnreadTab }
  /** No permission to read it; `site` where the browser tells which site it is. */
  | { why: 'not-allowed'; site?: string }
  /** One of the browser's own pages, or a store's: no extension may read them. */
  | { why: 'browser-page' }
  /** A page of this extension. */
  | { why: 'own-page' }
  /** A PDF file in the browser's own viewer. */
  | { why: 'pdf'; tab: UnreadTab };

export interface UnreadTab {
  id: number;
  url?: string;
  title?: string;
}

/** Within this time a page says what it is. */
const ANSWER_WITHIN_MS = 1500;
/** What Chromium says of pages that are closed to every extension; Firefox says the same of all. */
const CLOSED_TO_ALL = /chrome:\/\/|edge:\/\/|extensions gallery|chrome-extension:|error page|devtools:/i;

/**
 * Finds out why nothing is read in a tab. The address is known only of tabs that the extension may read, or that the
 * toolbar button was pressed in.
 */
export async function contentOf(tabId: number): Promise<Unread> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (!tab) return { why: 'browser-page' };
  const { url, title } = tab;
  const known = { id: tabId, ...(url === undefined ? {} : { url }), ...(title === undefined ? {} : { title }) };
  if (url?.startsWith(browser.runtime.getURL('/'))) return { why: 'own-page' };
  if (url !== undefined && !/^(https?|file):/.test(url)) return { why: 'browser-page' };
  // In Chromium no address means no permission; Firefox says no to the question that is asked next.
  if (url === undefined && browser.sidePanel) {
    return (await isClosedToAll(tabId)) ? { why: 'browser-page' } : { why: 'not-allowed' };
  }
  const type = await typeOf(tabId);
  // In one of Firefox's own pages a script that it lets pass meets nobody.
  if (type === 'closed-to-all' || (type === 'unknown' && url === undefined)) return { why: 'browser-page' };
  if (type === 'application/pdf') return { why: 'pdf', tab: known };
  if (type === 'closed') {
    // What may be read and lets nobody in is the browser's own viewer: Firefox shows PDF files so, whatever they are called.
    if (url !== undefined && (isPdfAddress(url) || (await mayRead(url)))) return { why: 'pdf', tab: known };
    return { why: 'not-allowed', ...(url === undefined ? {} : { site: new URL(url).hostname }) };
  }
  if (tab.status === 'loading') return { why: 'loading' };
  return { why: 'page', tab: known };
}

/** The kind of document that the browser shows in a tab, as far as it lets the extension look. */
async function typeOf(tabId: number): Promise<string> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, ANSWER_WITHIN_MS, null));
  try {
    const asked = browser.scripting.executeScript({
      target: { tabId },
      injectImmediately: true,
      func: () => document.contentType,
    });
    const found = await Promise.race([asked, late]);
    return found?.[0]?.result ?? 'unknown';
  } catch (error) {
    return CLOSED_TO_ALL.test(String(error)) ? 'closed-to-all' : 'closed';
  }
}

/**
 * Whether Chromium lets no extension into a tab, whatever the person allows. It is not asked by a script: on a site that the
 * person has taken away in the browser's settings a script waits for the toolbar button, and swallows its click. To set how
 * a tab is zoomed to what it is already changes nothing, and is refused where no extension may go.
 */
async function isClosedToAll(tabId: number): Promise<boolean> {
  try {
    const { mode, scope } = await browser.tabs.getZoomSettings(tabId);
    await browser.tabs.setZoomSettings(tabId, { mode, scope });
    return false;
  } catch (error) {
    return CLOSED_TO_ALL.test(String(error));
  }
}

async function mayRead(url: string): Promise<boolean> {
  const { protocol, hostname } = new URL(url);
  if (!/^https?:$/.test(protocol)) return false;
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] }).catch(() => false);
}

function isPdfAddress(url: string): boolean {
  return URL.canParse(url) && /\.pdf$/i.test(new URL(url).pathname);
}
