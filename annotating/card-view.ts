import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';
import { type ComponentChild, render } from 'preact';
import controlsCss from '../components/controls.css?inline';
import tokensCss from '../components/tokens.css?inline';
import cardCss from './card.css?inline';

const HOST_TAG = 'revisionspennan-card';
/** Room between the card and the text it is about, CSS pixels. */
const GAP = 10;
/** Heights between which a card fits itself to the room beside its text, CSS pixels. */
const LEAST_HEIGHT = 240;
const MOST_HEIGHT = 560;
/** Typing and clicking in the card is no business of the page's own shortcuts and handlers. */
const KEPT_IN = [
  'keydown',
  'keyup',
  'keypress',
  'beforeinput',
  'input',
  'copy',
  'cut',
  'paste',
  'click',
  'pointerdown',
  'mousedown',
  'mouseup',
];

export interface CardView {
  /** Shows content beside the rectangle that `anchor` gives; what was shown before goes. */
  show(content: ComponentChild, anchor: () => DOMRect, options: { focus: boolean }): void;
  hide(): void;
  readonly isOpen: boolean;
  owns(node: Node): boolean;
}

/**
 * The one element of ours in the page: there only while a card is open, in the browser's top layer, with a closed
 * shadow root so that the page can neither read nor restyle what the user keeps.
 */
export function createCardView(page: Document): CardView {
  let host: HTMLElement | null = null;
  let container: HTMLElement | null = null;
  let stopFollowing: (() => void) | null = null;
  let focusBefore: Element | null = null;

  const build = (): HTMLElement => {
    host = page.createElement(HOST_TAG);
    host.setAttribute('popover', 'manual');
    // The tests reach into the card from outside; a released build's card is closed to everyone.
    const shadow = host.attachShadow({ mode: import.meta.env.MODE === 'production' ? 'closed' : 'open' });
    addStyle(shadow, [tokensCss, controlsCss, cardCss].join('\n'));
    const root = page.createElement('div');
    shadow.append(root);
    for (const type of KEPT_IN) root.addEventListener(type, (event) => event.stopPropagation());
    page.documentElement.append(host);
    host.showPopover?.();
    return root;
  };

  const hide = () => {
    stopFollowing?.();
    stopFollowing = null;
    if (container) render(null, container);
    const hadFocus = host !== null && page.activeElement === host;
    host?.remove();
    host = null;
    container = null;
    if (hadFocus && focusBefore instanceof HTMLElement && focusBefore.isConnected)
      focusBefore.focus({ preventScroll: true });
    focusBefore = null;
  };

  return {
    get isOpen() {
      return host !== null;
    },
    owns: (node) => host !== null && (node === host || host.contains(node)),
    hide,
    show(content, anchor, { focus }) {
      hide();
      focusBefore = page.activeElement;
      container = build();
      render(content, container);
      const card = container.firstElementChild;
      if (!(card instanceof HTMLElement) || !host) return;
      const reference = { getBoundingClientRect: anchor };
      const floating = host;
      stopFollowing = autoUpdate(
        reference,
        floating,
        () => {
          void computePosition(reference, floating, {
            strategy: 'fixed',
            placement: 'bottom-start',
            middleware: [
              offset(GAP),
              flip(),
              // A card scrolls rather than cover its text, as long as it stays usable.
              size({
                padding: GAP,
                apply: ({ availableHeight }) => {
                  card.style.maxHeight = `${Math.max(LEAST_HEIGHT, Math.min(availableHeight, MOST_HEIGHT))}px`;
                },
              }),
              // Across too: where there is room neither above nor below it covers its text rather than leave the window.
              shift({ padding: GAP, crossAxis: true }),
            ],
          }).then(({ x, y }) => {
            floating.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
          });
        },
        { ancestorScroll: true, layoutShift: false },
      );
      if (focus) card.focus({ preventScroll: true });
    },
  };
}

/** Constructed sheets need no leave from the page's content security policy; Firefox refuses them to content scripts. */
function addStyle(shadow: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    const style = shadow.ownerDocument.createElement('style');
    style.textContent = css;
    shadow.append(style);
  }
}
