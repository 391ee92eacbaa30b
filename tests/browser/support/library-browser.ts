import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { BrowserName } from '../../../scripts/browsers';
import { testBuild } from './build';
import { openFilledLibrary } from './fill-library';
import { type ExtensionBrowser, launchWithExtension } from './launch';
import { openDialog, waitForRows } from './library-page';
import { type FixtureServer, startFixtureServer } from './server';
import { smallLibrary } from './small-library';

/** A browser with the library of seven annotations, and a folder that its downloads come to. */
export class LibraryBrowser {
  private constructor(
    readonly extension: ExtensionBrowser,
    private readonly server: FixtureServer,
    private readonly downloads: string,
  ) {}

  static async launched(name: BrowserName): Promise<LibraryBrowser> {
    const downloads = await mkdtemp(join(tmpdir(), 'revisionspennan-library-'));
    const extension = await launchWithExtension(name, testBuild(name), { downloadDir: downloads });
    return new LibraryBrowser(extension, await startFixtureServer(), downloads);
  }

  /** The library's page, filled anew. */
  async open(): Promise<Page> {
    const page = await openFilledLibrary(this.extension, smallLibrary(this.server.url('')));
    await page.setViewport({ width: 1400, height: 900 });
    await waitForRows(page, 6);
    return page;
  }

  /** Closes what a test has opened and throws away what it has saved. */
  async clear(): Promise<void> {
    for (const open of (await this.extension.browser.pages()).slice(1)) await open.close().catch(() => undefined);
    for (const file of await readdir(this.downloads)) await rm(join(this.downloads, file));
  }

  async close(): Promise<void> {
    await this.extension.close();
    await this.server.close();
    await rm(this.downloads, { recursive: true, force: true });
  }

  /** The file that the browser has saved with this ending. */
  async saved(ending: string): Promise<Buffer> {
    for (let waited = 0; waited < 30_000; waited += 200) {
      const name = (await readdir(this.downloads)).find((each) => each.endsWith(ending));
      if (name) {
        const bytes = await readFile(join(this.downloads, name));
        if (bytes.length > 0) return bytes;
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`No file ${ending} was saved: ${await readdir(this.downloads)}`);
  }

  /** Opens the window for imports and chooses a file of this content. */
  async importFile(page: Page, name: string, content: string): Promise<void> {
    const path = join(this.downloads, name);
    await writeFile(path, content);
    await openDialog(page, 'import');
    const input = (await page.waitForSelector('dialog input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
  }
}
