import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'puppeteer-core';
import { type ExtensionBrowser, launchWithExtension } from '../tests/browser/support/launch';
import {
  inCard,
  openCard,
  openPanel,
  painted,
  panelEntries,
  saveInCard,
  selectWords,
  waitForPainted,
} from '../tests/browser/support/reader';
import { startFixtureServer } from '../tests/browser/support/server';

/**
 * `npm run demo`: the main job, done by the real extension in a real browser on the bundled sample
 * report, through the same card and panel that a person uses. With a display the browser is shown and
 * stays open; without one (or with CI set, or `--headless`) everything is in demo-output/.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const output = join(root, 'demo-output');
const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = !hasDisplay || Boolean(process.env.CI) || process.argv.includes('--headless');

const say = (line: string): void => console.log(line);

async function build(): Promise<string> {
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  await promisify(execFile)(process.execPath, [wxt, 'build', '-b', 'chrome', '--mode', 'demo'], { cwd: root });
  return join(root, '.output', 'chrome-demo');
}

/** Chromium offers to translate a Swedish page, in a bubble that covers the side panel. */
async function keepTranslationAway(profileDir: string): Promise<void> {
  await mkdir(join(profileDir, 'Default'));
  await writeFile(join(profileDir, 'Default', 'Preferences'), JSON.stringify({ translate: { enabled: false } }));
}

async function readAndKeep(page: Page): Promise<string[]> {
  await waitForPainted(page, 'citation');
  await waitForPainted(page, 'recommendation');
  const [citations, recommendations] = [await painted(page, 'citation'), await painted(page, 'recommendation')];
  say(`Highlighted ${citations.length} statute citations, the first “${citations[0]}”,`);
  say(`and ${recommendations.length} recommendations.`);
  await page.screenshot({ path: join(output, '1-highlighted.png') });

  await openCard(page, 'citation', 2);
  const title = await (await inCard(page, 'h2')).evaluate((heading) => heading.textContent);
  say(`A click on “${citations[2]}” shows the card of ${title}.`);
  await (await inCard(page, 'textarea')).type('Jämför med stickprovet i avsnitt 4.4.');
  await page.screenshot({ path: join(output, '2-card.png') });
  await saveInCard(page, { tag: 'Förhandsbedömning' });
  await page.keyboard.press('Escape');

  await openCard(page, 'recommendation', 1);
  await saveInCard(page, { tag: 'Följ upp', comment: 'Fråga efter tidsgränsen vid nästa möte.' });
  await page.keyboard.press('Escape');

  await selectWords(page, 'ogiltig frånvaro samma dag');
  await (await inCard(page, '.chip-save')).click();
  await saveInCard(page, { tag: 'Iakttagelse' });
  await page.keyboard.press('Escape');

  await waitForPainted(page, 'saved', 3);
  const kept = await painted(page, 'saved');
  say(`Saved ${kept.length} passages with tags: a citation, a recommendation and a selection.`);
  return kept;
}

async function findAgain(page: Page, kept: readonly string[]): Promise<void> {
  await page.reload();
  await waitForPainted(page, 'saved', kept.length);
  const found = await painted(page, 'saved');
  const same = found.filter((text) => kept.includes(text)).length;
  if (same !== kept.length) throw new Error(`After the reload only ${same} of ${kept.length} were found again.`);
  say(`Reloaded the page: ${same} of ${kept.length} found again in their places.`);
  await openCard(page, 'citation', 2);
  await page.screenshot({ path: join(output, '3-after-reload.png') });
  await page.keyboard.press('Escape');
}

async function exportFromPanel(extension: ExtensionBrowser, page: Page): Promise<void> {
  const panel = await openPanel(extension, page);
  await panel.waitForSelector('.entry.kept');
  const entries = await panelEntries(panel);
  say(
    `The side panel lists ${entries.length} passages, ${entries.filter(({ isKept }) => isKept).length} of them saved.`,
  );
  await panel.select('.filter select', 'kept');
  await panel.screenshot({ path: join(output, '4-panel.png') });
  await panel.click('.open-export');
  for (const format of ['jsonld', 'csv']) {
    await panel.click(`[data-format=${format}]`);
    await fileEndingWith(`.${format}`);
  }
  if (headless) await sideBySide(extension, '3-after-reload.png', '4-panel.png');
}

/** One picture of page and panel as they stand in a window, which no screenshot of a page shows. */
async function sideBySide(extension: ExtensionBrowser, ...names: string[]): Promise<void> {
  const images = await Promise.all(
    names.map(async (name) => {
      const data = await readFile(join(output, name), 'base64');
      return `<img style="display: block" src="data:image/png;base64,${data}">`;
    }),
  );
  const page = await extension.browser.newPage();
  await page.setViewport({ width: 1362, height: 900 });
  await page.setContent(
    `<body style="margin: 0; display: flex; align-items: start; gap: 2px; background: #888">${images.join('')}</body>`,
  );
  await page.screenshot({ path: join(output, '5-page-and-panel.png') });
  await page.close();
}

async function fileEndingWith(ending: string): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 100) {
    const name = (await readdir(output)).find((each) => each.endsWith(ending));
    if (name) return say(`Exported demo-output/${name}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No ${ending} file was written within ten seconds.`);
}

async function demo(): Promise<void> {
  await rm(output, { recursive: true, force: true });
  await mkdir(output);
  say('Building the extension …');
  const extensionDir = await build();
  const server = await startFixtureServer();
  const profileDir = await mkdtemp(join(tmpdir(), 'revisionspennan-demo-'));
  await keepTranslationAway(profileDir);
  let extension: ExtensionBrowser | undefined;
  try {
    extension = await launchWithExtension('chromium', extensionDir, {
      profileDir,
      downloadDir: output,
      headless,
      viewport: headless ? { width: 980, height: 900 } : null,
    });
    say(`Started ${await extension.browser.version()}${headless ? ' without a window' : ''}.`);
    const page = await extension.browser.newPage();
    await page.goto(server.url('/sample'));
    const kept = await readAndKeep(page);
    await findAgain(page, kept);
    await exportFromPanel(extension, page);
    say('Screenshots and exported files are in demo-output/.');
    if (!headless) {
      await openCard(page, 'citation', 2);
      say('The browser stays open for you to try. Close it to end the demo.');
      await new Promise((resolve) => extension?.browser.once('disconnected', resolve));
    }
  } finally {
    await extension?.close().catch(() => undefined);
    await server.close();
    await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

demo().catch((error: unknown) => {
  console.error(`The demo stopped: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
});
