import type { ElementHandle, Page } from 'puppeteer-core';
import type { ExtensionBrowser } from './launch';

/** What a person sees and does with the extension in one page: highlights, card, selection, panel. */

const PREFIX = 'revisionspennan-';
const CARD = 'revisionspennan-card';

declare global {
  interface Window {
    /** Style and number of what was painted when it was last looked at. */
    paintedBefore?: string;
  }
}

/** The texts that are painted in one style, in document order. The registry is shared with the page, so the page can tell. */
export function painted(page: Page, style: string): Promise<string[]> {
  return page.evaluate((name) => {
    const highlight = CSS.highlights.get(name);
    const texts: string[] = [];
    highlight?.forEach((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      texts.push(live.toString().replace(/\s+/g, ' '));
    });
    return texts;
  }, PREFIX + style);
}

/** Waits until something is painted in the style and no more is added: the first citations are painted before the others are found. */
export async function waitForPainted(page: Page, style: string, atLeast = 1): Promise<void> {
  await page.waitForFunction(
    (name, count) => {
      const size = CSS.highlights.get(name)?.size ?? 0;
      const before = window.paintedBefore;
      window.paintedBefore = `${name} ${size}`;
      return size >= count && before === `${name} ${size}`;
    },
    { timeout: 20_000, polling: 100 },
    PREFIX + style,
    atLeast,
  );
}

/** Brings the nth text that is painted in the style into view and gives the middle of its first line, in viewport pixels. */
async function pointOn(page: Page, style: string, index: number): Promise<{ x: number; y: number }> {
  return page.evaluate(
    async (name, at) => {
      const range = [...(CSS.highlights.get(name) ?? [])][at];
      if (!range) throw new Error(`Nothing is painted as ${name} at ${at}`);
      range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      await new Promise((resolve) => requestAnimationFrame(() => resolve(null)));
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const rect = live.getClientRects()[0] as DOMRect;
      return { x: rect.left + Math.min(rect.width / 2, 40), y: rect.top + rect.height / 2 };
    },
    PREFIX + style,
    index,
  );
}

/** Clicks the nth painted text of a style; the card opens. */
export async function openCard(page: Page, style: string, index = 0): Promise<void> {
  await waitForPainted(page, style, index + 1);
  const { x, y } = await pointOn(page, style, index);
  await page.mouse.click(x, y);
  await inCard(page, '.card');
}

/** An element of the open card or selection button; waits for it. */
export async function inCard(page: Page, selector: string): Promise<ElementHandle<Element>> {
  await page.waitForFunction(
    (card, inside) => document.querySelector(card)?.shadowRoot?.querySelector(inside) != null,
    { timeout: 10_000, polling: 50 },
    CARD,
    selector,
  );
  const handle = await page.evaluateHandle(
    (card, inside) => document.querySelector(card)?.shadowRoot?.querySelector(inside) ?? null,
    CARD,
    selector,
  );
  return handle.asElement() as ElementHandle<Element>;
}

/** The card's own words. */
export function cardText(page: Page): Promise<string> {
  return page.evaluate((card) => {
    const root = document.querySelector(card)?.shadowRoot?.querySelector<HTMLElement>('.card');
    return (root?.textContent ?? '').replace(/\s+/g, ' ');
  }, CARD);
}

/** Fills in and saves the open card; returns when the card says that it is stored. */
export async function saveInCard(page: Page, values: { tag?: string; comment?: string } = {}): Promise<void> {
  if (values.tag) {
    await (await inCard(page, '.tag-input')).type(values.tag);
    await page.keyboard.press('Enter');
  }
  if (values.comment) await (await inCard(page, 'textarea')).type(values.comment);
  await (await inCard(page, 'button.primary')).click();
  await page.waitForFunction(
    (card) =>
      /^(Sparad|Saved)$/.test(document.querySelector(card)?.shadowRoot?.querySelector('.status')?.textContent ?? ''),
    { timeout: 10_000, polling: 50 },
    CARD,
  );
}

/** Selects the words with the mouse, as a person does, where they first stand in `within`. */
export async function selectWords(page: Page, words: string, within = 'main'): Promise<void> {
  const { from, to } = await page.evaluate(
    async (wanted, selector) => {
      const root = document.querySelector(selector) ?? document.body;
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        const at = node.data.indexOf(wanted);
        if (at < 0) continue;
        node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
        await new Promise((resolve) => requestAnimationFrame(() => resolve(null)));
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const rects = [...range.getClientRects()];
        const first = rects[0] as DOMRect;
        const last = rects.at(-1) as DOMRect;
        return {
          from: { x: first.left + 1, y: first.top + first.height / 2 },
          to: { x: last.right, y: last.top + last.height / 2 },
        };
      }
      throw new Error(`The page does not say “${wanted}”`);
    },
    words,
    within,
  );
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/**
 * The side panel for a page: the real one where the browser can be driven to it, else its page in a tab of its own.
 */
export async function openPanel(extension: ExtensionBrowser, page: Page): Promise<Page> {
  const real = await extension.openSidePanel(page);
  const panel = real ?? (await openPanelInTab(extension, page));
  await panel.waitForSelector('.entry, .trouble, .hint:not(.loading)', { timeout: 15_000 });
  return panel;
}

/** The panel's page in a tab of its own, about the tab of `page`: there it can be made as narrow as a test needs. */
export async function openPanelInTab(extension: ExtensionBrowser, page: Page): Promise<Page> {
  const panel = await extension.openExtensionPage('sidepanel.html');
  const tabId = await panel.evaluate(async (url) => {
    type Tabs = { tabs: { query(q: object): Promise<{ id: number; url?: string }[]> } };
    const { browser, chrome } = globalThis as unknown as { browser?: Tabs; chrome: Tabs };
    return (await (browser ?? chrome).tabs.query({})).find((tab) => tab.url === url)?.id;
  }, page.url());
  await panel
    .goto(extension.extensionUrl(`sidepanel.html?tab=${tabId}`), { waitUntil: [], timeout: 500 })
    .catch(() => undefined);
  return panel;
}

/** One row of the panel as a person reads it. */
export interface PanelEntry {
  kind: string;
  quote: string;
  isKept: boolean;
  tags: string[];
  comment: string;
}

export function panelEntries(panel: Page): Promise<PanelEntry[]> {
  return panel.$$eval('.entry', (rows) =>
    rows.map((row) => ({
      kind: /kind-([a-z]+)/.exec(row.className)?.[1] ?? '',
      quote: (row.querySelector('.place .quote')?.textContent ?? '').replace(/\s+/g, ' '),
      isKept: row.classList.contains('kept'),
      tags: [...row.querySelectorAll('.additions .tag-chip')].map((chip) => chip.textContent ?? ''),
      comment: row.querySelector('.additions .comment')?.textContent ?? '',
    })),
  );
}
