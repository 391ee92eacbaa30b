import type { Page } from 'puppeteer-core';
import type { Contents } from '../../../storage/contents';
import { documentRow } from '../../../storage/documents';
import { shelvesFor } from '../../../storage/shelves';
import { tagRow } from '../../../storage/tags';
import type { ExtensionBrowser } from './launch';

/** Rows that are handed to the page at a time: a message of some megabytes. */
const SLICE = 4000;

/**
 * Puts rows straight into the extension's database, without its own code: a hundred thousand in some seconds. What
 * was there goes. @returns the library's page, opened after it
 */
export async function openFilledLibrary(extension: ExtensionBrowser, contents: Contents): Promise<Page> {
  const page = await extension.openExtensionPage('library.html');
  await page.waitForSelector('.library', { timeout: 30_000 });
  const tables: Record<string, unknown[]> = {
    sets: contents.sets,
    tags: contents.tags.map(tagRow),
    documents: contents.documents.map(documentRow),
    annotations: contents.annotations,
    shelves: shelvesFor(contents.annotations, contents.annotations.length),
    settings: contents.sets[0] ? [{ key: 'currentSetId', value: contents.sets[0].id }] : [],
  };
  for (const [table, rows] of Object.entries(tables)) {
    await page.evaluate(clear, table);
    for (let from = 0; from < rows.length; from += SLICE) {
      await page.evaluate(put, table, JSON.stringify(rows.slice(from, from + SLICE)));
    }
  }
  await page.evaluate(() => localStorage.clear());
  await page.close();
  return extension.openExtensionPage('library.html');
}

function clear(table: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('revisionspennan');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(table, 'readwrite');
      transaction.objectStore(table).clear();
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
      transaction.onerror = () => reject(transaction.error);
    };
  });
}

function put(table: string, json: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('revisionspennan');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(table, 'readwrite');
      const store = transaction.objectStore(table);
      for (const row of JSON.parse(json) as unknown[]) store.put(row);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
      transaction.onerror = () => reject(transaction.error);
    };
  });
}
