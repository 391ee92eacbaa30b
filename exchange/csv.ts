import Papa from 'papaparse';
import { provisionNames } from '../detection/citations';
import type { SetContents } from '../storage/contents';
import type { Annotation, AnnotationKind } from '../storage/schema';

/** The columns, in order. */
export const CSV_COLUMNS = [
  'dokument',
  'kommun',
  'datum',
  'typ',
  'lagrum',
  'adressat',
  'citat',
  'kommentar',
  'taggar',
  'sida',
  'adress',
  'sparad',
] as const;
export type CsvRow = Record<(typeof CSV_COLUMNS)[number], string>;

const KIND_NAMES: Record<AnnotationKind, string> = {
  citation: 'lagrum',
  recommendation: 'rekommendation',
  question: 'revisionsfråga',
  assessment: 'bedömning',
  response: 'svar',
  deadline: 'svarsdatum',
  selection: 'markering',
};

/** Byte order mark: without it Excel reads å ä ö as another encoding. */
const BOM = '\uFEFF';

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

/**
 * A set's annotations as a CSV file that opens right in a Swedish Excel: semicolons, byte order mark, CRLF,
 * dates as 2026-11-22 and times as 2026-11-22 14:05 in the given time zone. Line breaks inside a field are LF.
 * Several values in one field are parted by "; ". In the order given.
 */
export function toCsv(contents: SetContents, timeZone?: string): string {
  const rows = csvRows(contents, timeZone);
  const guarded = rows.map((row) => CSV_COLUMNS.map((column) => guardFormula(row[column])));
  return (
    BOM +
    Papa.unparse([[...CSV_COLUMNS], ...guarded], { delimiter: ';', newline: '\r\n' }) +
    (rows.length > 0 ? '\r\n' : '')
  );
}

/** The same rows unguarded, as text. */
export function csvRows({ documents, annotations, tags }: SetContents, timeZone?: string): CsvRow[] {
  const documentById = new Map(documents.map((document) => [document.id, document]));
  const tagById = new Map(tags.map((tag) => [tag.id, tag]));
  const time = swedishTime(timeZone);
  return annotations.map((annotation) => {
    const document = documentById.get(annotation.documentId);
    const { profile } = document ?? {};
    return {
      dokument: oneLine(document?.title || profile?.title || ''),
      kommun: profile?.municipality ?? '',
      datum: profile?.date ?? '',
      typ: KIND_NAMES[annotation.kind],
      lagrum: provisions(annotation),
      adressat: annotation.addressees.join('; '),
      citat: lineFeeds(annotation.target.quote.exact),
      kommentar: lineFeeds(annotation.comment),
      taggar: annotation.tags
        .map((id) => tagById.get(id)?.name ?? '')
        .filter(Boolean)
        .join('; '),
      sida: annotation.target.page?.toString() ?? '',
      adress: document?.canonicalUrl ?? '',
      sparad: time(annotation.created),
    };
  });
}

function provisions({ provisions }: Annotation): string {
  return provisions.map((provision) => provisionNames(provision).short).join('; ');
}

function lineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** "2026-11-22 14:05": the form that a Swedish Excel takes for a time. */
function swedishTime(timeZone: string | undefined): (instant: string) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
  return (instant) => format.format(new Date(instant));
}
