import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { contentOf } from '../../../entrypoints/sidepanel/tab-content';

/** What the browser tells of a tab, and what it answers a script that wants to look into it. */
function setUp(tab: { url?: string; status?: string }, script: () => Promise<unknown>, permitted = false): void {
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation((async () => ({ id: 7, ...tab })) as never);
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(script as never);
  vi.spyOn(fakeBrowser.tabs, 'getZoomSettings').mockImplementation((async () => ({ mode: 'automatic' })) as never);
  vi.spyOn(fakeBrowser.tabs, 'setZoomSettings').mockImplementation((async () => undefined) as never);
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation((async () => permitted) as never);
}
const refused = () => Promise.reject(new Error('Missing host permission for the tab'));
const shows = (contentType: string) => async () => [{ result: contentType }];

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

describe('a tab that does not answer', () => {
  it('may not be read, and the browser does not tell where it is', async () => {
    setUp({}, refused);
    expect(await contentOf(7)).toEqual({ why: 'not-allowed' });
  });

  it('may not be read in Chromium, where a script would wait for the toolbar button and swallow its click', async () => {
    const script = vi.fn(() => new Promise(() => undefined));
    setUp({ status: 'complete' }, script);
    expect(await contentOf(7)).toEqual({ why: 'not-allowed' });
    expect(script).not.toHaveBeenCalled();
  });

  it('may not be read, and its site is known: that site can be allowed', async () => {
    setUp({ url: 'https://www.bjorkfors.se/protokoll?id=4' }, refused);
    expect(await contentOf(7)).toEqual({ why: 'not-allowed', site: 'www.bjorkfors.se' });
  });

  it('is a PDF file by its address', async () => {
    const url = 'https://www.bjorkfors.se/rapport.PDF?x=1';
    setUp({ url }, refused);
    expect(await contentOf(7)).toEqual({ why: 'pdf', tab: { id: 7, url } });
  });

  it('may be read and lets nobody in: the browser shows a PDF file there', async () => {
    const url = 'https://www.bjorkfors.se/download/18.4711';
    setUp({ url }, refused, true);
    expect(await contentOf(7)).toEqual({ why: 'pdf', tab: { id: 7, url } });
  });

  it('may be read, and is not', async () => {
    const url = 'https://www.bjorkfors.se/';
    setUp({ url, status: 'complete' }, shows('text/html'), true);
    expect(await contentOf(7)).toEqual({ why: 'page', tab: { id: 7, url } });
    setUp({ url, status: 'loading' }, shows('text/html'), true);
    expect(await contentOf(7)).toEqual({ why: 'loading' });
  });

  it('is closed to every extension', async () => {
    setUp({}, refused);
    vi.mocked(fakeBrowser.tabs.setZoomSettings).mockRejectedValueOnce(new Error('Cannot access a chrome:// URL'));
    expect(await contentOf(7)).toEqual({ why: 'browser-page' });
    setUp({ url: 'about:config' }, refused);
    expect(await contentOf(7)).toEqual({ why: 'browser-page' });
  });

  it("is one of Firefox's own: the address is not told, and the script meets nobody", async () => {
    const { sidePanel } = fakeBrowser;
    Object.assign(fakeBrowser, { sidePanel: undefined });
    try {
      setUp({ status: 'complete' }, async () => [null]);
      expect(await contentOf(7)).toEqual({ why: 'browser-page' });
      setUp({ status: 'complete' }, refused);
      expect(await contentOf(7)).toEqual({ why: 'not-allowed' });
    } finally {
      Object.assign(fakeBrowser, { sidePanel });
    }
  });
});
