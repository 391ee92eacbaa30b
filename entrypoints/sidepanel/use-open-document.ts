import { useCallback, useEffect, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { onMessage, sendMessage } from '../../messages/protocol';
import { type OpenDocumentState, openDocumentStateSchema } from '../../messages/schema';

/** The document that the panel is about: `null` while it is asked for, `none` where nothing is read. */
export type PanelDocument = { tabId: number; state: OpenDocumentState } | 'none' | null;

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
  if (tabId === undefined) return 'none';
  try {
    const answer = z.safeParse(openDocumentStateSchema, await sendMessage('getOpenDocument', null, tabId));
    return answer.success ? { tabId, state: answer.data } : 'none';
  } catch {
    return 'none';
  }
}

/** Follows the document in the tab beside the panel: other tab, other page, other text, other annotations. */
export function useOpenDocument(): { document: PanelDocument; refresh(): Promise<void> } {
  const [document, setDocument] = useState<PanelDocument>(null);
  const refresh = useCallback(async () => setDocument(await ask()), []);

  useEffect(() => {
    void refresh();
    const onTab = () => void refresh();
    browser.tabs.onActivated.addListener(onTab);
    browser.tabs.onUpdated.addListener(onTab);
    const stopListening = onMessage('openDocumentChanged', async ({ sender }) => {
      if (sender.tab?.id === (await currentTab())) await refresh();
    });
    return () => {
      browser.tabs.onActivated.removeListener(onTab);
      browser.tabs.onUpdated.removeListener(onTab);
      stopListening();
    };
  }, [refresh]);

  return { document, refresh };
}
