import type { Passage } from '../detection/types';
import type { Texts } from '../locales';
import type { CountCorner } from '../storage/schema';
import { openPanel } from './open-panel';
import type { Count, PageStatus } from './page-status';

interface VoiceContext {
  page: Document;
  signal: AbortSignal;
  texts(): Promise<Texts>;
  /** Goes to the first passage: where the browser lets no page open the panel, the count leads to what it counts. */
  goToFirst(): void;
  /** The person has moved the count. */
  moved(corner: CountCorner): void;
}

/** What an open document says of itself on the page: how much was found in it, and what a command of the keyboard did. */
export class PageVoice {
  /** Its code is fetched when there is something to say. */
  private status: PageStatus | null = null;
  /** The person does not want the count on this page. Not remembered: nothing is kept of pages that were only looked at. */
  private isHidden = false;

  constructor(private readonly context: VoiceContext) {
    const { page, signal } = context;
    page.addEventListener('selectionchange', () => this.giveWay(), { signal, passive: true });
    signal.addEventListener('abort', () => this.status?.remove());
  }

  async say(words: string): Promise<void> {
    await this.withStatus((status, texts) => status.say(words, texts));
  }

  /**
   * @param isWanted false while it is not known, or when the person wants no count on any page
   * @param corner where the person wants it
   */
  async count(passages: readonly Passage[], isWanted: boolean, corner?: CountCorner): Promise<void> {
    const count = isWanted && !this.isHidden ? countOf(passages) : null;
    if (count === null && this.status === null) return;
    await this.withStatus((status, texts) => status.count(count, texts, corner));
  }

  private async withStatus(show: (status: PageStatus, texts: Texts) => void): Promise<void> {
    const { page, signal, texts } = this.context;
    try {
      const [{ createPageStatus }, words] = await Promise.all([import('./page-status'), texts()]);
      if (signal.aborted) return;
      this.status ??= createPageStatus(page, {
        open: () => void this.openPanelOrFirst(),
        hide: () => void this.hide(),
        moved: this.context.moved,
      });
      show(this.status, words);
    } catch (error) {
      // After an update of the extension the page's old script can fetch no more code: it has nothing more to say.
      console.warn('Revisionspennan: nothing can be said on the page', error);
    }
  }

  private async openPanelOrFirst(): Promise<void> {
    if (!(await openPanel())) this.context.goToFirst();
  }

  private async hide(): Promise<void> {
    this.isHidden = true;
    await this.count([], false);
    await this.say((await this.context.texts()).count.hidden);
  }

  /** The count goes out of the way of what is being selected. */
  private giveWay(): void {
    const { status } = this;
    if (!status) return;
    const selection = this.context.page.getSelection();
    const isSelecting = selection !== null && !selection.isCollapsed && selection.rangeCount > 0;
    status.avoid(isSelecting ? [...selection.getRangeAt(0).getClientRects()] : []);
  }
}

/** Null where nothing of the kinds that are counted was found. */
function countOf(passages: readonly Passage[]): Count | null {
  const ofKind = (kind: Passage['kind']) => passages.filter((passage) => passage.kind === kind).length;
  const count = { citations: ofKind('citation'), recommendations: ofKind('recommendation') };
  return count.citations + count.recommendations > 0 ? count : null;
}
