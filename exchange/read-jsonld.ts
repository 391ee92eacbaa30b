import type { Pace } from '../storage/pace';
import { annotationSetSchema, correctionSchema, sourceDocumentSchema, tagSchema } from '../storage/schema';
import { fileError, ImportError } from './import-error';
import { type Incoming, IncomingBuilder } from './incoming';
import { annotationFromItem, checked, collectionSchema } from './jsonld-items';
import { refuseHarmfulJson } from './plain-json';

/** One collection of an export file, its annotations apart: they are many, and read one by one. */
export interface CollectionParts {
  collection: unknown;
  items: readonly unknown[];
}

/**
 * Reads own exports for an import: one set or several. Annotations that cannot be read are refused one by one; a file
 * whose frame is broken is refused as a whole. @throws ImportError
 */
export async function incomingFromJsonLd(collections: readonly CollectionParts[], pace: Pace): Promise<Incoming> {
  const builder = new IncomingBuilder('jsonld', false);
  if (collections.length === 0) throw fileError('empty', 'No set in it');
  const total = collections.reduce((sum, { items }) => sum + items.length, 0);
  let done = 0;
  for (const [at, { collection, items }] of collections.entries()) {
    const where = collections.length === 1 ? [] : [at];
    refuseHarmfulJson(collection, where);
    const file = checked(collectionSchema, collection, where);
    const { id, label, created, modified } = file;
    builder.addSet(checked(annotationSetSchema, { id, name: label, created, modified }, where));
    // Documents and tags first: the annotations lead to them.
    for (const [index, value] of file['rp:documents'].entries()) {
      const document = builder.reading(() => checked(sourceDocumentSchema, value, [...where, 'rp:documents', index]));
      if (document) builder.addDocument(document);
    }
    for (const [index, value] of file['rp:tags'].entries()) {
      const tag = builder.reading(() => checked(tagSchema, value, [...where, 'rp:tags', index]));
      if (tag) builder.addTag(tag);
    }
    for (const [index, value] of (file['rp:corrections'] ?? []).entries()) {
      const path = [...where, 'rp:corrections', index];
      const correction = builder.reading(() => checked(correctionSchema, value, path));
      if (correction) builder.addCorrection(correction, { path: `rp:corrections[${index}]` });
    }
    if (file.total !== items.length) {
      const message = `Says ${file.total}, but ${items.length} follow`;
      throw new ImportError([{ code: 'wrong-count', path: 'total', value: String(items.length), message }]);
    }
    for (const [index, item] of items.entries()) {
      const path = [...where, 'first', 'items', index];
      const annotation = builder.reading(() => {
        refuseHarmfulJson(item, path);
        return annotationFromItem(item, id, path);
      });
      if (annotation) builder.addAnnotation(annotation, { path: `first.items[${index}]` });
      await pace.step(done++, total);
    }
  }
  return builder.done();
}
