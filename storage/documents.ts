import type { DocumentProfile } from '../detection/types';
import { canonicalUrl, urlKey } from './canonical-url';
import { type Database, type DocumentRow, withDatabase } from './database';
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
  const { title, textHash, pdfFingerprint, profile } = description;
  const [first = `urn:uuid:${id}`, ...urls] = addresses;
  return sourceDocumentSchema.parse({
    id,
    canonicalUrl: first,
    urls,
    title,
    textHash,
    ...(pdfFingerprint ? { pdfFingerprint } : {}),
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
  return sourceDocumentSchema.parse({
    ...known,
    canonicalUrl: homeless ? fresh[0] : known.canonicalUrl,
    urls: [...known.urls, ...(homeless ? fresh.slice(1) : fresh)].slice(-LIMITS.list),
    title: description.title || known.title,
    textHash: description.textHash,
    ...(earlier ? { earlierTextHashes: earlier.slice(-LIMITS.list) } : {}),
    ...(pdfFingerprint ? { pdfFingerprint } : {}),
    // What the text says now wins; what only an earlier visit found is kept.
    profile: { ...known.profile, ...found(description.profile) },
    lastSeen: now,
  });
}

function found(profile: DocumentProfile): DocumentProfile {
  return Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined));
}

/** The row for a document: with the keys by which its addresses are found. */
export function documentRow(document: SourceDocument): DocumentRow {
  return { ...document, urlKeys: unique([document.canonicalUrl, ...document.urls].map(urlKey)) };
}

/** One document; undefined when there is none. @throws StorageError `invalid` when it cannot be read */
export function getDocument(id: string): Promise<SourceDocument | undefined> {
  return withDatabase(async (db) => {
    const row = await db.documents.get(id);
    return row && sourceDocumentSchema.parse(row);
  });
}

/** All documents that have been annotated, latest seen first. @throws StorageError */
export function listDocuments(): Promise<Listing<SourceDocument>> {
  return withDatabase(async (db) =>
    readRows('documents', sourceDocumentSchema, await db.documents.orderBy('lastSeen').reverse().toArray()),
  );
}
