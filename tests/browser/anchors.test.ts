import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inCard, openPanel, painted, saveInCard, selectWords, waitForPainted } from './support/reader';
import { setUp } from './support/set-up';

/** A published page is edited behind an annotation's back; the extension says what it knows, and the person settles the rest. */

const paragraphs = {
  intro: 'Granskningen gäller hur nämnderna följer upp elevers frånvaro. Den omfattar förskoleklass och grundskola.',
  social: 'Vi bedömer att socialnämnden inte har säkerställt att orosanmälningar besvaras inom rimlig tid.',
  school: 'Vi bedömer att skolnämnden har säkerställt att lärarna vet hur en orosanmälan görs och vart den skickas.',
  method: 'Underlaget består av intervjuer med rektorer, enhetschefer och handläggare samt av en genomgång av rutiner.',
  end: 'Rapporten har lämnats till de granskade nämnderna för kontroll av uppgifterna innan den beslutades.',
};

const pageOf = (texts: readonly string[]) =>
  `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Granskning av frånvaro</title><main><h1>Granskning av frånvaro</h1>${texts
    .map((text) => `<p>${text}</p>`)
    .join('')}</main></html>`;

const { intro, social, school, method, end } = paragraphs;
const quote = 'socialnämnden inte har säkerställt att orosanmälningar besvaras inom rimlig tid';

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  const at = setUp(name);
  let page: Page;
  let path: string;
  let pages = 0;

  beforeAll(async () => {
    page = await at.extension.browser.newPage();
  });

  /** A new document with one annotation on the sentence about socialnämnden. */
  beforeEach(async () => {
    path = `/rapport-${++pages}`;
    // A sentence of its own keeps the documents apart: the same text would be the same document.
    at.server.setPage(path, pageOf([`Diarienummer ${pages}.`, intro, social, school, method, end]));
    await page.goto(at.server.url(path));
    await page.waitForFunction(() => CSS.highlights.size > 0, { polling: 100 });
    await selectWords(page, quote);
    await (await inCard(page, '.chip-save')).click();
    await saveInCard(page, { comment: path });
    await waitForPainted(page, 'saved');
  });

  const republish = async (...texts: string[]) => {
    at.server.setPage(path, pageOf([`Diarienummer ${pages}.`, ...texts]));
    await page.goto(at.server.url(path));
  };

  const verdict = async (panel: Page, className: string) => {
    await panel.waitForSelector(`.entry.kept .verdict-${className}`);
  };

  it('placed: text before it, other markup, and the same document at another address', async () => {
    await republish(intro, 'Ett helt nytt stycke om skolskjuts har tillkommit här.', social, school, method, end);
    await waitForPainted(page, 'saved');
    expect(await painted(page, 'saved')).toEqual([quote]);

    await page.goto(at.server.url(`${path}?utm_source=nyhetsbrev#avsnitt`));
    await waitForPainted(page, 'saved');
    expect(await painted(page, 'saved')).toEqual([quote]);

    at.server.setPage('/arkiv/kopia.html', pageOf([`Diarienummer ${pages}.`, intro, social, school, method, end]));
    await page.goto(at.server.url('/arkiv/kopia.html'));
    await waitForPainted(page, 'saved');
    expect(await painted(page, 'saved')).toEqual([quote]);
  });

  it('changed: shown with the difference, accepted with one click, and undone', async () => {
    await republish(intro, social.replace('inom rimlig tid', 'inom fjorton dagar'), school, method, end);
    await waitForPainted(page, 'unsure');
    const panel = await openPanel(at.extension, page);
    await verdict(panel, 'changed');
    expect(await panel.$eval('.wordings del', (removed) => removed.textContent)).toContain('rimlig');
    expect(await panel.$eval('.wordings ins', (added) => added.textContent)).toContain('fjorton');

    await panel.click('.review .accept');
    await panel.waitForFunction(() => !document.querySelector('.entry.kept .review'));
    await waitForPainted(page, 'saved');
    expect(await painted(page, 'saved')).toEqual([
      'socialnämnden inte har säkerställt att orosanmälningar besvaras inom fjorton dagar',
    ]);

    await panel.click('.message .undo');
    await verdict(panel, 'changed');
    await panel.close().catch(() => undefined);
  });

  it('orphaned: a deleted sentence is not pinned to the sentence that is like it, and can be attached by hand', async () => {
    await republish(
      intro,
      social.replace('socialnämnden', 'kulturnämnden').replace('orosanmälningar', 'bidragsansökningar'),
      school,
      method,
      end,
    );
    await republish(intro, school, method, end);
    const panel = await openPanel(at.extension, page);
    await verdict(panel, 'orphaned');
    expect(await painted(page, 'saved')).toEqual([]);
    expect(await panel.$eval('.entry.kept .quote', (text) => text.textContent)).toBe(quote);

    await panel.click('.review .attach');
    await panel.waitForFunction(() => document.querySelector('.review .failure')?.textContent);
    await page.bringToFront();
    await selectWords(page, 'skolnämnden har säkerställt att lärarna vet');
    await panel.evaluate(() => document.querySelector<HTMLElement>('.review .attach')?.click());
    await waitForPainted(page, 'saved');
    expect(await painted(page, 'saved')).toEqual(['skolnämnden har säkerställt att lärarna vet']);
    await panel.close().catch(() => undefined);
  });

  it('finds an orphan when the page grows', async () => {
    await republish(intro, school, method);
    await page.waitForFunction(() => document.readyState === 'complete');
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await painted(page, 'saved')).toEqual([]);
    await page.evaluate((text) => {
      const late = document.createElement('p');
      late.textContent = text;
      document.querySelectorAll('main p')[1]?.after(late);
    }, social);
    await waitForPainted(page, 'saved');
    expect(await painted(page, 'saved')).toEqual([quote]);
  });
});
