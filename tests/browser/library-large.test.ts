import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { libraryEn } from '../../locales/library/en';
import { manyAnnotations } from '../storage/many';
import { testBuild } from './support/build';
import { openFilledLibrary } from './support/fill-library';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import { openDialog } from './support/library-page';

/** More than what is shown only when all of it has been read. */
const MANY = manyAnnotations({ annotations: 10_400, documents: 208 });

/** What the page has shown: what it said of the list's length, and the quotes from the top when it said so first. */
interface Shown {
  said: string[];
  first: string[];
}

declare global {
  var shown: Shown;
}

function follow(): void {
  const shown: Shown = { said: [], first: [] };
  globalThis.shown = shown;
  new MutationObserver(() => {
    const said = document.querySelector('.found')?.textContent ?? '';
    if (said === '' || said === shown.said.at(-1)) return;
    if (shown.said.length === 0) shown.first = [...document.querySelectorAll('.quote')].map((q) => q.textContent ?? '');
    shown.said.push(said);
  }).observe(document, { childList: true, characterData: true, subtree: true });
}

const titlesInOrder = MANY.documents
  .map(({ id, title }) => ({ id, title }))
  .sort((one, other) => new Intl.Collator('sv').compare(one.title, other.title));

let extension: ExtensionBrowser;
let page: Page;

describe.each(['chromium', 'firefox'] as const)('a large library in %s', (name) => {
  async function opened(): Promise<Page> {
    if (name === 'firefox') return extension.openExtensionPage('library.html');
    const fresh = await extension.browser.newPage();
    await fresh.evaluateOnNewDocument(follow);
    await fresh.goto(extension.extensionUrl('library.html'));
    return fresh;
  }

  beforeAll(async () => {
    extension = await launchWithExtension(name, testBuild(name));
    await (await openFilledLibrary(extension, MANY)).close();
    page = await opened();
    await page.waitForFunction(
      (words) => document.querySelector('.found')?.textContent === words,
      { timeout: 60_000 },
      libraryEn.counted(10_400),
    );
  });
  afterAll(() => extension?.close());

  const first = 'shows the rows that stand first while it reads the rest, and says so';
  it.skipIf(name === 'firefox')(`${first} (Firefox lets no driver in before a page begins)`, async () => {
    const { said, first } = await page.evaluate(() => shown);
    expect(said).toEqual([libraryEn.loading, libraryEn.counted(10_400)]);
    const wanted = MANY.annotations
      .filter(({ documentId }) => documentId === titlesInOrder[0]?.id)
      .sort((one, other) => one.target.position.start - other.target.position.start)
      .map(({ target }) => target.quote.exact);
    expect(first.length).toBeGreaterThan(9);
    expect(first.slice(0, 9)).toEqual(wanted.slice(0, 9));
  });

  it('searches all of it, and shows the last row', async () => {
    await page.waitForSelector('.filter input[type=checkbox]');
    await page.focus('[data-active]');
    await page.keyboard.press('End');
    await page.waitForSelector('[data-index="10399"][data-active]');
    const word = 'kpmg';
    const documents = new Set(MANY.documents.filter(({ profile }) => profile.auditor === 'KPMG').map(({ id }) => id));
    const count = MANY.annotations.filter(({ documentId }) => documents.has(documentId)).length;
    await page.type('.search', word);
    await page.waitForFunction(
      (words) => document.querySelector('.found')?.textContent === words,
      {},
      libraryEn.foundOf(count.toLocaleString('en'), '10,400'),
    );
  });

  it('reminds of a backup after so much, until it is put away', async () => {
    await page.waitForFunction(
      (words) => document.querySelector('.reminder p')?.textContent === words,
      {},
      libraryEn.reminder(10_400),
    );
    await page.click('.reminder .quiet');
    await page.waitForFunction(() => !document.querySelector('.reminder'));
  });

  it('says how much there is, and whether the browser has promised to keep it', async () => {
    await openDialog(page, 'storage');
    const isPromised = await page.evaluate(() => navigator.storage.persisted());
    const wanted = [libraryEn.keptHere(10_400, 0), isPromised ? libraryEn.isPersistent : libraryEn.notPersistent];
    await page.waitForFunction(
      (sentences) => {
        const said = [...document.querySelectorAll('dialog section p')].map((each) => each.textContent ?? '');
        return sentences.every((sentence) => said.includes(sentence));
      },
      {},
      wanted,
    );
    expect((await page.$('dialog .persist')) === null).toBe(isPromised);
  });
});
