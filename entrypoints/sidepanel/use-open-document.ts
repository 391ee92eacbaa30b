import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { onMessage, sendMessage } from '../../messages/protocol';
import { type OpenDocumentState, openDocumentStateSchema } from '../../messages/schema';
import { oneAtATime } from './one-at-a-time';
import { contentOf, type Unread } from './tab-content';

/** What the panel is about: a document, a tab in which nothing is read, or `null` while that is asked for. */
export type PanelDocument = { tabId: number; state: OpenDocumentState } | { tabId?: number; unread: Unread } | null;

/** A page that may be read is given this time to begin before it is said not to be, in milliseconds. */
const BEGIN_WITHIN_MS = 500;

/** A panel that was opened as a page of its own says in its address which tab it is about. */
function fixedTab(): number | undefined {
  const tab = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  return Number.isInteger(tab) ? tab : undefined;
}

async function currentTab(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return fixedTab() ?? tab?.id;
}

async function ask(): Promise<PanelDocument> {
  const tabId = await currentTab();
  if (tabId === undefined) return { unread: { why: 'browser-page' } };
  let state = await stateOf(tabId);
  if (!state) {
    const unread = await contentOf(tabId);
    if (unread.why !== 'page') return { tabId, unread };
    await new Promise((resolve) => setTimeout(resolve, BEGIN_WITHIN_MS));
    state = await stateOf(tabId);
    if (!state) return { tabId, unread };
  }
  if (state.status !== 'empty' || state.pages) return { tabId, state };
  // Chromium lets the extension into the page round its PDF viewer, which has no text.
  const unread = await contentOf(tabId);
  return unread.why === 'pdf' ? { tabId, unread } : { tabId, state };
}

async function stateOf(tabId: number): Promise<OpenDocumentState | undefined> {
  const answer = await sendMessage('getOpenDocument', null, tabId).catch(() => undefined);
  return z.safeParse(openDocumentStateSchema, answer).data;
}

/** A page that is loaded anew keeps what is shown of it until it can be read again: nothing flickers, nothing typed is lost. */
function next(before: PanelDocument, answer: PanelDocument): PanelDocument {
  const isReload = answer && 'unread' in answer && answer.unread.why === 'loading';
  return isReload && before && 'state' in before && before.tabId === answer.tabId ? before : answer;
}

/** Follows the document in the tab beside the panel: other tab, other page, other text, other annotations, other permissions. */
export function useOpenDocument(): { document: PanelDocument; refresh(): Promise<void> } {
  const [document, setDocument] = useState<PanelDocument>(null);
  const asked = useRef(0);
  const refresh = useCallback(async () => {
    const mine = ++asked.current;
    const answer = await ask();
    // Tabs may be changed faster than they answer.
    if (mine === asked.current) setDocument((before) => next(before, answer));
  }, []);

  useEffect(() => {
    void refresh();
    const onTab = () => void refresh();
    const onUpdated = async (tabId: number) => {
      if (tabId === (await currentTab())) await refresh();
    };
    browser.tabs.onActivated.addListener(onTab);
    browser.tabs.onUpdated.addListener(onUpdated);
    browser.permissions.onAdded.addListener(onTab);
    browser.permissions.onRemoved.addListener(onTab);
    // By tab: one that never answers must not keep another waiting.
    let followed: { tabId: number; ask(): Promise<void> } | undefined;
    const stopListening = onMessage('openDocumentChanged', async ({ sender }) => {
      const tabId = await currentTab();
      if (tabId === undefined || sender.tab?.id !== tabId) return;
      if (followed?.tabId !== tabId) followed = { tabId, ask: oneAtATime(refresh) };
      await followed.ask();
    });
    return () => {
      browser.tabs.onActivated.removeListener(onTab);
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.permissions.onAdded.removeListener(onTab);
      browser.permissions.onRemoved.removeListener(onTab);
      stopListening();
    };
  }, [refresh]);

  return { document, refresh };
}
