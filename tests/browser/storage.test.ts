import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserName, findBrowser } from '../../scripts/browsers';
import type { StoragePage } from './support/storage-page';

/**
 * What storage promises and only a real browser can show. A killed browser shows that a confirmed save has left
 * the browser; that it has reached the disk, as strict durability asks, would take a power cut to show.
 */

const ROUNDS = 5;

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

describe.each(['chromium', 'firefox'] as const)('storage in %s', (name: BrowserName) => {
  const confirmed = new Set<string>();
  let server: Server;
  let address: string;
  let profile: string;
  let browser: Browser;

  beforeAll(async () => {
    const script = await storageScript();
    server = createServer((request, response) => {
      const id = request.url?.match(/^\/confirmed\/(.+)$/)?.[1];
      if (id) confirmed.add(id);
      const isScript = request.url === '/storage-page.js';
      response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
      response.end(
        isScript ? script : '<!doctype html><title>Prov</title><script type="module" src="/storage-page.js"></script>',
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    profile = await mkdtemp(join(tmpdir(), 'revisionspennan-storage-'));
  });

  afterEach(async () => {
    await browser?.close();
  });
  afterAll(async () => {
    server?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  async function openPage(): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(address);
    await page.waitForFunction(() => 'storagePage' in globalThis);
    return page;
  }

  async function launch(): Promise<Page> {
    browser = await puppeteer.launch({
      browser: name === 'firefox' ? 'firefox' : 'chrome',
      executablePath: await findBrowser(name),
      userDataDir: profile,
      args: name === 'chromium' ? ['--no-sandbox', '--disable-gpu', '--no-first-run'] : [],
    });
    return openPage();
  }

  async function kill(): Promise<void> {
    const gone = new Promise((resolve) => browser.process()?.once('exit', resolve));
    browser.process()?.kill('SIGKILL');
    await gone;
    // Its helpers end a moment later; until then they hold the profile.
    await new Promise((resolve) => setTimeout(resolve, 500));
  }

  it(`keeps every confirmed annotation, whole, over ${ROUNDS} kills`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const page = await launch();
      const before = confirmed.size;
      void page.evaluate((each) => globalThis.storagePage.saveForEver(each), round).catch(() => undefined);
      await expect.poll(() => confirmed.size - before, { timeout: 20_000 }).toBeGreaterThan(5);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 300));
      await kill();
    }
    const page = await launch();
    const { ids, ...rest } = await page.evaluate(() => globalThis.storagePage.contents());
    expect([...confirmed].filter((id) => !ids.includes(id))).toEqual([]);
    expect(rest).toEqual({ documents: 1, tagless: 0, unreadable: 0 });
    // At most one more each round: saved, and killed before it could say so.
    expect(ids.length - confirmed.size).toBeLessThanOrEqual(ROUNDS);
  });

  it('lets two tabs save at once', async () => {
    const one = await launch();
    const other = await openPage();
    const starts = Array.from({ length: 20 }, (_, index) => 9_000_000 + index);
    const save = (page: Page) =>
      page.evaluate((all) => Promise.all(all.map((start) => globalThis.storagePage.save(start, 10))), starts);
    const before = await one.evaluate(() => globalThis.storagePage.contents());
    const outcomes = (await Promise.all([save(one), save(other)])).flat();
    expect(outcomes).toEqual(outcomes.map(() => 'saved'));
    const after = await other.evaluate(() => globalThis.storagePage.contents());
    expect(after.ids.length - before.ids.length).toBe(20);
  });

  it.skipIf(name === 'firefox')(
    'says that it is full, and goes on when there is room again (Firefox cannot be told a quota)',
    async () => {
      const page = await launch();
      const session = await page.createCDPSession();
      const origin = new URL(address).origin;
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_500_000 });
      let outcome = 'saved';
      for (let index = 0; index < 200 && outcome === 'saved'; index += 1) {
        outcome = await page.evaluate((start) => globalThis.storagePage.save(start, 50_000), 8_000_000 + index);
      }
      expect(outcome).toBe('full');
      await session.send('Storage.overrideQuotaForOrigin', { origin });
      expect(await page.evaluate(() => globalThis.storagePage.save(8_500_000, 10))).toBe('saved');
      expect(await page.evaluate(() => globalThis.storagePage.contents())).toMatchObject({ unreadable: 0, tagless: 0 });
    },
  );
});
