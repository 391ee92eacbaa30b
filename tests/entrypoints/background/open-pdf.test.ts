import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openLink, readOrOpen } from '../../../entrypoints/background/open-pdf';

/** What the click on the toolbar button does with a tab, by what the browser lets the extension see of it. */

const shown: string[] = [];
const read: number[] = [];

/** @param contentType what a script in the tab finds; null: the browser lets no script in */
function tabShows(contentType: string | null): void {
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation((async ({
    target,
    func,
  }: {
    target: { tabId: number };
    func?: unknown;
  }) => {
    if (contentType === null) throw new Error('Missing host permission for the tab');
    if (!func) read.push(target.tabId);
    return [{ result: contentType }];
  }) as never);
}

/** @param contentType what the server says; null: the extension may not ask */
function serverSays(contentType: string | null): void {
  vi.stubGlobal('fetch', async () => {
    if (contentType === null) throw new TypeError('NetworkError');
    return new Response('%PDF-1.7', { headers: { 'content-type': contentType } });
  });
}

beforeEach(() => {
  fakeBrowser.reset();
  shown.length = 0;
  read.length = 0;
  vi.spyOn(fakeBrowser.scripting, 'insertCSS').mockImplementation((async () => undefined) as never);
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation((async () => true) as never);
  vi.spyOn(fakeBrowser.tabs, 'update').mockImplementation(
    (async (_id: number, { url }: { url: string }) => void shown.push(url)) as never,
  );
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation(
    (async ({ url }: { url: string }) => void shown.push(url)) as never,
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const viewerOf = (address: string) => expect.stringContaining(`viewer.html?file=${encodeURIComponent(address)}`);

describe('the toolbar button', () => {
  it('reads a web page and asks the server for nothing', async () => {
    tabShows('text/html');
    const asked = vi.fn();
    vi.stubGlobal('fetch', asked);
    await readOrOpen({ id: 3, url: 'https://a.example/rapport.pdf.html' });
    expect(asked).not.toHaveBeenCalled();
    expect(shown).toEqual([]);
    expect(read).toEqual([3]);
  });

  it.each([
    ['the server says that it is one', 'https://a.example/file/7', null, 'application/pdf', ''],
    ['the tab says that it is one', 'https://a.example/file/7', 'application/pdf', null, ''],
    ['its name says so, where nobody may ask (Firefox)', 'https://a.example/Rapport.PDF?x=1', null, null, ''],
    [
      'its title says so, where nobody may ask (Firefox)',
      'https://a.example/file/7',
      null,
      null,
      'Granskning - rapport.pdf',
    ],
  ])('opens a PDF when %s', async (_, url, inTab, onServer, title) => {
    tabShows(inTab);
    serverSays(onServer);
    await readOrOpen({ id: 3, url, title });
    expect(shown).toEqual([viewerOf(url)]);
  });

  it.each([
    ['https://addons.mozilla.org/sv-SE/', null, null],
    ['https://a.example/rapport.pdf', null, 'text/html'],
    ['about:config', null, null],
  ])('leaves %s alone', async (url, inTab, onServer) => {
    tabShows(inTab);
    serverSays(onServer);
    await readOrOpen({ id: 3, url, title: 'Sida' });
    expect(shown).toEqual([]);
  });

  it('names a file of the machine to the viewer, which says that only the person can hand it over', async () => {
    tabShows(null);
    await readOrOpen({ id: 3, url: 'file:///home/a/rapport.pdf' });
    expect(shown).toEqual([viewerOf('file:///home/a/rapport.pdf')]);
  });
});

it("opens a link's document in a tab of its own", async () => {
  await openLink('https://a.example/file/7?x=1', { id: 3, index: 4 });
  expect(shown).toEqual([viewerOf('https://a.example/file/7?x=1')]);
});

describe("a link's document that is sent on", () => {
  const leadsTo = (url: string) => vi.stubGlobal('fetch', async () => ({ url }));

  it('to another site is opened where it is: the viewer connects to one site only', async () => {
    leadsTo('https://files.b.example/7.pdf?token=1');
    await openLink('https://a.example/file/7#page=3');
    expect(shown).toEqual([viewerOf('https://files.b.example/7.pdf?token=1#page=3')]);
  });

  it('within its site is opened by the address of the link', async () => {
    leadsTo('https://a.example/7.pdf?token=1');
    await openLink('https://a.example/file/7');
    expect(shown).toEqual([viewerOf('https://a.example/file/7')]);
  });

  it('to a site that is not allowed is left to the viewer, which says so', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('NetworkError');
    });
    await openLink('https://a.example/file/7');
    expect(shown).toEqual([viewerOf('https://a.example/file/7')]);
  });
});
