import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from './launch';
import { escapeHtml } from './pages/html';
import { DATED_PAGE, openPanelBeside } from './panel-pages';
import { inCard, openCard, openPanelInTab, saveInCard, selectWords, waitForPainted } from './reader';
import type { FixtureServer } from './server';

/** Every state in which the extension is seen, and how a person comes to it: for the tests of looks, and for pictures. */

/** Words that no narrow panel has room for, as boards are really called. */
export const LONG_BOARD = 'Arbetsmarknads- och vuxenutbildningsnämnden';
const LONG_WORD = 'Förhandsbedömningsdokumentationsskyldigheten';

const SENTENCES = [
  'Enligt 5 kap. 1 a § socialtjänstlagen (2001:453) ska kommunen samverka.',
  `Vi rekommenderar ${LONG_BOARD} att säkerställa ${LONG_WORD.toLowerCase()} i alla verksamheter.`,
  'Nämnden svarar enligt 6 kap. 6 § kommunallagen (2017:725) för den interna kontrollen.',
];

/** A page with three passages and no more, so that every control of its panel can be walked through. */
const SMALL_PAGE = `<!doctype html><html lang="sv"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Granskning av ${escapeHtml(LONG_BOARD)}</title>
<style>:root { color-scheme: light dark } body { font: 18px/1.6 Georgia, serif; max-width: 40em; margin: 2em auto }</style></head>
<body><main><h1>Granskning av ${LONG_BOARD}</h1>${SENTENCES.map((sentence) => `<p>${sentence}</p>`).join('')}
<p>${LONG_WORD} beskrivs i bilagan, som ingen har läst.</p></main></body></html>`;

/** A page with facts in doubt: two firms, a number that nothing calls a diary number, laws that its date decides about. */
const UNSURE_PAGE = DATED_PAGE.replace('<p>Dnr 2023/117</p>', '<p>KS 2023/00117</p>')
  .replace('<p>KPMG</p>', '<p>KPMG har granskat. En granskning av EY från 2019 låg till grund.</p>')
  .replaceAll('socialnämnden', LONG_BOARD);

/** Puts the pages that these states are shown on onto the server. */
export function servePages(server: FixtureServer): void {
  server.setPage('/small', SMALL_PAGE);
  server.setPage('/unsure', UNSURE_PAGE);
  server.setPage('/empty', '<!doctype html><html lang="sv"><title>Tom sida</title><body></body></html>');
}

/** What the page shows: each opens on a page whose passages are painted. */
export const PAGE_STATES: Record<string, (page: Page) => Promise<void>> = {
  'card-citation': (page) => openCard(page, 'citation'),
  'card-recommendation': (page) => openCard(page, 'recommendation'),
  'card-why': async (page) => {
    await openCard(page, 'citation');
    await (await inCard(page, '.ask-why')).click();
    await inCard(page, '.why');
  },
  'card-wrong': async (page) => {
    await openCard(page, 'citation');
    await (await inCard(page, '.say-wrong')).click();
    await (await inCard(page, 'input[value=provisions]')).click();
    await (await inCard(page, '.right-provision')).type('5 kap. 1 § SoL');
  },
  'card-help': async (page) => {
    await openCard(page, 'recommendation');
    await page.keyboard.type('?');
    await inCard(page, '.help-sheet kbd');
  },
  'selection-button': async (page) => {
    await selectSomething(page);
    await inCard(page, '.chip-save');
  },
  'card-selection': async (page) => {
    await selectSomething(page);
    await (await inCard(page, '.chip-save')).click();
    await inCard(page, '.card');
  },
  'card-kept': async (page) => {
    await openCard(page, 'citation', 1);
    await saveInCard(page, { tag: LONG_WORD, comment: 'Kontrollera mot reglementet.' });
  },
};

async function selectSomething(page: Page): Promise<void> {
  const words = await page.$$eval('main p', (paragraphs) => {
    const texts = paragraphs.map(({ firstChild }) => (firstChild instanceof Text ? firstChild.data.trim() : ''));
    return (
      texts
        .filter((text) => /^[^\n]{24}/.test(text))
        .at(-1)
        ?.slice(0, 24) ?? ''
    );
  });
  await selectWords(page, words);
}

/** What the panel shows; each is opened in a tab of its own, as wide as the test likes. */
export const PANEL_STATES: Record<
  string,
  (extension: ExtensionBrowser, page: Page, server: FixtureServer) => Promise<Page>
> = {
  'panel-entries': async (extension, page, server) => openPanelOn(extension, page, server.url('/small')),
  'panel-editing': async (extension, page, server) => {
    const panel = await openPanelOn(extension, page, server.url('/small'));
    await panel.waitForSelector('.entry');
    if (!(await panel.$('.entry.kept'))) await panel.click('.entry .keep');
    await (await panel.waitForSelector('.entry.kept .edit'))?.click();
    await panel.waitForSelector('.entry.kept textarea');
    return panel;
  },
  'panel-kept-filter': async (extension, page, server) => {
    const panel = await openPanelOn(extension, page, server.url('/small'));
    await (await panel.waitForSelector('.filter select'))?.select('kept');
    await panel.waitForSelector('.entry, main .hint');
    return panel;
  },
  'panel-profile': async (extension, page, server) => {
    const panel = await openPanelOn(extension, page, server.url('/unsure'));
    await panel.click('.profile summary');
    if (await panel.$('.profile .corrected')) return panel;
    await panel.click('.profile .correct');
    const auditor = (await panel.$$('.profile-form input[type=text]'))[1];
    await auditor?.click({ count: 3 });
    await auditor?.type(LONG_WORD);
    await panel.click('.profile-form button.primary');
    await panel.waitForSelector('.profile .corrected');
    await panel.waitForSelector('.message .undo');
    return panel;
  },
  'panel-profile-form': async (extension, page, server) => {
    const panel = await openPanelOn(extension, page, server.url('/unsure'));
    await panel.click('.profile summary');
    await panel.click('.profile .correct');
    await panel.waitForSelector('.profile-form');
    return panel;
  },
  'panel-saved-all': async (extension, page, server) => {
    const panel = await openPanelOn(extension, page, server.url('/unsure'));
    await panel.waitForSelector('.save-all button');
    if (await panel.$('.entry.kept')) return panel;
    await panel.click('.save-all [data-kind=citation]');
    await panel.waitForSelector('.message .actions');
    return panel;
  },
  'panel-new-set': async (extension, page, server) => {
    const panel = await openPanelOn(extension, page, server.url('/small'));
    await (await panel.waitForSelector('.set-chooser select'))?.select('+');
    await panel.waitForSelector('.set-chooser input');
    return panel;
  },
  'panel-not-allowed': async (extension, _, server) => {
    const address = server.url('/small').replace('127.0.0.1', 'localhost');
    const [, panel] = await openPanelBeside(extension, async () => {
      const page = await extension.browser.newPage();
      await page.goto(address);
      return page;
    });
    await panel.waitForSelector('.trouble');
    return panel;
  },
  'panel-empty': async (extension, page, server) => openPanelOn(extension, page, server.url('/empty')),
  'panel-nothing-read': async (extension) => {
    const panel = await extension.openExtensionPage('sidepanel.html?tab=2147483646');
    await panel.waitForSelector('.trouble');
    return panel;
  },
};

async function openPanelOn(extension: ExtensionBrowser, page: Page, url: string): Promise<Page> {
  await page.goto(url);
  if (!url.endsWith('/empty')) await waitForPainted(page, 'citation');
  const panel = await openPanelInTab(extension, page);
  await panel.waitForSelector('.entry, .trouble', { timeout: 15_000 });
  return panel;
}
