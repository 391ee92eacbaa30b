import type { SetContents } from '../storage/contents';
import { ImportError, type ImportProblem } from './import-error';

function duplicates(name: string, rows: readonly { id: string }[]): ImportProblem[] {
  const seen = new Set<string>();
  return rows.flatMap(({ id }, index) => {
    if (seen.has(id))
      return [{ code: 'duplicate-id', path: `${name}[${index}].id`, value: id, message: `The id ${id} stands twice` }];
    seen.add(id);
    return [];
  });
}

/** Refuses contents in which an id stands twice or an annotation points to what is not there. @throws ImportError */
export function refuseBrokenReferences({ documents, annotations, tags, corrections = [] }: SetContents): void {
  const documentIds = new Set(documents.map((document) => document.id));
  const tagIds = new Set(tags.map((tag) => tag.id));
  const problems = [
    ...duplicates('rp:documents', documents),
    ...duplicates('rp:tags', tags),
    ...duplicates('first.items', annotations),
    ...corrections.flatMap(({ documentId }, index): ImportProblem[] => {
      if (documentIds.has(documentId)) return [];
      return [{ code: 'no-document', path: `rp:corrections[${index}]`, message: 'Its document is not in the file' }];
    }),
    ...annotations.flatMap((annotation, index): ImportProblem[] => {
      const path = `first.items[${index}]`;
      const unknownTag = annotation.tags.find((id) => !tagIds.has(id));
      return [
        ...(documentIds.has(annotation.documentId)
          ? []
          : [{ code: 'no-document' as const, path, message: 'Its document is not in the file' }]),
        ...(unknownTag === undefined
          ? []
          : [{ code: 'no-tag' as const, path, message: `Its tag ${unknownTag} is not in the file` }]),
      ];
    }),
  ];
  if (problems.length > 0) throw new ImportError(problems);
}
