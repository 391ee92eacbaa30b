/** Not the extension's identity: what it was before an update is to hear what it is now. */
const STARTED = 'revisionspennan-started';

/**
 * Says that a script of ours begins to read this page, so that an older one, of before an update, ends; and ends when a newer
 * one says so.
 */
export function whenNewerStarts(page: Document, end: () => void): void {
  page.dispatchEvent(new Event(STARTED));
  page.addEventListener(STARTED, end, { once: true });
}
