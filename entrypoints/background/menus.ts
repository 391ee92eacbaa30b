import { sendMessage } from '../../messages/protocol';
import { readTab } from './read-tab';

const SELECTION_MENU = 'keep-selection';

/** The context menu of a selection, which is also the keyboard's way to it. Called when the extension is installed or updated. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: SELECTION_MENU,
    title: browser.i18n.getMessage('menuKeepSelection'),
    contexts: ['selection'],
    documentUrlPatterns: ['*://*/*'],
  });
}

/** Opens the card for what is selected; `activeTab` lets the page be read if it was not yet. */
export async function onMenuClicked(info: { menuItemId: string | number }, tab?: { id?: number }): Promise<void> {
  if (info.menuItemId !== SELECTION_MENU || tab?.id === undefined) return;
  await readTab(tab.id);
  // Pages that let no extension in have nobody to answer.
  await sendMessage('annotateSelection', null, tab.id).catch(() => undefined);
}
