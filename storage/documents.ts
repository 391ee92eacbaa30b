import { likeness, sketchKeys } from '../anchoring';
import type { DocumentProfile } from '../detection/types';
import { canonicalUrl, urlKey } from './canonical-url';
import { type Database, type DocumentRow, withDatabase } from './database';
import { correctionsOf, profileAsRead, profileFields } from './profile-fields';
import { type Listing, readRows } from './rows';
import {
  type DocumentDescription,
  type DocumentIdentity,
  documentIdentitySchema,
  LIMITS,
  type SourceDocument,
  sourceDocumentSchema,
} from './schema';

function unique<Value>(values: readonly (Value | undefined)[]): Value[] {
  return [...new Set(values)].filter((value) => value !== undefined);
}

/**
 * The stored documents that may be the one described, the surest first: same PDF file, same text, same
 * address, a text that it had before. Only reads: looking at a page leaves no trace.
 */
export async function matchingDocuments(db: Database, identity: DocumentIdentity): Promise<Listing<SourceDocument>> {
  const { urls, textHash, pdfFingerprint } = documentIdentitySchema.parse(identity);
  const keys = unique(urls.map(urlKey));
  const found = [
    ...(pdfFingerprint ? await db.documents.where('pdfFingerprint').equals(pdfFingerprint).toArray() : []),
    ...(await db.documents.where('textHash').equals(textHash).toArray()),
    ...(await db.documents.where('urlKeys').anyOf(keys).toArray()),
    ...(await db.documents.where('earlierTextHashes').equals(textHash).toArray()),
  ];
  const byId = new Map(found.map((row) => [row.id, row]));
  return readRows('documents', sourceDocumentSchema, [...byId.values()]);
}

/** Least likeness of a text to one that is taken for the same in another form. */
const ALIKE = 0.6;

/**
 * Documents with nearly the same words as the one described, the likest first: the web page of a report and its PDF. Not
 * those that {@link matchingDocuments} gives: they may be the document, these are others that say the same.
 */
export async function alikeDocuments(
  db: Database,
  identity: DocumentIdentity,
  known: readonly SourceDocument[],
): Promise<Listing<SourceDocument>> {
  const { sketch } = documentIdentitySchema.parse(identity);
  if (!sketch) return { items: [], unreadable: [] };
  const rows = await db.documents.where('sketchKeys').anyOf(sketchKeys(sketch)).distinct().toArray();
  const listing = readRows('documents', sourceDocumentSchema, rows);
  const ids = new Set(known.map(({ id }) => id));
  const likenessOf = (document: SourceDocument) => likeness(sketch, document.sketch ?? []);
  return {
    ...listing,
    items: listing.items
      .filter((document) => !ids.has(document.id) && likenessOf(document) >= ALIKE)
      .sort((one, other) => likenessOf(other) - likenessOf(one)),
  };
}

/** Inside a transaction: the document described, made or brought up to date. */
export async function ensureDocument(db: Database, description: DocumentDescription): Promise<SourceDocument> {
  const now = new Date().toISOString();
  const addresses = unique(description.urls.map(canonicalUrl));
  const known = (await matchingDocuments(db, description)).items[0];
  const document = known
    ? updated(known, description, addresses, now)
    : created(crypto.randomUUID(), description, addresses, now);
  await db.documents.put(documentRow(document));
  return document;
}

function created(id: string, description: DocumentDescription, addresses: string[], now: string): SourceDocument {
  const { title, textHash, pdfFingerprint, sketch, profile } = description;
  const [first = `urn:uuid:${id}`, ...urls] = addresses;
  return sourceDocumentSchema.parse({
    id,
    canonicalUrl: first,
    urls,
    title,
    textHash,
    ...(pdfFingerprint ? { pdfFingerprint } : {}),
    ...(sketch ? { sketch } : {}),
    profile,
    firstSeen: now,
    lastSeen: now,
  });
}

function updated(
  known: SourceDocument,
  description: DocumentDescription,
  addresses: string[],
  now: string,
): SourceDocument {
  const keys = new Set([known.canonicalUrl, ...known.urls].map(urlKey));
  const fresh = addresses.filter((address) => !keys.has(urlKey(address)));
  // A file that was opened from disk gets its address when it is met on the web.
  const homeless = known.canonicalUrl.startsWith('urn:') && fresh[0] !== undefined;
  const earlier =
    known.textHash === description.textHash
      ? known.earlierTextHashes
      : unique([...(known.earlierTextHashes ?? []), known.textHash]).filter((hash) => hash !== description.textHash);
  const pdfFingerprint = description.pdfFingerprint ?? known.pdfFingerprint;
  const sketch = description.sketch ?? known.sketch;
  const corrections = correctionsOf(known);
  return sourceDocumentSchema.parse({
    ...known,
    canonicalUrl: homeless ? fresh[0] : known.canonicalUrl,
    urls: [...known.urls, ...(homeless ? fresh.slice(1) : fresh)].slice(-LIMITS.list),
    title: (corrections.title === undefined && description.title) || known.title,
    textHash: description.textHash,
    ...(earlier ? { earlierTextHashes: earlier.slice(-LIMITS.list) } : {}),
    ...(pdfFingerprint ? { pdfFingerprint } : {}),
    ...(sketch ? { sketch } : {}),
    // What the text says now wins, and what a person has said over that; what only an earlier visit found is kept.
    ...profileFields({ ...profileAsRead(known), ...found(description.profile) }, corrections),
    lastSeen: now,
  });
}

function found(profile: DocumentProfile): DocumentProfile {
  return Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined));
}

/** The row for a document: with the keys by which its addresses are found. */
export function documentRow(document: SourceDocument): DocumentRow {
  return {
    ...document,
    urlKeys: unique([document.canonicalUrl, ...document.urls].map(urlKey)),
    ...(document.sketch ? { sketchKeys: sketchKeys(document.sketch) } : {}),
  };
}

/** One document; undefined when there is none. @throws StorageError `invalid` when it cannot be read */
export function getDocument(id: string): Promise<SourceDocument | undefined> {
  return withDatabase(async (db) => {
    const row = await db.documents.get(id);
    return row && sourceDocumentSchema.parse(row);
  });
}
