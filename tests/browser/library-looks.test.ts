import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { testBuild } from './support/build';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import { isFocusLost } from './support/library-page';
import { LIBRARY_STATE_NAMES, openLibraryState } from './support/library-states';

let extension: ExtensionBrowser;

/** States in which nothing has had the focus yet. */
const UNTOUCHED = ['library-rows', 'library-grouped', 'library-empty'];

/** What axe finds wrong: rule, element and why. Each problem is a line. */
async function problems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

/** Elements that reach beyond the window's sides. */
function beyond(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right, width: own } = element.getBoundingClientRect();
      return own > 1 && !element.closest('option, datalist') && (left < -0.5 || right > width + 0.5);
    });
    const whole = document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : [];
    return [...whole, ...wide.map((element) => `${element.localName}.${element.className}`)];
  });
}

describe.each(['chromium', 'firefox'] as const)('the library in %s', (name) => {
  beforeAll(async () => {
    extension = await launchWithExtension(name, testBuild(name));
  });
  afterAll(() => extension?.close());
  afterEach(async () => {
    for (const page of (await extension.browser.pages()).slice(1)) await page.close().catch(() => undefined);
  });

  // Firefox takes its theme from a preference at its start, and the colours are the same in both browsers.
  const themes = name === 'chromium' ? (['light', 'dark'] as const) : (['light'] as const);

  it.each(LIBRARY_STATE_NAMES)('%s has no fault that axe can find, in any theme and width', async (state) => {
    const page = await openLibraryState(extension, state);
    expect(await isFocusLost(page), 'focus').toBe(UNTOUCHED.includes(state));
    for (const theme of themes) {
      if (name === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      expect(await problems(page), theme).toEqual([]);
    }
    await page.setViewport({ width: 320, height: 700 });
    // What stands beside the list comes over it as soon as the page has heard of its new width.
    await vi.waitFor(async () => expect(await beyond(page), '320 px').toEqual([]), { timeout: 20_000, interval: 200 });
    expect(await problems(page), '320 px').toEqual([]);
  });

  it('Tab has one stop in the list, and every stop is seen to have the focus', async () => {
    const page = await openLibraryState(extension, 'library-rows');
    const stops: string[] = [];
    const unseen: string[] = [];
    await page.focus('.search');
    for (let nth = 0; nth < 40; nth++) {
      await page.keyboard.press('Tab');
      const { name: stop, outlined } = await page.evaluate(() => {
        const element = document.activeElement ?? document.body;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return {
          name: element.hasAttribute('data-index') ? 'line' : `${element.localName}.${element.className}`,
          outlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
        };
      });
      if (stop.startsWith('body') || stop.startsWith('html')) break;
      stops.push(stop);
      if (!outlined) unseen.push(stop);
    }
    expect(stops.filter((stop) => stop === 'line')).toHaveLength(1);
    expect(unseen).toEqual([]);
  });
});
