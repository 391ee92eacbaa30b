import type { Page } from 'puppeteer-core';

/** What a person sees and does on the library's page. */

/** The quotes in the list, from the top. */
export function quotes(page: Page): Promise<string[]> {
  return page.$$eval('.annotation', (rows) =>
    rows
      .map((row) => ({
        at: Number(row.getAttribute('data-index')),
        text: row.querySelector('.quote')?.textContent ?? '',
      }))
      .sort((one, other) => one.at - other.at)
      .map(({ text }) => text),
  );
}

/** Waits until the list has so many annotations. */
export async function waitForRows(page: Page, count: number): Promise<void> {
  await page.waitForFunction((wanted) => document.querySelectorAll('.annotation').length === wanted, {}, count);
}

/** Waits until the page says something that has these words. */
export async function waitForMessage(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => [...document.querySelectorAll('.message .words')].some((each) => each.textContent?.includes(wanted)),
    {},
    words,
  );
}

/** Gives the first line the focus, as Tab does. */
export async function focusList(page: Page): Promise<void> {
  await page.focus('[data-active]');
}

/** What has the focus: the index of a line, or the name of the element. */
export function focusedOn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const index = element?.getAttribute('data-index');
    return index == null ? `${element?.localName}.${element?.className}` : `line ${index}`;
  });
}

/** Whether the focus is in nothing at all. */
export function isFocusLost(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement === document.body || document.activeElement === null);
}

/** Clicks a button by the words on it. */
export async function press(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.click(selector);
}

/** Opens a window by its button. */
export async function openDialog(page: Page, name: 'sets' | 'tags' | 'export' | 'import' | 'storage'): Promise<void> {
  await press(page, `[data-dialog="${name}"]`);
  await page.waitForSelector('dialog[open]');
}
