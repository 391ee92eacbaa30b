import type { Contents } from '../storage/contents';
import type { Work } from '../storage/pace';
import type { ExportOptions } from './export-options';
import { exportFileName } from './file-name';

/** The formats that annotations leave in. */
export const EXPORT_FORMATS = ['xlsx', 'docx', 'jsonld', 'csv', 'markdown', 'ris', 'csl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const KINDS: Record<ExportFormat, { extension: string; type: string }> = {
  jsonld: { extension: 'jsonld', type: 'application/ld+json' },
  csv: { extension: 'csv', type: 'text/csv;charset=utf-8' },
  xlsx: { extension: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  docx: { extension: 'docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  markdown: { extension: 'md', type: 'text/markdown;charset=utf-8' },
  ris: { extension: 'ris', type: 'application/x-research-info-systems' },
  csl: { extension: 'json', type: 'application/vnd.citationstyles.csl+json' },
};

/** Most annotations of a format: beyond, no program opens the file well. Others have no limit of ours. */
export const MOST_ANNOTATIONS: Partial<Record<ExportFormat, number>> = { docx: 10_000, xlsx: 200_000 };

/** Why a file was not written. */
export class ExportError extends Error {
  override readonly name = 'ExportError';
  /** `too-many` annotations for the format: `most` are possible. */
  readonly code = 'too-many';

  constructor(
    readonly format: ExportFormat,
    readonly most: number,
  ) {
    super(`${format} takes ${most} annotations at most`);
  }
}

/** A file to save. */
export interface ExportFile {
  blob: Blob;
  name: string;
}

/**
 * Writes annotations in a format. Text formats are written in slices; `xlsx` and `docx` are packed by their libraries in
 * one go after that, so that a page with many rows should do it in a worker. Each format is loaded when it is wanted.
 * @throws ExportError where the format cannot hold so many; the signal's reason when it was cancelled
 */
export async function writeExport(
  format: ExportFormat,
  contents: Contents,
  options: ExportOptions,
  work: Work = {},
): Promise<ExportFile> {
  const most = MOST_ANNOTATIONS[format];
  if (most !== undefined && contents.annotations.length > most) throw new ExportError(format, most);
  const { extension, type } = KINDS[format];
  const blob = new Blob(joined(await partsOf(format, contents, options, work)), { type });
  return { blob, name: exportFileName(options.title, extension) };
}

/** Text that is copied into a blob at a time. */
const CHUNK = 500_000;

/** Many small texts as few: a blob of a hundred thousand parts takes long to make. */
function joined(parts: readonly BlobPart[]): BlobPart[] {
  const chunks: BlobPart[] = [];
  let open: string[] = [];
  let size = 0;
  for (const part of parts) {
    if (typeof part !== 'string') {
      chunks.push(part);
      continue;
    }
    open.push(part);
    size += part.length;
    if (size < CHUNK) continue;
    chunks.push(open.join(''));
    open = [];
    size = 0;
  }
  return [...chunks, open.join('')];
}

async function partsOf(
  format: ExportFormat,
  contents: Contents,
  options: ExportOptions,
  work: Work,
): Promise<BlobPart[]> {
  switch (format) {
    case 'jsonld':
      return (await import('./jsonld-parts')).jsonLdParts(contents, work);
    case 'csv':
      return (await import('./csv')).csvParts(contents, options, work);
    case 'xlsx':
      return [await (await import('./xlsx')).xlsxBlob(contents, options, work)];
    case 'docx':
      return [await (await import('./docx')).docxBlob(contents, options, work)];
    case 'markdown':
      return (await import('./markdown')).markdownParts(contents, options, work);
    case 'ris':
      return (await import('./references-out')).risParts(contents, options, work);
    case 'csl':
      return (await import('./references-out')).cslParts(contents, options, work);
  }
}
