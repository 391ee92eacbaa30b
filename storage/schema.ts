import * as z from 'zod';
import type { Target, TargetEvidence } from '../anchoring/types';
import type { DocumentKind, DocumentProfile, PassageKind, ProfileCorrections, Provision } from '../detection/types';

/**
 * What is stored, and the checks that every stored or received value passes. All values are plain
 * JSON: they survive structured clone, messages and files unchanged. Dates are ISO 8601, times UTC.
 */

/** Longest strings, in UTF-16 code units. Wide enough for any honest use; what exceeds them is refused, never cut. */
export const LIMITS = {
  quote: 100_000,
  context: 10_000,
  comment: 50_000,
  name: 200,
  description: 2_000,
  words: 1_000,
  url: 8_192,
  list: 500,
  evidence: 5_000,
  history: 100,
} as const;

const words = z.string().max(LIMITS.words);
const identifier = z.uuid();
const instant = z.iso.datetime();
const day = z.iso.date();
const name = z.string().trim().min(1).max(LIMITS.name);
/** Only what is safe to make a link of: an imported file must not bring `javascript:` in. */
const address = z.url({ protocol: /^(?:https?|file|urn)$/ }).max(LIMITS.url);
const sketch = z.array(z.int().min(0).max(0xffffffff)).length(64);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const provisionSchema: z.ZodType<Provision> = z.object({
  sfs: words.nullable(),
  celex: words.optional(),
  series: words.optional(),
  chapter: words.nullable(),
  section: words.nullable(),
  sectionEnd: words.optional(),
  paragraph: z.int().positive().optional(),
  item: words.optional(),
  level: z.enum(['statute', 'chapter', 'provision', 'article', 'agencyRule']),
});

const offset = z.int().nonnegative();

const fingerprint = z.int().min(0).max(0xffffffff);

/** Evidence of the form that this version can use. */
const evidenceSchema: z.ZodType<TargetEvidence> = z.object({
  version: z.literal(1),
  landmarks: z.array(z.tuple([offset, fingerprint])).max(LIMITS.evidence),
  nearby: z
    .array(z.tuple([offset, fingerprint]))
    .max(LIMITS.evidence)
    .optional(),
  twins: z
    .array(
      z.object({
        at: offset,
        words: fingerprint,
        share: z.number().min(0).max(1),
        before: fingerprint,
        after: fingerprint,
        shared: z.tuple([offset, offset]).optional(),
      }),
    )
    .max(LIMITS.evidence),
  twinCount: offset.nullable(),
  isOnly: z.literal(true).optional(),
  copies: z
    .array(
      z.object({ at: offset, before: fingerprint, after: fingerprint, shared: z.tuple([offset, offset]).optional() }),
    )
    .max(LIMITS.evidence)
    .optional(),
  common: z.object({ before: offset, after: offset }).optional(),
  furniture: z
    .array(z.object({ start: offset, end: offset }))
    .max(LIMITS.evidence)
    .optional(),
});

const laterEvidence = z.object({ version: z.int().min(2) }).catchall(z.json());

/** Evidence of a later version is kept as it is: anchoring passes it over, and nothing is lost. */
function isEvidence(value: unknown): boolean {
  return evidenceSchema.safeParse(value).success || laterEvidence.safeParse(value).success;
}

/** Fields that this version does not know are kept as they are. */
const targetSchema: z.ZodType<Target> = z
  .object({
    quote: z.object({
      exact: z.string().min(1).max(LIMITS.quote),
      prefix: z.string().max(LIMITS.context),
      suffix: z.string().max(LIMITS.context),
    }),
    position: z
      .object({ start: offset, end: offset })
      .refine((span) => span.start <= span.end, { error: 'A position ends before it starts' }),
    page: z.int().positive().optional(),
    pageLabel: z.string().max(LIMITS.context).optional(),
    pageEnd: z.int().positive().optional(),
    pageEndLabel: z.string().max(LIMITS.context).optional(),
    textHash: sha256,
    evidence: z.custom<TargetEvidence>(isEvidence, { error: 'Malformed evidence' }).optional(),
  })
  .catchall(z.json());

const DOCUMENT_KINDS = {
  report: 'report',
  missive: 'missive',
  response: 'response',
  minutes: 'minutes',
  'follow-up': 'follow-up',
} as const satisfies { [Kind in DocumentKind]: Kind };

const profileSchema: z.ZodType<DocumentProfile> = z.object({
  title: words.optional(),
  municipality: words.optional(),
  auditor: words.optional(),
  date: day.optional(),
  kind: z.enum(DOCUMENT_KINDS).optional(),
  diaryNumber: words.optional(),
});

/** Fields of a profile, each a value or null for none; fields that are not there are not spoken of. */
export const profileCorrectionsSchema: z.ZodType<ProfileCorrections> = z.object({
  title: words.nullable().optional(),
  municipality: words.nullable().optional(),
  auditor: words.nullable().optional(),
  date: day.nullable().optional(),
  kind: z.enum(DOCUMENT_KINDS).nullable().optional(),
  diaryNumber: words.nullable().optional(),
});

export const sourceDocumentSchema = z.object({
  id: identifier,
  /** An address that opens the document, without fragment and tracking; `urn:uuid:` and the id where there is none. */
  canonicalUrl: address,
  /** Every other address at which the same document was seen. */
  urls: z.array(address).max(LIMITS.list),
  title: words,
  /** SHA-256 of the normalised text when an annotation was last saved, hexadecimal. */
  textHash: sha256,
  /** Earlier hashes of the same document, oldest first. */
  earlierTextHashes: z.array(sha256).max(LIMITS.list).optional(),
  pdfFingerprint: words.optional(),
  /** By which the same text is known in another form (`anchoring/identify-text.ts`). */
  sketch: sketch.optional(),
  /** With what a person has set right. */
  profile: profileSchema,
  /** The fields that a person has set right, as the document itself has them: null where it says nothing. */
  profileAsRead: profileCorrectionsSchema.optional(),
  firstSeen: instant,
  lastSeen: instant,
});
export type SourceDocument = z.infer<typeof sourceDocumentSchema>;

export const annotationSetSchema = z.object({
  id: identifier,
  name,
  created: instant,
  modified: instant,
  /** When it was deleted with what it held; it is kept as long as some of that lies in the bin. */
  deleted: instant.optional(),
});
export type AnnotationSet = z.infer<typeof annotationSetSchema>;

/** Keys of the palette; the style sheet gives each its colours in light and dark. */
export const TAG_COLOURS = ['yellow', 'green', 'blue', 'purple', 'pink', 'orange', 'teal', 'grey'] as const;
export type TagColour = (typeof TAG_COLOURS)[number];

export const tagSchema = z.object({
  id: identifier,
  name,
  colour: z.enum(TAG_COLOURS),
  description: z.string().max(LIMITS.description),
  /** Place in the person's own order, 0 first; tags without one come after those that have one. */
  order: z.int().nonnegative().optional(),
});
export type Tag = z.infer<typeof tagSchema>;

const ANNOTATION_KIND = {
  citation: 'citation',
  recommendation: 'recommendation',
  question: 'question',
  assessment: 'assessment',
  response: 'response',
  deadline: 'deadline',
  selection: 'selection',
} as const satisfies { [Kind in PassageKind | 'selection']: Kind };
export type AnnotationKind = PassageKind | 'selection';
export const ANNOTATION_KINDS = Object.values(ANNOTATION_KIND);

/** The fields of an annotation that a person can change. */
const editable = z.object({
  setId: identifier,
  target: targetSchema,
  kind: z.enum(ANNOTATION_KIND),
  provisions: z.array(provisionSchema).max(LIMITS.list),
  addressees: z.array(words).max(LIMITS.list),
  /** Ids of tags. */
  tags: z.array(identifier).max(LIMITS.list),
  comment: z.string().max(LIMITS.comment),
  /** What the passage is, in short words for lists: "SoL 5:1a". */
  label: words.optional(),
  /** Questions: the auditors' answer as printed. */
  answer: words.optional(),
  /** Deadlines: the date asked for. */
  date: day.optional(),
});
export type EditableFields = z.infer<typeof editable>;
export type EditableField = keyof EditableFields;

/**
 * One edit undone: `before` holds the values of the fields that it changed, `unset` the fields that had none.
 * `revision` is the revision that the edit led to.
 */
export const editSchema = z.object({
  revision: z.int().min(2),
  /** Where several edits were joined, as earlier versions did: the revision that the first of them led to. */
  since: z.int().min(2).optional(),
  time: instant,
  before: editable.partial(),
  unset: z.array(editable.keyof()).max(LIMITS.list).optional(),
});
export type Edit = z.infer<typeof editSchema>;

export const annotationSchema = editable.extend({
  id: identifier,
  documentId: identifier,
  origin: z.enum(['detected', 'selected', 'imported']),
  created: instant,
  modified: instant,
  /** When it was put in the bin; absent while it is in use. */
  deleted: instant.optional(),
  /** 1 at first, one more with each change, removal and restoration. */
  revision: z.int().positive(),
  /** Earlier edits, oldest first; the oldest are dropped when there are more than `LIMITS.history`. */
  history: z.array(editSchema).max(LIMITS.history),
});
export type Annotation = z.infer<typeof annotationSchema>;

const PASSAGE_KIND = {
  citation: 'citation',
  recommendation: 'recommendation',
  question: 'question',
  assessment: 'assessment',
  response: 'response',
  deadline: 'deadline',
} as const satisfies { [Kind in PassageKind]: Kind };

/** What a person says of a passage that was found wrongly: that it is none, or what it is instead. */
const changeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('none') }),
  z.object({ type: z.literal('provisions'), provisions: z.array(provisionSchema).min(1).max(LIMITS.list) }),
  z.object({ type: z.literal('addressees'), addressees: z.array(words.trim().min(1)).max(LIMITS.list) }),
]);
export type CorrectionChange = z.infer<typeof changeSchema>;

/** A correction of one passage of one document. It holds for that document wherever it is opened, and for no other. */
export const correctionSchema = z.object({
  id: identifier,
  documentId: identifier,
  /** The passage, to be found again as an annotation is. */
  target: targetSchema,
  /** What the passage was found to be. */
  kind: z.enum(PASSAGE_KIND),
  /** What it was called before the correction, for lists: "SoL 5:1a". */
  label: words,
  change: changeSchema,
  created: instant,
  modified: instant,
});
export type Correction = z.infer<typeof correctionSchema>;

/** A correction to keep. The client makes the id, so that a repeated request is recognised. */
export const correctionDraftSchema = correctionSchema.omit({ documentId: true, created: true, modified: true });
export type CorrectionDraft = z.infer<typeof correctionDraftSchema>;

/** What a page knows of the document it shows; the first address is the one to open it by. */
export const documentDescriptionSchema = z.object({
  urls: z.array(z.string().max(LIMITS.url)).max(LIMITS.list),
  title: words,
  textHash: sha256,
  pdfFingerprint: words.optional(),
  sketch: sketch.optional(),
  profile: profileSchema,
});
export type DocumentDescription = z.infer<typeof documentDescriptionSchema>;

export const documentIdentitySchema = documentDescriptionSchema.pick({
  urls: true,
  textHash: true,
  pdfFingerprint: true,
  sketch: true,
});
/** What suffices to find a document's annotations. */
export type DocumentIdentity = z.infer<typeof documentIdentitySchema>;

/** Names of tags that are made when they do not exist. */
const tagNames = z.array(name).max(LIMITS.list);

/** An annotation to save. The client makes the id, so that a repeated save is recognised. */
export const annotationDraftSchema = editable.partial({ setId: true, tags: true, comment: true }).extend({
  id: identifier,
  origin: z.enum(['detected', 'selected', 'imported']),
  tagNames: tagNames.optional(),
});
export type AnnotationDraft = z.infer<typeof annotationDraftSchema>;

/** Fields to change; null takes an optional field away. */
export const annotationPatchSchema = editable.partial().extend({
  label: words.nullable().optional(),
  answer: words.nullable().optional(),
  date: day.nullable().optional(),
  /** Replaces the tags by these names' tags; with `tags`, adds to those. */
  tagNames: tagNames.optional(),
});
export type AnnotationPatch = z.infer<typeof annotationPatchSchema>;

/** The window's corners, in the order in which the count on a page goes through them. */
const COUNT_CORNERS = ['bottom-start', 'bottom-end', 'top-end', 'top-start'] as const;
export type CountCorner = (typeof COUNT_CORNERS)[number];

export const settingsSchema = z.object({
  /** The set that new annotations go to. */
  currentSetId: identifier.optional(),
  language: z.enum(['auto', 'sv', 'en']).default('auto'),
  /** Pages that are read show how much was found. */
  showCount: z.boolean().default(true),
  /** Where the person has moved that to: which edge of the window, and which end of the line. */
  countCorner: z.enum(COUNT_CORNERS).optional(),
  /** Kinds that are not highlighted. */
  hiddenKinds: z.array(z.enum(ANNOTATION_KIND)).max(LIMITS.list).default([]),
  /** The PDF viewer shows pages light on dark. */
  darkPages: z.boolean().default(false),
  /** PDF files of granted sites open in the PDF viewer by themselves, where the browser can do that. */
  openPdfsHere: z.boolean().default(false),
  /** When everything was last saved to a file, and the count of writes at that time (see `backupState`). */
  lastBackup: z.object({ time: instant, writes: z.int().nonnegative() }).optional(),
});
export type Settings = z.infer<typeof settingsSchema>;
