import { exportFileName, type FileLanguage, jsonLdText, toCsv } from '../../exchange';
import { contentsOfSet } from '../../storage/contents';
import { currentSet } from '../../storage/sets';

export type ExportFormat = 'jsonld' | 'csv';

/**
 * Writes the current set to a file that the browser saves as a download.
 *
 * @param language of a CSV file's headings and kinds; JSON-LD has no language
 * @returns the number of annotations written; 0, and no file, for an empty set
 * @throws StorageError when the set cannot be read
 */
export async function exportCurrentSet(format: ExportFormat, language: FileLanguage): Promise<number> {
  const set = await currentSet();
  if (!set) return 0;
  const content = await contentsOfSet(set.id);
  if (content.annotations.length === 0) return 0;
  if (format === 'csv') {
    download(toCsv(content, undefined, language), 'text/csv;charset=utf-8', exportFileName(set.name, 'csv'));
  } else download(jsonLdText(content), 'application/ld+json', exportFileName(set.name, 'jsonld'));
  return content.annotations.length;
}

function download(content: string, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The download reads the blob after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
