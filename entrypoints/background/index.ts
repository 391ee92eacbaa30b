import { openPanelAndRead } from './action';
import { answerPages } from './answer-pages';
import { answerShortcuts, onCommand } from './commands';
import { openFirstPage } from './first-run';
import { createMenus, onMenuClicked } from './menus';
import { keepPdfsHere } from './pdf-redirect';
import { registerGrantedSites } from './registration';
import { renewLog } from './renew-log';

/** Wires the events that wake the worker. It keeps no state: the browser ends it when it is idle. */
export default defineBackground(() => {
  answerPages();
  answerShortcuts();
  browser.commands.onCommand.addListener(onCommand);
  browser.action.onClicked.addListener(openPanelAndRead);
  browser.contextMenus.onClicked.addListener(onMenuClicked);
  browser.runtime.onInstalled.addListener(createMenus);
  browser.runtime.onInstalled.addListener(registerGrantedSites);
  browser.runtime.onInstalled.addListener(keepPdfsHere);
  browser.runtime.onInstalled.addListener((details) => openFirstPage(details));
  browser.runtime.onInstalled.addListener(renewLog);
  browser.runtime.onStartup.addListener(registerGrantedSites);
  browser.runtime.onStartup.addListener(renewLog);
  browser.permissions.onAdded.addListener(registerGrantedSites);
  browser.permissions.onRemoved.addListener(registerGrantedSites);
});
