import { Annotator } from '../../annotating/annotator';
import { answerPanel } from '../../annotating/answer-panel';
import { createCardHost } from '../../annotating/card-host';
import { createMessageStore } from '../../annotating/message-store';
import type { OpenDocumentState } from '../../messages/schema';
import { createPageSource } from './page-source';
import { watchPage } from './watch-page';

/** A web page that is being read. */
export interface OpenPage {
  state(): OpenDocumentState;
  /** When it has begun to answer the panel's messages by itself. */
  answersItself: Promise<void>;
}

/** Reads the page it runs in, at once and as it changes; fetched by the content script when there is something to read. */
function readPage({ signal }: { readonly signal: AbortSignal }): OpenPage {
  const host = createCardHost(document);
  const source = createPageSource(document, (element) => host.owns(element));
  const annotator = new Annotator({ page: document, host, source, store: createMessageStore(), signal });
  signal.addEventListener('abort', answerPanel(annotator));
  void watchPage(
    document,
    () => annotator.refresh(),
    (node) => host.owns(node),
    signal,
  );
  return { state: () => annotator.state(), answersItself: Promise.resolve() };
}

export default defineUnlistedScript(() => readPage);
