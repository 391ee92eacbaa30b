import type { Contents } from '../storage/contents';
import { Pace, type Work } from '../storage/pace';
import type { Annotation } from '../storage/schema';
import { jsonLdLines } from './jsonld';

/**
 * Annotations as W3C collections, one for each set; several stand in a JSON array, which JSON-LD takes too. Each has the
 * documents and tags that it refers to. A set without annotations is a collection of none. @returns the file in parts
 */
export async function jsonLdParts(contents: Contents, work: Work = {}): Promise<string[]> {
  const pace = new Pace(work);
  const bySet = new Map<string, Annotation[]>(contents.sets.map(({ id }) => [id, []]));
  for (const annotation of contents.annotations) {
    const rows = bySet.get(annotation.setId);
    if (!rows) throw new Error(`Annotation ${annotation.id} has an unknown set ${annotation.setId}`);
    rows.push(annotation);
  }
  const alone = contents.sets.length === 1;
  const parts: string[] = alone ? [] : ['[\n'];
  let done = 0;
  for (const [index, set] of contents.sets.entries()) {
    const annotations = bySet.get(set.id) ?? [];
    const documentIds = new Set(annotations.map(({ documentId }) => documentId));
    const tagIds = new Set(annotations.flatMap(({ tags }) => tags));
    const documents = contents.documents.filter(({ id }) => alone || documentIds.has(id));
    const corrections = contents.corrections?.filter(({ documentId }) => alone || documentIds.has(documentId));
    const tags = contents.tags.filter(({ id }) => alone || tagIds.has(id));
    if (index > 0) parts.push(',\n');
    for (const part of jsonLdLines({ set, documents, annotations, tags, corrections })) {
      parts.push(part);
      await pace.step(done++, contents.annotations.length);
    }
  }
  if (!alone) parts.push(']\n');
  return parts;
}
