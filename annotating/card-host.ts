import type { ComponentChild } from 'preact';
import type { CardAnchor, CardRoom } from './card-place';
import type { CardFocus, CardView } from './card-view';
import { isOwnElement } from './own-element';

export interface CardHost {
  /**
   * Shows content beside its text, once its code is there; what was shown before goes.
   * Nothing is shown when something else was shown, or all hidden, meanwhile.
   */
  show(content: () => ComponentChild | Promise<ComponentChild>, anchor: CardAnchor, focus: CardFocus): Promise<void>;
  hide(): void;
  readonly isOpen: boolean;
  /** Whether a node of the page is the card, or any other element of ours. */
  owns(node: Node): boolean;
}

/**
 * The place of the card in a page. Its code is fetched when it is first shown: most pages are read without one.
 * @param room what of the window it may cover; all of it where nothing is said
 */
export function createCardHost(page: Document, room?: CardRoom): CardHost {
  let view: CardView | null = null;
  let turn = 0;
  return {
    get isOpen() {
      return view?.isOpen ?? false;
    },
    owns: isOwnElement,
    hide() {
      turn++;
      view?.hide();
    },
    async show(content, anchor, focus) {
      const mine = ++turn;
      const [{ createCardView }, shown] = await Promise.all([import('./card-view'), content()]);
      if (mine !== turn) return;
      view ??= createCardView(page, room);
      view.show(shown, anchor, focus);
    },
  };
}
