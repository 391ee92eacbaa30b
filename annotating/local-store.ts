import { notifyPages } from '../messages/notify';
import type { Answer, KeptAnnotation, KeptCorrection, OpenedDocument, SetChoice } from '../messages/schema';
import {
  findAnnotationsFor,
  removeAnnotation,
  restoreAnnotation,
  saveAnnotation,
  updateAnnotation,
} from '../storage/annotations';
import { correctProfile } from '../storage/correct-profile';
import { findCorrectionsFor, removeCorrection, saveCorrection } from '../storage/corrections';
import { toStorageError } from '../storage/errors';
import { correctionsOf } from '../storage/profile-fields';
import { saveAnnotations } from '../storage/save-many';
import type { Annotation, AnnotationSet, Correction, DocumentIdentity, Tag } from '../storage/schema';
import { chooseSet, createSet, currentSet, listSets } from '../storage/sets';
import { changeSettings, getSettings } from '../storage/settings';
import { listTags, listTagsInOrder } from '../storage/tags';
import type { AnnotationStore } from './document-source';

/** The store as the extension's own pages reach it, and as the background answers for web pages. */
export function createLocalStore(): AnnotationStore {
  return {
    open: (identity) => answer(() => openDocument(identity)),
    save: (draft, document) => write(async () => (await saveAnnotation(draft, document)).annotation),
    saveMany: (drafts, document, isLast) => {
      const save = () => saveAnnotations(drafts, document);
      return isLast ? written(save) : answer(save);
    },
    correctProfile: (document, corrections) => written(() => correctProfile(document, corrections).then(() => null)),
    chooseSet: (id) => written(async () => choiceOf(await chooseSet(id))),
    createSet: (name) => answer(async () => choiceOf(await createSet(name))),
    moveCount: (corner) => answer(() => changeSettings({ countCorner: corner }).then(() => null)),
    update: (id, patch, expectedRevision) => write(() => updateAnnotation(id, patch, expectedRevision)),
    remove: (id) => write(() => removeAnnotation(id)),
    restore: (id) => write(() => restoreAnnotation(id)),
    saveCorrection: (draft, document) => written(async () => keptCorrection(await saveCorrection(draft, document))),
    removeCorrection: (id) => written(async () => keptCorrection(await removeCorrection(id))),
  };
}

async function openDocument(identity: DocumentIdentity): Promise<OpenedDocument> {
  const [{ documents, annotations, alike, unreadable }, tags, settings, sets, current, passages] = await Promise.all([
    findAnnotationsFor(identity),
    listTagsInOrder(),
    getSettings(),
    listSets(),
    currentSet(),
    findCorrectionsFor(identity),
  ]);
  // The surest of several: what was set right about another document does not hold for this one.
  const corrections = documents[0] && correctionsOf(documents[0]);
  return {
    ...(corrections && Object.keys(corrections).length > 0 ? { profileCorrections: corrections } : {}),
    ...(unreadable.length > 0 ? { unreadable: unreadable.length } : {}),
    sets: sets.items.map(choiceOf),
    ...(current ? { currentSetId: current.id } : {}),
    annotations: annotations.map((annotation) => ({
      ...keptAnnotation(annotation, tags.items),
      ...(alike.some(({ id }) => id === annotation.documentId) ? { isElsewhere: true } : {}),
    })),
    tagNames: tags.items.map((tag) => tag.name),
    language: settings.language,
    hiddenKinds: settings.hiddenKinds,
    ...(passages.items.length > 0 ? { corrections: passages.items.map(keptCorrection) } : {}),
    ...(settings.showCount ? {} : { hidesCount: true }),
    ...(settings.countCorner ? { countCorner: settings.countCorner } : {}),
  };
}

function keptAnnotation(annotation: Annotation, tags: readonly Tag[]): KeptAnnotation {
  const { id, setId, target, kind, label, comment, revision } = annotation;
  const tagNames = annotation.tags.flatMap((tagId) => tags.find((tag) => tag.id === tagId)?.name ?? []);
  return { id, setId, target, kind, label, comment, revision, tagNames };
}

function keptCorrection({ id, target, kind, label, change }: Correction): KeptCorrection {
  return { id, target, kind, label, change };
}

function choiceOf({ id, name }: AnnotationSet): SetChoice {
  return { id, name };
}

function write(change: () => Promise<Annotation>): Promise<Answer<KeptAnnotation>> {
  return written(async () => keptAnnotation(await change(), (await listTags()).items));
}

/** Answers, and tells the open pages that something was written. */
async function written<Value>(change: () => Promise<Value>): Promise<Answer<Value>> {
  const answered = await answer(change);
  if (answered.ok) void notifyPages();
  return answered;
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
