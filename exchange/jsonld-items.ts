import * as z from 'zod';
import { type Annotation, annotationSchema, editSchema, provisionSchema } from '../storage/schema';
import { ImportError, problemsOf } from './import-error';
import { FORMAT_VERSION, WEB_ANNOTATION_CONTEXT } from './own-terms';

const URN = 'urn:uuid:';
const urn = z
  .string()
  .startsWith(URN)
  .transform((text) => text.slice(URN.length));

const body = z.discriminatedUnion('purpose', [
  z.object({ purpose: z.literal('classifying'), value: z.string() }),
  z.object({ purpose: z.literal('commenting'), value: z.string() }),
  z.object({ purpose: z.literal('tagging'), 'rp:tag': urn }),
  z.object({ purpose: z.literal('identifying'), 'rp:provision': provisionSchema }),
  z.object({ purpose: z.literal('linking') }),
]);

const selector = z.discriminatedUnion('type', [
  z.object({ type: z.literal('TextQuoteSelector'), exact: z.string(), prefix: z.string(), suffix: z.string() }),
  z.object({ type: z.literal('TextPositionSelector'), start: z.number(), end: z.number() }),
  z.object({ type: z.literal('FragmentSelector'), value: z.string().regex(/^page=\d{1,9}$/) }),
]);

const item = z.object({
  id: urn,
  type: z.literal('Annotation'),
  created: z.string(),
  modified: z.string(),
  body: z.array(body),
  target: z.object({
    selector: z.array(selector),
    'rp:document': urn,
    'rp:textHash': z.string(),
    'rp:evidence': z.record(z.string(), z.unknown()).optional(),
  }),
  'rp:origin': z.string(),
  'rp:addressees': z.array(z.string()),
  'rp:label': z.string().optional(),
  'rp:answer': z.string().optional(),
  'rp:date': z.string().optional(),
  'rp:deleted': z.string().optional(),
  'rp:revision': z.number(),
  'rp:history': z.array(editSchema).optional(),
});

/** What stands around the annotations of a set. Its documents and tags are checked apart, row by row. */
export const collectionSchema = z.object({
  '@context': z.array(z.unknown()).refine((contexts) => contexts.includes(WEB_ANNOTATION_CONTEXT), {
    error: 'Not a W3C Web Annotation document',
  }),
  id: urn,
  type: z.literal('AnnotationCollection'),
  label: z.string(),
  created: z.string(),
  modified: z.string(),
  total: z.int().nonnegative(),
  first: z.object({ type: z.literal('AnnotationPage'), items: z.array(z.unknown()) }),
  'rp:formatVersion': z.literal(FORMAT_VERSION, { error: 'Written by a newer version of Revisionspennan' }),
  'rp:documents': z.array(z.unknown()),
  'rp:tags': z.array(z.unknown()),
  'rp:corrections': z.array(z.unknown()).optional(),
});

/**
 * One annotation of an export.
 * @param path where it stands in its file
 * @throws ImportError that names each place that is wrong
 */
export function annotationFromItem(value: unknown, setId: string, path: readonly PropertyKey[]): Annotation {
  const from = checked(item, value, path);
  const of = <Purpose extends (typeof from.body)[number]['purpose']>(purpose: Purpose) =>
    from.body.filter((each): each is Extract<typeof each, { purpose: Purpose }> => each.purpose === purpose);
  const withType = <Type extends (typeof from.target.selector)[number]['type']>(type: Type) =>
    from.target.selector.find((each): each is Extract<typeof each, { type: Type }> => each.type === type);
  const quote = withType('TextQuoteSelector');
  const position = withType('TextPositionSelector');
  const page = withType('FragmentSelector');
  return checked(
    annotationSchema,
    {
      id: from.id,
      documentId: from.target['rp:document'],
      setId,
      target: {
        ...from.target['rp:evidence'],
        quote: quote && { exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
        position: position && { start: position.start, end: position.end },
        ...(page ? { page: Number(page.value.slice('page='.length)) } : {}),
        textHash: from.target['rp:textHash'],
      },
      kind: of('classifying')[0]?.value,
      provisions: of('identifying').map((each) => each['rp:provision']),
      addressees: from['rp:addressees'],
      tags: of('tagging').map((each) => each['rp:tag']),
      comment: of('commenting')[0]?.value ?? '',
      origin: from['rp:origin'],
      ...withoutUndefined({
        label: from['rp:label'],
        answer: from['rp:answer'],
        date: from['rp:date'],
        deleted: from['rp:deleted'],
      }),
      created: from.created,
      modified: from.modified,
      revision: from['rp:revision'],
      history: from['rp:history'] ?? [],
    },
    path,
  );
}

function withoutUndefined<Value>(fields: Record<string, Value | undefined>): Record<string, Value> {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, Value] => entry[1] !== undefined));
}

/** The value as the schema has it. @throws ImportError with places below `path` */
export function checked<Value>(schema: z.ZodType<Value>, value: unknown, path: readonly PropertyKey[]): Value {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new ImportError(problemsOf(parsed.error, path));
  return parsed.data;
}
