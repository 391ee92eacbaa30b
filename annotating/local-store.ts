import { notifyPages } from '../messages/notify';
import type { Answer, KeptAnnotation, OpenedDocument } from '../messages/schema';
import {
  findAnnotationsFor,
  removeAnnotation,
  restoreAnnotation,
  saveAnnotation,
  updateAnnotation,
} from '../storage/annotations';
import { toStorageError } from '../storage/errors';
import type { Annotation, DocumentIdentity, Tag } from '../storage/schema';
import { getSettings } from '../storage/settings';
import { listTags } from '../storage/tags';
import type { AnnotationStore } from './document-source';

/** The store as the extension's own pages reach it, and as the background answers for web pages. */
export function createLocalStore(): AnnotationStore {
  return {
    open: (identity) => answer(() => openDocument(identity)),
    save: (draft, document) => write(async () => (await saveAnnotation(draft, document)).annotation),
    update: (id, patch, expectedRevision) => write(() => updateAnnotation(id, patch, expectedRevision)),
    remove: (id) => write(() => removeAnnotation(id)),
    restore: (id) => write(() => restoreAnnotation(id)),
  };
}

async function openDocument(identity: DocumentIdentity): Promise<OpenedDocument> {
  const [{ annotations, alike }, tags, settings] = await Promise.all([
    findAnnotationsFor(identity),
    listTags(),
    getSettings(),
  ]);
  return {
    annotations: annotations.map((annotation) => ({
      ...keptAnnotation(annotation, tags.items),
      ...(alike.some(({ id }) => id === annotation.documentId) ? { isElsewhere: true } : {}),
    })),
    tagNames: tags.items.map((tag) => tag.name),
    language: settings.language,
    hiddenKinds: settings.hiddenKinds,
  };
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
