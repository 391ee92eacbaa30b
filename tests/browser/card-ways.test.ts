import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textsIn } from '../../locales';
import { problems } from './support/looks';
import { cardText, inCard, openCard, waitForPainted } from './support/reader';
import { LONG_BOARD, servePages } from './support/screens';
import { setUp } from './support/set-up';

const CARD = 'revisionspennan-card';

describe.each(['chromium', 'firefox'] as const)('%s: the card', (name) => {
  const at = setUp(name, { prepare: servePages });
  let page: Page;

  beforeEach(async () => {
    page = await at.extension.browser.newPage();
    await page.setViewport({ width: 1000, height: 760 });
  });
  afterEach(async () => {
    await page.close().catch(() => undefined);
  });

  const open = async (path = '/small') => {
    await page.goto(at.server.url(path));
    await waitForPainted(page, 'recommendation');
  };

  it.skipIf(name === 'firefox')(
    'stands on no sheet that is printed (Firefox lets no driver ask for print)',
    async () => {
      await open();
      await openCard(page, 'citation');
      const shown = () => page.$eval(CARD, (card) => getComputedStyle(card).display);
      expect(await shown()).toBe('block');
      await page.emulateMediaType('print');
      expect(await shown()).toBe('none');
      await page.emulateMediaType();
      expect(await shown()).toBe('block');
    },
  );

  /** How much of the lines that were clicked the card covers, in CSS pixels of height; 0 where they are clear of each other. */
  const covered = (style: string, index: number) =>
    page.evaluate(
      (tag, highlight, at) => {
        const card = document.querySelector(tag)?.getBoundingClientRect();
        const range = [...(CSS.highlights.get(highlight) ?? [])][at];
        if (!card || !range) return Number.NaN;
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        // The line that was clicked is the first one.
        const [line] = live.getClientRects();
        if (!line) return Number.NaN;
        const across = Math.min(card.right, line.right) - Math.max(card.left, line.left);
        const down = Math.min(card.bottom, line.bottom) - Math.max(card.top, line.top);
        return across > 0 ? Math.max(0, Math.round(down)) : 0;
      },
      CARD,
      `revisionspennan-${style}`,
      index,
    );

  it('says of a recommendation that names no board that it is not said to whom', async () => {
    at.server.setPage(
      '/nobody',
      '<!doctype html><html lang="sv"><title>Granskning</title><main><h1>Granskning av rutiner</h1><p>Vår rekommendation är att rutinerna för uppföljning ses över varje år.</p></main></html>',
    );
    await open('/nobody');
    await openCard(page, 'recommendation');
    const heading = await inCard(page, 'h2');
    expect(await heading.evaluate((each) => each.textContent)).toBe(textsIn('en').card.noAddressee);
  });

  it.each([
    { width: 1280, height: 900 },
    { width: 640, height: 450 },
    { width: 320, height: 480 },
    { width: 900, height: 330 },
  ])('never covers the text it is about in a window of $width × $height', async (viewport) => {
    await page.setViewport(viewport);
    await open('/sample');
    for (const [style, index] of [
      ['citation', 0],
      ['citation', 8],
      ['recommendation', 2],
    ] as const) {
      await openCard(page, style, index);
      await expect.poll(() => covered(style, index), { timeout: 4000 }).toBe(0);
      await page.keyboard.press('Escape');
      await page.waitForFunction((card) => document.querySelector(card) === null, {}, CARD);
    }
  });

  it('stands clear of the whole of a long text where there is room', async () => {
    await page.setViewport({ width: 1200, height: 900 });
    await open();
    await openCard(page, 'recommendation');
    const overlaps = () =>
      page.evaluate((tag) => {
        const card = document.querySelector(tag)?.getBoundingClientRect();
        const [range] = [...(CSS.highlights.get('revisionspennan-recommendation') ?? [])];
        if (!card || !range) return null;
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        const lines = [...live.getClientRects()];
        return lines.some(({ top, bottom }) => bottom > card.top + 1 && top < card.bottom - 1);
      }, CARD);
    await expect.poll(overlaps, { timeout: 4000 }).toBe(false);
  });

  it('traps nothing: Tab leads out of it', async () => {
    await open();
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = '#x';
      link.textContent = 'länk';
      document.querySelector('main')?.prepend(link);
      link.focus();
    });
    await openCard(page, 'citation');
    const isInside = () => page.evaluate((card) => document.activeElement?.localName === card, CARD);
    expect(await isInside()).toBe(true);
    let steps = 0;
    for (; steps < 25 && (await isInside()); steps++) await page.keyboard.press('Tab');
    expect(steps).toBeLessThan(25);
  });

  it('is saved by Enter once nothing more is typed among its tags', async () => {
    await open();
    await openCard(page, 'citation');
    const status = async () => (await inCard(page, '.status')).evaluate((each) => each.textContent);
    await (await inCard(page, '.tag-input')).type('samråd');
    await page.keyboard.press('Enter');
    await expect.poll(() => cardText(page)).toContain('samråd');
    expect(await status()).toBe('');
    await page.keyboard.press('Enter');
    await expect.poll(status).toBe(textsIn('en').card.saved);
  });

  it('says why a text is highlighted, where it is seen', async () => {
    await open();
    await page.setViewport({ width: 1000, height: 480 });
    await openCard(page, 'citation');
    const why = await inCard(page, '.ask-why');
    expect(await why.evaluate((each) => each.getAttribute('aria-expanded'))).toBe('false');
    await why.click();
    await inCard(page, '.why');
    // In a low window the card is scrolled to the answer.
    const isSeen = () =>
      page.evaluate((card) => {
        const shadow = document.querySelector(card)?.shadowRoot;
        const answer = shadow?.querySelector('.why')?.getBoundingClientRect();
        const frame = shadow?.querySelector('.card')?.getBoundingClientRect();
        return answer && frame && answer.top >= frame.top && answer.bottom <= Math.min(frame.bottom, innerHeight);
      }, CARD);
    await expect.poll(isSeen, { timeout: 4000 }).toBe(true);
    expect(await cardText(page)).toContain("The statute's SFS number stands in the text.");
    expect(await problems(page, CARD)).toEqual([]);
  });

  it('links to the law without telling it where from', async () => {
    await open();
    await openCard(page, 'citation');
    const link = await inCard(page, '.provision a');
    expect(await link.evaluate((each) => [each.getAttribute('href'), each.getAttribute('rel')])).toEqual([
      'https://lagen.nu/2001:453#K5P1a',
      'noreferrer noopener',
    ]);
  });

  it('copies the provision, and the quote with its source', async () => {
    await open();
    await openCard(page, 'citation');
    // What is copied is read where it is pasted: browsers let no page read the clipboard by itself.
    const paste = async () => {
      await page.evaluate(() => {
        const field = document.createElement('textarea');
        field.id = 'pasted';
        document.body.append(field);
        field.focus();
      });
      await page.keyboard.down('Control');
      await page.keyboard.press('v');
      await page.keyboard.up('Control');
      return page.$eval('#pasted', (each) => {
        const { value } = each as HTMLTextAreaElement;
        each.remove();
        return value;
      });
    };
    const copied = () =>
      page.waitForFunction(
        (card) => document.querySelector(card)?.shadowRoot?.querySelector('.copied')?.textContent === 'Copied',
        { timeout: 5000, polling: 50 },
        CARD,
      );
    await (await inCard(page, '.copy-provision')).click();
    await copied();
    expect(await paste()).toBe('5 kap. 1 a § socialtjänstlagen (2001:453)');
    await openCard(page, 'recommendation');
    await (await inCard(page, '.copy-quote')).click();
    await copied();
    const quote = await paste();
    expect(quote).toContain('säkerställa');
    expect(quote).toContain(`Granskning av ${LONG_BOARD}`);
    expect(quote).toContain(at.server.url('/small'));
  });

  // Firefox is not driven by touch.
  if (name === 'chromium') {
    it('opens by a touch', async () => {
      await page.setViewport({ width: 400, height: 700, hasTouch: true, isMobile: false });
      await open();
      const point = await page.evaluate(() => {
        const [range] = [...(CSS.highlights.get('revisionspennan-citation') ?? [])];
        if (!range) throw new Error('Nothing is painted');
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        const [rect] = live.getClientRects();
        return { x: (rect?.left ?? 0) + 12, y: (rect?.top ?? 0) + (rect?.height ?? 0) / 2 };
      });
      await page.touchscreen.tap(point.x, point.y);
      await inCard(page, '.card');
      expect(await cardText(page)).toContain('socialtjänstlagen (2001:453)');
      const close = await inCard(page, '.close:not(.help)');
      const { x, y } = await close.evaluate((each) => {
        const { left, top, width, height } = each.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      });
      await page.touchscreen.tap(x, y);
      await page.waitForFunction((card) => document.querySelector(card) === null, {}, CARD);
    });
  }
});
