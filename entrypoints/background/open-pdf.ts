import { viewerPath } from '../viewer/address';
import { HANDED_OVER_UP_TO, handOver } from '../viewer/handed-over';
import { fileNameOf } from '../viewer/web-source';
import { readTab } from './read-tab';

interface Tab {
  id?: number;
  url?: string;
  title?: string;
  index?: number;
}

/**
 * Reads the page of a tab; a PDF file, whose viewer lets no extension in, opens in the viewer in the same tab.
 * @param isSaidPdf where the server cannot be asked, as from pages that connect nowhere: whether it is one by all that is known
 */
export async function readOrOpen(tab: Tab, isSaidPdf = false): Promise<void> {
  if (tab.id === undefined) return;
  const kind = await kindOf(tab.id);
  if (kind === 'page' || tab.url === undefined) return readTab(tab.id);
  if (/^file:.*\.pdf$/i.test(tab.url)) return show(tab.id, viewerPath(tab.url));
  if (!/^https?:/.test(tab.url)) return readTab(tab.id);
  const isPdf = (await takeBytes(tab.url)) ?? (isSaidPdf || kind === 'pdf' || looksLikePdf(tab));
  if (isPdf) await show(tab.id, viewerPath(tab.url));
}

/** Opens a link's document in the viewer, in a tab beside the one that it stands in. */
export async function openLink(address: string, from?: Tab): Promise<void> {
  const index = from?.index === undefined ? undefined : from.index + 1;
  await browser.tabs.create({
    url: browser.runtime.getURL(`/${viewerPath(await landingOf(address))}` as '/viewer.html'),
    index,
    openerTabId: from?.id,
  });
}

/** Within this time a server says where an address leads. */
const FOLLOW_WITHIN_MS = 3000;

/**
 * Where an address leads in the end, as far as the extension may follow it: the viewer connects to the document's own site
 * and no other. An address that stays on its site is kept as it is, since where it leads may hold for a moment only.
 */
async function landingOf(address: string): Promise<string> {
  try {
    const signal = AbortSignal.timeout(FOLLOW_WITHIN_MS);
    const { url } = await fetch(address, { method: 'HEAD', credentials: 'include', signal });
    return url === '' || new URL(url).origin === new URL(address).origin ? address : url + new URL(address).hash;
  } catch {
    return address;
  }
}

async function show(tabId: number, path: string): Promise<void> {
  await browser.tabs.update(tabId, { url: browser.runtime.getURL(`/${path}` as '/viewer.html') });
}

/** Within this time a tab says what it shows. */
const ANSWER_WITHIN_MS = 1500;

/** What the browser shows in the tab; it lets no extension into its PDF viewer, or only into the frame round it. */
async function kindOf(tabId: number): Promise<'page' | 'pdf' | 'closed'> {
  const asked = browser.scripting.executeScript({
    target: { tabId },
    // A page is not waited for until it is complete.
    injectImmediately: true,
    func: () => document.contentType,
  });
  const late = new Promise<null>((resolve) => setTimeout(resolve, ANSWER_WITHIN_MS, null));
  try {
    const found = await Promise.race([asked, late]);
    if (found === null) return 'closed';
    return found[0]?.result === 'application/pdf' ? 'pdf' : 'page';
  } catch {
    return 'closed';
  }
}

/**
 * Asks the server what the address is, and keeps the bytes of a PDF for the viewer: the right that the click on the
 * toolbar button gives ends when the tab leaves the address. Sites that are granted for good are asked by the viewer.
 * @returns null when the browser does not let the extension ask
 */
async function takeBytes(address: string): Promise<boolean | null> {
  const asking = new AbortController();
  try {
    const response = await fetch(address, { credentials: 'include', signal: asking.signal });
    const isPdf = /^application\/(x-)?pdf\b/i.test(response.headers.get('content-type') ?? '');
    const size = Number(response.headers.get('content-length') ?? Number.NaN);
    const isGranted = await browser.permissions.contains({
      origins: [`${new URL(address).protocol}//${new URL(address).hostname}/*`],
    });
    if (isPdf && response.ok && response.body && !isGranted && !(size > HANDED_OVER_UP_TO)) {
      const fileName = fileNameOf(response.headers.get('content-disposition'));
      // A file that turns out too large, or has no room, is left to the viewer.
      await handOver(address, response.body.pipeThrough(upTo(HANDED_OVER_UP_TO)), fileName).catch(() => undefined);
    }
    return isPdf;
  } catch {
    return null;
  } finally {
    asking.abort();
  }
}

/** Lets so many bytes through and fails on more. */
function upTo(limit: number): TransformStream<Uint8Array, Uint8Array> {
  let size = 0;
  return new TransformStream({
    transform(chunk, controller) {
      size += chunk.length;
      if (size > limit) controller.error(new Error('too large'));
      else controller.enqueue(chunk);
    },
  });
}

/** By name, where nothing else can be known: Firefox's viewer puts the file's name last in the title. */
function looksLikePdf({ url = '', title = '' }: Tab): boolean {
  return /\.pdf$/i.test(new URL(url).pathname) || /\.pdf$/i.test(title);
}
