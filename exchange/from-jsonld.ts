import * as z from 'zod';
import type { SetContents } from '../storage/contents';
import { annotationSetSchema, correctionSchema, sourceDocumentSchema, tagSchema } from '../storage/schema';
import { fileError, ImportError, type ImportProblem, readOrRefuse } from './import-error';
import { annotationFromItem, checked, collectionSchema } from './jsonld-items';
import { refuseHarmfulJson } from './plain-json';
import { refuseBrokenReferences } from './references';

/**
 * Reads an export of `toJsonLd` back: the very set, documents, annotations, tags and corrections, in their order. Takes any
 * value; nothing in it is trusted.
 * @throws ImportError that names each place that is wrong
 */
export function fromJsonLd(json: unknown): SetContents {
  refuseHarmfulJson(json);
  const file = checked(collectionSchema, json, []);
  const { id, label, created, modified } = file;
  const contents = {
    set: checked(annotationSetSchema, { id, name: label, created, modified }, []),
    documents: checked(z.array(sourceDocumentSchema), file['rp:documents'], ['rp:documents']),
    annotations: allOf(file.first.items, (each, index) => annotationFromItem(each, id, ['first', 'items', index])),
    tags: checked(z.array(tagSchema), file['rp:tags'], ['rp:tags']),
    ...(file['rp:corrections']
      ? { corrections: checked(z.array(correctionSchema), file['rp:corrections'], ['rp:corrections']) }
      : {}),
  };
  if (file.total !== contents.annotations.length) {
    throw new ImportError([
      { code: 'wrong-count', path: 'total', message: `Says ${file.total}, but ${contents.annotations.length} follow` },
    ]);
  }
  refuseBrokenReferences(contents);
  return contents;
}

/** Reads the text of an export file. @throws ImportError */
export function fromJsonLdText(text: string): SetContents {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw fileError('not-json', error instanceof Error ? error.message : 'No JSON');
  }
  return fromJsonLd(json);
}

/** Reads each value, and when some cannot be read, says so of all of them. @throws ImportError */
function allOf<Row>(values: readonly unknown[], read: (value: unknown, index: number) => Row): Row[] {
  const problems: ImportProblem[] = [];
  const rows: Row[] = [];
  for (const [index, value] of values.entries()) {
    const row = readOrRefuse(() => read(value, index), problems);
    if (row !== undefined) rows.push(row);
  }
  if (problems.length > 0) throw new ImportError(problems);
  return rows;
}
