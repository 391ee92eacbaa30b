import type { ComponentChild } from 'preact';
import type { CardView } from './card-view';

export interface CardHost {
  /**
   * Shows content beside the rectangle that `anchor` gives, once its code is there; what was shown before goes.
   * Nothing is shown when something else was shown, or all hidden, meanwhile.
   */
  show(
    content: () => ComponentChild | Promise<ComponentChild>,
    anchor: () => DOMRect,
    options: { focus: boolean },
  ): Promise<void>;
  hide(): void;
  readonly isOpen: boolean;
  owns(node: Node): boolean;
}

/** The place of the card in a page. Its code is fetched when it is first shown: most pages are read without one. */
export function createCardHost(page: Document): CardHost {
  let view: CardView | null = null;
  let turn = 0;
  return {
    get isOpen() {
      return view?.isOpen ?? false;
    },
    owns: (node) => view?.owns(node) ?? false,
    hide() {
      turn++;
      view?.hide();
    },
    async show(content, anchor, options) {
      const mine = ++turn;
      const [{ createCardView }, shown] = await Promise.all([import('./card-view'), content()]);
      if (mine !== turn) return;
      view ??= createCardView(page);
      view.show(shown, anchor, options);
    },
  };
}
