import { readOrOpen } from './open-pdf';

interface Sidebar {
  sidebarAction?: { open(): Promise<void> };
}

/**
 * The toolbar button: opens the panel and reads the page, which `activeTab` allows on any page without a host permission.
 * A PDF file opens in the viewer. The panel comes first, and at once: browsers open it only while the click is being handled.
 */
export function openPanelAndRead(tab: { id?: number; url?: string; title?: string }): void {
  if (tab.id === undefined) return;
  if (browser.sidePanel) void browser.sidePanel.open({ tabId: tab.id });
  else void (browser as Sidebar).sidebarAction?.open();
  void readOrOpen(tab);
}
