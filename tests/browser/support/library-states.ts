import type { Page } from 'puppeteer-core';
import type { Contents } from '../../../storage/contents';
import { openFilledLibrary } from './fill-library';
import type { ExtensionBrowser } from './launch';
import { openDialog, press, waitForRows } from './library-page';
import { smallLibrary } from './small-library';

async function openDetail(page: Page): Promise<void> {
  await page.waitForSelector('[data-active]');
  await page.focus('[data-active]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.detail textarea');
}

/** Every state in which the library is seen, and how a person comes to it: for the tests of looks, and for pictures. */
const LIBRARY_STATES: Record<string, (page: Page, extension: ExtensionBrowser) => Promise<unknown>> = {
  'library-rows': async () => undefined,
  'library-detail': openDetail,
  'library-dense': async (page) => {
    await press(page, '.toolbar .dense');
    await page.waitForSelector('.grid.dense');
  },
  'library-newer-note': async (page, extension) => {
    await openDetail(page);
    await page.type('.detail textarea', 'Egen anteckning som inte är sparad.');
    // Somebody else saves another one meanwhile.
    const other = await extension.openExtensionPage('library.html');
    await openDetail(other);
    await other.type('.detail textarea', 'Kollegans anteckning.');
    await other.click('.detail button[type=submit]');
    await other.waitForFunction(() => document.querySelector('.scroller')?.textContent?.includes('Kollegans'));
    await other.close();
    await page.bringToFront();
    await page.waitForSelector('.newer');
  },
  'library-grouped': async (page) => {
    await page.select('.toolbar select', 'tag');
    await page.waitForSelector('.group');
  },
  'library-chosen': async (page) => {
    await page.focus('[data-active]');
    await page.keyboard.press(' ');
    await page.waitForSelector('.bulk-bar');
  },
  'library-nothing-found': async (page) => {
    await page.type('.search', 'xyz');
    await page.waitForSelector('.empty');
  },
  'library-undo': async (page) => {
    await page.focus('[data-active]');
    await page.keyboard.press('Delete');
    await page.waitForSelector('.message .undo');
  },
  'library-bin': async (page) => {
    await page.click('.bin');
    await waitForRows(page, 1);
  },
  'library-tagging': async (page) => {
    await page.focus('[data-active]');
    await page.keyboard.press(' ');
    await press(page, '.tag-chosen');
    await page.waitForSelector('dialog[open]');
  },
  'library-moving': async (page) => {
    await page.focus('[data-active]');
    await page.keyboard.press(' ');
    await press(page, '.move-chosen');
    await page.waitForSelector('dialog[open]');
  },
  'library-sets': (page) => openDialog(page, 'sets'),
  'library-tags': async (page) => {
    await openDialog(page, 'tags');
    await press(page, '.tags-managed .edit');
    await page.waitForSelector('.tag-editor');
  },
  'library-export': async (page) => {
    await openDialog(page, 'export');
    await page.waitForSelector('.preview li');
  },
  'library-import': (page) => openDialog(page, 'import'),
  'library-storage': async (page) => {
    await openDialog(page, 'storage');
    await page.waitForSelector('.backup-state');
  },
};

const NOTHING: Contents = { ...smallLibrary(), documents: [], annotations: [] };

/** The library with nothing in it, and with seven annotations: opens the page for a state. */
export async function openLibraryState(extension: ExtensionBrowser, state: string): Promise<Page> {
  if (state === 'library-empty') {
    const page = await openFilledLibrary(extension, NOTHING);
    await page.waitForSelector('.empty');
    return page;
  }
  const page = await openFilledLibrary(extension, smallLibrary());
  await waitForRows(page, 6);
  await LIBRARY_STATES[state]?.(page, extension);
  return page;
}

export const LIBRARY_STATE_NAMES = [...Object.keys(LIBRARY_STATES), 'library-empty'];
