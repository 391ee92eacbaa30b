import type { Contents } from '../storage/contents';
import { Pace, type Work } from '../storage/pace';
import type { Annotation, SourceDocument } from '../storage/schema';
import { citedPage, type FileLanguage, pageText } from './citation-words';
import { ExportContents, type ExportOptions } from './export-options';
import { documentTitle, type ExportField, lineFeeds, oneLine } from './fields';

/** A document as a reference manager knows it, with what was kept of it as notes. */
interface Reference {
  document: SourceDocument;
  notes: string[];
}

async function references(contents: Contents, { fields, language }: ExportOptions, pace: Pace): Promise<Reference[]> {
  const all = new ExportContents(contents);
  const wants = (field: ExportField) => fields?.includes(field) ?? true;
  const notes = new Map<string, string[]>();
  for (const [index, annotation] of all.annotations.entries()) {
    await pace.step(index, all.annotations.length);
    const note = noteOf(annotation, wants('comment'), language);
    const known = notes.get(annotation.documentId);
    if (known) known.push(note);
    else notes.set(annotation.documentId, [note]);
  }
  return contents.documents.map((document) => ({ document, notes: notes.get(document.id) ?? [] }));
}

function noteOf({ target, comment }: Annotation, withComment: boolean, language?: FileLanguage): string {
  // A plain space: reference managers take no other for one when they search.
  const cited = citedPage(target);
  const page = cited === undefined ? '' : ` (${pageText(cited, language).replace('\u00A0', ' ')})`;
  const own = withComment && comment.trim() !== '' ? `: ${oneLine(lineFeeds(comment))}` : '';
  return `”${oneLine(target.quote.exact)}”${page}${own}`;
}

/**
 * Documents as RIS (Research Information Systems, the tags of 2011) for Zotero, EndNote and others: reports by the
 * audit firm, published by the municipality, each annotation a note. Lines end in CRLF, text is UTF-8.
 * @returns the file in parts
 */
export async function risParts(contents: Contents, options: ExportOptions, work: Work = {}): Promise<string[]> {
  const pace = new Pace(work);
  const all = await references(contents, options, pace);
  const parts: string[] = [];
  for (const [index, reference] of all.entries()) {
    parts.push(`${index === 0 ? '' : '\r\n'}${risEntry(reference, options)}`);
    await pace.step(index, all.length);
  }
  return parts;
}

function risEntry({ document, notes }: Reference, { today }: ExportOptions): string {
  const { municipality, auditor, date, diaryNumber } = document.profile;
  const lines: [tag: string, value: string | undefined][] = [
    ['TY', 'RPRT'],
    ['TI', documentTitle(document) || document.canonicalUrl],
    // A comma at the end makes it one name: without it, readers would part "Deloitte AB" into first and last name.
    ['AU', auditor && `${oneLine(auditor).replaceAll(',', ' ')},`],
    ['PB', municipality],
    ['PY', date?.slice(0, 4)],
    ['DA', date?.replaceAll('-', '/')],
    ['M1', diaryNumber],
    ['UR', webAddress(document)],
    ['Y2', today.replaceAll('-', '/')],
    ['LA', 'sv'],
    ...notes.map((note): [string, string] => ['N1', note]),
  ];
  const written = lines.flatMap(([tag, value]) => {
    const text = risText(value ?? '');
    return text === '' ? [] : [`${tag}  - ${text}`];
  });
  return `${[...written, 'ER  - '].join('\r\n')}\r\n`;
}

/** A value is one line: a line break would begin a tag of its own. */
function risText(value: string): string {
  return oneLine(value.toWellFormed().replace(/\p{Cc}/gu, ' '));
}

/** One item of CSL-JSON (Citation Style Language 1.0.2). */
export interface CslItem {
  id: string;
  type: 'report';
  title: string;
  author?: { literal: string }[];
  publisher?: string;
  issued?: { 'date-parts': [number, number, number][] };
  accessed: { 'date-parts': [number, number, number][] };
  number?: string;
  URL?: string;
  language: 'sv-SE';
  note?: string;
}

/** Documents as CSL-JSON for Zotero and citation processors. @returns the file in parts */
export async function cslParts(contents: Contents, options: ExportOptions, work: Work = {}): Promise<string[]> {
  const pace = new Pace(work);
  const all = await references(contents, options, pace);
  const parts = ['['];
  for (const [index, reference] of all.entries()) {
    parts.push(`${index === 0 ? '\n' : ',\n'}${JSON.stringify(cslItem(reference, options))}`);
    await pace.step(index, all.length);
  }
  return [...parts, '\n]\n'];
}

function cslItem({ document, notes }: Reference, { today }: ExportOptions): CslItem {
  const { municipality, auditor, date, diaryNumber } = document.profile;
  const url = webAddress(document);
  return {
    id: document.id,
    type: 'report',
    title: documentTitle(document) || document.canonicalUrl,
    ...(auditor ? { author: [{ literal: oneLine(auditor) }] } : {}),
    ...(municipality ? { publisher: oneLine(municipality) } : {}),
    ...(date ? { issued: dateParts(date) } : {}),
    accessed: dateParts(today),
    ...(diaryNumber ? { number: oneLine(diaryNumber) } : {}),
    ...(url ? { URL: url } : {}),
    language: 'sv-SE',
    ...(notes.length > 0 ? { note: notes.join('\n') } : {}),
  };
}

function dateParts(day: string): { 'date-parts': [number, number, number][] } {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { 'date-parts': [[year, month, date]] };
}

function webAddress({ canonicalUrl }: SourceDocument): string | undefined {
  return /^https?:/.test(canonicalUrl) ? canonicalUrl : undefined;
}
