import type { Page } from 'puppeteer-core';
import type { PageCommand } from '../../../messages/commands';
import type { ExtensionBrowser } from './launch';

/** The keyboard's commands as the browser gives them to the extension. No driver can press a browser's own shortcuts. */

interface Tab {
  id: number;
  url?: string;
  windowId: number;
}

/** What of the extensions' interfaces these steps use. */
interface ExtensionApi {
  tabs: { query(query: object): Promise<Tab[]>; sendMessage(tabId: number, message: object): Promise<unknown> };
  commands: { onCommand: { dispatch(name: string, tab: Tab): void } };
}

interface WorkerApi extends Pick<ExtensionApi, 'commands'> {
  runtime: {
    onMessage: { addListener(listener: (message: { fires?: string }, sender: { tab?: Tab }) => void): void };
    sendMessage(message: object): Promise<unknown>;
  };
}

/** Without its fragment: the viewer writes where it stands there, a moment after it was scrolled. */
const addressOf = (page: Page): string => page.url().replace(/#.*/, '');

/**
 * Runs a command on a page. Chromium's event of commands is fired in the worker; Firefox lets nobody fire its own, so there the
 * page is told as the background tells it.
 */
export async function runCommand(extension: ExtensionBrowser, page: Page, command: PageCommand): Promise<void> {
  if (extension.name === 'chromium') return dispatchCommand(extension, page, command);
  const helper = await extension.openExtensionPage('privacy.html');
  await helper.evaluate(
    async (url, name) => {
      const { browser } = globalThis as unknown as { browser: ExtensionApi };
      const tab = (await browser.tabs.query({})).find((each) => each.url?.replace(/#.*/, '') === url);
      if (!tab) throw new Error(`No tab shows ${url}`);
      const tell = (type: string, data: string | null) =>
        browser.tabs.sendMessage(tab.id, { id: 1, type, data, timestamp: Date.now() }).catch(() => undefined);
      await tell('getOpenDocument', null);
      for (const end = Date.now() + 10_000; Date.now() < end; ) {
        if ((await tell('pageCommand', name)) !== undefined) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error('The page does not listen');
    },
    addressOf(page),
    command,
  );
  await helper.close();
  await page.bringToFront();
}

/** Chromium: fires the browser's event of a command, as if its keys had been pressed with this page in front. */
export async function dispatchCommand(extension: ExtensionBrowser, page: Page, command: string): Promise<void> {
  await page.bringToFront();
  const target = await extension.browser.waitForTarget((each) => each.type() === 'service_worker');
  const worker = await target.worker();
  if (!worker) throw new Error('The background does not run');
  await worker.evaluate(
    async (url, name) => {
      const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
      const tab = (await chrome.tabs.query({})).find((each) => each.url?.replace(/#.*/, '') === url);
      if (!tab) throw new Error(`No tab shows ${url}`);
      chrome.commands.onCommand.dispatch(name, tab);
    },
    addressOf(page),
    command,
  );
}

const STATUS = 'revisionspennan-status';

/** Waits until the page says something that matches; gives what it says. */
export async function waitForSaid(page: Page, wanted: RegExp): Promise<string> {
  await page.waitForFunction(
    (tag, source) =>
      new RegExp(source).test(
        document.querySelector(tag)?.shadowRoot?.querySelector('[class=says]')?.textContent ?? '',
      ),
    { timeout: 15_000, polling: 50 },
    STATUS,
    wanted.source,
  );
  return page.evaluate(
    (tag) => document.querySelector(tag)?.shadowRoot?.querySelector('.says')?.textContent ?? '',
    STATUS,
  );
}

/** An element of the count; waits for it. */
export async function inStatus(page: Page, selector: string) {
  const handle = await page.waitForFunction(
    (tag, inside) => document.querySelector(tag)?.shadowRoot?.querySelector(inside),
    { timeout: 15_000, polling: 50 },
    STATUS,
    selector,
  );
  const element = handle.asElement();
  if (!element) throw new Error(`The count has no ${selector}`);
  return element;
}

/**
 * Chromium: fires a command while a person's click on a page of the extension is being handled. Chromium opens the panel
 * for a person's own act alone, and no driver can press a browser's own shortcuts.
 */
export async function runCommandByClick(extension: ExtensionBrowser, command: string): Promise<void> {
  const target = await extension.browser.waitForTarget((each) => each.type() === 'service_worker');
  const worker = await target.worker();
  if (!worker) throw new Error('The background does not run');
  await worker.evaluate((name) => {
    const { chrome } = globalThis as unknown as { chrome: WorkerApi };
    chrome.runtime.onMessage.addListener((message, { tab }) => {
      if (message.fires === name && tab) chrome.commands.onCommand.dispatch(name, tab);
    });
  }, command);
  const helper = await extension.openExtensionPage('privacy.html');
  await helper.evaluate((name) => {
    const { chrome } = globalThis as unknown as { chrome: WorkerApi };
    const button = document.createElement('button');
    button.id = 'fire';
    button.textContent = name;
    button.onclick = () => void chrome.runtime.sendMessage({ fires: name });
    document.body.prepend(button);
  }, command);
  await helper.click('#fire');
}
