import type { Database } from './database';

/** Inside a transaction: forgets a document from which nothing is kept: no annotation, in use or in the bin, and nothing that was set right. */
export async function forgetIfUnused(db: Database, id: string): Promise<void> {
  const document = await db.documents.get(id);
  if (document?.profileAsRead) return;
  if ((await db.annotations.where('documentId').equals(id).count()) > 0) return;
  if ((await db.corrections.where('documentId').equals(id).count()) > 0) return;
  await db.documents.delete(id);
}
