import * as z from 'zod/mini';
import { placeUrl } from '../../exchange/place-link';
import { onMessage, sendMessage } from '../../messages/protocol';
import { type OpenDocumentState, openDocumentStateSchema } from '../../messages/schema';
import { untilHeard } from '../../messages/until-heard';
import type { Annotation, SourceDocument } from '../../storage/schema';
import { SAMPLE_ADDRESS, SAMPLE_PAGE } from '../sample/address';
import { localPath, viewerPath } from '../viewer/address';

/** How long a document may take to be fetched, read and searched, in milliseconds. */
const PATIENCE_MS = 60_000;
/** The page tells when something changed; asking besides is for what was told before anyone listened. */
const ASK_AGAIN_MS = 1500;

/**
 * The address that shows a document at an annotation's place without any help of ours: what is left when this page
 * is closed meanwhile, or when the extension may not read that site. Null for a document that has no address.
 */
function addressOf(document: SourceDocument, annotation: Annotation): string | null {
  const { canonicalUrl, pdfFingerprint } = document;
  if (canonicalUrl === SAMPLE_ADDRESS) return browser.runtime.getURL(SAMPLE_PAGE);
  const isOnWeb = /^https?:/.test(canonicalUrl);
  if (pdfFingerprint !== undefined) {
    const path = isOnWeb ? viewerPath(canonicalUrl) : localPath(pdfFingerprint, document.title);
    const page = annotation.target.page;
    return browser.runtime.getURL(`/${path}${page === undefined ? '' : `#page=${page}`}` as '/viewer.html');
  }
  return isOnWeb ? (placeUrl(document, annotation) ?? canonicalUrl) : null;
}

/**
 * Opens the document, in the tab that shows it already where there is one, and shows the annotation there as soon as
 * it has been found. @returns false when the document has no address to open
 */
export async function openPlace(document: SourceDocument, annotation: Annotation): Promise<boolean> {
  const url = addressOf(document, annotation);
  if (url === null) return false;
  const open = await tabShowing(url);
  const tab = open ?? (await browser.tabs.create({ url }));
  if (tab.id === undefined) return true;
  if (open) {
    await browser.tabs.update(tab.id, { active: true });
    if (open.windowId !== undefined) await browser.windows?.update(open.windowId, { focused: true });
  }
  void revealWhenFound(tab.id, annotation.id);
  return true;
}

/** A tab with this document; addresses of sites that the extension may not read are hidden from it. */
async function tabShowing(url: string) {
  const wanted = withoutFragment(url);
  const tabs = await browser.tabs.query({});
  return tabs.find((tab) => tab.url !== undefined && withoutFragment(tab.url) === wanted);
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}

/** What to do when a tab says that something changed in it. */
const waiting = new Map<number, () => Promise<void>>();
let isListening = false;

/** A context can listen to a message but once. */
function listenOnce(): void {
  if (isListening) return;
  isListening = true;
  onMessage('openDocumentChanged', ({ sender }) => {
    if (sender.tab?.id !== undefined) void waiting.get(sender.tab.id)?.();
  });
}

/** Asks the tab until it has found the annotation, then has it shown. Ends when the tab is closed, or after a minute. */
function revealWhenFound(tabId: number, id: string): Promise<void> {
  return new Promise((resolve) => {
    let isAsking = false;
    const ask = async () => {
      if (isAsking) return;
      isAsking = true;
      const span = await foundSpan(tabId, id);
      isAsking = false;
      if (!span) return;
      end();
      await untilHeard(() => sendMessage('reveal', span, tabId));
    };
    listenOnce();
    waiting.set(tabId, ask);
    const onRemoved = (removed: number) => {
      if (removed === tabId) end();
    };
    const timer = setInterval(ask, ASK_AGAIN_MS);
    const deadline = setTimeout(end, PATIENCE_MS);
    browser.tabs.onRemoved.addListener(onRemoved);
    void ask();

    function end(): void {
      if (waiting.get(tabId) === ask) waiting.delete(tabId);
      clearInterval(timer);
      clearTimeout(deadline);
      browser.tabs.onRemoved.removeListener(onRemoved);
      resolve();
    }
  });
}

/** Where the annotation stands in the document of a tab; undefined as long as that is not known, or where there are several. */
async function foundSpan(tabId: number, id: string) {
  const state = await stateOf(tabId);
  const placement = state?.placements.find(({ annotation }) => annotation.id === id);
  // Of a place that is not sure the page says so; to look at it decides nothing.
  const [candidate, ...others] = placement?.candidates ?? [];
  return placement?.span ?? (others.length === 0 ? candidate : undefined);
}

async function stateOf(tabId: number): Promise<OpenDocumentState | undefined> {
  try {
    const answer = z.safeParse(openDocumentStateSchema, await sendMessage('getOpenDocument', null, tabId));
    return answer.success ? (answer.data as OpenDocumentState) : undefined;
  } catch {
    // Nothing of ours runs there, or not yet.
    return undefined;
  }
}
