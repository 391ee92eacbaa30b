import { createLocalStore } from '../../annotating/local-store';
import { onMessage } from '../../messages/protocol';
import type { DocumentIdentity } from '../../storage/schema';

/** Answers the pages' messages from storage. Web pages reach none of this: it listens to the extension's own contexts only. */
export function answerPages(): void {
  const store = createLocalStore();
  onMessage('openDocument', ({ data, sender }) => store.open(ownAddresses(data, sender.url)));
  onMessage('saveAnnotation', ({ data, sender }) => store.save(data.draft, ownAddresses(data.document, sender.url)));
  onMessage('saveAnnotations', ({ data, sender }) =>
    store.saveMany(data.drafts, ownAddresses(data.document, sender.url), data.isLast),
  );
  onMessage('correctProfile', ({ data, sender }) =>
    store.correctProfile(ownAddresses(data.document, sender.url), data.corrections),
  );
  onMessage('chooseSet', ({ data }) => store.chooseSet(data.id));
  onMessage('createSet', ({ data }) => store.createSet(data.name));
  onMessage('moveCount', ({ data }) => store.moveCount(data.corner));
  onMessage('updateAnnotation', ({ data }) => store.update(data.id, data.patch, data.expectedRevision));
  onMessage('removeAnnotation', ({ data }) => store.remove(data.id));
  onMessage('restoreAnnotation', ({ data }) => store.restore(data.id));
  onMessage('saveCorrection', ({ data, sender }) =>
    store.saveCorrection(data.draft, ownAddresses(data.document, sender.url)),
  );
  onMessage('removeCorrection', ({ data }) => store.removeCorrection(data.id));
}

/** A page speaks for its own site only: addresses of other sites are dropped. */
function ownAddresses<Identity extends DocumentIdentity>(identity: Identity, senderUrl: string | undefined): Identity {
  const origin = originOf(senderUrl);
  return { ...identity, urls: identity.urls.filter((url) => originOf(url) === origin) };
}

function originOf(url: string | undefined): string | null {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : null;
}
