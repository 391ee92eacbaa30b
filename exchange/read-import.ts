import { Pace, type Work } from '../storage/pace';
import { incomingFromBackup } from './backup-file';
import type { CsvMapping } from './csv-columns';
import { type CsvTable, incomingFromCsv, inspectCsv } from './from-csv';
import { incomingFromHypothesis } from './from-hypothesis';
import { fileError } from './import-error';
import { parseJsonFile } from './import-json';
import { importText, MOST_BYTES } from './import-text';
import type { ImportFormat, Incoming } from './incoming';
import { incomingFromJsonLd } from './read-jsonld';

/** How a file is to be read. */
export interface ReadOptions extends Work {
  /** The set that annotations of other tools go to: they know none. */
  setName: string;
  /** ISO, the time of what has none of its own. */
  now: string;
  /** Tables: which column holds what; guessed by the headings where it is not given. */
  mapping?: CsvMapping;
  /** Bytes that are read at most. */
  mostBytes?: number;
}

/** What a file is, before it is read. */
export type FileKind = { format: Exclude<ImportFormat, 'csv'> } | { format: 'csv'; table: CsvTable };

/** Looks into a file: its format, and of a table the columns to map. @throws ImportError */
export async function inspectImport(
  file: Blob,
  options: Pick<ReadOptions, 'mostBytes'> & Work = {},
): Promise<FileKind> {
  const pace = new Pace(options);
  const text = await importText(file, pace, options.mostBytes ?? MOST_BYTES);
  if (!isJson(text)) return { format: 'csv', table: inspectCsv(text) };
  return { format: (await parseJsonFile(text, pace)).format };
}

/**
 * Reads a file of any known format. Nothing in it is trusted: every row is checked, those that fail are refused one
 * by one with their place, and a file that is no such thing is refused as a whole. In slices, with progress.
 * @throws ImportError; the signal's reason when it was cancelled
 */
export async function readImport(file: Blob, options: ReadOptions): Promise<Incoming> {
  const pace = new Pace(options);
  const { setName, now } = options;
  const text = await importText(file, pace, options.mostBytes ?? MOST_BYTES);
  if (!isJson(text)) return incomingFromCsv(text, setName, now, pace, options.mapping);
  const json = await parseJsonFile(text, pace);
  refuseNewer(json.format === 'backup' ? json.head : json.format === 'jsonld' ? json.collections[0]?.collection : {});
  if (json.format === 'backup') return incomingFromBackup(json.head, json.annotations, pace);
  if (json.format === 'jsonld') return incomingFromJsonLd(json.collections, pace);
  return incomingFromHypothesis(json.rows, setName, now, pace);
}

function isJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

/** A file of a later version is not wrong, only unknown to this one: that is a sentence of its own. */
function refuseNewer(frame: unknown): void {
  const { version, 'rp:formatVersion': formatVersion } = Object(frame);
  const said = version ?? formatVersion;
  if (typeof said === 'number' && Number.isInteger(said) && said > 1) {
    throw fileError('newer-version', 'Written by a newer version of Revisionspennan');
  }
}
