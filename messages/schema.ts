import * as z from 'zod/mini';
import type { Target } from '../anchoring/types';
import type { DocumentProfile, Passage } from '../detection/types';

/**
 * What crosses between the extension's contexts. Content scripts hold these checks in memory on every page,
 * so they are written with zod's small build; the storage's own schema checks each value again before it is kept.
 */

const offset = z.int().check(z.nonnegative());
const span = z.object({ start: offset, end: offset });
/** Of a PDF: the physical page, 1 first. */
const pageNumber = z.int().check(z.positive());

/** The part of an annotation that a page needs to show it. */
export const keptAnnotationSchema = z.object({
  id: z.string(),
  setId: z.string(),
  target: z.looseObject({
    quote: z.object({ exact: z.string(), prefix: z.string(), suffix: z.string() }),
    position: span,
    page: z.optional(z.int()),
    textHash: z.string(),
  }),
  kind: z.enum(['citation', 'recommendation', 'question', 'assessment', 'response', 'deadline', 'selection']),
  label: z.optional(z.string()),
  /** Names of tags, in the annotation's order. */
  tagNames: z.array(z.string()),
  comment: z.string(),
  revision: z.int(),
  /** True where it was saved from another document that says the same: the PDF of a web page. */
  isElsewhere: z.optional(z.boolean()),
});
export type KeptAnnotation = Omit<z.infer<typeof keptAnnotationSchema>, 'target'> & { target: Target };

export const FAILURE_CODES = [
  'full',
  'closed',
  'blocked',
  'invalid',
  'conflict',
  'not-found',
  'unknown',
  'disconnected',
] as const;
/** Storage's failures, and `disconnected`: the extension was updated or its background cannot be reached. */
export type FailureCode = (typeof FAILURE_CODES)[number];

export const openedDocumentSchema = z.object({
  annotations: z.array(keptAnnotationSchema),
  /** The whole vocabulary, for suggestions. */
  tagNames: z.array(z.string()),
  language: z.enum(['auto', 'sv', 'en']),
  hiddenKinds: z.array(z.string()),
});
export type OpenedDocument = Omit<z.infer<typeof openedDocumentSchema>, 'annotations'> & {
  annotations: KeptAnnotation[];
};

const failureSchema = z.object({ ok: z.literal(false), code: z.enum(FAILURE_CODES) });
/** An answer that may be a failure: plain JSON, since errors lose their fields on the way. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; code: FailureCode };

/** Checks an answer; whatever is not one becomes the failure `unknown`. */
export function parseAnswer<Value>(answer: unknown, schema: z.ZodMiniType): Answer<Value> {
  const parsed = z.safeParse(z.union([z.object({ ok: z.literal(true), value: schema }), failureSchema]), answer);
  return parsed.success ? (parsed.data as Answer<Value>) : { ok: false, code: 'unknown' };
}

/** One of several places where an ambiguous annotation may stand, with the words round it to tell them apart. */
const candidateSchema = z.extend(span, {
  before: z.string(),
  quote: z.string(),
  after: z.string(),
  page: z.optional(pageNumber),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** Where an annotation of the open document stands now. */
export const placementSchema = z.object({
  annotation: keptAnnotationSchema,
  /** A verdict of anchoring; `pending` while pages that it may stand on are not read. */
  verdict: z.enum(['placed', 'moved', 'changed', 'ambiguous', 'orphaned', 'pending']),
  /** Absent when ambiguous, orphaned or pending. */
  span: z.optional(span),
  /** PDFs: the page where the span begins. */
  page: z.optional(pageNumber),
  /** Changed: the words as they are now. */
  wording: z.optional(z.string()),
  /** Ambiguous: where to choose. */
  candidates: z.optional(z.array(candidateSchema)),
});
export type Placement = Omit<z.infer<typeof placementSchema>, 'annotation'> & { annotation: KeptAnnotation };

const passageShape = z.looseObject({
  kind: z.enum(['citation', 'recommendation', 'question', 'assessment', 'response', 'deadline']),
  start: offset,
  end: offset,
  reason: z.looseObject({ rule: z.string() }),
});
const passageSchema = z.custom<Passage>((value) => z.safeParse(passageShape, value).success);
const profileSchema = z.custom<DocumentProfile>(
  (value) => z.safeParse(z.record(z.string(), z.string()), value).success,
);

/** A passage with its words, for lists outside the page. */
export interface ListedPassage {
  passage: Passage;
  quote: string;
  /** Id of the annotation that keeps it. */
  keptAs?: string;
  /** PDFs: the page where it begins. */
  page?: number;
}

/** How far a document that is read page by page has come. */
const pagesReadSchema = z.object({
  total: z.int(),
  read: z.int(),
  /** False when all is read, or when the person has put an end to it. */
  isReading: z.boolean(),
  /** Pages that hold no text, scanned ones mostly. */
  withoutText: z.array(pageNumber),
  /** Pages that could not be read. */
  failed: z.array(pageNumber),
});
export type PagesRead = z.infer<typeof pagesReadSchema>;

/** A page's open document, as the side panel shows it. */
export const openDocumentStateSchema = z.object({
  status: z.enum(['reading', 'ready', 'empty']),
  title: z.string(),
  profile: profileSchema,
  passages: z.array(
    z.object({
      passage: passageSchema,
      quote: z.string(),
      keptAs: z.optional(z.string()),
      page: z.optional(pageNumber),
    }),
  ),
  placements: z.array(placementSchema),
  /** Set when annotations could not be fetched. */
  problem: z.optional(z.enum(FAILURE_CODES)),
  /** PDFs. */
  pages: z.optional(pagesReadSchema),
});
export interface OpenDocumentState {
  status: 'reading' | 'ready' | 'empty';
  title: string;
  profile: DocumentProfile;
  passages: ListedPassage[];
  placements: Placement[];
  problem?: FailureCode;
  pages?: PagesRead;
}

export const revealSchema = span;

/** A place that the panel has seen, with the words that stood there: the page may have changed since. */
export const quotedSpanSchema = z.extend(span, { quote: z.string() });
export type QuotedSpan = z.infer<typeof quotedSpanSchema>;

export const retargetSchema = z.object({ id: z.string(), place: z.nullable(quotedSpanSchema) });
