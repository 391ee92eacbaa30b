import { isPageCommand, shortcutsOf } from '../../messages/commands';
import { onMessage, sendMessage } from '../../messages/protocol';
import { readOrOpen } from './open-pdf';
import { tellPage } from './read-tab';

interface Tab {
  id?: number;
  windowId?: number;
  url?: string;
  title?: string;
}

/**
 * Carries out a command of the keyboard; those of the page are handed on to it. Like a click on the toolbar button it lets
 * the page be read without a host permission.
 */
export async function onCommand(command: string, tab?: Tab): Promise<void> {
  // Before anything is waited for: browsers open the panel only while the key is being handled.
  if (command === 'toggle-panel') return togglePanel(tab);
  const [active] = tab ? [tab] : await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (active?.id === undefined) return;
  if (command === 'open-in-viewer') return readOrOpen(active);
  if (!isPageCommand(command)) return;
  await tellPage(active.id, (tabId) => sendMessage('pageCommand', command, tabId));
}

/** Opens the panel of the window, or closes it: to open one that is open does nothing, and only one that is open hears that it is to close. */
async function togglePanel(tab: Tab | undefined): Promise<void> {
  const windowId = tab?.windowId;
  if (windowId === undefined || !browser.sidePanel) return;
  const opening = browser.sidePanel.open({ windowId });
  await Promise.allSettled([opening, sendMessage('closePanel', { windowId })]);
}

/** Answers what pages ask of the keyboard's commands and of the panel. */
export function answerShortcuts(): void {
  onMessage('getShortcuts', async () => shortcutsOf(await browser.commands.getAll()));
  onMessage('changeShortcuts', changeShortcuts);
  onMessage('openPanel', ({ sender }) => openPanelFor(sender.tab?.id));
}

/** The browser's own page where the keys are set: Firefox has a way to it, Chrome and Edge an address. */
async function changeShortcuts(): Promise<void> {
  const { commands } = browser as { commands: { openShortcutSettings?(): Promise<void> } };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** For a click on a page, which Chrome hands on with the message; Firefox does not. */
async function openPanelFor(tabId: number | undefined): Promise<boolean> {
  if (tabId === undefined || !browser.sidePanel) return false;
  try {
    await browser.sidePanel.open({ tabId });
    return true;
  } catch {
    return false;
  }
}
