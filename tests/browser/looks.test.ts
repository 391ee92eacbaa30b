import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textsIn } from '../../locales';
import { cutOff, problems } from './support/looks';
import { inCard, openCard, openPanelInTab, saveInCard, waitForPainted } from './support/reader';
import { PAGE_STATES, PANEL_STATES, servePages } from './support/screens';
import { setUp } from './support/set-up';

const CARD = 'revisionspennan-card';

let page: Page;

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  const at = setUp(name, { prepare: servePages });
  beforeEach(async () => {
    page = await at.extension.browser.newPage();
  });
  afterEach(async () => {
    for (const open of await at.extension.browser.pages()) if (open !== page) await open.close();
    await page.close().catch(() => undefined);
  });

  // Firefox takes its theme from a preference at its start, and the colours are the same in both browsers.
  const themes = name === 'chromium' ? (['light', 'dark'] as const) : (['light'] as const);
  describe.each(themes)('%s', (theme) => {
    const setTheme = async (shown: Page) => {
      if (name === 'chromium') await shown.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    };

    it.each(Object.keys(PAGE_STATES))('%s has no fault that axe can find', async (state) => {
      await setTheme(page);
      await page.goto(at.server.url('/small'));
      await waitForPainted(page, 'citation');
      await PAGE_STATES[state]?.(page);
      expect(await problems(page, CARD)).toEqual([]);
    });

    it.each(Object.keys(PANEL_STATES))('%s has no fault that axe can find', async (state) => {
      const panel = await PANEL_STATES[state]?.(at.extension, page, at.server);
      if (!panel) throw new Error(`No panel for ${state}`);
      await setTheme(panel);
      expect(await problems(panel)).toEqual([]);
    });
  });

  it.each([
    ['320 px', { width: 320, height: 700 }],
    // At 200 % a panel of 400 px has half the room, in pixels twice as large.
    ['200 %', { width: 200, height: 400, deviceScaleFactor: 2 }],
  ])('nothing in the panel is cut off sideways at %s', async (_, viewport) => {
    for (const [state, open] of Object.entries(PANEL_STATES)) {
      const panel = await open(at.extension, page, at.server);
      await panel.setViewport(viewport);
      expect(await cutOff(panel), state).toEqual([]);
      await panel.close();
    }
  });

  it('in a low panel the header leaves the list its room: everything scrolls together', async () => {
    const panel = await PANEL_STATES['panel-editing']?.(at.extension, page, at.server);
    if (!panel) throw new Error('No panel');
    await panel.setViewport({ width: 200, height: 300, deviceScaleFactor: 2 });
    const headerEnd = await panel.evaluate(() => {
      document.querySelector('.entry:last-child button')?.scrollIntoView({ block: 'start' });
      return document.querySelector('header')?.getBoundingClientRect().bottom ?? Number.NaN;
    });
    expect(headerEnd).toBeLessThan(0);
  });

  it.each(Object.keys(PAGE_STATES))('%s does not move the text of the page', async (state) => {
    await page.goto(at.server.url('/small'));
    await waitForPainted(page, 'citation');
    const before = await places(page);
    await PAGE_STATES[state]?.(page);
    expect(await places(page)).toEqual(before);
    await page.keyboard.press('Escape');
    expect(await places(page)).toEqual(before);
  });

  it('saving does not move the card, nor take focus out of it', async () => {
    await page.goto(at.server.url('/small'));
    await waitForPainted(page, 'citation');
    await openCard(page, 'citation', 0);
    const place = () => inCard(page, '.card').then((card) => card.evaluate((each) => each.getBoundingClientRect().x));
    const before = await place();
    await saveInCard(page, { comment: 'Obs' });
    expect(await place()).toBe(before);
    expect(await page.evaluate((card) => document.activeElement?.localName === card, CARD)).toBe(true);
  });

  describe('by keyboard alone', () => {
    it('Tab reaches every control of the panel in order, and each is seen to have the focus', async () => {
      const panel = await PANEL_STATES['panel-editing']?.(at.extension, page, at.server);
      if (!panel) throw new Error('No panel');
      await panel.setViewport({ width: 320, height: 500 });
      const controls = await panel.evaluate(() => {
        // Of the rows one is current; the arrow keys lead to the others.
        const all = [...document.querySelectorAll<HTMLElement>('a[href],button,input,select,summary,textarea')];
        const seen = all.filter((each) => each.checkVisibility() && !each.matches(':disabled') && each.tabIndex >= 0);
        seen.forEach((each, index) => {
          each.setAttribute('data-order', String(index));
        });
        return seen.length;
      });
      // Tab goes on from the last click unless something before the first control has the focus.
      await panel.evaluate(() => {
        document.body.tabIndex = -1;
        document.body.focus();
      });
      const reached: Awaited<ReturnType<typeof focused>>[] = [];
      for (let i = 0; i < controls; i++) {
        await panel.keyboard.press('Tab');
        reached.push(await focused(panel));
      }
      expect(reached.map(({ order }) => order)).toEqual(Array.from({ length: controls }, (_, index) => `${index}`));
      expect(reached.filter(({ outlined }) => !outlined)).toEqual([]);
      expect(reached.filter(({ uncovered }) => !uncovered)).toEqual([]);
    });

    it('saves, edits, removes and undoes without losing the focus', async () => {
      await page.goto(at.server.url('/small'));
      await waitForPainted(page, 'citation');
      const panel = await openPanelInTab(at.extension, page);
      await panel.waitForSelector('.entry');
      // What earlier tests kept is removed, so that all rows can be saved.
      for (let kept = await panel.$('.entry.kept .remove'); kept; kept = await panel.$('.entry.kept .remove')) {
        const left = (await panel.$$('.entry.kept')).length;
        await kept.click();
        await panel.waitForFunction((count) => document.querySelectorAll('.entry.kept').length < count, {}, left);
      }
      const count = (selector: string, wanted: number) =>
        panel.waitForFunction((each, all) => document.querySelectorAll(each).length === all, {}, selector, wanted);

      await panel.focus('.entry .keep');
      await panel.keyboard.press('Enter');
      await count('.entry.kept', 1);
      expect(await focused(panel), 'after Save').toMatchObject({ lost: false });

      await panel.focus('.entry.kept .edit');
      await panel.keyboard.press(' ');
      await panel.waitForSelector('.entry.kept textarea');
      await panel.focus('.entry.kept textarea');
      await panel.keyboard.type('Med tangentbord');
      await panel.keyboard.press('Tab');
      await panel.keyboard.press('Enter');
      const said = (words: string) =>
        panel.waitForFunction((all) => document.querySelector('.message')?.textContent?.includes(all), {}, words);
      await said(textsIn('en').walk.saved(''));
      await count('.entry.kept textarea', 0);
      expect(await focused(panel), 'after the change').toMatchObject({ lost: false });

      await panel.focus('.entry.kept .remove');
      await panel.keyboard.press('Enter');
      await count('.entry.kept', 0);
      await said(textsIn('en').card.removed);
      expect(await focused(panel), 'after Remove').toMatchObject({ lost: false });

      await panel.focus('.message .undo');
      await panel.keyboard.press(' ');
      await count('.entry.kept', 1);
      await count('.message .undo', 0);
      expect(await focused(panel), 'after Undo').toMatchObject({ lost: false });
      expect(await panel.$eval('.entry.kept .comment', (each) => each.textContent)).toBe('Med tangentbord');
    });
  });
});

/** Where the lines of the page's text stand in the document. */
function places(shown: Page): Promise<number[][]> {
  return shown.evaluate(() =>
    [...document.querySelectorAll('h1, p')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x + scrollX, y + scrollY, width, height].map(Math.round);
    }),
  );
}

/** What has the focus, and whether a person sees that it does. */
function focused(shown: Page) {
  return shown.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { left, top, width, height } = element.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const onTop = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, innerHeight / 2));
    return {
      name: `${element.localName}.${element.className} “${element.textContent?.slice(0, 30)}”`,
      order: element.getAttribute('data-order'),
      lost: element === document.body || element === document.documentElement,
      outlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      uncovered: onTop !== null && (element.contains(onTop) || onTop.contains(element)),
    };
  });
}
