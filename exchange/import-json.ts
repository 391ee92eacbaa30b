import type { Pace } from '../storage/pace';
import { BACKUP_FORMAT } from './backup-file';
import { fileError } from './import-error';
import type { CollectionParts } from './read-jsonld';

/** A JSON file, told apart by its frame. Rows are apart, to be checked one by one. */
export type JsonFile =
  | { format: 'jsonld'; collections: CollectionParts[] }
  | { format: 'backup'; head: unknown; annotations: readonly unknown[] }
  | { format: 'hypothesis'; rows: readonly unknown[] };

/**
 * Parses a JSON text. Own files have a row a line and are parsed line by line, so that a large one holds up nothing;
 * any other text is parsed at once. @throws ImportError
 */
export async function parseJsonFile(text: string, pace: Pace): Promise<JsonFile> {
  const own = (await backupByLines(text, pace)) ?? (await jsonLdByLines(text, pace));
  return own ?? fileOf(parsed(text));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw fileError('not-json', error instanceof Error ? error.message : 'No JSON');
  }
}

function fileOf(json: unknown): JsonFile {
  if (Array.isArray(json)) {
    const collections = json.filter(isObject).filter(isCollection);
    if (json.length > 0 && collections.length === json.length) {
      return { format: 'jsonld', collections: collections.map(collectionParts) };
    }
    if (json.some(isHypothesisRow)) return { format: 'hypothesis', rows: json };
    throw fileError('unknown-format', 'No annotations that we know');
  }
  if (!isObject(json)) throw fileError('unknown-format', 'Neither an object nor a list');
  if (json.format === BACKUP_FORMAT) {
    const { annotations, ...head } = json;
    if (!Array.isArray(annotations)) throw fileError('missing', 'No annotations', 'annotations');
    return { format: 'backup', head, annotations };
  }
  if (isCollection(json)) return { format: 'jsonld', collections: [collectionParts(json)] };
  const rows = Array.isArray(json.annotations) ? json.annotations : json.rows;
  if (Array.isArray(rows) && (rows.length === 0 || rows.some(isHypothesisRow))) return { format: 'hypothesis', rows };
  throw fileError('unknown-format', 'No annotations that we know');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCollection(value: Record<string, unknown>): boolean {
  return '@context' in value;
}

function isHypothesisRow(value: unknown): boolean {
  return isObject(value) && typeof value.uri === 'string' && 'target' in value;
}

/** A collection with its annotations apart; one without any is found wanting by its schema. */
function collectionParts(collection: Record<string, unknown>): CollectionParts {
  const { first } = collection;
  if (!isObject(first) || !Array.isArray(first.items)) return { collection, items: [] };
  return { collection: { ...collection, first: { ...first, items: [] } }, items: first.items };
}

const BACKUP_ROWS = '\n"annotations":[\n';

async function backupByLines(text: string, pace: Pace): Promise<JsonFile | undefined> {
  if (!text.startsWith(`{"format":"${BACKUP_FORMAT}"`)) return undefined;
  const at = text.indexOf(BACKUP_ROWS);
  if (at < 0) return undefined;
  const rows = await rowsByLines(text, at + BACKUP_ROWS.length, ']}', pace);
  if (!rows) return undefined;
  const head = quietly(`${text.slice(0, at).replace(/,$/, '')}}`);
  return head === undefined ? undefined : { format: 'backup', head, annotations: rows.rows };
}

const PAGE_ROWS = ',"items":[\n';

async function jsonLdByLines(text: string, pace: Pace): Promise<JsonFile | undefined> {
  const collections: CollectionParts[] = [];
  let at = text.startsWith('[\n') ? 2 : 0;
  while (text.startsWith('{"@context"', at)) {
    const begin = text.indexOf(PAGE_ROWS, at);
    if (begin < 0) return undefined;
    const rows = await rowsByLines(text, begin + PAGE_ROWS.length, ']}}', pace);
    const collection = quietly(`${text.slice(at, begin)},"items":[]}}`);
    if (!rows || collection === undefined) return undefined;
    collections.push({ collection, items: rows.rows });
    at = rows.end;
    if (text.startsWith(',\n', at)) at += 2;
  }
  const rest = text.slice(at).trim();
  return collections.length > 0 && (rest === '' || rest === ']') ? { format: 'jsonld', collections } : undefined;
}

/** Rows of JSON, one a line, up to the line that closes them; undefined where the text is not of that form. */
async function rowsByLines(
  text: string,
  from: number,
  close: string,
  pace: Pace,
): Promise<{ rows: unknown[]; end: number } | undefined> {
  const rows: unknown[] = [];
  for (let at = from; at < text.length; ) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const line = text.slice(at, end);
    if (line === close) return { rows, end: Math.min(text.length, end + 1) };
    if (line !== '') {
      const row = quietly(line.endsWith(',') ? line.slice(0, -1) : line);
      if (row === undefined) return undefined;
      rows.push(row);
    }
    at = end + 1;
    await pace.step(at, text.length);
  }
  return undefined;
}

function quietly(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
