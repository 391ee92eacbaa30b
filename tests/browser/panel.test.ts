import type { ElementHandle, Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  closeAllPages,
  countOf,
  focusIn,
  openNewDocument,
  panelWords,
  undoInPanel,
  waitForMessage,
} from './support/panel-pages';
import { inCard, openCard, painted, panelEntries, saveInCard, waitForPainted } from './support/reader';
import { setUp } from './support/set-up';

/** The side panel as an auditor's desk: saving all, the current set, the list with its filters and keys. */
describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  const at = setUp(name, { grantsUnasked: true });
  let page: Page;
  let panel: Page;

  beforeEach(async () => {
    ({ page, panel } = await openNewDocument(at));
  });
  afterEach(() => closeAllPages(at));

  describe('saving all', () => {
    it('keeps every provision with its tag in the current set, leaves out what is kept, and is undone as one', async () => {
      const words = await panelWords(panel);
      await (await panel.waitForSelector('.set-chooser select'))?.select('+');
      await (await panel.waitForSelector('.set-chooser input'))?.type('Granskning 2026');
      await panel.keyboard.press('Enter');
      await waitForMessage(panel, words.set.chosen('Granskning 2026'));
      expect((await focusIn(panel)).isLost).toBe(false);

      await panel.click('.entry.kind-citation .keep');
      await countOf(panel, '.entry.kept', 1);
      // The row shows it; who does not see the row hears it.
      await panel.waitForFunction(() =>
        /^(Sparat|Saved): \S/.test(document.querySelector('.heard')?.textContent ?? ''),
      );
      await panel.click('.save-all [data-kind=citation]');
      await waitForMessage(panel, words.saveAll.saved(2, 'Granskning 2026'));
      await waitForMessage(panel, words.saveAll.already(1));
      await countOf(panel, '.entry.kept.kind-citation', 3);
      const kept = (await panelEntries(panel)).filter(({ isKept }) => isKept);
      expect(kept.map(({ tags }) => tags.length)).toEqual([1, 1, 1]);
      expect(new Set(kept.flatMap(({ tags }) => tags)).size).toBe(1);
      await waitForPainted(page, 'saved', 3);
      expect((await focusIn(panel)).isLost).toBe(false);
      expect(await panel.$eval('.save-all [data-kind=citation]', (each) => each.textContent)).toBe(
        words.saveAll.citationDone,
      );

      await panel.click('.save-all [data-kind=recommendation]');
      await waitForMessage(panel, words.saveAll.saved(2, 'Granskning 2026'));
      await countOf(panel, '.entry.kept', 5);
      await undoInPanel(panel);
      await countOf(panel, '.entry.kept', 3);
      expect((await focusIn(panel)).isLost).toBe(false);
      await page.reload();
      await waitForPainted(page, 'saved', 3);
      expect(await painted(page, 'saved')).toHaveLength(3);
    });
  });

  describe('the card', () => {
    const chosenSet = async () =>
      (await inCard(page, '.set-chooser select')).evaluate(
        (select) => (select as HTMLSelectElement).selectedOptions[0]?.textContent,
      );

    it('makes a set and saves in it, and moves what is kept to another', async () => {
      await page.bringToFront();
      await openCard(page, 'citation', 0);
      const before = await chosenSet();
      const select = (await inCard(page, '.set-chooser select')) as ElementHandle<HTMLSelectElement>;
      await select.select('+');
      await (await inCard(page, '.set-chooser input')).type('Ur kortet');
      await page.keyboard.press('Enter');
      await expect.poll(chosenSet).toBe('Ur kortet');
      await saveInCard(page);
      await page.keyboard.press('Escape');

      await panel.bringToFront();
      await countOf(panel, '.entry.kept', 1);
      await panel.waitForFunction(
        (name) => document.querySelector<HTMLSelectElement>('.set select')?.selectedOptions[0]?.textContent === name,
        {},
        'Ur kortet',
      );

      await page.bringToFront();
      await openCard(page, 'citation', 0);
      await expect.poll(chosenSet).toBe('Ur kortet');
      const again = (await inCard(page, '.set-chooser select')) as ElementHandle<HTMLSelectElement>;
      const first = await again.evaluate(
        (each, name) => [...each.options].find((option) => option.textContent === name)?.value ?? '',
        before,
      );
      await again.select(first);
      await expect.poll(chosenSet).toBe(before);
      await page.reload();
      await waitForPainted(page, 'saved', 1);
      await openCard(page, 'citation', 0);
      expect(await chosenSet()).toBe(before);
    });
  });

  describe('the list', () => {
    it('is walked by arrow keys; Tab comes to one row', async () => {
      const quotes = (await panelEntries(panel)).map(({ quote }) => quote);
      await panel.focus('.entry .place');
      const heard: string[] = [];
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'End', 'Home'] as const) {
        await panel.keyboard.press(key);
        heard.push((await focusIn(panel)).text);
      }
      const wanted = [quotes[1], quotes[2], quotes[1], quotes.at(-1), quotes[0]];
      for (const [index, quote] of wanted.entries()) expect(heard[index]).toContain(quote);
      await panel.keyboard.press('ArrowDown');
      await panel.keyboard.press('Tab');
      expect((await focusIn(panel)).className).toContain('keep');
      await panel.keyboard.press('Tab');
      // Past all the other rows, to what stands after the list.
      expect(await panel.evaluate(() => document.activeElement?.closest('.entry') === null)).toBe(true);
    });

    it('keys 1–9 set tags on the row and take them away; a passage is kept with it; undo', async () => {
      const words = await panelWords(panel);
      await panel.focus('.entry.kind-recommendation .place');
      await panel.keyboard.press('2');
      await countOf(panel, '.entry.kept.kind-recommendation', 1);
      await countOf(panel, '.entry.kept .tag-chip', 2);
      expect((await focusIn(panel)).className).toBe('place');
      const tags = (await panelEntries(panel)).find(({ isKept }) => isKept)?.tags ?? [];
      await waitForMessage(panel, words.tagged(tags[1] ?? '?'));
      // The message takes its room from the list; the row is not under it.
      await panel.waitForFunction(
        () => {
          const row = document.activeElement?.closest('.entry')?.getBoundingClientRect();
          const message = document.querySelector('.message')?.getBoundingClientRect();
          return row !== undefined && message !== undefined && row.bottom <= message.top + 1;
        },
        { polling: 50 },
      );
      await panel.keyboard.press('2');
      await countOf(panel, '.entry.kept .tag-chip', 1);
      await waitForMessage(panel, words.untagged(tags[1] ?? '?'));
      await undoInPanel(panel);
      await countOf(panel, '.entry.kept .tag-chip', 2);
      expect((await focusIn(panel)).isLost).toBe(false);
      await panel.focus('.entry.kept .place');
      await panel.keyboard.press('9');
      await waitForMessage(panel, words.noTagOnKey(9));
      // In a field a digit is a digit.
      await panel.click('.entry.kept .edit');
      await panel.type('.entry.kept textarea', '3');
      expect(await panel.$eval('.entry.kept textarea', (each) => (each as HTMLTextAreaElement).value)).toBe('3');
    });

    it('number keys that follow at once are all carried out, on a passage that is kept and on one that is not', async () => {
      await panel.focus('.entry.kind-recommendation .place');
      await panel.keyboard.press('5');
      await panel.keyboard.press('6');
      // With the tag that suits a recommendation.
      await countOf(panel, '.entry.kept.kind-recommendation .tag-chip', 3);
      await panel.keyboard.press('5');
      await panel.keyboard.press('6');
      await countOf(panel, '.entry.kept.kind-recommendation .tag-chip', 1);
      expect(await panel.$('.message .failure')).toBeNull();
    });

    it('is filtered by kind and by tag, each choice with its count', async () => {
      const words = await panelWords(panel);
      await panel.click('.save-all [data-kind=citation]');
      await countOf(panel, '.entry.kept', 3);
      await panel.focus('.entry.kept .place');
      await panel.keyboard.press('2');
      await countOf(panel, '.entry.kept .tag-chip', 4);
      const second = (await panelEntries(panel)).find(({ tags }) => tags.length === 2)?.tags[1] ?? '';
      const options = () =>
        panel.$$eval('.tag-filter option', (all) => all.map((each) => (each.textContent ?? '').trim()));
      expect(await options()).toContain(`${second} (1)`);
      await panel.select('.tag-filter', `tag ${second}`);
      await countOf(panel, '.entry', 1);
      await panel.select('.filter select', 'recommendation');
      await countOf(panel, '.entry', 0);
      expect(await options()).toContain(`${second} (0)`);
      expect(await panel.$eval('main', (each) => each.textContent)).toContain(words.filter.nothing);
      await panel.evaluate(() => document.querySelector<HTMLElement>('main .hint button')?.click());
      await countOf(panel, '.entry', 5);
    });

    it('what is removed under a filter leaves the focus to the next row, and undo to the row that came back', async () => {
      await panel.click('.save-all [data-kind=citation]');
      await countOf(panel, '.entry.kept', 3);
      await panel.select('.filter select', 'kept');
      await countOf(panel, '.entry', 3);
      const quotes = (await panelEntries(panel)).map(({ quote }) => quote);
      await panel.focus('.entry:nth-child(2) .place');
      await panel.focus('.entry:nth-child(2) .remove');
      await panel.keyboard.press('Enter');
      await countOf(panel, '.entry', 2);
      await panel.waitForFunction(() => document.activeElement?.className === 'place');
      expect((await focusIn(panel)).text).toContain(quotes[2]);
      await panel.focus('.message .undo');
      await panel.keyboard.press('Enter');
      await countOf(panel, '.entry', 3);
      await panel.waitForFunction(() => document.activeElement?.className === 'place');
      expect((await focusIn(panel)).text).toContain(quotes[1]);
    });
  });
});
