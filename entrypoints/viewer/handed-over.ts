/**
 * Bytes of documents that the background took while the toolbar button's right to a tab lasted. The viewer finds them
 * under the document's address. They lie in the extension's own Cache Storage and are thrown away after a day.
 */
const CACHE = 'handed-over';
const KEPT_FOR_MS = 24 * 3600 * 1000;
const KEPT_AT = 'x-kept-at';
const NAMED = 'x-file-name';

/** Larger documents are not taken; the viewer asks for the right to their site instead. */
export const HANDED_OVER_UP_TO = 64 * 2 ** 20;

/** Keeps a document's bytes. @throws when there is no room, or `body` fails */
export async function handOver(
  address: string,
  body: ReadableStream<Uint8Array>,
  fileName: string | null,
): Promise<void> {
  const cache = await caches.open(CACHE);
  const headers = { [KEPT_AT]: String(Date.now()), [NAMED]: encodeURIComponent(fileName ?? '') };
  await cache.put(withoutFragment(address), new Response(body, { headers }));
}

/** The bytes of a document, if they were taken. */
export async function handedOver(address: string): Promise<{ blob: Blob; fileName: string | null } | null> {
  const cache = await caches.open(CACHE);
  const response = await cache.match(withoutFragment(address));
  if (!response) return null;
  return { blob: await response.blob(), fileName: decodeURIComponent(response.headers.get(NAMED) ?? '') || null };
}

/** Throws away what has been kept long enough. */
export async function forgetOld(now = Date.now()): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const request of await cache.keys()) {
    const response = await cache.match(request);
    if (now - Number(response?.headers.get(KEPT_AT)) > KEPT_FOR_MS) await cache.delete(request);
  }
}

const withoutFragment = (address: string): string => address.replace(/#.*/, '');
