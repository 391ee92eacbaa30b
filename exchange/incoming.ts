import type { Annotation, AnnotationSet, Correction, Settings, SourceDocument, Tag } from '../storage/schema';
import { type ImportProblem, readOrRefuse } from './import-error';

export type ImportFormat = 'jsonld' | 'backup' | 'hypothesis' | 'csv';

/** What a file brings, checked row by row: every row passes the schema, every reference leads somewhere. */
export interface Incoming {
  format: ImportFormat;
  sets: AnnotationSet[];
  tags: Tag[];
  documents: SourceDocument[];
  annotations: Annotation[];
  corrections: Correction[];
  /** Backups: the settings of the machine it was made on. */
  settings?: Partial<Settings>;
  /** Rows that cannot be taken in, and why. */
  refused: ImportProblem[];
  /**
   * True for what other tools wrote: it has no hash of the document's text, and two of the same words on the same page
   * of the same document are held to be the same.
   */
  loose: boolean;
}

/** Gathers what a file brings and refuses what is twice there or leads nowhere. */
export class IncomingBuilder {
  readonly refused: ImportProblem[] = [];
  private readonly sets = new Map<string, AnnotationSet>();
  private readonly tags = new Map<string, Tag>();
  private readonly documents = new Map<string, SourceDocument>();
  private readonly annotations = new Map<string, Annotation>();
  private readonly corrections = new Map<string, Correction>();

  constructor(
    private readonly format: ImportFormat,
    private readonly loose: boolean,
  ) {}

  /** Sets, tags and documents may come several times, as in files with several sets: the first stands. */
  addSet(set: AnnotationSet): void {
    if (!this.sets.has(set.id)) this.sets.set(set.id, set);
  }

  addTag(tag: Tag): void {
    if (!this.tags.has(tag.id)) this.tags.set(tag.id, tag);
  }

  addDocument(document: SourceDocument): void {
    if (!this.documents.has(document.id)) this.documents.set(document.id, document);
  }

  /** After the rows that it refers to. @param place where it stands in its file */
  addAnnotation(annotation: Annotation, place: Pick<ImportProblem, 'path' | 'row'>): void {
    const { id } = annotation;
    if (this.annotations.has(id)) {
      this.refused.push({ ...place, code: 'duplicate-id', value: id, message: `The id ${id} stands twice` });
    } else if (!this.documents.has(annotation.documentId)) {
      this.refused.push({ ...place, code: 'no-document', message: 'Its document is not in the file' });
    } else if (!this.sets.has(annotation.setId)) {
      this.refused.push({ ...place, code: 'no-set', message: 'Its set is not in the file' });
    } else if (annotation.tags.some((tag) => !this.tags.has(tag))) {
      this.refused.push({ ...place, code: 'no-tag', message: 'A tag of it is not in the file' });
    } else {
      this.annotations.set(id, annotation);
    }
  }

  /** After the documents. @param place where it stands in its file */
  addCorrection(correction: Correction, place: Pick<ImportProblem, 'path'>): void {
    if (this.documents.has(correction.documentId)) this.corrections.set(correction.id, correction);
    else this.refused.push({ ...place, code: 'no-document', message: 'Its document is not in the file' });
  }

  /** Reads a row; one that cannot be read is refused, and the others go on. */
  reading<Row>(read: () => Row): Row | undefined {
    const problems: ImportProblem[] = [];
    const row = readOrRefuse(read, problems);
    // The first says enough of a row.
    this.refused.push(...problems.slice(0, 1));
    return row;
  }

  done(settings?: Partial<Settings>): Incoming {
    return {
      format: this.format,
      sets: [...this.sets.values()],
      tags: [...this.tags.values()],
      documents: [...this.documents.values()],
      annotations: [...this.annotations.values()],
      corrections: [...this.corrections.values()],
      refused: this.refused,
      loose: this.loose,
      ...(settings ? { settings } : {}),
    };
  }
}
