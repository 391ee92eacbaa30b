import * as z from 'zod';
import type { Pace } from '../storage/pace';
import { ImportError } from './import-error';
import type { Incoming } from './incoming';
import { checked } from './jsonld-items';
import { LooseImport, type LooseRow } from './loose';
import { refuseHarmfulJson } from './plain-json';

/**
 * An annotation as Hypothesis gives it, by its export and by its API alike
 * (https://h.readthedocs.io/en/latest/api-reference/v1/, GET /search). Only what is used is checked.
 */
const rowSchema = z.object({
  id: z.string().min(1).max(200),
  created: z.string().optional(),
  updated: z.string().optional(),
  uri: z.string(),
  text: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  references: z.array(z.string()).nullish(),
  document: z.object({ title: z.union([z.string(), z.array(z.string())]).optional() }).nullish(),
  target: z.array(z.object({ selector: z.array(z.unknown()).nullish() })),
});
type HypothesisRow = z.infer<typeof rowSchema>;

const quoteSchema = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.string().nullish(),
  suffix: z.string().nullish(),
});
const positionSchema = z.object({ type: z.literal('TextPositionSelector'), start: z.number(), end: z.number() });
/** Their reader of PDFs numbers pages from 0 in `index`; `label` is what is printed on the page. */
const pageSchema = z.object({ type: z.literal('PageSelector'), index: z.int().nonnegative() });

/**
 * Reads a Hypothesis export. Page notes (no quote) and replies have no place here and are refused one by one.
 * @param setName the set that they go to; @param now ISO, for rows without a time of their own
 */
export async function incomingFromHypothesis(
  rows: readonly unknown[],
  setName: string,
  now: string,
  pace: Pace,
): Promise<Incoming> {
  const all = new LooseImport('hypothesis', setName, now);
  for (const [index, value] of rows.entries()) {
    const path = `[${index}]`;
    try {
      refuseHarmfulJson(value, [index]);
      const row = checked(rowSchema, value, [index]);
      const loose = looseRow(row);
      if ((row.references ?? []).length > 0) {
        all.refuse({ code: 'reply', path, message: 'A reply to another annotation' });
      } else if (loose) {
        all.add(loose, { path });
      } else {
        all.refuse({ code: 'no-quote', path, message: 'No quote: a note on the whole page' });
      }
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      for (const problem of error.problems.slice(0, 1)) all.refuse(problem);
    }
    await pace.step(index, rows.length);
  }
  return all.done();
}

function looseRow(row: HypothesisRow): LooseRow | undefined {
  const selectors = row.target.flatMap((target) => target.selector ?? []);
  const quote = first(quoteSchema, selectors);
  if (!quote || quote.exact === '') return undefined;
  const position = first(positionSchema, selectors);
  const page = first(pageSchema, selectors);
  const title = row.document?.title;
  return {
    seed: `hypothesis ${row.id}`,
    url: row.uri.startsWith('urn:') ? undefined : row.uri,
    title: (Array.isArray(title) ? title[0] : title) ?? row.uri,
    quote: quote.exact,
    prefix: quote.prefix ?? '',
    suffix: quote.suffix ?? '',
    ...(position ? { position: { start: position.start, end: position.end } } : {}),
    ...(page ? { page: page.index + 1 } : {}),
    comment: row.text ?? '',
    tagNames: (row.tags ?? []).filter((tag) => tag.trim() !== ''),
    ...(row.created ? { created: utc(row.created) } : {}),
    ...(row.updated ? { modified: utc(row.updated) } : {}),
  };
}

function first<Value>(schema: z.ZodType<Value>, values: readonly unknown[]): Value | undefined {
  for (const value of values) {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
  }
  return undefined;
}

/** "2026-11-22T13:05:00.123456+00:00" → the same moment as it is stored; what is no time stays and is refused. */
function utc(time: string): string {
  const moment = new Date(time);
  return Number.isNaN(moment.getTime()) ? time : moment.toISOString();
}
