import type { Page } from 'puppeteer-core';
import { type PanelTexts, panelTextsIn } from '../../../locales/panel';
import type { ExtensionBrowser } from './launch';
import { openPanelInTab, waitForPainted } from './reader';
import type { SetUp } from './set-up';

/** What a person sees and does in the side panel, beyond its rows. */

/** A report in which the date decides which law is meant: socialtjänstlagen is 2001:453 until 2025-06-30, then 2025:400. */
export const DATED_PAGE = `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Granskning av bistånd</title></head>
<body><main><h1>Granskning av bistånd till barn i Perstorps kommun</h1><p>Datum: 2023-02-14</p><p>Dnr 2023/117</p><p>KPMG</p>
<p>Nämnden ska följa 4 kap. 1 § SoL, 5 kap. 11 § SoL och 6 kap. 6 § kommunallagen.</p>
<p>Vi rekommenderar socialnämnden att:</p><ul><li>säkerställa att utredningar avslutas i tid</li><li>stärka uppföljningen av
insatser som beviljas</li></ul><p>En mening som ingen har sparat ännu.</p></main></body></html>`;

let documents = 0;

/** A document of its own in a new tab, and the panel about it: what one test keeps the next does not see. */
export async function openNewDocument({ server, extension }: SetUp): Promise<{ page: Page; panel: Page }> {
  documents += 1;
  const path = `/report-${documents}`;
  server.setPage(path, DATED_PAGE.replace('</main>', `<p>Handling nummer ${documents} av många.</p></main>`));
  const page = await extension.browser.newPage();
  await page.goto(server.url(path));
  await waitForPainted(page, 'recommendation', 2);
  const panel = await openPanelInTab(extension, page);
  await panel.waitForSelector('.entry');
  return { page, panel };
}

/** Closes every tab. */
export async function closeAllPages({ extension }: SetUp): Promise<void> {
  for (const page of await extension.browser.pages()) await page.close().catch(() => undefined);
}

type Api = { tabs: { query(wanted: object): Promise<{ id: number }[]> } };

/** The panel's page in a tab of its own, about the tab of this id. */
async function openPanelAbout(extension: ExtensionBrowser, tabId: number): Promise<Page> {
  const panel = await extension.openExtensionPage(`sidepanel.html?tab=${tabId}`);
  await panel.waitForSelector('main');
  return panel;
}

/** Opens a page, whose address the extension may not see, and the panel's page about its tab. */
export async function openPanelBeside(extension: ExtensionBrowser, open: () => Promise<Page>): Promise<[Page, Page]> {
  const helper = await extension.openExtensionPage('options.html');
  const ids = () =>
    helper.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
      return (await (browser ?? chrome).tabs.query({})).map(({ id }) => id);
    });
  const before = new Set(await ids());
  const page = await open();
  const tabId = (await ids()).find((id) => !before.has(id));
  await helper.close();
  if (tabId === undefined) throw new Error(`No tab shows ${page.url()}`);
  return [page, await openPanelAbout(extension, tabId)];
}

/** The panel's words in the language that it speaks in this browser. */
export async function panelWords(panel: Page): Promise<PanelTexts> {
  return panelTextsIn((await panel.evaluate(() => document.documentElement.lang)) === 'sv' ? 'sv' : 'en');
}

/** Waits until the panel's last line says something that fits. */
export async function waitForMessage(panel: Page, words: string): Promise<void> {
  await panel.waitForFunction(
    (wanted) => document.querySelector('.message')?.textContent?.includes(wanted),
    { timeout: 20_000, polling: 50 },
    words,
  );
}

/** Presses the button that takes back what was done last, and waits until that is said or gone. */
export async function undoInPanel(panel: Page): Promise<void> {
  const before = await panel.$eval('.message', (each) => each.textContent);
  await panel.click('.message .undo');
  await panel.waitForFunction((said) => document.querySelector('.message')?.textContent !== said, {}, before);
}

export async function countOf(panel: Page, selector: string, wanted: number): Promise<void> {
  await panel.waitForFunction(
    (each, count) => document.querySelectorAll(each).length === count,
    { timeout: 20_000, polling: 50 },
    selector,
    wanted,
  );
}

/** The text of what has the focus, and whether it is lost. */
export function focusIn(panel: Page): Promise<{ isLost: boolean; text: string; className: string }> {
  return panel.evaluate(() => {
    const { activeElement, body } = document;
    return {
      isLost: activeElement === null || activeElement === body,
      text: (activeElement?.textContent ?? '').replace(/\s+/g, ' '),
      className: activeElement?.className ?? '',
    };
  });
}
