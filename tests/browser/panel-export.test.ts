import type { Page } from 'puppeteer-core';
import { describe, expect, it, vi } from 'vitest';
import { textsIn } from '../../locales';
import { openDialog, waitForMessage } from './support/library-page';
import { countOf, DATED_PAGE, panelWords } from './support/panel-pages';
import { openPanelInTab, waitForPainted } from './support/reader';
import { setUp } from './support/set-up';

/** What the panel exports when another window has deleted the set that was chosen. */

const OTHER = 'Östra skolan';

describe.each(['chromium', 'firefox'] as const)('%s: the panel', (name) => {
  const at = setUp(name, { prepare: (server) => server.setPage('/dated', DATED_PAGE) });

  const currentSet = (panel: Page) =>
    panel.$eval('.set select', (element) => {
      const { options, selectedIndex } = element as HTMLSelectElement;
      return options[selectedIndex]?.text ?? '';
    });

  it('says that the set is gone before it exports another one', async () => {
    const page = await at.extension.browser.newPage();
    await page.goto(at.server.url('/dated'));
    await waitForPainted(page, 'citation');
    const panel = await openPanelInTab(at.extension, page);
    await panel.waitForSelector('.entry');
    // The page's language is that of its words once they are there.
    const words = await panelWords(panel);
    await panel.click('[data-kind=citation]');
    await countOf(panel, '.entry.kept', 3);
    const first = await currentSet(panel);

    const library = await at.extension.openExtensionPage('library.html');
    await library.waitForSelector('.annotation');
    await openDialog(library, 'sets');
    await library.type('dialog .naming input', OTHER);
    await library.keyboard.press('Enter');
    await waitForMessage(library, OTHER);
    await panel.bringToFront();
    await panel.waitForFunction(
      (wanted) => (document.querySelector('.set select') as HTMLSelectElement).selectedOptions[0]?.text === wanted,
      {},
      OTHER,
    );
    await panel.click('.open-export');
    await panel.waitForSelector('.open-export[aria-expanded=true]');

    await library.bringToFront();
    await library.evaluate((wanted) => {
      const rows = [...document.querySelectorAll('dialog .managed-row')];
      rows
        .find((row) => row.textContent?.includes(wanted))
        ?.querySelector<HTMLElement>('.delete')
        ?.click();
    }, OTHER);
    await panel.bringToFront();
    await panel.waitForFunction(
      (wanted) => (document.querySelector('.set select') as HTMLSelectElement).selectedOptions[0]?.text === wanted,
      {},
      first,
    );
    const says = (sentence: string) =>
      vi.waitFor(
        async () => expect(await panel.$eval('.export output', (output) => output.textContent)).toBe(sentence),
        { timeout: 20_000, interval: 100 },
      );
    // Pressed as it is: the tab comes to the front while its list is being drawn.
    const exportCsv = () => panel.$eval('[data-format=csv]', (button) => (button as HTMLElement).click());
    await exportCsv();
    await says(words.exportSetGone(OTHER, first));
    await exportCsv();
    const language = (await panel.evaluate(() => document.documentElement.lang)) === 'sv' ? 'sv' : 'en';
    await says(textsIn(language).panel.exported(3));
    expect(await panel.$eval('.export output', (output) => output.className)).not.toContain('failure');
  });
});
