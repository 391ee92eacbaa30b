import '../../highlighting/highlights.css';
import { Annotator } from '../../annotating/annotator';
import { answerPanel } from '../../annotating/answer-panel';
import { createCardHost } from '../../annotating/card-host';
import { createMessageStore } from '../../annotating/message-store';
import { createPageSource } from './page-source';
import { watchPage } from './watch-page';

export default defineContentScript({
  registration: 'runtime',
  matches: [],
  cssInjectionMode: 'manual',
  runAt: 'document_idle',
  // An event tells older scripts of ours that a newer one is here. The message besides is for scripts built with an old WXT; for it
  // the browser notes the line it was sent from, and to know that line it parses this whole script again: 20 milliseconds.
  noScriptStartedPostMessage: true,
  async main(context) {
    const { signal } = context;
    const host = createCardHost(document);
    const source = createPageSource(document, (element) => host.owns(element));
    const annotator = new Annotator({ page: document, host, source, store: createMessageStore(), signal });
    context.onInvalidated(answerPanel(annotator));
    await watchPage(
      document,
      () => annotator.refresh(),
      (node) => host.owns(node),
      signal,
    );
  },
});
