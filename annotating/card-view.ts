import { type ComponentChild, render } from 'preact';
import controlsCss from '../components/controls.css?inline';
import helpCss from '../components/help-sheet.css?inline';
import tokensCss from '../components/tokens.css?inline';
import cardCss from './card.css?inline';
import { type CardAnchor, type CardRoom, placeCard, wholeWindow } from './card-place';
import { leaveByTab } from './leave-by-tab';
import { createOwnElement } from './own-element';
import ownCss from './own-element.css?inline';

const HOST_TAG = 'revisionspennan-card';
const STYLES = [ownCss, tokensCss, controlsCss, helpCss, cardCss].join('\n');

/** Where the focus goes when something is shown: nowhere, to the whole of it, or to the first element that matches. */
export type CardFocus = 'none' | 'card' | { on: string };

export interface CardView {
  /** Shows content beside its text; what was shown before goes. */
  show(content: ComponentChild, anchor: CardAnchor, focus: CardFocus): void;
  hide(): void;
  readonly isOpen: boolean;
}

/** The card's element: in the page only while a card is open, in the browser's top layer. @param room where it may stand */
export function createCardView(page: Document, room: CardRoom = wholeWindow): CardView {
  let host: HTMLElement | null = null;
  let root: HTMLElement | null = null;
  let stopFollowing: (() => void) | null = null;
  let focusBefore: Element | null = null;

  const takeAway = () => {
    stopFollowing?.();
    stopFollowing = null;
    if (root) render(null, root);
    host?.remove();
    host = null;
    root = null;
  };

  const hide = () => {
    const hadFocus = host !== null && page.activeElement === host;
    takeAway();
    if (hadFocus && focusBefore instanceof HTMLElement && focusBefore.isConnected)
      focusBefore.focus({ preventScroll: true });
    focusBefore = null;
  };

  return {
    get isOpen() {
      return host !== null;
    },
    hide,
    show(content, anchor, focus) {
      // What had the focus before the first of several cards gets it back after the last.
      if (host === null || page.activeElement !== host) focusBefore = page.activeElement;
      takeAway();
      ({ host, root } = createOwnElement(page, HOST_TAG, STYLES));
      host.setAttribute('popover', 'manual');
      page.documentElement.append(host);
      host.showPopover?.();
      render(content, root);
      root.addEventListener('keydown', (event) => leaveByTab(event, anchor));
      const card = root.firstElementChild;
      if (!(card instanceof HTMLElement)) return;
      stopFollowing = placeCard(host, card, anchor, room);
      if (focus === 'none') return;
      const wanted = focus === 'card' ? card : (root.querySelector<HTMLElement>(focus.on) ?? card);
      wanted.focus({ preventScroll: true });
    },
  };
}
