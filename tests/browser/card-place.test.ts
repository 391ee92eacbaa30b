import type { Page } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';
import { inCard, openCard, waitForPainted } from './support/reader';
import { setUp } from './support/set-up';

const at = setUp('chromium');
let page: Page;

beforeAll(async () => {
  page = await at.extension.browser.newPage();
});

/** What of the card the window cuts off, in CSS pixels on each side. */
async function cutOff(): Promise<number[]> {
  const card = await inCard(page, '.card');
  return card.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return [-left, -top, right - innerWidth, bottom - innerHeight].map((beyond) => Math.max(0, Math.round(beyond)));
  });
}

it.each([
  { width: 1280, height: 900 },
  { width: 1000, height: 700 },
  { width: 420, height: 560 },
])('the card stands within a window of $width × $height', async (viewport) => {
  await page.setViewport(viewport);
  await page.goto(at.server.url('/sample'));
  await waitForPainted(page, 'citation');
  for (const index of [0, 2, 12, 60]) {
    await openCard(page, 'citation', index);
    await expect.poll(cutOff, { timeout: 3000 }).toEqual([0, 0, 0, 0]);
    await page.keyboard.press('Escape');
  }
});

it('on paper only what is kept is marked, also where colours are forced', async () => {
  await page.goto(at.server.url('/sample'));
  await waitForPainted(page, 'citation');
  const devtools = await page.createCDPSession();
  const background = () =>
    page.evaluate(() => getComputedStyle(document.body, '::highlight(revisionspennan-citation)').backgroundColor);
  const features = [{ name: 'forced-colors', value: 'active' }];
  await devtools.send('Emulation.setEmulatedMedia', { features });
  await expect.poll(background).not.toMatch(/^rgba.*, 0\)$/);
  await devtools.send('Emulation.setEmulatedMedia', { features, media: 'print' });
  await expect.poll(background).toMatch(/^rgba.*, 0\)$/);
  await devtools.detach();
});
