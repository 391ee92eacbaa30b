/** Quiet time after a change before the page is read again, in milliseconds. */
const SETTLE_MS = 300;
/** A page that changes all the time costs at most one part in so many of the processor. */
const COST_SHARE = 20;

const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['class', 'style', 'hidden', 'open', 'aria-expanded', 'aria-hidden'],
};

/**
 * Calls `refresh` at once, and again after the page has changed (late text, accordions, single-page navigation):
 * once the changes have settled, but during endless changes now and then all the same, never more often than its own
 * cost allows.
 *
 * @param isOurs tells our own elements, whose changes do not count
 * @returns when the page has been read for the first time
 */
export function watchPage(
  page: Document,
  refresh: () => Promise<void>,
  isOurs: (node: Node) => boolean,
  signal: AbortSignal,
): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChange = 0;
  let busy = false;
  let dirty = false;
  let earliest = 0;

  const run = async () => {
    timer = undefined;
    firstChange = 0;
    dirty = false;
    busy = true;
    const started = performance.now();
    try {
      await refresh();
    } finally {
      busy = false;
      earliest = performance.now() + (performance.now() - started) * COST_SHARE;
      if (dirty) schedule();
    }
  };

  const schedule = () => {
    dirty = true;
    if (busy || signal.aborted) return;
    const now = performance.now();
    firstChange ||= now;
    // Wait for quiet, but not for ever: ten settling times after the first change it is read in any case.
    if (timer !== undefined && now - firstChange > SETTLE_MS * 10) return;
    clearTimeout(timer);
    timer = setTimeout(run, Math.max(SETTLE_MS, earliest - now));
  };

  const observer = new MutationObserver((records) => {
    const mayChangeText = (record: MutationRecord) =>
      !isMotion(record) && !isOurs(record.target) && ![...record.addedNodes].some(isOurs);
    if (records.some(mayChangeText)) schedule();
  });
  observer.observe(page, OBSERVED);
  page.addEventListener('toggle', schedule, { capture: true, signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });

  // Watched before it is read: what a script adds while the first reading runs must not be missed.
  busy = true;
  return refresh().finally(() => {
    busy = false;
    if (dirty) schedule();
  });
}

/** A bar or a picture that moves: what holds nothing shows and hides no text by its own style. */
function isMotion({ attributeName, target }: MutationRecord): boolean {
  return attributeName === 'style' && !target.hasChildNodes();
}
