import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page, Target } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testBuild } from './support/build';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import { inCard, openCard, openPanelInTab, painted, saveInCard, waitForPainted } from './support/reader';
import { servePages } from './support/screens';
import { type FixtureServer, startFixtureServer } from './support/server';

/**
 * What an open page does when the extension behind it is updated, and when its background worker has been stopped.
 * An update and a reload are the same to the page: its content script loses the extension that it belongs to.
 */

const CARD = 'revisionspennan-card';
const UPDATED = /Revisionspennan (har uppdaterats|was updated)/;
const COMMENT = 'Detta hann jag skriva före uppdateringen';

const status = (page: Page) =>
  page.evaluate(
    (card) => document.querySelector(card)?.shadowRoot?.querySelector('form .status')?.textContent ?? '',
    CARD,
  );

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let server: FixtureServer;
  let folder: string;
  let extension: ExtensionBrowser;
  let page: Page;

  beforeAll(async () => {
    server = await startFixtureServer();
    servePages(server);
    folder = await mkdtemp(join(tmpdir(), 'revisionspennan-update-'));
    extension = await launchWithExtension(name, testBuild(name), { profileDir: folder });
    page = await extension.browser.newPage();
    await page.goto(server.url('/small'));
    await waitForPainted(page, 'citation');
  });
  afterAll(async () => {
    await extension?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  });

  it('an update while a card is open loses nothing that was typed or saved', async () => {
    await openCard(page, 'citation', 0);
    await saveInCard(page, { comment: 'Sparat före uppdateringen' });
    await page.keyboard.press('Escape');
    await waitForPainted(page, 'saved', 1);

    await openCard(page, 'recommendation', 0);
    await (await inCard(page, 'textarea')).type(COMMENT);
    await updateExtension(extension);

    await (await inCard(page, 'button.primary')).click();
    // Firefox ends the script together with its extension: there nobody is left to say anything.
    if (name === 'chromium') await expect.poll(() => status(page), { timeout: 5000 }).toMatch(UPDATED);
    const textarea = await inCard(page, 'textarea');
    expect(await textarea.evaluate((each) => (each as HTMLTextAreaElement).value)).toBe(COMMENT);
  });

  it('the page works on, and the old script is silent there', async () => {
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(String(error)));
    await page.keyboard.press('Escape');
    await page.mouse.click(5, 5);
    await page.evaluate(() => {
      document.querySelector('main')?.append('Text som kommer sent.');
      getSelection()?.selectAllChildren(document.querySelector('h1') as Element);
    });
    await page.keyboard.press('Shift');
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(failures).toEqual([]);
    expect(await page.$eval('h1', (heading) => heading.textContent)).toContain('Granskning');
  });

  it('after a reload of the page everything that was saved is there, and saving works', async () => {
    await page.goto(server.url('/small'));
    await waitForPainted(page, 'saved', 1);
    expect(await painted(page, 'saved')).toEqual(['5 kap. 1 a § socialtjänstlagen (2001:453)']);
    await openCard(page, 'recommendation', 0);
    await saveInCard(page, { comment: COMMENT });
    await page.keyboard.press('Escape');
    await waitForPainted(page, 'saved', 2);
  });

  it.runIf(name === 'chromium')('the worker is stopped: the next save wakes it and is kept', async () => {
    await stopWorker(extension);
    await openCard(page, 'citation', 1);
    await saveInCard(page, { comment: 'Efter viloläget' });
    await page.keyboard.press('Escape');
    await stopWorker(extension);
    await page.reload();
    await waitForPainted(page, 'saved', 3);
    const panel = await openPanelInTab(extension, page);
    await panel.waitForFunction(() => document.querySelectorAll('.entry.kept').length === 3);
    await panel.close();
  });
});

/** Replaces the extension by itself, as an update does, and waits until it runs again. */
async function updateExtension(extension: ExtensionBrowser): Promise<void> {
  if (extension.name === 'chromium') {
    // chrome.runtime.reload() would leave an unpacked extension switched off where there is no developer mode.
    await extension.browser.installExtension(testBuild('chromium'));
  } else {
    const inside = await extension.openExtensionPage('sidepanel.html');
    const reload = () =>
      setTimeout(() =>
        (globalThis as unknown as { browser: { runtime: { reload(): void } } }).browser.runtime.reload(),
      );
    await inside.evaluate(reload).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await inside.close().catch(() => undefined);
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
}

const isWorker = (target: Target) => target.type() === 'service_worker' && target.url().startsWith('chrome-extension:');

/** Stops the extension's worker as the browser does after half a minute of idleness, and waits until it is gone. */
async function stopWorker(extension: ExtensionBrowser): Promise<void> {
  const { browser } = extension;
  const running = browser.targets().find(isWorker);
  if (!running) return;
  const session: CDPSession = await browser.target().createCDPSession();
  const gone = new Promise<void>((resolve) => {
    browser.on('targetdestroyed', (target) => {
      if (isWorker(target)) resolve();
    });
  });
  const { targetInfos } = await session.send('Target.getTargets');
  const info = targetInfos.find((each) => each.type === 'service_worker' && each.url.startsWith('chrome-extension:'));
  if (info) await session.send('Target.closeTarget', { targetId: info.targetId });
  await gone;
  await session.detach();
}
