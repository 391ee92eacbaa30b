import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { cardText, inCard, openCard, openPanelInTab, painted, saveInCard, waitForPainted } from './support/reader';
import { setUp } from './support/set-up';

/** What pages and people do to the extension without meaning it. */

const report = (title: string, words: string, head = '') =>
  `<!doctype html><html lang="sv"><meta charset="utf-8"><title>${title}</title>${head}<main><h1>${title}</h1>
<p>${words}</p><p>Granskningen utgår från 6 kap. 6 § kommunallagen (2017:725).</p>
<p>Vi rekommenderar kultur- och fritidsnämnden att följa upp föreningsbidragen varje år.</p></main></html>`;

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  const at = setUp(name);
  let page: Page;

  beforeEach(async () => {
    page = await at.extension.browser.newPage();
  });

  const open = async (path: string, html: string) => {
    at.server.setPage(path, html);
    await page.goto(at.server.url(path));
    await waitForPainted(page, 'citation');
  };

  it.each([
    [':not(:defined) { display: none !important; visibility: hidden !important }'],
    ['[popover] { display: none !important }'],
    ['html > *:not(body) { opacity: 0 !important; transform: scale(0.1) !important; pointer-events: none !important }'],
  ])('shows its card whatever the page says: %s', async (css) => {
    await open('/stil', report('Stilmall', 'Sidan gömmer det som den inte känner.', `<style>${css}</style>`));
    await openCard(page, 'citation', 0);
    const card = await inCard(page, '.card');
    const box = await card.evaluate((element) => {
      const { host } = element.getRootNode() as ShadowRoot;
      const { opacity, pointerEvents } = getComputedStyle(host);
      return { opacity, pointerEvents, width: element.getBoundingClientRect().width };
    });
    expect(box).toMatchObject({ opacity: '1', pointerEvents: 'auto' });
    expect(box.width).toBeGreaterThan(200);
  });

  it('opens its card on a page that keeps its clicks to itself', async () => {
    const script = `<script>for (const type of ['click', 'pointerup', 'mouseup']) document.addEventListener(type, (event) => event.stopImmediatePropagation());</script>`;
    await open('/klick', report('Klick', 'Sidan släpper inga klick vidare.', script));
    await openCard(page, 'citation', 0);
    expect(await cardText(page)).toContain('2017:725');
  });

  it('keeps two reports apart that name the same canonical address', async () => {
    const canonical = '<link rel="canonical" href="/start">';
    await open('/ett', report('Rapport ett', 'Den första granskningen gäller hemtjänsten.', canonical));
    await openCard(page, 'citation', 0);
    await saveInCard(page, { comment: 'ett' });
    await open(
      '/tva',
      report('Rapport två', 'Den andra granskningen gäller gymnasieskolan och dess lokaler.', canonical),
    );
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await painted(page, 'saved')).toEqual([]);
    const panel = await openPanelInTab(at.extension, page);
    expect(await panel.$$eval('.entry.kept', (rows) => rows.length)).toBe(0);
    await panel.close();
  });

  it('keeps what is being typed in the panel while the page changes, and does not save into the bin', async () => {
    await open('/utkast', report('Utkast', 'Granskningen gäller stöd till föreningar och hur det följs upp.'));
    await openCard(page, 'citation', 0);
    await saveInCard(page, { comment: 'först' });
    const panel = await openPanelInTab(at.extension, page);
    await panel.waitForSelector('.entry.kept .edit');
    await panel.click('.entry.kept .edit');
    await panel.type('.entry.kept textarea', ' och sedan');
    await page.evaluate(() => {
      const late = document.createElement('p');
      late.textContent = 'Ett nytt stycke överst, som flyttar allt annat nedåt.';
      document.querySelector('h1')?.after(late);
    });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await panel.$eval('.entry.kept textarea', (field) => (field as HTMLTextAreaElement).value)).toBe(
      'först och sedan',
    );

    await panel.evaluate(() => document.querySelector<HTMLElement>('.entry.kept .remove')?.click());
    await panel.waitForFunction(() => document.querySelectorAll('.entry.kept').length === 0);
    await page.bringToFront();
    await (await inCard(page, 'textarea')).type(' men sent');
    await (await inCard(page, 'button.primary')).click();
    // Nothing is saved, and what was typed can be kept.
    await inCard(page, '.gone .failure');
    expect(await (await inCard(page, 'textarea')).evaluate((field) => (field as HTMLTextAreaElement).value)).toBe(
      'först men sent',
    );
    expect(await cardText(page)).not.toMatch(/Sparad|Saved$/);
    await panel.close();
  });
});
