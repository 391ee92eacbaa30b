import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { problems } from './support/looks';
import { cardText, inCard, openCard, painted, waitForPainted } from './support/reader';
import { servePages } from './support/screens';
import { setUp } from './support/set-up';

const CARD = 'revisionspennan-card';
const CITED = '5 kap. 1 a § socialtjänstlagen (2001:453)';

describe.each(['chromium', 'firefox'] as const)('%s: this is wrong', (name) => {
  const at = setUp(name, { prepare: servePages });
  let page: Page;

  const open = async () => {
    await page.goto(at.server.url('/small'));
    await waitForPainted(page, 'recommendation');
  };
  const press = async (selector: string) => (await inCard(page, selector)).click();
  const waitForTitle = (words: string) =>
    page.waitForFunction(
      (card, wanted) => document.querySelector(card)?.shadowRoot?.querySelector('h2')?.textContent?.includes(wanted),
      { timeout: 10_000, polling: 50 },
      CARD,
      words,
    );
  /** Whether a part of the card is within what the card shows of itself. */
  const isInSight = async (selector: string) =>
    (await inCard(page, selector)).evaluate((part) => {
      const card = part.closest('.card')?.getBoundingClientRect();
      const { top, bottom } = part.getBoundingClientRect();
      return card !== undefined && top >= card.top && bottom <= card.bottom;
    });
  const waitForCitations = (count: number) =>
    page.waitForFunction(
      (wanted) => CSS.highlights.get('revisionspennan-citation')?.size === wanted,
      { timeout: 10_000, polling: 50 },
      count,
    );

  beforeAll(async () => {
    page = await at.extension.browser.newPage();
    // So low that the card does not show all of itself.
    await page.setViewport({ width: 1000, height: 520 });
  });

  it('another law: what is typed is read as a document would be, and holds at once', async () => {
    await open();
    await openCard(page, 'citation');
    await press('.say-wrong');
    await press('input[value=provisions]');
    const field = await inCard(page, '.right-provision');
    await field.type('29 kap. 13 § skollagen');
    const read = await inCard(page, '.read-as');
    expect(await read.evaluate((each) => each.textContent)).toContain('29 kap. 13 § skollagen (2010:800)');
    expect(await problems(page, CARD)).toEqual([]);
    await expect.poll(() => isInSight('.correct-form .primary')).toBe(true);
    await press('.correct-form .primary');
    await waitForTitle('29 kap. 13 § skollagen (2010:800)');
    await expect.poll(() => isInSight('.corrected')).toBe(true);
    expect(await cardText(page)).toContain('SoL 5:1a');
  });

  it('it holds at the next visit, in other markup too, and its reason is the person', async () => {
    await page.goto(at.server.url('/small?markup=changed'));
    await waitForPainted(page, 'recommendation');
    await expect
      .poll(
        async () => {
          await openCard(page, 'citation');
          const text = await cardText(page);
          await page.keyboard.press('Escape');
          return text;
        },
        { timeout: 10_000 },
      )
      .toContain('29 kap. 13 § skollagen (2010:800)');
    await openCard(page, 'citation');
    await press('.ask-why');
    expect(await cardText(page)).toContain('You have corrected what was found here.');
  });

  it('it is undone in the card, which keeps the focus', async () => {
    await press('.undo-correction');
    await waitForTitle(CITED);
    expect(await page.evaluate((card) => document.activeElement?.localName === card, CARD)).toBe(true);
  });

  it('what is no provision is one no more, until it is undone', async () => {
    await open();
    await waitForCitations(2);
    await openCard(page, 'citation');
    await press('.say-wrong');
    await press('.correct-form .primary');
    await waitForCitations(1);
    expect((await painted(page, 'dismissed')).join('')).toBe(CITED);
    await page.keyboard.press('Escape');
    await page.reload();
    await waitForPainted(page, 'dismissed');
    await waitForCitations(1);
    await openCard(page, 'dismissed');
    expect(await cardText(page)).toContain('No provision, you have said');
    await press('.undo-correction');
    await waitForCitations(2);
  });

  it('the wrong addressee is set right, and what is kept of it follows', async () => {
    await open();
    await openCard(page, 'recommendation');
    await press('button.primary');
    await waitForPainted(page, 'saved');
    await press('.say-wrong');
    await press('input[value=addressees]');
    const field = await inCard(page, '.right-addressees');
    await field.evaluate((each) => (each as HTMLInputElement).select());
    await field.type('Kommunstyrelsen, socialnämnden');
    await press('.correct-form .primary');
    await waitForTitle('kommunstyrelsen and socialnämnden');
    await page.keyboard.press('Escape');
  });

  it('is listed in the settings, and removed there with a way back', async () => {
    const settings = await at.extension.openExtensionPage('options.html');
    await settings.waitForSelector('ul.corrections li');
    expect(await settings.$$eval('ul.corrections li', (rows) => rows.map((row) => row.textContent))).toEqual([
      expect.stringContaining('kommunstyrelsen'),
    ]);
    expect(await problems(settings)).toEqual([]);
    await settings.click('ul.corrections button');
    await settings.waitForFunction(() => document.querySelectorAll('ul.corrections li').length === 0);
    await page.bringToFront();
    await openCard(page, 'recommendation');
    expect(await cardText(page)).not.toContain('kommunstyrelsen');
    await settings.bringToFront();
    await settings.click('#corrections ~ output button');
    await settings.waitForSelector('ul.corrections li');
    await settings.close();
  });
});
