import type { ExistingRows, PlannedRow } from '../storage/import-plan';
import { samePlace } from '../storage/same-passage';
import type { Correction } from '../storage/schema';
import type { Incoming } from './incoming';

/**
 * The corrections to write. A passage has one correction: where it has one here, the later of the two stands, and of two
 * made at the same moment ours.
 * @param documents their ids of documents → ours
 */
export function mapCorrections(
  { corrections }: Pick<Incoming, 'corrections'>,
  existing: Pick<ExistingRows, 'corrections'>,
  documents: ReadonlyMap<string, string>,
): PlannedRow<Correction>[] {
  const byDocument = new Map<string, Correction[]>();
  for (const each of existing.corrections) {
    const others = byDocument.get(each.documentId);
    if (others) others.push(each);
    else byDocument.set(each.documentId, [each]);
  }
  const rows = new Map<string, PlannedRow<Correction>>();
  for (const theirs of corrections) {
    const documentId = documents.get(theirs.documentId) ?? theirs.documentId;
    const known = (byDocument.get(documentId) ?? []).find(
      ({ id, kind, target }) => id === theirs.id || (kind === theirs.kind && samePlace(target, theirs.target)),
    );
    if (known && known.modified >= theirs.modified) continue;
    const after = { ...theirs, documentId, ...(known ? { id: known.id } : {}) };
    rows.set(after.id, { before: known, after });
  }
  return [...rows.values()];
}
