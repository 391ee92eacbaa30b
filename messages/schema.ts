import * as z from 'zod/mini';
import type { Target } from '../anchoring/types';
import type { DocumentProfile, Passage, ProfileCorrections, ProfileDoubts } from '../detection/types';
import type { Correction } from '../storage/schema';
import { PAGE_COMMANDS } from './commands';

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
    pageEnd: z.optional(z.int()),
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

const PASSAGE_KINDS = ['citation', 'recommendation', 'question', 'assessment', 'response', 'deadline'] as const;

/** The part of a correction that a page needs to apply it. */
export const keptCorrectionSchema = z.object({
  id: z.string(),
  target: keptAnnotationSchema.shape.target,
  kind: z.enum(PASSAGE_KINDS),
  label: z.string(),
  change: z.discriminatedUnion('type', [
    z.object({ type: z.literal('none') }),
    z.object({ type: z.literal('provisions'), provisions: z.array(z.looseObject({ level: z.string() })) }),
    z.object({ type: z.literal('addressees'), addressees: z.array(z.string()) }),
  ]),
});
export type KeptCorrection = Pick<Correction, 'id' | 'target' | 'kind' | 'label' | 'change'>;

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

/** A record of short texts: what a profile is made of. */
const isTexts = (value: unknown) => z.safeParse(z.record(z.string(), z.nullable(z.string())), value).success;
export const profileCorrectionsSchema = z.custom<ProfileCorrections>(isTexts);

/** A set, as it is chosen from. */
export const setChoiceSchema = z.object({ id: z.string(), name: z.string() });
export type SetChoice = z.infer<typeof setChoiceSchema>;

export const openedDocumentSchema = z.object({
  annotations: z.array(keptAnnotationSchema),
  /** What a person has set right in the document's profile; absent where nothing was. */
  profileCorrections: z.optional(profileCorrectionsSchema),
  /** How many stored rows of the document could not be read; absent where all could. */
  unreadable: z.optional(z.int().check(z.positive())),
  /** All sets in use, in the order to show them. */
  sets: z.array(setChoiceSchema),
  /** The set that new annotations go to; absent while there is none. */
  currentSetId: z.optional(z.string()),
  /** The whole vocabulary, for suggestions. */
  tagNames: z.array(z.string()),
  language: z.enum(['auto', 'sv', 'en']),
  hiddenKinds: z.array(z.string()),
  /** What the person said of passages of this document; absent where nothing. */
  corrections: z.optional(z.array(keptCorrectionSchema)),
  /** True where the count on the page is not wanted. */
  hidesCount: z.optional(z.boolean()),
  /** The window's corner that the person has moved it to. */
  countCorner: z.optional(z.enum(['bottom-start', 'bottom-end', 'top-end', 'top-start'])),
});
export type OpenedDocument = Omit<z.infer<typeof openedDocumentSchema>, 'annotations' | 'corrections'> & {
  annotations: KeptAnnotation[];
  corrections?: KeptCorrection[];
};

const failureSchema = z.object({ ok: z.literal(false), code: z.enum(FAILURE_CODES) });
/** An answer that may be a failure: plain JSON, since errors lose their fields on the way. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; code: FailureCode };

/** Checks an answer; whatever is not one becomes the failure `unknown`. */
export function parseAnswer<Value>(answer: unknown, schema: z.ZodMiniType): Answer<Value> {
  const parsed = z.safeParse(z.union([z.object({ ok: z.literal(true), value: schema }), failureSchema]), answer);
  return parsed.success ? (parsed.data as Answer<Value>) : { ok: false, code: 'unknown' };
}

/** The answer to a wish that has nothing to tell but that it was done. */
export const nothingSchema = z.null();

/** What became of saving many: those that were made, and how many were saved already. */
export const savedManySchema = z.object({
  made: z.array(z.object({ id: z.string(), revision: z.int() })),
  already: z.int(),
  /** How many of those that were made are printed in other places too. */
  repeated: z.optional(z.int()),
  /** Why the rest was not made; absent where there is no rest. */
  stopped: z.optional(z.enum(['cancelled', ...FAILURE_CODES])),
});
export type SavedMany = z.infer<typeof savedManySchema>;

/** How far a long work has come. */
export const workProgressSchema = z.object({ done: z.int(), total: z.int() });
export type WorkProgress = z.infer<typeof workProgressSchema>;

/** One of several places where an ambiguous annotation may stand, with the words round it to tell them apart. */
const candidateSchema = z.extend(span, {
  before: z.string(),
  quote: z.string(),
  after: z.string(),
  page: z.optional(pageNumber),
  pageEnd: z.optional(pageNumber),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** Where an annotation of the open document stands now. */
const placementSchema = z.object({
  annotation: keptAnnotationSchema,
  /** A verdict of anchoring; `pending` while pages that it may stand on are not read. */
  verdict: z.enum(['placed', 'moved', 'changed', 'ambiguous', 'orphaned', 'pending']),
  /** Absent when ambiguous, orphaned or pending. */
  span: z.optional(span),
  /** PDFs: the page where the span begins, and the one where it ends, if that is another. */
  page: z.optional(pageNumber),
  pageEnd: z.optional(pageNumber),
  /** Changed: the words as they are now. */
  wording: z.optional(z.string()),
  /** Ambiguous: where to choose. */
  candidates: z.optional(z.array(candidateSchema)),
});
export type Placement = Omit<z.infer<typeof placementSchema>, 'annotation'> & { annotation: KeptAnnotation };

const passageShape = z.looseObject({
  kind: z.enum(PASSAGE_KINDS),
  start: offset,
  end: offset,
  reason: z.looseObject({ rule: z.string() }),
});
const passageSchema = z.custom<Passage>((value) => z.safeParse(passageShape, value).success);
const profileSchema = z.custom<DocumentProfile>(
  (value) => z.safeParse(z.record(z.string(), z.string()), value).success,
);

const doubtsSchema = z.custom<ProfileDoubts>(isTexts);

/** A passage with its words, for lists outside the page. */
export interface ListedPassage {
  passage: Passage;
  quote: string;
  /** Id of the annotation that keeps it. */
  keptAs?: string;
  /** PDFs: the page where it begins, and the one where it ends, if that is another. */
  page?: number;
  pageEnd?: number;
}

const unsentSchema = z.partialRecord(z.enum(PASSAGE_KINDS), z.int());
/** How many passages a list outside the page does not get, by kind, because there are too many; none of them is kept. */
export type UnsentPassages = z.infer<typeof unsentSchema>;

/** How far a document that is read page by page has come. */
const pagesReadSchema = z.object({
  total: z.int(),
  read: z.int(),
  /** False when all is read, or when the person has put an end to it. */
  isReading: z.boolean(),
  /** Pages that hold no text, scanned ones mostly. */
  withoutText: z.array(pageNumber),
  /** Pages with text that nobody can read but by eye: its fonts do not say which letters they show. */
  unreadable: z.array(pageNumber),
  /** Pages that could not be read. */
  failed: z.array(pageNumber),
  /** What the document calls its pages, in their order, where that is not their numbers; an empty one has none. */
  labels: z.optional(z.array(z.string())),
});
export type PagesRead = z.infer<typeof pagesReadSchema>;

/** A page's open document, as the side panel shows it. */
export const openDocumentStateSchema = z.object({
  status: z.enum(['reading', 'ready', 'empty']),
  title: z.string(),
  profile: profileSchema,
  ownProfile: profileSchema,
  profileCorrections: profileCorrectionsSchema,
  profileDoubts: doubtsSchema,
  address: z.optional(z.string()),
  unreadable: z.optional(z.int()),
  passages: z.array(
    z.object({
      passage: passageSchema,
      quote: z.string(),
      keptAs: z.optional(z.string()),
      page: z.optional(pageNumber),
      pageEnd: z.optional(pageNumber),
    }),
  ),
  unsent: unsentSchema,
  placements: z.array(placementSchema),
  /** Set when annotations could not be fetched. */
  problem: z.optional(z.enum(FAILURE_CODES)),
  /** PDFs. */
  pages: z.optional(pagesReadSchema),
});
export interface OpenDocumentState {
  status: 'reading' | 'ready' | 'empty';
  title: string;
  /** With what a person has set right. */
  profile: DocumentProfile;
  /** As the document itself has it. */
  ownProfile: DocumentProfile;
  profileCorrections: ProfileCorrections;
  /** Of the document's own profile. */
  profileDoubts: ProfileDoubts;
  /** Where the document is, if it has an address. */
  address?: string;
  /** How many stored rows of the document could not be read. */
  unreadable?: number;
  /** In text order; those that are left out are counted in `unsent`. */
  passages: ListedPassage[];
  unsent: UnsentPassages;
  placements: Placement[];
  problem?: FailureCode;
  pages?: PagesRead;
}

export const pageCommandSchema = z.enum(PAGE_COMMANDS);

export const revealSchema = span;

/** A place that the panel has seen, with the words that stood there: the page may have changed since. */
export const quotedSpanSchema = z.extend(span, { quote: z.string() });
export type QuotedSpan = z.infer<typeof quotedSpanSchema>;

/** Kinds of which a document's passages can be saved all at once. */
export const saveAllSchema = z.object({ kind: z.enum(['citation', 'recommendation']) });
export type SaveAll = z.infer<typeof saveAllSchema>;

export const retargetSchema = z.object({ id: z.string(), place: z.nullable(quotedSpanSchema) });
