import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { type BrowserName, findBrowser } from '../../../scripts/browsers';
import type { StoragePage } from './storage-page';
import { tearLog } from './tear-log';

declare global {
  var storagePage: StoragePage;
}

async function storageScript(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: 'tests/browser/support/storage-page.ts', formats: ['es'], fileName: 'storage-page' },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (!chunk) throw new Error('The storage was not built');
  return chunk.code;
}

/** A browser whose pages run the storage's own code, and that can be killed: its profile stays. */
export class StorageBrowser {
  /** What pages have said by a request: it has left the browser, whatever becomes of that. */
  readonly told = new Set<string>();
  private browser: Browser | undefined;

  private constructor(
    private readonly name: BrowserName,
    private readonly server: Server,
    private readonly profile: string,
  ) {}

  static async prepared(name: BrowserName): Promise<StorageBrowser> {
    const script = await storageScript();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const made = new StorageBrowser(name, server, await mkdtemp(join(tmpdir(), 'revisionspennan-storage-')));
    server.on('request', (request, response) => {
      const said = request.url?.match(/^\/told\/(.+)$/)?.[1];
      if (said) made.told.add(said);
      const isScript = request.url === '/storage-page.js';
      response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
      response.end(
        isScript ? script : '<!doctype html><title>Prov</title><script type="module" src="/storage-page.js"></script>',
      );
    });
    return made;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  /** Starts the browser with its profile and opens a page, which does what the extension does when the browser starts. */
  async launch(): Promise<Page> {
    this.browser = await puppeteer.launch({
      browser: this.name === 'firefox' ? 'firefox' : 'chrome',
      executablePath: await findBrowser(this.name),
      userDataDir: this.profile,
      args: this.name === 'chromium' ? ['--no-sandbox', '--disable-gpu', '--no-first-run'] : [],
    });
    const page = await this.openPage();
    await page.evaluate(() => globalThis.storagePage.start());
    return page;
  }

  async openPage(): Promise<Page> {
    if (!this.browser) throw new Error('The browser was not launched');
    const page = await this.browser.newPage();
    await page.goto(this.address);
    await page.waitForFunction(() => 'storagePage' in globalThis);
    return page;
  }

  /** Ends the browser as a power cut does. */
  async kill(): Promise<void> {
    const { browser } = this;
    const gone = new Promise((resolve) => browser?.process()?.once('exit', resolve));
    browser?.process()?.kill('SIGKILL');
    await gone;
    // Its helpers end a moment later; until then they hold the profile.
    await new Promise((resolve) => setTimeout(resolve, 500));
  }

  /** Tears the log of the killed browser's databases. */
  tearLog(): Promise<void> {
    return tearLog(this.profile, 'http_');
  }

  async close(): Promise<void> {
    await this.browser?.close();
    this.browser = undefined;
  }

  /** Ends all, and throws the profile away. */
  async remove(): Promise<void> {
    await this.close();
    this.server.close();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
