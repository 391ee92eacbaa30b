import Papa from 'papaparse';
import type { Contents, SetContents } from '../storage/contents';
import { Pace, type Work } from '../storage/pace';
import type { FileLanguage } from './citation-words';
import { ExportContents, type ExportOptions } from './export-options';
import { type ExportField, FieldReader, USUAL_FIELDS } from './fields';
import { wordsIn } from './words';

/** The usual columns, in order. */
export function csvColumns(language?: FileLanguage): string[] {
  return USUAL_FIELDS.map((field) => wordsIn(language).fields[field]);
}

export type CsvRow = Record<string, string>;

/** Byte order mark: without it Excel reads å ä ö as another encoding. */
const BOM = '\uFEFF';
const LINE_END = '\r\n';
/** Rows that are written at a time. */
const SLICE = 200;

/**
 * A field that a spreadsheet could take for a formula: it begins with one of = + - @ or their full-width forms
 * (which East Asian versions fold), perhaps after spaces, invisible characters, quotes or line breaks; or it
 * begins with a tab or a carriage return, that spreadsheets drop (OWASP, "CSV Injection").
 */
const FORMULA_LIKE = /^[\s\p{Cc}\p{Cf}'"]*[=+\-@＝＋－＠﹢﹣﹦﹫⁼₌−]|^[\t\r\n]/u;

/** Makes a formula-like field text for good: an apostrophe in front, which a person can see and take away. */
export function guardFormula(field: string): string {
  return FORMULA_LIKE.test(field) ? `'${field}` : field;
}

/** Takes away the apostrophe that `guardFormula` put before a field. */
export function unguardFormula(field: string): string {
  return field.startsWith("'") && FORMULA_LIKE.test(field.slice(1)) ? field.slice(1) : field;
}

/**
 * Annotations as a CSV file that opens right in a Swedish Excel: semicolons, byte order mark, CRLF, dates as
 * 2026-11-22 and times as 2026-11-22 14:05 in the given time zone. Line breaks inside a field are LF. Several values
 * in one field are parted by "; ". In the order given.
 * @returns the file in parts
 */
export async function csvParts(contents: Contents, options: ExportOptions, work: Work = {}): Promise<string[]> {
  const { fields = USUAL_FIELDS, timeZone, language } = options;
  const reader = new FieldReader(new ExportContents(contents), timeZone, language);
  const pace = new Pace(work);
  const { annotations } = contents;
  const parts = [BOM + lines([fields.map((field) => wordsIn(language).fields[field])])];
  for (let from = 0; from < annotations.length; from += SLICE) {
    const slice = annotations.slice(from, from + SLICE);
    parts.push(lines(slice.map((annotation) => fields.map((field) => guardFormula(reader.text(field, annotation))))));
    await pace.step(from, annotations.length);
  }
  return parts;
}

/** A set's annotations as one CSV text with the usual columns. */
export function toCsv(contents: SetContents, timeZone?: string, language?: FileLanguage): string {
  const columns = csvColumns(language);
  const rows = csvRows(contents, timeZone, language);
  return BOM + lines([columns, ...rows.map((row) => columns.map((column) => guardFormula(row[column] ?? '')))]);
}

/** The same rows unguarded, as text. */
export function csvRows({ set, ...contents }: SetContents, timeZone?: string, language?: FileLanguage): CsvRow[] {
  const reader = new FieldReader(new ExportContents({ sets: [set], ...contents }), timeZone, language);
  const { fields } = wordsIn(language);
  return contents.annotations.map((annotation) =>
    Object.fromEntries(USUAL_FIELDS.map((field: ExportField) => [fields[field], reader.text(field, annotation)])),
  );
}

function lines(rows: readonly (readonly string[])[]): string {
  return Papa.unparse(rows as string[][], { delimiter: ';', newline: LINE_END }) + LINE_END;
}
