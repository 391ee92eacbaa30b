import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { problems } from './support/looks';
import { countOf, DATED_PAGE } from './support/panel-pages';
import { cardText, inCard, openCard, openPanelInTab, panelEntries, saveInCard, waitForPainted } from './support/reader';
import { setUp } from './support/set-up';

/** Two places write on the same annotation: neither's words are lost unseen, and there is a way on. */

const CARD = 'revisionspennan-card';
const THEIRS = 'Skrivet i en annan flik';

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  const at = setUp(name, { grantsUnasked: true });
  let page: Page;
  let panel: Page;
  let documents = 0;

  /** What another window does, as the background hears of it. */
  const elsewhere = async (type: 'updateAnnotation' | 'removeAnnotation') => {
    const helper = await at.extension.openExtensionPage('privacy.html');
    const id = await panel.$eval('.entry.kept', (row) => row.getAttribute('data-annotation'));
    await helper.evaluate(
      async (wanted, annotation, comment) => {
        const { browser } = globalThis as unknown as {
          browser: { runtime: { sendMessage(message: object): Promise<unknown> } };
        };
        const data = wanted === 'updateAnnotation' ? { id: annotation, patch: { comment } } : { id: annotation };
        await browser.runtime.sendMessage({ id: 1, type: wanted, data, timestamp: Date.now() });
      },
      type,
      id,
      THEIRS,
    );
    await helper.close();
  };
  const comments = async () => (await panelEntries(panel)).flatMap(({ comment }) => comment || []);
  const waitForStored = (words: string) => expect.poll(comments, { timeout: 10_000 }).toEqual([words]);
  /** In the narrowest window, in both themes where the browser lets a test choose. */
  const expectGoodLooks = async () => {
    await page.setViewport({ width: 320, height: 640 });
    for (const theme of name === 'chromium' ? ['light', 'dark'] : ['light']) {
      if (name === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      expect(await problems(page, CARD), theme).toEqual([]);
    }
    const overflow = await (await inCard(page, '.card')).evaluate((card) => {
      const { left, right } = card.getBoundingClientRect();
      return [card.scrollWidth - card.clientWidth, -left, right - innerWidth].map((over) => Math.max(0, over));
    });
    expect(overflow).toEqual([0, 0, 0]);
  };
  const typeInCard = async (words: string) => {
    await (await inCard(page, 'textarea')).evaluate((each) => (each as HTMLTextAreaElement).select());
    await (await inCard(page, 'textarea')).type(words);
  };

  beforeEach(async () => {
    for (const open of [panel, page]) await open?.close().catch(() => undefined);
    documents += 1;
    const path = `/clash-${documents}`;
    at.server.setPage(path, DATED_PAGE.replace('</main>', `<p>Handling nummer ${documents}.</p></main>`));
    page = await at.extension.browser.newPage();
    await page.goto(at.server.url(path));
    await waitForPainted(page, 'recommendation', 2);
    panel = await openPanelInTab(at.extension, page);
    await panel.waitForSelector('.entry');
    await page.bringToFront();
  });

  describe('the card', () => {
    beforeEach(async () => {
      await openCard(page, 'recommendation');
      await saveInCard(page, { comment: 'Först' });
      await panel.waitForSelector('.entry.kept');
    });

    it('shows what is stored now, and keeps one’s own words or takes the stored ones', async () => {
      await elsewhere('updateAnnotation');
      await page.bringToFront();
      await typeInCard('Mitt');
      await (await inCard(page, 'button.primary')).click();
      const stored = await inCard(page, '.newer .stored');
      expect(await stored.evaluate((each) => each.textContent)).toBe(THEIRS);
      await expectGoodLooks();
      await (await inCard(page, '.keep-typed')).click();
      await waitForStored('Mitt');

      await elsewhere('updateAnnotation');
      await page.bringToFront();
      await typeInCard('Igen');
      await (await inCard(page, 'button.primary')).click();
      await (await inCard(page, '.take-stored')).click();
      const field = await inCard(page, 'textarea');
      await expect.poll(() => field.evaluate((each) => (each as HTMLTextAreaElement).value)).toBe(THEIRS);
      await waitForStored(THEIRS);
    });

    it('keeps a half-written comment when the annotation was removed elsewhere', async () => {
      await typeInCard('Halvskrivet');
      await elsewhere('removeAnnotation');
      await page.bringToFront();
      await (await inCard(page, 'button.primary')).click();
      await inCard(page, '.save-again');
      await expectGoodLooks();
      await (await inCard(page, '.save-again')).click();
      await waitForStored('Halvskrivet');
    });

    it('number keys that follow at once are all carried out on a passage that is not kept', async () => {
      await page.keyboard.press('Escape');
      await page.waitForFunction((card) => document.querySelector(card) === null, {}, CARD);
      await openCard(page, 'citation');
      await page.keyboard.press('5');
      await page.keyboard.press('6');
      await expect.poll(async () => (await panelEntries(panel)).map(({ tags }) => tags.length)).toContain(3);
      expect(await cardText(page)).toMatch(/Response.*Follow up/s);
    });
  });

  describe('the panel', () => {
    beforeEach(async () => {
      await panel.bringToFront();
      await panel.click('.entry.kind-recommendation .keep');
      await panel.waitForSelector('.entry.kept .edit');
      await panel.click('.entry.kept .edit');
      await panel.type('.entry.kept textarea', 'Mitt');
    });

    it('shows what is stored now, and keeps one’s own words', async () => {
      await elsewhere('updateAnnotation');
      await panel.bringToFront();
      await panel.click('.entry.kept .annotation-form .primary');
      await panel.waitForSelector('.newer');
      expect(await panel.$eval('.newer .stored', (each) => each.textContent)).toBe(THEIRS);
      await panel.setViewport({ width: 320, height: 700 });
      expect(await problems(panel)).toEqual([]);
      await panel.click('.newer .keep-typed');
      await countOf(panel, '.entry.kept textarea', 0);
      await waitForStored('Mitt');
    });

    it('keeps a half-written comment when the annotation was removed elsewhere', async () => {
      await elsewhere('removeAnnotation');
      await panel.bringToFront();
      await panel.waitForSelector('.lost-draft');
      expect(await panel.$eval('.lost-draft .stored', (each) => each.textContent)).toBe('Mitt');
      await panel.click('.lost-draft .save-again');
      await countOf(panel, '.lost-draft', 0);
      await panel.waitForSelector('.entry.kept');
      await waitForStored('Mitt');
    });
  });
});
