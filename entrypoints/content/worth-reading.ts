/** Quiet time after a change before the page is looked at again, in milliseconds. */
const SETTLE_MS = 200;
/** So many letters and digits a page must have: the shortest citations have more. */
const LEAST_LETTERS = 6;
const NOT_TEXT = 'head,script,style,noscript,template';

/**
 * Waits until a page has text that can be read: at once for most, later for one that a script fills.
 *
 * @returns when there is text; never for a page without any, or when `signal` ends the waiting
 */
export function whenWorthReading(page: Document, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (hasText(page)) return resolve();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new MutationObserver(() => {
      timer ??= setTimeout(look, SETTLE_MS);
    });
    const look = () => {
      timer = undefined;
      if (!hasText(page)) return;
      observer.disconnect();
      resolve();
    };
    observer.observe(page, { subtree: true, childList: true, characterData: true });
    signal.addEventListener('abort', () => {
      observer.disconnect();
      clearTimeout(timer);
    });
  });
}

function hasText(page: Document): boolean {
  // From the document, not its body: a page without text is known without any of its elements, whose first costs the browser
  // more than all the rest of this.
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  let letters = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue?.trim();
    if (!text || node.parentElement?.closest(NOT_TEXT)) continue;
    letters += text.replace(/[^\p{L}\d§]/gu, '').length;
    if (letters >= LEAST_LETTERS) return true;
  }
  return false;
}
