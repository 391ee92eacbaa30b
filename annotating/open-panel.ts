interface Sidebar {
  sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens the side panel beside this tab. To be called while a click is being handled: browsers open it at no other time. A web
 * page asks the background, which Chrome lets open it and Firefox does not.
 * @returns false where the browser did not let it be opened
 */
export async function openPanel(): Promise<boolean> {
  const { sidebarAction } = browser as Sidebar;
  try {
    if (sidebarAction) {
      await sidebarAction.open();
      return true;
    }
    if (browser.sidePanel?.open) {
      const { id: windowId } = await browser.windows.getCurrent();
      if (windowId === undefined) return false;
      await browser.sidePanel.open({ windowId });
      return true;
    }
    const { sendMessage } = await import('../messages/protocol');
    return await sendMessage('openPanel', null);
  } catch {
    return false;
  }
}
