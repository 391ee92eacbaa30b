import type { ExportFormat, ExportOptions, FileKind, ImportFormat, ImportProblem, ReadOptions } from '../../exchange';
import type { Choice } from '../../storage/contents';
import type { StorageErrorCode } from '../../storage/errors';
import type { ImportOutcome, PlannedAnnotation } from '../../storage/import-plan';
import type { Undone } from '../../storage/undo';

/** What the page asks of its worker: long work that would hold up the page. One thing at a time. */
export type Request =
  | { type: 'export'; format: ExportFormat; choice: Choice; options: ExportOptions }
  | { type: 'backup'; now: string }
  | { type: 'inspect'; file: Blob }
  | { type: 'plan'; file: Blob; options: Pick<ReadOptions, 'setName' | 'now' | 'mapping'>; restore: boolean }
  | { type: 'apply' }
  | { type: 'undo'; token: string };

/** A file to save. */
export interface WrittenFile {
  blob: Blob;
  name: string;
  /** How many annotations are in it. */
  count: number;
  /** How many rows had to be left out because they cannot be read. */
  unreadable: number;
  /** Backups: the count of writes that it holds. */
  writes?: number;
}

/** One row of an import, for a person to look at. */
export interface PlannedRow {
  outcome: ImportOutcome;
  quote: string;
  document: string;
  fields: PlannedAnnotation['fields'];
  /** Where they differ: what yields and what will stand, shortened, tags and sets by their names. */
  differences: { field: 'comment' | 'tags' | 'setId'; replaced: string; stands: string }[];
  winner?: PlannedAnnotation['winner'];
  bin?: PlannedAnnotation['bin'];
}

/** What an import would do. The worker keeps the plan itself, and does it when it is asked to. */
export interface PlanSummary {
  format: ImportFormat;
  counts: Record<ImportOutcome, number>;
  /** How many documents the annotations are from, and how many of those are not here. */
  documents: { all: number; new: number };
  /** How many go to the bin, come out of it, and stay there. */
  bin: Record<NonNullable<PlannedAnnotation['bin']>, number>;
  /** The first rows of each outcome. */
  rows: PlannedRow[];
  /** How many were refused, and the first of them. */
  refused: number;
  problems: ImportProblem[];
  /** Names of sets and tags that would be made. */
  newSets: string[];
  newTags: string[];
}

export interface AppliedImport {
  made: number;
  changed: number;
  /** The way back, as the text of an `Undo`: what a hundred thousand rows need would hold up the page as objects. Undefined where nothing was written. */
  undo: string | undefined;
}

/** The answer to each request. */
export interface Answers {
  export: WrittenFile;
  backup: WrittenFile;
  inspect: FileKind;
  plan: PlanSummary;
  apply: AppliedImport;
  undo: Omit<Undone, 'redo'> & { redo: string | undefined };
}

/** Why it could not be done; errors lose their fields on the way. */
export type WorkerFailure =
  | { kind: 'storage'; code: StorageErrorCode }
  | { kind: 'import'; problems: readonly ImportProblem[] }
  | { kind: 'too-many'; format: ExportFormat; most: number }
  | { kind: 'unknown'; detail: string };

export type Reply =
  | { type: 'progress'; done: number; total: number }
  | { type: 'done'; value: Answers[keyof Answers] }
  | { type: 'failed'; failure: WorkerFailure };
