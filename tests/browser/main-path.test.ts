import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSet } from '../exchange/read-set';
import { testBuild } from './support/build';
import { inStatus } from './support/commands';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import {
  cardText,
  inCard,
  openCard,
  openPanel,
  painted,
  panelEntries,
  saveInCard,
  selectWords,
  waitForPainted,
} from './support/reader';
import { type FixtureServer, hasReports, reportNames, reportsFolder, startFixtureServer } from './support/server';

/**
 * The main job in real browsers: highlight, keep, find again, export. On the bundled sample, and on the four real
 * reports where they lie beside the project.
 */

interface Gold {
  kind: string;
  text: string;
  optional?: boolean;
}

const plain = (text: string) =>
  text
    .replace(/[*]|<\/?sup>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What a person marked in the report, of one kind. */
function goldOf(report: string, kind: string): string[] {
  const gold = JSON.parse(readFileSync(join(reportsFolder, 'gold', `${report}.json`), 'utf8')) as Gold[];
  return gold.filter((mark) => mark.kind === kind && !mark.optional).map((mark) => plain(mark.text));
}

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let server: FixtureServer;
  let folder: string;
  let extension: ExtensionBrowser;
  let page: Page;
  let panel: Page | undefined;

  const launch = async () => {
    extension = await launchWithExtension(name, testBuild(name), {
      profileDir: join(folder, 'profile'),
      downloadDir: join(folder, 'downloads'),
    });
    page = await extension.browser.newPage();
    panel = undefined;
  };

  beforeAll(async () => {
    server = await startFixtureServer();
    folder = await mkdtemp(join(tmpdir(), `revisionspennan-${name}-`));
    await launch();
  });
  afterAll(async () => {
    await extension?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  });

  describe('the sample report', () => {
    it('is highlighted without any change of its own DOM', async () => {
      await page.goto(server.url('/sample'));
      const before = await ownMarkup(page);
      await waitForPainted(page, 'citation');
      await waitForPainted(page, 'recommendation');
      await inStatus(page, '.open');
      expect(await ownMarkup(page)).toBe(before);
    });

    it('shows a card for a citation, and keeps it with tag and comment', async () => {
      await openCard(page, 'citation', 1);
      expect(await cardText(page)).toMatch(/\(\d{4}:\d+\)/);
      expect(await (await inCard(page, 'a')).evaluate((link) => (link as HTMLAnchorElement).href)).toMatch(
        /^https:\/\/lagen\.nu\/\d{4}:\d+/,
      );
      await saveInCard(page, { tag: 'Elevhälsa', comment: 'Kontrollera mot reglementet' });
      await page.keyboard.press('Escape');
      await waitForPainted(page, 'saved', 1);
    });

    it('keeps a selection', async () => {
      const words = await page.$eval('main p', (paragraph) => (paragraph.textContent ?? '').trim().slice(0, 40));
      await selectWords(page, words);
      await (await inCard(page, '.chip-save')).click();
      await saveInCard(page, { comment: 'Egen markering' });
      await waitForPainted(page, 'saved', 2);
      expect((await painted(page, 'saved')).map(plain)).toContain(plain(words));
    });

    it('finds them again after reload, in changed markup and after a restart of the browser', async () => {
      const kept = (await painted(page, 'saved')).map(plain).sort();
      await page.reload();
      await waitForPainted(page, 'saved', 2);
      expect((await painted(page, 'saved')).map(plain).sort()).toEqual(kept);

      await page.goto(server.url('/sample?markup=changed'));
      await waitForPainted(page, 'saved', 2);
      expect((await painted(page, 'saved')).map(plain).sort()).toEqual(kept);

      await extension.close();
      await launch();
      await page.goto(server.url('/sample'));
      await waitForPainted(page, 'saved', 2);
      expect((await painted(page, 'saved')).map(plain).sort()).toEqual(kept);
    });

    it('lists everything in the panel, which edits, removes, undoes, goes to the place and exports', async () => {
      panel ??= await openPanel(extension, page);
      const entries = await panelEntries(panel);
      expect(entries.filter((entry) => entry.isKept)).toHaveLength(2);
      expect(entries.find((entry) => entry.comment === 'Kontrollera mot reglementet')?.tags).toContain('Elevhälsa');

      await panel.click('.entry:not(.kept).kind-recommendation .keep');
      await panel.waitForSelector('.entry.kept.kind-recommendation');
      await waitForPainted(page, 'saved', 3);

      await panel.click('.entry.kept.kind-recommendation .edit');
      await panel.type('.entry.kept.kind-recommendation textarea', 'Uppföljd 2027');
      await panel.click('.entry.kept.kind-recommendation button.primary');
      await panel.waitForFunction(() =>
        /^(Sparat|Saved): /.test(document.querySelector('.message')?.textContent ?? ''),
      );

      await panel.click('.entry.kept.kind-citation .remove');
      await panel.waitForFunction(() =>
        /^(Borttagen|Removed)/.test(document.querySelector('.message')?.textContent ?? ''),
      );
      await panel.waitForFunction(() => document.querySelectorAll('.entry.kept').length === 2);
      await panel.click('.message .undo');
      await panel.waitForFunction(() => document.querySelectorAll('.entry.kept').length === 3);

      await page.evaluate(() => scrollTo(0, 0));
      await panel.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.kind-recommendation .place')].at(-1)?.click(),
      );
      await page.bringToFront();
      await page.waitForFunction(() => scrollY > 200, { polling: 100 });

      await exportAs(panel, 'jsonld', 'csv');
      const files = await downloads(join(folder, 'downloads'), 2);
      const jsonld = await readSet(await readFile(files.find((file) => file.endsWith('.jsonld')) as string, 'utf8'));
      expect(jsonld.annotations).toHaveLength(3);
      expect(jsonld.annotations.map((annotation) => annotation.comment).sort()).toEqual([
        'Egen markering',
        'Kontrollera mot reglementet',
        'Uppföljd 2027',
      ]);
      const csv = await readFile(files.find((file) => file.endsWith('.csv')) as string, 'utf8');
      expect(csv.trim().split('\r\n')).toHaveLength(4);
    });
  });

  describe.skipIf(!hasReports)('the four real reports (skipped where ../shared/reports is missing)', () => {
    it.each(reportNames())('%s: every marked citation and recommendation is highlighted', async (report) => {
      await page.goto(server.url(`/reports/${report}`));
      // Also where nothing is asked of it: Firefox under a driver (WebDriver BiDi) crashes the tab that is left while a script of an
      // extension is imported there; without a driver it did so in none of 600 such departures.
      await page.waitForFunction(() => CSS.highlights.size > 0, { polling: 100 });
      const [citations, recommendations] = [goldOf(report, 'citation'), goldOf(report, 'recommendation')];
      if (citations.length > 0) await waitForPainted(page, 'citation', 1);
      if (recommendations.length > 0) await waitForPainted(page, 'recommendation', 1);
      const found = [...(await painted(page, 'citation')), ...(await painted(page, 'recommendation'))].map(plain);
      const missed = [...citations, ...recommendations].filter(
        (text) => !found.some((each) => each.includes(text) || text.includes(each)),
      );
      expect(missed).toEqual([]);
    });

    it.each(reportNames())('%s: what is kept is found again in changed markup, listed and exported', async (report) => {
      await page.goto(server.url(`/reports/${report}`));
      await page.waitForFunction(() => CSS.highlights.size > 0, { polling: 100 });
      const style =
        goldOf(report, 'citation').length > 0
          ? 'citation'
          : goldOf(report, 'recommendation').length > 0
            ? 'recommendation'
            : 'deadline';
      await openCard(page, style, 0);
      await saveInCard(page, { comment: report });
      await page.keyboard.press('Escape');
      await waitForPainted(page, 'saved', 1);
      const kept = (await painted(page, 'saved')).map(plain).join(' ');

      for (const variant of ['', '?markup=changed', '?late=1']) {
        await page.goto(server.url(`/reports/${report}${variant}`));
        await waitForPainted(page, 'saved', 1);
        expect((await painted(page, 'saved')).map(plain).join(' '), variant).toBe(kept);
      }

      panel ??= await openPanel(extension, page);
      await panel.waitForFunction(
        (comment) =>
          [...document.querySelectorAll('.entry.kept .comment')].some((each) => each.textContent === comment),
        {},
        report,
      );
      expect((await panelEntries(panel)).filter((entry) => entry.isKept)).toHaveLength(1);

      // Chromium writes over a download of the same name, so the earlier ones go first.
      const folderOfFiles = join(folder, 'downloads');
      await rm(folderOfFiles, { recursive: true, force: true });
      await mkdir(folderOfFiles);
      await exportAs(panel, 'jsonld');
      const [written] = (await downloads(folderOfFiles, 1)) as [string];
      const { annotations } = await readSet(await readFile(written, 'utf8'));
      expect(annotations.map((annotation) => annotation.comment)).toContain(report);
    });
  });
});

/** Writes the current set from the panel, whose exports may be open already. It stands in a tab behind, where no pointer can click in Firefox. */
async function exportAs(panel: Page, ...formats: readonly ('jsonld' | 'csv')[]): Promise<void> {
  const press = (selector: string) => panel.$eval(selector, (button) => (button as HTMLElement).click());
  if (await panel.$('.open-export[aria-expanded=false]')) await press('.open-export');
  await panel.waitForSelector('.open-export[aria-expanded=true]');
  for (const format of formats) await press(`fieldset:not([hidden]) [data-format=${format}]`);
}

/** The page's markup without the one element in which the extension says how much it found. */
function ownMarkup(page: Page): Promise<string> {
  return page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const ours of copy.querySelectorAll('revisionspennan-status')) ours.remove();
    return copy.outerHTML;
  });
}

/** The finished files of a download folder, once there are so many. */
async function downloads(folder: string, count: number): Promise<string[]> {
  for (let waited = 0; waited < 15_000; waited += 200) {
    const names = existsSync(folder) ? await readdir(folder) : [];
    const finished = names.filter((each) => !/\.(crdownload|part|tmp)$/.test(each));
    if (finished.length >= count && finished.length === names.length) return finished.map((each) => join(folder, each));
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Fewer than ${count} files were downloaded to ${folder}`);
}
