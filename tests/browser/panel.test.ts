import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testBuild } from './support/build';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import {
  countOf,
  DATED_PAGE,
  focusIn,
  openPanelBeside,
  panelWords,
  undoInPanel,
  waitForMessage,
} from './support/panel-pages';
import {
  cardText,
  inCard,
  openCard,
  openPanelInTab,
  painted,
  panelEntries,
  saveInCard,
  waitForPainted,
} from './support/reader';
import { type FixtureServer, startFixtureServer } from './support/server';

/** The side panel as an auditor's desk: the document's profile, saving all, the current set, filters, keys, and why a page is not read. */

let server: FixtureServer;
let extension: ExtensionBrowser;
let page: Page;
let panel: Page;
/** Each test has a document of its own: what one keeps the next does not see. */
let documents = 0;

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  beforeAll(async () => {
    server = await startFixtureServer();
    extension = await launchWithExtension(name, testBuild(name), { grantsUnasked: true });
  });
  afterAll(async () => {
    await extension?.close();
    await server?.close();
  });
  beforeEach(async () => {
    documents += 1;
    const path = `/report-${documents}`;
    server.setPage(path, DATED_PAGE.replace('</main>', `<p>Handling nummer ${documents} av många.</p></main>`));
    page = await extension.browser.newPage();
    await page.goto(server.url(path));
    await waitForPainted(page, 'recommendation', 2);
    panel = await openPanelInTab(extension, page);
    await panel.waitForSelector('.entry');
  });
  afterEach(async () => {
    for (const open of await extension.browser.pages()) if (open !== page) await open.close();
    await page.close().catch(() => undefined);
  });

  const titles = () => panel.$$eval('.entry .title', (all) => all.map((each) => each.textContent ?? ''));
  const laws = () => panel.$eval('.laws', (each) => each.textContent ?? '');
  const field = (each: string) => panel.$eval(`[data-field=${each}] dd`, (element) => element.textContent ?? '');
  const waitForLaw = (sfs: string) =>
    panel.waitForFunction(
      (wanted) => document.querySelector('.entry .title')?.textContent?.includes(wanted),
      { timeout: 20_000, polling: 50 },
      sfs,
    );
  const fillDate = async (date: string) => {
    await panel.$eval(
      '.profile-form input[type=date]',
      (input, value) => {
        (input as HTMLInputElement).value = value;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      },
      date,
    );
  };
  const openTab = async (address: string) => {
    const tab = await extension.browser.newPage();
    await tab.goto(address);
    return tab;
  };
  const openForm = async () => {
    if (!(await panel.$('.profile details[open]'))) await panel.click('.profile summary');
    await (await panel.waitForSelector('.profile .correct'))?.click();
    await panel.waitForSelector('.profile-form');
  };

  describe('the profile', () => {
    it('says what the document is, and which law its date means', async () => {
      await panel.click('.profile summary');
      expect(await field('municipality')).toBe('Perstorp');
      expect(await field('auditor')).toBe('KPMG');
      expect(await field('date')).toBe('2023-02-14');
      expect(await field('diaryNumber')).toBe('2023/117');
      expect(await laws()).toMatch(/2023-02-14.*SoL.*2001:453.*2025-07-01/);
      expect((await titles())[0]).toContain('(2001:453)');
    });

    it('is set right: another date means another law, at once, on the page too, and at the next visit', async () => {
      const words = await panelWords(panel);
      await openForm();
      await fillDate('2025-10-01');
      await panel.$eval('.profile-form input[type=text]', (input) => (input as HTMLInputElement).select());
      await panel.click('.profile-form button.primary');
      await waitForMessage(panel, words.profile.done);
      await waitForLaw('(2025:400)');
      expect(await laws()).toMatch(/2025-10-01.*SoL.*2025:400/);
      expect(await field('date')).toContain(words.profile.documentSays('2023-02-14'));
      expect((await focusIn(panel)).isLost).toBe(false);

      await page.bringToFront();
      await openCard(page, 'citation', 0);
      expect(await cardText(page)).toContain('2025:400');
      await page.reload();
      await waitForPainted(page, 'recommendation', 2);
      await openCard(page, 'citation', 0);
      expect(await cardText(page)).toContain('2025:400');

      await panel.bringToFront();
      await waitForLaw('(2025:400)');
      await panel.click('[data-field=date] .corrected button');
      await waitForMessage(panel, words.profile.restored);
      await waitForLaw('(2001:453)');
      expect((await focusIn(panel)).isLost).toBe(false);
      await undoInPanel(panel);
      await waitForLaw('(2025:400)');
    });

    it('takes corrections of every field, and away what is none; undo brings all of it back', async () => {
      const words = await panelWords(panel);
      await openForm();
      const inputs = await panel.$$('.profile-form input[type=text]');
      for (const [index, text] of ['Klippan', 'KomRedo', ''].entries()) {
        await inputs[index]?.click({ count: 3 });
        await panel.keyboard.press('Backspace');
        if (text) await inputs[index]?.type(text);
      }
      await panel.select('.profile-form select', 'missive');
      await panel.click('.profile-form button.primary');
      await waitForMessage(panel, words.profile.done);
      await panel.waitForSelector('[data-field=diaryNumber] .corrected');
      expect(await field('municipality')).toContain('Klippan');
      expect(await field('auditor')).toContain(words.profile.documentSays('KPMG'));
      expect(await field('diaryNumber')).toContain(words.profile.none);
      expect(await field('kind')).toContain(words.profile.kinds.missive);
      await undoInPanel(panel);
      await countOf(panel, '.profile .corrected', 0);
      expect(await field('municipality')).toBe('Perstorp');
    });

    it('leaves the form by Escape, with nothing changed and the focus where it was', async () => {
      await openForm();
      await fillDate('2025-10-01');
      await panel.keyboard.press('Escape');
      await countOf(panel, '.profile-form', 0);
      expect((await focusIn(panel)).className).toContain('correct');
      expect(await field('date')).toBe('2023-02-14');
    });
  });

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
      await (await inCard(page, '.set-chooser input')).type(`Ur kortet ${documents}`);
      await page.keyboard.press('Enter');
      await expect.poll(chosenSet).toBe(`Ur kortet ${documents}`);
      await saveInCard(page);
      await page.keyboard.press('Escape');

      await panel.bringToFront();
      await countOf(panel, '.entry.kept', 1);
      await panel.waitForFunction(
        (name) => document.querySelector<HTMLSelectElement>('.set select')?.selectedOptions[0]?.textContent === name,
        {},
        `Ur kortet ${documents}`,
      );

      await page.bringToFront();
      await openCard(page, 'citation', 0);
      await expect.poll(chosenSet).toBe(`Ur kortet ${documents}`);
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

  describe('what goes wrong', () => {
    it('says how many stored rows could not be read, once, and keeps them', async () => {
      const words = await panelWords(panel);
      await panel.click('.save-all [data-kind=citation]');
      await countOf(panel, '.entry.kept', 3);
      const damage = await panel.evaluate(
        (wanted) =>
          new Promise<number>((resolve, reject) => {
            const opening = indexedDB.open('revisionspennan');
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const store = opening.result.transaction('annotations', 'readwrite').objectStore('annotations');
              const all = store.getAll();
              all.onsuccess = () => {
                const latest = all.result.sort((one, other) => (one.created < other.created ? -1 : 1)).slice(-3);
                const rows = latest.filter((row) => row.target.quote.exact.includes(wanted));
                for (const row of rows) store.put({ ...row, kind: 'unheard-of' });
                store.transaction.oncomplete = () => {
                  opening.result.close();
                  resolve(rows.length);
                };
              };
            };
          }),
        'SoL',
      );
      expect(damage).toBe(2);
      await page.reload();
      await panel.waitForSelector('[data-notice=unreadable]');
      expect(await panel.$eval('[data-notice=unreadable]', (each) => each.textContent)).toContain(words.unreadable(2));
      await panel.click('[data-notice=unreadable] .close');
      await countOf(panel, '[data-notice=unreadable]', 0);
      expect((await focusIn(panel)).isLost).toBe(false);
      await countOf(panel, '.entry.kept', 1);
    });

    it('says what to do where no page may be read, and reads it once it is allowed; a permission taken away is said', async () => {
      const address = page.url().replace('127.0.0.1', 'localhost');
      const [other, beside] = await openPanelBeside(extension, () => openTab(address));
      const words = await panelWords(beside);
      await beside.waitForSelector('.trouble');
      expect(await beside.$eval('.trouble', (each) => each.textContent)).toContain(words.unread.notAllowedTitle);
      expect(await beside.$('.allow-municipal')).not.toBeNull();

      const options = await extension.openExtensionPage('options.html');
      await (await options.waitForSelector('#site'))?.type('localhost');
      await options.keyboard.press('Enter');
      await beside.waitForSelector('.entry', { timeout: 20_000 });
      await waitForPainted(other, 'citation', 1);

      await options.evaluate(async () => {
        type Api = { permissions: { remove(asked: { origins: string[] }): Promise<boolean> } };
        const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
        await (browser ?? chrome).permissions.remove({ origins: ['*://localhost/*'] });
      });
      await beside.waitForSelector('[data-notice=revoked]');
      expect(await beside.$eval('[data-notice=revoked]', (each) => each.textContent)).toContain(
        words.revoked('localhost'),
      );
      await beside.bringToFront();
      await beside.click('[data-notice=revoked] button:not(.close)');
      await countOf(beside, '[data-notice=revoked]', 0);
      await beside.click('.save-all [data-kind=citation]');
      await countOf(beside, '.entry.kept.kind-citation', 3);
    });

    it("names the browser's own pages, and a page of ours without a document", async () => {
      const [, beside] = await openPanelBeside(extension, () => extension.openExtensionPage('viewer.html'));
      const words = await panelWords(beside);
      await beside.waitForSelector('.trouble');
      expect(await beside.$eval('.trouble', (each) => each.textContent)).toContain(words.unread.ownPageTitle);
      if (name === 'firefox') return;
      const [, closed] = await openPanelBeside(extension, () => openTab('chrome://version'));
      await closed.waitForSelector('.trouble');
      expect(await closed.$eval('.trouble', (each) => each.textContent)).toContain(words.unread.browserPageTitle);
    });
  });
});

describe('the real side panel of Chromium', () => {
  beforeAll(async () => {
    server = await startFixtureServer();
    server.setPage('/one', DATED_PAGE);
    server.setPage('/two', DATED_PAGE.replaceAll('bistånd', 'skolfrånvaro'));
    extension = await launchWithExtension('chromium', testBuild('chromium'));
  });
  afterAll(async () => {
    await extension?.close();
    await server?.close();
  });

  it('is about the tab that is in front', async () => {
    page = await extension.browser.newPage();
    await page.goto(server.url('/one'));
    await waitForPainted(page, 'citation');
    const real = await extension.openSidePanel(page);
    if (!real) throw new Error('No side panel');
    const isAbout = (word: string) =>
      real.waitForFunction((wanted) => document.querySelector('h1')?.textContent?.includes(wanted), {}, word);
    await isAbout('bistånd');
    const second = await extension.browser.newPage();
    await second.goto(server.url('/two'));
    await isAbout('skolfrånvaro');
    await page.bringToFront();
    await isAbout('bistånd');
    await page.goto(server.url('/two'));
    await isAbout('skolfrånvaro');
  });
});
