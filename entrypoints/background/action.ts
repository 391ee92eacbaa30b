import { sendMessage } from '../../messages/protocol';
import { CONTENT_FILES } from './registration';

interface Sidebar {
  sidebarAction?: { open(): Promise<void> };
}

/**
 * The toolbar button: opens the panel and reads the page, which `activeTab` allows on any page without a host permission.
 * The panel comes first, and at once: browsers open it only while the click is being handled.
 */
export function openPanelAndRead(tab: { id?: number }): void {
  if (tab.id === undefined) return;
  if (browser.sidePanel) void browser.sidePanel.open({ tabId: tab.id });
  else void (browser as Sidebar).sidebarAction?.open();
  void readTab(tab.id);
}

/** Starts the content script in a tab unless it runs there; pages that no extension may touch are left alone. */
async function readTab(tabId: number): Promise<void> {
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
