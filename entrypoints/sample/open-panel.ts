/** What only one of the browsers has. */
interface Sidebar {
  sidebarAction?: { open(): Promise<void> };
}

/**
 * Prepares the opening of the panel beside this page. Browsers open it only while a click is being handled, so what it
 * needs to know is asked for before.
 * @returns opens it; call it in the handler of a click. It rejects when the browser does not open it.
 */
export async function panelOpener(): Promise<() => Promise<void>> {
  const tab = await browser.tabs.getCurrent();
  return async () => {
    if (!browser.sidePanel) return (browser as Sidebar).sidebarAction?.open();
    if (tab?.windowId !== undefined) await browser.sidePanel.open({ windowId: tab.windowId });
  };
}
