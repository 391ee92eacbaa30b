import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testBuild } from './support/build';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import { cutOff, problems } from './support/looks';
import { type PdfServer, startPdfServer } from './support/pdf/pdf-server';
import { serveViewerFiles, VIEWER_STATES } from './support/pdf/viewer-screens';

let server: PdfServer;
let extension: ExtensionBrowser;
let page: Page | undefined;

describe.each(['chromium', 'firefox'] as const)('the PDF viewer in %s', (name) => {
  beforeAll(async () => {
    server = await startPdfServer();
    serveViewerFiles(server);
    extension = await launchWithExtension(name, testBuild(name));
  });
  afterAll(async () => {
    await extension?.close();
    await server?.close();
  });
  afterEach(() => page?.close().catch(() => undefined));

  const show = async (state: string): Promise<Page> => {
    page = await VIEWER_STATES[state]?.(extension, server);
    if (!page) throw new Error(`No viewer for ${state}`);
    return page;
  };

  // Firefox takes its theme from a preference at its start, and the colours are the same in both browsers.
  const themes = name === 'chromium' ? (['light', 'dark'] as const) : (['light'] as const);
  describe.each(themes)('%s', (theme) => {
    it.each(Object.keys(VIEWER_STATES))('%s has no fault that axe can find', async (state) => {
      const shown = await show(state);
      if (name === 'chromium') await shown.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      expect(await problems(shown)).toEqual([]);
    });
  });

  it.each([
    ['320 px', { width: 320, height: 600 }],
    // A window of 640 px at 200 % has half the room, in pixels twice as large.
    ['200 %', { width: 320, height: 300, deviceScaleFactor: 2 }],
  ])('nothing is cut off sideways at %s', async (_, viewport) => {
    for (const state of Object.keys(VIEWER_STATES)) {
      const shown = await show(state);
      await shown.setViewport(viewport);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(await cutOff(shown), state).toEqual([]);
      await shown.close();
    }
  });

  it('Tab reaches every control of the bar, and each is seen to have the focus', async () => {
    const shown = await show('find');
    const wanted = await shown.$$eval('header button, header input, header select', (controls) =>
      controls
        .filter((each) => each.getClientRects().length > 0 && !each.matches(':disabled'))
        .map((each) => each.ariaLabel ?? each.id),
    );
    await shown.evaluate(() => {
      document.body.tabIndex = -1;
      document.body.focus();
    });
    const reached: (string | null)[] = [];
    for (let i = 0; i < wanted.length; i++) {
      await shown.keyboard.press('Tab');
      const { label, outline } = await shown.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        return { label: element.ariaLabel ?? element.id, outline: getComputedStyle(element).outlineStyle };
      });
      expect(outline, String(label)).not.toBe('none');
      reached.push(label);
    }
    expect(reached).toEqual(wanted);
  });
});
