import { urlKey } from '../storage/canonical-url';
import type { ExistingRows, PlannedRow } from '../storage/import-plan';
import { correctionsOf, profileAsRead, profileFields } from '../storage/profile-fields';
import { type Annotation, type AnnotationSet, LIMITS, type SourceDocument, type Tag } from '../storage/schema';
import { tagNameKey } from '../storage/start';
import type { Incoming } from './incoming';

/** Which of our rows stands for each of theirs, and what must be written for that. */
export interface Mapping<Row> {
  /** Their id → ours. */
  ids: Map<string, string>;
  rows: PlannedRow<Row>[];
}

/** Sets by id, then by name; a deleted one comes back. */
export function mapSets(incoming: Incoming, existing: ExistingRows): Mapping<AnnotationSet> {
  const byId = new Map(existing.sets.map((set) => [set.id, set]));
  const nameOf = ({ name }: AnnotationSet) => name.normalize('NFC');
  const byName = new Map(existing.sets.filter(({ deleted }) => deleted === undefined).map((set) => [nameOf(set), set]));
  const mapping: Mapping<AnnotationSet> = { ids: new Map(), rows: [] };
  for (const set of incoming.sets) {
    const known = byId.get(set.id) ?? (set.deleted === undefined ? byName.get(nameOf(set)) : undefined);
    mapping.ids.set(set.id, known?.id ?? set.id);
    if (!known) {
      mapping.rows.push({ before: undefined, after: set });
      if (set.deleted === undefined) byName.set(nameOf(set), set);
    } else if (known.deleted !== undefined && set.deleted === undefined) {
      const { deleted: _, ...after } = known;
      mapping.rows.push({ before: known, after });
    }
  }
  return mapping;
}

/**
 * Tags by name, then by id (renamed here or there): ours keep name, colour and description.
 * @param restore true to take theirs over, as a backup on a new machine
 */
export function mapTags(incoming: Incoming, existing: ExistingRows, restore: boolean): Mapping<Tag> {
  const byId = new Map(existing.tags.map((tag) => [tag.id, tag]));
  const byName = new Map(existing.tags.map((tag) => [tagNameKey(tag.name), tag]));
  const mapping: Mapping<Tag> = { ids: new Map(), rows: [] };
  for (const tag of incoming.tags) {
    const known = byName.get(tagNameKey(tag.name)) ?? byId.get(tag.id);
    mapping.ids.set(tag.id, known?.id ?? tag.id);
    const { order, ...rest } = tag;
    if (!known) {
      const after = restore && order !== undefined ? tag : rest;
      mapping.rows.push({ before: undefined, after });
      byName.set(tagNameKey(tag.name), after);
    } else if (restore && existing.tags.includes(known)) {
      const { order: own, ...kept } = known;
      const place = order ?? own;
      const after = {
        ...kept,
        colour: tag.colour,
        description: tag.description,
        ...(place === undefined ? {} : { order: place }),
      };
      if (JSON.stringify(Object.entries(after).sort()) !== JSON.stringify(Object.entries(known).sort())) {
        mapping.rows.push({ before: known, after });
      }
    }
  }
  return mapping;
}

/** Finds the stored document that one of a file is: same id, same PDF file, same text, same address, a text that it had before. */
class DocumentFinder {
  private readonly found = new Map<string, SourceDocument>();

  constructor(documents: readonly SourceDocument[]) {
    // The surest last: a later entry takes a key over.
    for (const document of documents) {
      for (const hash of document.earlierTextHashes ?? []) this.put(`earlier ${hash}`, document);
      for (const url of [document.canonicalUrl, ...document.urls]) {
        const key = urlKey(url);
        if (key !== undefined) this.put(`url ${key}`, document);
      }
      this.put(`text ${document.textHash}`, document);
      if (document.pdfFingerprint) this.put(`pdf ${document.pdfFingerprint}`, document);
      this.found.set(`id ${document.id}`, document);
    }
  }

  private put(key: string, document: SourceDocument): void {
    if (!this.found.has(key)) this.found.set(key, document);
  }

  find(document: SourceDocument): SourceDocument | undefined {
    const keys = [
      `id ${document.id}`,
      ...(document.pdfFingerprint ? [`pdf ${document.pdfFingerprint}`] : []),
      `text ${document.textHash}`,
      ...[document.canonicalUrl, ...document.urls].map((url) => `url ${urlKey(url)}`),
      `earlier ${document.textHash}`,
    ];
    for (const key of keys) {
      const found = this.found.get(key);
      if (found) return found;
    }
    return undefined;
  }
}

/** Documents that are here get the addresses, texts and facts that only the file has. */
export function mapDocuments(incoming: Incoming, existing: ExistingRows): Mapping<SourceDocument> {
  const finder = new DocumentFinder(existing.documents);
  const mapping: Mapping<SourceDocument> = { ids: new Map(), rows: [] };
  const merged = new Map<string, PlannedRow<SourceDocument>>();
  for (const document of incoming.documents) {
    const known = finder.find(document);
    mapping.ids.set(document.id, known?.id ?? document.id);
    if (!known) {
      mapping.rows.push({ before: undefined, after: document });
      continue;
    }
    const row = merged.get(known.id) ?? { before: known, after: known };
    row.after = mergedDocument(row.after, document, incoming.loose);
    merged.set(known.id, row);
  }
  for (const row of merged.values()) {
    if (JSON.stringify(row.before) !== JSON.stringify(row.after)) mapping.rows.push(row);
  }
  return mapping;
}

function mergedDocument(ours: SourceDocument, theirs: SourceDocument, loose: boolean): SourceDocument {
  const known = new Set([ours.canonicalUrl, ...ours.urls].map(urlKey));
  const urls = [theirs.canonicalUrl, ...theirs.urls].filter(
    (url) => urlKey(url) !== undefined && !known.has(urlKey(url)),
  );
  const hashes = new Set(ours.earlierTextHashes);
  if (!loose) for (const hash of [...(theirs.earlierTextHashes ?? []), theirs.textHash]) hashes.add(hash);
  hashes.delete(ours.textHash);
  const earlier = [...hashes];
  const homeless = ours.canonicalUrl.startsWith('urn:') && urls[0] !== undefined;
  const pdfFingerprint = ours.pdfFingerprint ?? theirs.pdfFingerprint;
  // What a person has set right there holds here too, unless somebody has set it right here.
  const corrections = { ...correctionsOf(theirs), ...correctionsOf(ours) };
  const next: SourceDocument = {
    ...ours,
    canonicalUrl: homeless ? (urls[0] ?? ours.canonicalUrl) : ours.canonicalUrl,
    urls: [...ours.urls, ...(homeless ? urls.slice(1) : urls)].slice(-LIMITS.list),
    title: corrections.title ?? (ours.title || theirs.title),
    ...profileFields(filledIn(profileAsRead(ours), profileAsRead(theirs)), corrections),
    firstSeen: ours.firstSeen < theirs.firstSeen ? ours.firstSeen : theirs.firstSeen,
    lastSeen: loose || ours.lastSeen > theirs.lastSeen ? ours.lastSeen : theirs.lastSeen,
  };
  if (loose) next.firstSeen = ours.firstSeen;
  if (earlier.length > 0) next.earlierTextHashes = earlier.slice(-LIMITS.list);
  if (pdfFingerprint !== undefined) next.pdfFingerprint = pdfFingerprint;
  return next;
}

/** Ours, and what only theirs has. */
function filledIn(ours: SourceDocument['profile'], theirs: SourceDocument['profile']): SourceDocument['profile'] {
  const missing = Object.entries(theirs).filter(
    ([key, value]) => value !== undefined && ours[key as keyof typeof ours] === undefined,
  );
  return missing.length > 0 ? { ...ours, ...Object.fromEntries(missing) } : ours;
}

/** An annotation with the ids of sets, tags and documents as they are here, in its history too. */
export function mapped(
  annotation: Annotation,
  ids: { sets: Map<string, string>; tags: Map<string, string>; documents: Map<string, string> },
): Annotation {
  const tags = (list: readonly string[]) => [...new Set(list.map((id) => ids.tags.get(id) ?? id))];
  const set = (id: string) => ids.sets.get(id) ?? id;
  return {
    ...annotation,
    documentId: ids.documents.get(annotation.documentId) ?? annotation.documentId,
    setId: set(annotation.setId),
    tags: tags(annotation.tags),
    history: annotation.history.map((edit) => ({
      ...edit,
      before: {
        ...edit.before,
        ...(edit.before.tags ? { tags: tags(edit.before.tags) } : {}),
        ...(edit.before.setId ? { setId: set(edit.before.setId) } : {}),
      },
    })),
  };
}
