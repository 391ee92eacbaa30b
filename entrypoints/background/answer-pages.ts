import { notifyPages } from '../../messages/notify';
import { onMessage } from '../../messages/protocol';
import type { Answer, KeptAnnotation, OpenedDocument } from '../../messages/schema';
import {
  findAnnotationsFor,
  removeAnnotation,
  restoreAnnotation,
  saveAnnotation,
  updateAnnotation,
} from '../../storage/annotations';
import { toStorageError } from '../../storage/errors';
import type { Annotation, DocumentIdentity, Tag } from '../../storage/schema';
import { getSettings } from '../../storage/settings';
import { listTags } from '../../storage/tags';

/** Answers the pages' messages from storage. Web pages reach none of this: it listens to the extension's own contexts only. */
export function answerPages(): void {
  onMessage('openDocument', ({ data, sender }) => answer(() => openDocument(ownAddresses(data, sender.url))));
  onMessage('saveAnnotation', ({ data, sender }) =>
    write(async () => (await saveAnnotation(data.draft, ownAddresses(data.document, sender.url))).annotation),
  );
  onMessage('updateAnnotation', ({ data }) =>
    write(() => updateAnnotation(data.id, data.patch, data.expectedRevision)),
  );
  onMessage('removeAnnotation', ({ data }) => write(() => removeAnnotation(data.id)));
  onMessage('restoreAnnotation', ({ data }) => write(() => restoreAnnotation(data.id)));
}

async function openDocument(identity: DocumentIdentity): Promise<OpenedDocument> {
  const [{ annotations }, tags, settings] = await Promise.all([
    findAnnotationsFor(identity),
    listTags(),
    getSettings(),
  ]);
  return {
    annotations: annotations.map((annotation) => keptAnnotation(annotation, tags.items)),
    tagNames: tags.items.map((tag) => tag.name),
    language: settings.language,
    hiddenKinds: settings.hiddenKinds,
  };
}

/** A page speaks for its own site only: addresses of other sites are dropped. */
function ownAddresses<Identity extends DocumentIdentity>(identity: Identity, senderUrl: string | undefined): Identity {
  const origin = originOf(senderUrl);
  return { ...identity, urls: identity.urls.filter((url) => originOf(url) === origin) };
}

function originOf(url: string | undefined): string | null {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : null;
}

function keptAnnotation(annotation: Annotation, tags: readonly Tag[]): KeptAnnotation {
  const { id, setId, target, kind, label, comment, revision } = annotation;
  const tagNames = annotation.tags.flatMap((tagId) => tags.find((tag) => tag.id === tagId)?.name ?? []);
  return { id, setId, target, kind, label, comment, revision, tagNames };
}

async function write(change: () => Promise<Annotation>): Promise<Answer<KeptAnnotation>> {
  const written = await answer(async () => keptAnnotation(await change(), (await listTags()).items));
  if (written.ok) void notifyPages();
  return written;
}

async function answer<Value>(work: () => Promise<Value>): Promise<Answer<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const { code, message } = toStorageError(error);
    // The page gets the code alone; the words are for whoever opens the extension's own console.
    console.warn(`Revisionspennan: ${code}: ${message}`);
    return { ok: false, code };
  }
}
