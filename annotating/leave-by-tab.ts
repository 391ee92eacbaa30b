import type { CardAnchor } from './card-place';
import { isOwnElement } from './own-element';

const STOPS = 'a[href], area[href], button, input, select, textarea, summary, iframe, [contenteditable], [tabindex]';

/**
 * The card's element stands at the document's end: past its last button, Tab would go to the page's top. It goes on in the page
 * behind the text that the card is about instead, and backwards before it.
 */
export function leaveByTab(event: KeyboardEvent, anchor: CardAnchor): void {
  const { currentTarget, shiftKey } = event;
  if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return;
  if (!(currentTarget instanceof Element)) return;
  const shadow = currentTarget.getRootNode();
  if (!(shadow instanceof ShadowRoot)) return;
  const { activeElement } = shadow;
  const stops = stopsIn(currentTarget);
  // The card itself has the focus when it opens, before its first button.
  const isFirst = activeElement === stops[0] || activeElement === currentTarget.firstElementChild;
  if (!(activeElement instanceof HTMLElement) || !(shiftKey ? isFirst : activeElement === stops.at(-1))) return;
  const caret = anchor.putCaret(!shiftKey);
  const next = caret && stopBeside(caret, !shiftKey);
  if (next) {
    event.preventDefault();
    next.focus();
  } else activeElement.blur();
}

/** The next stop of the page's own in the order of its text, or the one before. */
function stopBeside(caret: Node, isBehind: boolean): HTMLElement | undefined {
  const wanted = isBehind ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const stops = stopsIn(caret.ownerDocument?.documentElement ?? null).filter(
    (stop) => !isOwnElement(stop) && (caret.compareDocumentPosition(stop) & wanted) !== 0,
  );
  return isBehind ? stops[0] : stops.at(-1);
}

function stopsIn(root: Element | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>(STOPS) ?? [])].filter(isStop);
}

/** Of radio buttons of a name the chosen one is the stop. */
function isStop(element: HTMLElement): boolean {
  if (element.tabIndex < 0 || element.matches(':disabled')) return false;
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked) return true;
  const around = element.closest('form, fieldset');
  return !around?.querySelector(`[name="${CSS.escape(element.name)}"]:checked`);
}
