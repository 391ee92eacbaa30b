import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import { type FixtureServer, hasReports, reportNames, startFixtureServer } from './support/server';

/**
 * The pages that the other browser tests lean on are what they say they are. An extension that does
 * nothing is loaded, so that only the pages themselves are looked at.
 */
let chromium: ExtensionBrowser;
let server: FixtureServer;
let page: Page;

beforeAll(async () => {
  const idle = await mkdtemp(join(tmpdir(), 'revisionspennan-idle-'));
  await writeFile(join(idle, 'manifest.json'), JSON.stringify({ manifest_version: 3, name: 'idle', version: '1' }));
  server = await startFixtureServer();
  chromium = await launchWithExtension('chromium', idle);
  page = await chromium.browser.newPage();
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

/** What a person could select: hidden text is not in it. */
const visibleText = async (): Promise<string> => {
  const selected = await page.evaluate(() => {
    const selection = getSelection();
    selection?.selectAllChildren(document.querySelector('main') ?? document.body);
    return String(selection);
  });
  return selected.replace(/\s+/g, '');
};

const paths = ['/sample', ...reportNames().map((name) => `/reports/${name}`)];

describe.each(paths)('variants of %s', (path) => {
  it('say the same words', async () => {
    await page.goto(server.url(path));
    const words = await visibleText();
    const tags = await page.evaluate(() => document.querySelectorAll('main *').length);
    expect(words.length).toBeGreaterThan(1000);

    await page.goto(server.url(`${path}?markup=changed`));
    expect(await visibleText()).toBe(words);
    expect(await page.evaluate(() => document.querySelectorAll('main p, main ul, main table').length)).toBe(0);
    expect(await page.evaluate(() => document.querySelectorAll('main *').length)).toBeGreaterThan(tags * 1.2);

    await page.goto(server.url(`${path}?late=1`));
    expect((await visibleText()).length).toBeLessThan(words.length * 0.9);
    await page.waitForFunction(() => document.documentElement.dataset.late);
    expect(await visibleText()).toBe(words);

    await page.goto(server.url(`${path}?accordion=1`));
    const headings = await page.evaluate(() => document.querySelectorAll('main h2').length);
    if (headings > 1) expect((await visibleText()).length).toBeLessThan(words.length * 0.5);
    await page.$$eval('h2 > button', (buttons) => buttons.forEach((button) => void button.click()));
    expect(await visibleText()).toBe(words);
  });
});

describe.skipIf(!hasReports)('real reports (skipped where ../shared/reports is missing)', () => {
  it('keep lists, tables and footnotes of their kinds', async () => {
    expect(reportNames().length).toBeGreaterThanOrEqual(4);
    await page.goto(server.url('/reports/perstorp-rapport-2022'));
    const found = await page.evaluate(() => ({
      footnotes: document.querySelectorAll('.footnotes li').length,
      marks: document.querySelectorAll('sup > a').length,
      nested: document.querySelectorAll('li li').length,
      headings: document.querySelectorAll('main h1, main h2, main h3').length,
    }));
    expect(found).toMatchObject({ footnotes: 6, marks: 6, nested: 3 });
    expect(found.headings).toBeGreaterThan(10);
    await page.goto(server.url('/reports/eksjo-rapport-2021'));
    expect(await page.$$eval('table tr', (rows) => rows.length)).toBe(7);
  });
});

describe('hostile pages', () => {
  it('are as large as they say', async () => {
    await page.goto(server.url('/hostile/nodes'));
    expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeGreaterThan(100_000);
    await page.goto(server.url('/hostile/long'));
    expect(await page.$eval('p', (only) => (only.firstChild as Text).length)).toBeGreaterThan(1_000_000);
  });

  it('do what they say', async () => {
    await page.goto(server.url('/hostile/mutating'));
    await page.waitForFunction(() => (window as unknown as { ticks: number }).ticks > 50);
    await page.goto(server.url('/hostile/highlights'));
    await page.waitForFunction(() => (window as unknown as { clears: number }).clears > 0);
    await page.goto(server.url('/hostile/impostor'));
    await page.waitForFunction(() => (window as unknown as { tries: number }).tries > 2);
    expect(await page.evaluate(() => (window as unknown as { answers: unknown[] }).answers)).toEqual([]);
    await page.goto(server.url('/hostile/markup'));
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
    expect((await page.goto(server.url('/hostile/none')))?.status()).toBe(404);
  });
});
