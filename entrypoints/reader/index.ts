import { Annotator } from '../../annotating/annotator';
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
  const isRead = watchPage(
    document,
    () => annotator.refresh(),
    (node) => host.owns(node),
    signal,
  );
  // After the first highlights: until then the content script answers what the panel asks.
  const answersItself = isRead.then(async () => {
    const { answerPanel } = await import('../../annotating/answer-panel');
    if (!signal.aborted) signal.addEventListener('abort', answerPanel(annotator));
  });
  return { state: () => annotator.state(), answersItself };
}

export default defineUnlistedScript(() => readPage);
