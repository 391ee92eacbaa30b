import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type BrowserName, findBrowser } from '../../../scripts/browsers';

export interface LaunchOptions {
  /** Profile folder that is kept: launch again with the same one and the extension's data are there. */
  profileDir?: string;
  /** Default true. */
  headless?: boolean;
  /** Folder where downloads are put without asking. */
  downloadDir?: string;
  /** Width and height of pages in CSS pixels; null leaves it to the window. */
  viewport?: { width: number; height: number } | null;
  /** Chromium's own language, as in `sv`; where it has no words in it, it stays with English. */
  language?: string;
  /** Port on 127.0.0.1 of a proxy that every request goes through, also those to this machine. */
  proxyPort?: number;
  /** Permissions that the extension asks for are granted without the browser's dialog, which no driver can press. */
  grantsUnasked?: boolean;
}

export interface ExtensionBrowser {
  name: BrowserName;
  browser: Browser;
  /** Address of a file of the extension: `extensionUrl('sidepanel.html')`. */
  extensionUrl(path: string): string;
  /** Opens a page of the extension in a new tab and waits until its document is complete. */
  openExtensionPage(path: string): Promise<Page>;
  /**
   * Opens the real side panel beside `page` as a click on the toolbar button does, where the browser
   * can be driven to it (Chromium), else undefined: then open the panel's page in a tab.
   */
  openSidePanel(page: Page): Promise<Page | undefined>;
  close(): Promise<void>;
}

// Firefox gives each extension a random host name for each profile unless this preference names one.
const firefoxHost = '5a1d9b52-7c3e-4f0a-9d68-2b1c7e4f8a36';

const usualViewport = { width: 1280, height: 900 };

const chromiumArgs = [
  // Chromium refuses to run as root with its sandbox, and many containers of CI cannot give it one.
  ...(process.getuid?.() === 0 || process.env.CI ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The side panel is as high as the window, whatever the pages' emulated viewport is.
  '--window-size=1400,1000',
];

/**
 * Starts a real browser with the unpacked extension in `extensionDir` (a folder with manifest.json).
 *
 * @throws Error when no browser is there to start, or when the extension does not load.
 */
export async function launchWithExtension(
  name: BrowserName,
  extensionDir: string,
  options: LaunchOptions = {},
): Promise<ExtensionBrowser> {
  return name === 'chromium' ? launchChromium(extensionDir, options) : launchFirefox(extensionDir, options);
}

async function launchChromium(extensionDir: string, options: LaunchOptions): Promise<ExtensionBrowser> {
  const browser = await puppeteer.launch({
    executablePath: await findBrowser('chromium'),
    headless: options.headless ?? true,
    userDataDir: options.profileDir,
    defaultViewport: options.viewport === undefined ? usualViewport : options.viewport,
    // Over the pipe, because branded Chrome (137 and newer) ignores --load-extension.
    pipe: true,
    enableExtensions: true,
    args: [
      ...chromiumArgs,
      ...(options.language ? [`--lang=${options.language}`] : []),
      ...(options.proxyPort
        ? [`--proxy-server=http://127.0.0.1:${options.proxyPort}`, '--proxy-bypass-list=<-loopback>']
        : []),
    ],
    // On Linux the environment is what tells.
    ...(options.language && { env: { ...process.env, LANGUAGE: options.language } }),
    ...(options.downloadDir && { downloadBehavior: { policy: 'allow', downloadPath: options.downloadDir } }),
  });
  const id = await browser.installExtension(extensionDir);
  const root = `chrome-extension://${id}/`;
  if (options.grantsUnasked) await knowAllSites(browser, id);
  const opened = withPages('chromium', browser, root, (page, url) => page.goto(url));
  return { ...opened, openSidePanel: (page) => openRealSidePanel(browser, id, page) };
}

interface DeveloperPage {
  chrome: { developerPrivate: { addHostPermission(id: string, pattern: string): Promise<void> } };
}

/** Chromium asks no second time for what was allowed before; its page of extensions says that all sites were. */
async function knowAllSites(browser: Browser, id: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`chrome://extensions/?id=${id}`);
  await page.evaluate(
    (extensionId) =>
      (globalThis as unknown as DeveloperPage).chrome.developerPrivate.addHostPermission(extensionId, '*://*/*'),
    id,
  );
  await page.close();
}

async function launchFirefox(extensionDir: string, options: LaunchOptions): Promise<ExtensionBrowser> {
  const addonId = await geckoId(extensionDir);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: await findBrowser('firefox'),
    headless: options.headless ?? true,
    userDataDir: options.profileDir,
    defaultViewport: options.viewport === undefined ? usualViewport : options.viewport,
    // Without this Firefox lets no driver into moz-extension pages.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [addonId]: firefoxHost }),
      // A temporary add-on takes its IndexedDB with it when the browser closes unless these are set.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      ...(options.grantsUnasked && { 'extensions.webextOptionalPermissionPrompts': false }),
      ...(options.proxyPort && {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': options.proxyPort,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': options.proxyPort,
        'network.proxy.no_proxies_on': '',
        'network.proxy.allow_hijacking_localhost': true,
      }),
      ...(options.downloadDir && {
        'browser.download.dir': options.downloadDir,
        'browser.download.folderList': 2,
        'browser.download.useDownloadDir': true,
        'browser.download.always_ask_before_handling_new_types': false,
        'browser.download.alwaysOpenPanel': false,
      }),
    },
  });
  await browser.installExtension(extensionDir);
  const opened = withPages('firefox', browser, `moz-extension://${firefoxHost}/`, openInFirefox);
  return { ...opened, openSidePanel: async () => undefined };
}

async function openRealSidePanel(browser: Browser, extensionId: string, page: Page): Promise<Page> {
  const extension = (await browser.extensions()).get(extensionId);
  if (!extension) throw new Error('Chromium no longer knows the extension.');
  const before = new Set(await extension.pages());
  await page.bringToFront();
  await extension.triggerAction(page);
  for (let waited = 0; waited < 5000; waited += 100) {
    const panel = (await extension.pages()).find((candidate) => !before.has(candidate));
    if (panel) return panel;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The side panel did not open within five seconds of the click on the toolbar button.');
}

/** Firefox never reports that a moz-extension page has loaded: start the navigation, then watch the document. */
async function openInFirefox(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: [], timeout: 500 }).catch(() => undefined);
}

async function geckoId(extensionDir: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8'));
  const id = (manifest as { browser_specific_settings?: { gecko?: { id?: string } } }).browser_specific_settings?.gecko
    ?.id;
  if (!id) throw new Error(`${extensionDir}/manifest.json has no browser_specific_settings.gecko.id.`);
  return id;
}

function withPages(
  name: BrowserName,
  browser: Browser,
  root: string,
  open: (page: Page, url: string) => Promise<unknown>,
): Omit<ExtensionBrowser, 'openSidePanel'> {
  const extensionUrl = (path: string): string => root + path.replace(/^\//, '');
  return {
    name,
    browser,
    extensionUrl,
    async openExtensionPage(path) {
      const page = await browser.newPage();
      await open(page, extensionUrl(path));
      await page.waitForFunction(
        (url) => location.href.startsWith(url) && document.readyState === 'complete',
        {},
        root,
      );
      return page;
    },
    close: () => browser.close(),
  };
}
