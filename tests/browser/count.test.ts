import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inStatus, waitForSaid } from './support/commands';
import { problems } from './support/looks';
import { painted, selectWords, waitForPainted } from './support/reader';
import { servePages } from './support/screens';
import { setUp } from './support/set-up';

const STATUS = 'revisionspennan-status';

interface Api {
  runtime: { sendMessage(message: object): Promise<{ res: { value: { countCorner?: string } } }> };
}

describe.each(['chromium', 'firefox'] as const)('%s: the count on the page', (name) => {
  const at = setUp(name, { prepare: servePages });
  let page: Page;

  beforeEach(async () => {
    page = await at.extension.browser.newPage();
    await page.setViewport({ width: 800, height: 600 });
    await page.goto(at.server.url('/small'));
    await waitForPainted(page, 'recommendation');
  });
  afterEach(async () => {
    await page.close().catch(() => undefined);
  });

  const box = () =>
    page.evaluate((tag) => {
      const { left, top, right, bottom } = document.querySelector(tag)?.getBoundingClientRect() ?? new DOMRect();
      return { left, top, right, bottom };
    }, STATUS);
  const isGone = () =>
    page.waitForFunction((tag) => document.querySelector(tag) === null, { timeout: 15_000, polling: 50 }, STATUS);

  it('says how much was found, in a low corner, and axe finds no fault with it', async () => {
    const open = await inStatus(page, '.open');
    expect(await open.evaluate((each) => each?.textContent)).toBe('2 provisions · 1 recommendation');
    const { left, bottom, top } = await box();
    expect(left).toBeLessThan(20);
    expect(bottom).toBe(600);
    expect(bottom - top).toBeLessThan(40);
    for (const theme of name === 'chromium' ? ['light', 'dark'] : []) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      expect(await problems(page, STATUS), theme).toEqual([]);
    }
    expect(await problems(page, STATUS)).toEqual([]);
  });

  it('is not there where nothing was found', async () => {
    at.server.setPage(
      '/plain',
      `<!doctype html><html lang="sv"><title>x</title><main><p>${'Här står bara vanlig text om ingenting särskilt. '.repeat(30)}</p></main>`,
    );
    await page.goto(at.server.url('/plain'));
    const panel = await at.extension.openExtensionPage('options.html');
    await panel.close();
    await page.bringToFront();
    await page.waitForFunction(() => document.readyState === 'complete');
    expect(await page.evaluate((tag) => document.querySelector(tag), STATUS)).toBeNull();
  });

  it('is reached and used by keyboard alone, and leads to the panel or to the first passage', async () => {
    await inStatus(page, '.open');
    await page.keyboard.down('Shift');
    for (let i = 0; i < 3; i++) await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    const focused = () =>
      page.evaluate((tag) => document.querySelector(tag)?.shadowRoot?.activeElement?.className ?? '', STATUS);
    for (let i = 0; i < 6 && (await focused()) !== 'open'; i++) await page.keyboard.press('Tab');
    expect(await focused()).toBe('open');
    await page.keyboard.press('Enter');
    if (name === 'chromium') {
      await expect
        .poll(() => at.extension.browser.targets().some((each) => each.url().includes('sidepanel.html')), {
          timeout: 10_000,
        })
        .toBe(true);
    } else {
      await waitForSaid(page, /1 of 2/);
      await waitForPainted(page, 'focused');
      expect((await painted(page, 'focused')).join('')).toContain('socialtjänstlagen');
    }
  });

  it('goes away on this page when it is not wanted, says how it comes back, and is there after a reload', async () => {
    const hide = await inStatus(page, '.hide');
    await (hide as unknown as { click(): Promise<void> }).click();
    await waitForSaid(page, /hidden until the page is loaded again/);
    expect(
      await page.evaluate((tag) => document.querySelector(tag)?.shadowRoot?.querySelector('.bar'), STATUS),
    ).toBeNull();
    await page.reload();
    await inStatus(page, '.open');
  });

  it('goes away for good by the settings, at once on open pages too', async () => {
    await inStatus(page, '.open');
    const settings = await at.extension.openExtensionPage('options.html');
    const toggle = () => settings.$eval('input[name=show-count]', (each) => (each as HTMLInputElement).click());
    await settings.waitForSelector('input[name=show-count]');
    await toggle();
    await page.bringToFront();
    await isGone();
    await page.reload();
    await waitForPainted(page, 'recommendation');
    expect(await page.evaluate((tag) => document.querySelector(tag), STATUS)).toBeNull();
    // A tab that is not seen runs slowly in Firefox.
    await toggle();
    await page.bringToFront();
    await inStatus(page, '.open');
    await settings.close();
  });

  it('is moved from corner to corner, by mouse and by keyboard, and keeps the focus', async () => {
    const move = (await inStatus(page, '.move')) as unknown as { click(): Promise<void> };
    await move.click();
    await expect.poll(async () => (await box()).left, { timeout: 5000 }).toBeGreaterThan(300);
    expect((await box()).bottom).toBe(600);
    expect(
      await page.evaluate((tag) => document.querySelector(tag)?.shadowRoot?.activeElement?.className, STATUS),
    ).toBe('move');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await box()).top, { timeout: 5000 }).toBe(0);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await box()).left, { timeout: 5000 }).toBeLessThan(20);
    expect((await box()).top).toBe(0);
    expect(await problems(page, STATUS)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await box()).bottom, { timeout: 5000 }).toBe(600);
  });

  it('stands where it was moved to on the next page too', async () => {
    const corner = async () => {
      const { left, top } = await box();
      return [left > 300 ? 'end' : 'start', top === 0 ? 'top' : 'bottom'];
    };
    const helper = await at.extension.openExtensionPage('privacy.html');
    await page.bringToFront();
    /** As the background tells it to every page that is opened. */
    const remembered = () =>
      helper.evaluate(async () => {
        const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
        const message = {
          id: 1,
          type: 'openDocument',
          data: { urls: ['https://exempel.se/'], textHash: 'a'.repeat(64) },
          timestamp: Date.now(),
        };
        const { res } = await (browser ?? chrome).runtime.sendMessage(message);
        return res.value.countCorner;
      });
    for (const wanted of [
      ['end', 'bottom'],
      ['end', 'top'],
      ['start', 'top'],
      ['start', 'bottom'],
    ]) {
      const move = (await inStatus(page, '.move')) as unknown as { click(): Promise<void> };
      await move.click();
      await expect.poll(corner, { timeout: 10_000 }).toEqual(wanted);
      await expect.poll(remembered, { timeout: 20_000 }).toBe(`${wanted[1]}-${wanted[0]}`);
      await page.reload();
      await inStatus(page, '.open');
      expect(await corner()).toEqual(wanted);
    }
    await helper.close();
  });

  it('is short in a narrow window, in all its words to who hears it', async () => {
    await page.setViewport({ width: 320, height: 600 });
    const open = await inStatus(page, '.open');
    expect(await open.evaluate((each) => each?.textContent)).toBe('2 provisions · 1 recommendation');
    expect(await open.evaluate((each) => (each as HTMLElement).dataset.short)).toBe('2 § · 1 rec.');
    const { left, right, top, bottom } = await box();
    expect(right - left).toBeLessThan(200);
    expect(bottom - top).toBeLessThan(32);
    expect(await problems(page, STATUS)).toEqual([]);
  });

  it('makes room for what is selected under it', async () => {
    await page.evaluate(() => {
      const low = document.createElement('p');
      low.textContent = 'Denna rad står allra längst ner till vänster i fönstret.';
      low.style.cssText = 'position: fixed; left: 12px; bottom: 2px; margin: 0';
      document.querySelector('main')?.append(low);
    });
    await inStatus(page, '.open');
    await page.evaluate(() => {
      const text = document.querySelector('main p:last-child')?.firstChild;
      if (text) getSelection()?.setBaseAndExtent(text, 0, text, 20);
    });
    await expect.poll(async () => (await box()).left, { timeout: 5000 }).toBeGreaterThan(300);
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await expect.poll(async () => (await box()).left, { timeout: 5000 }).toBeLessThan(20);
  });

  it('does not move the text, and selecting by mouse goes on as without it', async () => {
    await inStatus(page, '.open');
    await selectWords(page, 'samverka');
    expect(await page.evaluate(() => getSelection()?.toString())).toContain('samverka');
  });

  // Only Chromium can be asked how a page would be printed.
  if (name === 'chromium') {
    it('is not printed', async () => {
      await inStatus(page, '.open');
      await page.emulateMediaType('print');
      expect(
        await page.evaluate((tag) => getComputedStyle(document.querySelector(tag) as Element).display, STATUS),
      ).toBe('none');
      await page.emulateMediaType('screen');
    });
  }
});
