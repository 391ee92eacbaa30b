import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textsIn } from '../../locales';
import { testBuild } from './support/build';
import { dispatchCommand, runCommand, waitForSaid } from './support/commands';
import { cardText, inCard, openCard, painted, waitForPainted } from './support/reader';
import { servePages } from './support/screens';
import { setUp } from './support/set-up';

const CARD = 'revisionspennan-card';
/** Tests' browsers speak English. */
const texts = textsIn('en');
/** The passages of the small page, in its order. */
const FIRST = '5 kap. 1 a § socialtjänstlagen (2001:453)';
const LAST = '6 kap. 6 § kommunallagen (2017:725)';

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  const at = setUp(name, { prepare: servePages });
  let page: Page;
  const run = (command: Parameters<typeof runCommand>[2]) => runCommand(at.extension, page, command);
  const isCardOpen = () => page.evaluate((card) => document.querySelector(card) !== null, CARD);

  beforeEach(async () => {
    page = await at.extension.browser.newPage();
    await page.setViewport({ width: 1000, height: 700 });
    await page.goto(at.server.url('/small'));
    await waitForPainted(page, 'citation', 2);
    await waitForPainted(page, 'recommendation');
  });
  afterEach(async () => {
    await page.close().catch(() => undefined);
  });

  it('suggests keys that are free: four at most in Chrome, none that opens a menu of Firefox', () => {
    const manifest = JSON.parse(readFileSync(`${testBuild(name)}/manifest.json`, 'utf8')) as {
      commands: Record<string, { suggested_key?: { default: string } }>;
    };
    const keys = Object.values(manifest.commands).flatMap(({ suggested_key: key }) => key?.default ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    if (name === 'chromium') expect(keys).toHaveLength(4);
    // Letters of Firefox' menus in Swedish and English; Chromium refuses R.
    for (const key of keys) expect(key).toMatch(/^Alt\+Shift\+[^ABEFHORSTV]$/);
  });

  it('goes to the next passage and the one before, shows where it stands, and says it', async () => {
    await run('next-passage');
    expect(await waitForSaid(page, /1 of 2/)).toBe(`Provision 1 of 2: ${FIRST}`);
    await page.waitForFunction(() => (CSS.highlights.get('revisionspennan-focused')?.size ?? 0) > 0);
    expect((await painted(page, 'focused')).join('')).toBe(FIRST);
    await run('next-passage');
    expect(await waitForSaid(page, /^Recommendation 1 of 1/)).toMatch(/säkerställa/);
    await run('next-passage');
    expect(await waitForSaid(page, /2 of 2/)).toBe(`Provision 2 of 2: ${LAST}`);
    await run('previous-passage');
    await waitForSaid(page, /^Recommendation/);
  });

  it('brings the passage into the window, and Tab goes on from there', async () => {
    await page.evaluate(() => {
      const spacer = document.createElement('div');
      spacer.style.height = '3000px';
      document.querySelector('main')?.prepend(spacer);
      const link = document.createElement('a');
      link.href = '#after';
      link.textContent = 'länk efter stället';
      document.querySelector('main')?.append(link);
    });
    await run('previous-passage');
    await waitForSaid(page, /2 of 2/);
    await page.waitForFunction(() => {
      const [range] = [...(CSS.highlights.get('revisionspennan-focused') ?? [])];
      if (!range) return false;
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const { top, bottom } = live.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('länk efter stället');
  });

  it('opens the card where it stands by Enter and with the tag field by its command; Escape closes and leaves', async () => {
    await run('next-passage');
    await waitForSaid(page, /1 of 2/);
    await page.waitForFunction(() => (CSS.highlights.get('revisionspennan-focused')?.size ?? 0) > 0);
    await page.keyboard.press('Enter');
    await inCard(page, '.card');
    expect(await cardText(page)).toContain(FIRST);
    await page.keyboard.press('Escape');
    await page.waitForFunction((card) => document.querySelector(card) === null, {}, CARD);
    await run('tag-passage');
    await inCard(page, '.card');
    expect(
      await page.evaluate((card) => document.querySelector(card)?.shadowRoot?.activeElement?.className, CARD),
    ).toContain('tag-input');
    await page.keyboard.press('Escape');
    await page.waitForFunction((card) => document.querySelector(card) === null, {}, CARD);
    expect(await painted(page, 'focused')).not.toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !CSS.highlights.has('revisionspennan-focused'));
  });

  it('Enter opens the card whatever had the focus before: a field keeps its words, a link is not followed', async () => {
    await page.evaluate(() => {
      const field = document.createElement('input');
      field.value = 'halvskrivet';
      const link = document.createElement('a');
      link.href = '#followed';
      link.textContent = 'länk';
      document.querySelector('main')?.prepend(field, link);
    });
    for (const [selector, said] of [
      ['input', /1 of 2/],
      ['a[href="#followed"]', /^Recommendation 1 of 1/],
    ] as const) {
      await page.focus(selector);
      await run('next-passage');
      await waitForSaid(page, said);
      await page.keyboard.press('Enter');
      await inCard(page, '.card');
      await page.keyboard.press('Escape');
      await page.waitForFunction((card) => document.querySelector(card) === null, {}, CARD);
    }
    expect(await page.$eval('input', (field) => field.value)).toBe('halvskrivet');
    // Whoever goes on to a link by Tab means the link.
    expect(await page.evaluate(() => location.hash)).toBe('');
    await page.focus('a[href="#followed"]');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash === '#followed');
  });

  it('goes on from a place that the window has not come to, not from what passes by on the way', async () => {
    await page.evaluate(() => {
      // Out of reach of every scrolling, as a far place is while the window still moves.
      const style = document.createElement('style');
      style.textContent = 'main p { position: fixed; top: -500px }';
      document.head.append(style);
    });
    await run('next-passage');
    await waitForSaid(page, /^Provision 1 of 2/);
    await run('next-passage');
    await waitForSaid(page, /^Recommendation 1 of 1/);
    await run('next-passage');
    await waitForSaid(page, /^Provision 2 of 2/);
  });

  it('starts at what is in the window once the person has scrolled away from where the keyboard stood', async () => {
    const between = '<p>Här står inget som markeras.</p>'.repeat(60);
    const cites = (law: string) => `<p>Nämnden ska följa ${law}.</p>`;
    at.server.setPage(
      '/apart',
      `<!doctype html><html lang="sv"><title>x</title><main>${cites('1 kap. 1 § SoL')}${cites('2 kap. 1 § SoL')}${between}
      ${cites('3 kap. 1 § SoL')}</main></html>`,
    );
    await page.goto(at.server.url('/apart'));
    await waitForPainted(page, 'citation', 3);
    await run('next-passage');
    await waitForSaid(page, /^Provision [12] of 3/);
    await page.waitForFunction(() => CSS.highlights.has('revisionspennan-focused'));
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
    await run('next-passage');
    await waitForSaid(page, /^Provision 3 of 3/);
  });

  it.each([
    ['', 0],
    ['<header style="position:sticky;top:0;height:80px;background:#eee">Vallby kommun, revisionen</header>', 80],
  ])('begins with the first passage to be seen, on the window’s first line too%#', async (header, height) => {
    // A line is 40 pixels; what is cited stands at its beginning, far from the middle.
    const line = (at: number) => `<p>${1 + (at % 16)} kap. 1 § SoL styr hur nämnden ska arbeta med ärendet</p>`;
    at.server.setPage(
      '/lines',
      `<!doctype html><html lang="sv"><title>x</title><style>* { margin: 0 } p { font: 16px/40px serif }</style>${header}
      <main>${Array.from({ length: 40 }, (_, at) => line(at)).join('')}</main></html>`,
    );
    for (const [scrolled, first] of [
      [0, 1],
      [400, 11],
      // Less than half of a line is to be seen, and more.
      [430, 12],
      [410, 11],
    ] as const) {
      await page.goto(at.server.url('/lines'));
      await waitForPainted(page, 'citation', 40);
      await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), scrolled);
      expect(await page.evaluate(() => scrollY)).toBe(scrolled);
      expect(await page.evaluate(() => document.querySelector('header')?.getBoundingClientRect().height ?? 0)).toBe(
        height,
      );
      await run('next-passage');
      await waitForSaid(page, new RegExp(`^Provision ${first} of 40`));
    }
  });

  it('? shows the shortcuts where the keyboard stands at a place, and is the page’s own where it does not', async () => {
    const heard = () => page.evaluate(() => document.body.dataset.heard);
    await page.evaluate(() => {
      document.addEventListener('keydown', ({ key }) => {
        document.body.dataset.heard = key;
      });
    });
    await page.keyboard.type('?');
    expect(await heard()).toBe('?');
    await run('next-passage');
    await waitForSaid(page, /1 of 2/);
    await page.waitForFunction(() => CSS.highlights.has('revisionspennan-focused'));
    await page.evaluate(() => delete document.body.dataset.heard);
    await page.keyboard.type('?');
    await inCard(page, '.help-sheet dl');
    expect(await heard()).not.toBe('?');
    await page.keyboard.press('Escape');
    await page.waitForFunction((card) => document.querySelector(card) === null, {}, CARD);
  });

  it('an open card follows from passage to passage', async () => {
    await openCard(page, 'citation');
    await run('next-passage');
    await page.waitForFunction(
      (card) => document.querySelector(card)?.shadowRoot?.querySelector('.card')?.className.includes('recommendation'),
      {},
      CARD,
    );
  });

  it('saves the passage where it stands, once, and what is selected', async () => {
    await run('next-passage');
    await waitForSaid(page, /1 of 2/);
    await run('save-passage');
    await waitForSaid(page, /^Saved/);
    await waitForPainted(page, 'saved');
    expect((await painted(page, 'saved')).join('')).toContain(FIRST);
    await run('save-passage');
    expect(await waitForSaid(page, /^Saved already/)).toBe(texts.walk.already(FIRST));

    await page.evaluate(() => {
      const text = [...document.querySelectorAll('main p')].at(-1)?.firstChild;
      if (text) getSelection()?.setBaseAndExtent(text, 0, text, 20);
    });
    await run('save-passage');
    await waitForSaid(page, /^Saved: F/);
    await waitForPainted(page, 'saved', 2);
  });

  it('says so where there is nothing to save, and where there is nothing to go to', async () => {
    await run('save-passage');
    await waitForSaid(page, /./);
    expect(await waitForSaid(page, /./)).toBe(texts.walk.chooseFirst);
    at.server.setPage(
      '/nothing',
      '<!doctype html><html lang="sv"><title>x</title><p>Här står inget av det slaget.</p>',
    );
    await page.goto(at.server.url('/nothing'));
    // The page has too little text to be read by itself: the first command makes it be read.
    const said = () =>
      page.evaluate(
        () => document.querySelector('revisionspennan-status')?.shadowRoot?.querySelector('.says')?.textContent,
      );
    await expect
      .poll(
        async () => {
          const words = await said();
          if (!words) await run('next-passage').catch(() => undefined);
          return words;
        },
        { timeout: 15_000, interval: 400 },
      )
      .toBe(texts.walk.nothing);
  });

  it('number keys tag and save while no field has the focus', async () => {
    await openCard(page, 'recommendation');
    // The second tag of a new vocabulary, in its own order.
    await page.keyboard.press('2');
    await page.waitForFunction(
      (card) => document.querySelector(card)?.shadowRoot?.querySelector('.status')?.textContent === 'Saved',
      {},
      CARD,
    );
    expect(await cardText(page)).toContain('Audit finding');
    const field = await inCard(page, 'textarea');
    await field.focus();
    await page.keyboard.type('34');
    expect(await field.evaluate((each) => (each as HTMLTextAreaElement).value)).toBe('34');
    expect(await cardText(page)).not.toContain('Response ×');
  });

  it('a command shows the sheet of shortcuts over a page without a card; Escape and ? close it, and the focus goes back', async () => {
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('afterbegin', '<button id="own">Sidans</button>');
      document.getElementById('own')?.focus();
    });
    for (const key of ['Escape', '?'] as const) {
      await run('show-help');
      await inCard(page, '.help-sheet dl');
      expect(await cardText(page)).toMatch(/Shortcuts|shortcuts/);
      // No words of the page are behind it that it is about: it stands whole within the window.
      const box = await (await inCard(page, '.card')).boundingBox();
      expect((box?.y ?? -1) >= 0 && (box?.y ?? 0) + (box?.height ?? 0) <= 700).toBe(true);
      await page.keyboard.press(key);
      await page.waitForFunction(() => document.querySelector('revisionspennan-card') === null);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('own');
    }
  });

  it('a command is heard on a page of which nothing is read yet', async () => {
    await page.goto(at.server.url('/empty'));
    await run('show-help');
    await inCard(page, '.help-sheet dl');
  });

  it('? opens the sheet of shortcuts in the card and closes it; it is typed where something is typed', async () => {
    await openCard(page, 'citation');
    await page.keyboard.type('?');
    const sheet = await inCard(page, '.help-sheet');
    await expect.poll(() => sheet.evaluate((each) => each.textContent)).toContain('Alt+Shift+J');
    expect(await sheet.evaluate((each) => each.textContent)).toContain('side panelShift+F6');
    await page.keyboard.press('Escape');
    await page.waitForFunction(
      (card) => document.querySelector(card)?.shadowRoot?.querySelector('.help-sheet') === null,
      {},
      CARD,
    );
    expect(await isCardOpen()).toBe(true);
    const field = await inCard(page, 'textarea');
    await field.focus();
    await page.keyboard.type('?');
    expect(await field.evaluate((each) => (each as HTMLTextAreaElement).value)).toBe('?');
  });

  it.each(['sidepanel.html', 'library.html', 'options.html', 'viewer.html'])(
    '? opens the sheet in %s, with the keys that are set, and Escape gives the focus back',
    async (path) => {
      const shown = await at.extension.openExtensionPage(path);
      await shown.waitForSelector('.help-dialog');
      await shown.focus('button:not(:disabled)');
      const before = await shown.evaluate(() => document.activeElement?.outerHTML);
      await shown.keyboard.type('?');
      await shown.waitForSelector('.help-dialog[open] kbd');
      await expect.poll(() => shown.$eval('.help-dialog', (each) => each.textContent)).toContain('Alt+Shift+J');
      await shown.keyboard.press('Escape');
      await shown.waitForFunction(() => document.querySelector('dialog[open]') === null);
      expect(await shown.evaluate(() => document.activeElement?.outerHTML)).toBe(before);
      await shown.close();
    },
  );

  // Firefox opens and closes its sidebar itself.
  if (name === 'chromium') {
    it('an open panel closes by the command', async () => {
      const panels = () => at.extension.browser.targets().filter((each) => each.url().includes('sidepanel.html'));
      const panel = await at.extension.openSidePanel(page);
      await panel?.waitForSelector('.entry, .hint');
      expect(panels()).toHaveLength(1);
      await dispatchCommand(at.extension, page, 'toggle-panel');
      await expect.poll(() => panels().length, { timeout: 10_000 }).toBe(0);
    });
  }
});
