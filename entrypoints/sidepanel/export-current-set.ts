import { exportFileName, jsonLdText, toCsv } from '../../exchange';
import { listAnnotations } from '../../storage/annotations';
import { listDocuments } from '../../storage/documents';
import { currentSet } from '../../storage/sets';
import { listTags } from '../../storage/tags';

export type ExportFormat = 'jsonld' | 'csv';

/**
 * Writes the current set to a file that the browser saves as a download.
 *
 * @returns the number of annotations written; 0, and no file, for an empty set
 * @throws StorageError when the set cannot be read
 */
export async function exportCurrentSet(format: ExportFormat): Promise<number> {
  const set = await currentSet();
  if (!set) return 0;
  const [{ items: annotations }, { items: allDocuments }, { items: tags }] = await Promise.all([
    listAnnotations({ setId: set.id }),
    listDocuments(),
    listTags(),
  ]);
  if (annotations.length === 0) return 0;
  const used = new Set(annotations.map((annotation) => annotation.documentId));
  const documents = allDocuments.filter((document) => used.has(document.id));
  const content = { set, documents, annotations, tags };
  if (format === 'csv') download(toCsv(content), 'text/csv;charset=utf-8', exportFileName(set.name, 'csv'));
  else download(jsonLdText(content), 'application/ld+json', exportFileName(set.name, 'jsonld'));
  return annotations.length;
}

function download(content: string, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The download reads the blob after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
