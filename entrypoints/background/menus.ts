import { sendMessage } from '../../messages/protocol';
import { openLink } from './open-pdf';
import { tellPage } from './read-tab';

const SELECTION_MENU = 'keep-selection';
const LINK_MENU = 'open-pdf';

/** The context menus of a selection, which is also the keyboard's way to it, and of links. Called when the extension is installed or updated. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: SELECTION_MENU,
    title: browser.i18n.getMessage('menuKeepSelection'),
    contexts: ['selection'],
    documentUrlPatterns: ['*://*/*', `${browser.runtime.getURL('/viewer.html')}*`],
  });
  // On every link: the portals' links to PDF files do not end in .pdf.
  browser.contextMenus.create({
    id: LINK_MENU,
    title: browser.i18n.getMessage('menuOpenPdf'),
    contexts: ['link'],
    targetUrlPatterns: ['*://*/*'],
  });
}

interface Clicked {
  menuItemId: string | number;
  linkUrl?: string;
}

/**
 * Opens the card for what is selected, which `activeTab` lets the page be read for if it was not yet; or a link's PDF
 * file in the viewer.
 */
export async function onMenuClicked(info: Clicked, tab?: { id?: number; index?: number }): Promise<void> {
  if (info.menuItemId === LINK_MENU && info.linkUrl !== undefined) return openLink(info.linkUrl, tab);
  if (info.menuItemId !== SELECTION_MENU || tab?.id === undefined) return;
  await tellPage(tab.id, (tabId) => sendMessage('annotateSelection', null, tabId));
}
