import type { Annotation, AnnotationSet, Correction, EditableField, Settings, SourceDocument, Tag } from './schema';

/** What is stored, as far as an import must know it. */
export interface ExistingRows {
  sets: AnnotationSet[];
  tags: Tag[];
  documents: SourceDocument[];
  corrections: Correction[];
  /** Annotations of these ids, in their order; undefined where there is none. Those in the bin are there too. */
  annotations(ids: readonly string[]): Promise<(Annotation | undefined)[]>;
  /** All annotations of a document, those in the bin among them. */
  inDocument(documentId: string): Promise<Annotation[]>;
}

/**
 * What an import would do with an annotation. `new`: it is not here. `same`: it is here just so. `changed`: the file
 * has a later state of it, which ours led to. `kept`: ours is later, and theirs led to it. `conflict`: both were
 * changed apart; the later edit stands, the other goes to the history. `joined`: the set has another annotation of
 * that passage; tags and comment are added to it.
 */
export type ImportOutcome = 'new' | 'same' | 'changed' | 'kept' | 'conflict' | 'joined';

/** What is to be done with one annotation of the file. */
export interface PlannedAnnotation {
  outcome: ImportOutcome;
  /** The annotation as it will stand; of `same` and `kept`, as it stands. */
  annotation: Annotation;
  /** The revision of ours that it replaces; undefined where it replaces none, or nothing is written. Of `kept` too, where the history grows. */
  replaces?: number;
  /** The fields that differ, where one replaces the other; `history` where the file knows of edits that we do not. */
  fields: (EditableField | 'deleted' | 'history')[];
  /** Conflicts: whose edit was the later. */
  winner?: 'ours' | 'theirs';
  /** What it has to do with the bin, where that is not plain: it goes there, comes out of it, or stays there although the file has it in use. */
  bin?: 'into' | 'out' | 'stays';
  /** The values that yield to what stands; where nothing is new or the same. */
  yields?: Pick<Annotation, 'comment' | 'tags' | 'setId'>;
}

/** A row to write: what it replaces, and what it will be. */
export interface PlannedRow<Row> {
  before: Row | undefined;
  after: Row;
}

/** Everything that an import would do, for a person to look at before anything is written. */
export interface ImportPlan {
  annotations: PlannedAnnotation[];
  counts: Record<ImportOutcome, number>;
  sets: PlannedRow<AnnotationSet>[];
  tags: PlannedRow<Tag>[];
  documents: PlannedRow<SourceDocument>[];
  corrections: PlannedRow<Correction>[];
  /** Settings to take over from a backup. */
  settings?: Partial<Settings>;
}
