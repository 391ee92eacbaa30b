import { letThrough } from '../background/pdf-redirect';

/** Opens the document in the browser's own viewer, in this tab; it is not sent back here. */
export async function openInBrowser(address: string): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await letThrough(tab.id, address);
  location.assign(address);
}
