import type { Contents } from '../storage/contents';
import type { FileLanguage } from './citation-words';
import type { ExportField } from './fields';

/** What a person chooses for an export. */
export interface ExportOptions {
  /** Heading of documents, name of the set or selection. */
  title: string;
  /** The person's own day, ISO: "hämtad 2026-11-22". */
  today: string;
  /** Fields wanted, in their order; all that are not empty by nature where left out. Lossless formats hold all. */
  fields?: readonly ExportField[];
  /** Time zone for times of day, as the browser's own where left out. */
  timeZone?: string;
  /** Of headings and other words of the file's own; Swedish where left out. */
  language?: FileLanguage;
}

/** Contents with their rows at hand. */
export class ExportContents {
  readonly documents: ReadonlyMap<string, Contents['documents'][number]>;
  readonly tags: ReadonlyMap<string, Contents['tags'][number]>;
  readonly sets: ReadonlyMap<string, Contents['sets'][number]>;

  constructor(readonly contents: Contents) {
    this.documents = byId(contents.documents);
    this.tags = byId(contents.tags);
    this.sets = byId(contents.sets);
  }

  get annotations(): Contents['annotations'] {
    return this.contents.annotations;
  }
}

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
