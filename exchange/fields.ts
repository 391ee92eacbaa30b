import { provisionNames } from '../detection/citations/describe';
import type { Annotation, SourceDocument } from '../storage/schema';
import type { FileLanguage } from './citation-words';
import type { ExportContents } from './export-options';
import { wordsIn } from './words';

/** What a column can hold, in the order of a table. */
export const EXPORT_FIELDS = [
  'document',
  'municipality',
  'date',
  'kind',
  'provisions',
  'addressees',
  'quote',
  'comment',
  'tags',
  'page',
  'url',
  'saved',
  'auditor',
  'diaryNumber',
  'set',
  'answer',
  'deadline',
  'modified',
] as const;
export type ExportField = (typeof EXPORT_FIELDS)[number];

/** What a table holds when nothing was chosen. */
export const USUAL_FIELDS: readonly ExportField[] = EXPORT_FIELDS.slice(0, EXPORT_FIELDS.indexOf('saved') + 1);

/** Reads the fields of annotations as text; several values in one field are parted by "; ". */
export class FieldReader {
  private readonly time: (instant: string) => string;

  constructor(
    private readonly contents: ExportContents,
    timeZone: string | undefined,
    private readonly language?: FileLanguage,
  ) {
    this.time = swedishTime(timeZone);
  }

  text(field: ExportField, annotation: Annotation): string {
    const document = this.contents.documents.get(annotation.documentId);
    const profile = document?.profile;
    switch (field) {
      case 'document':
        return documentTitle(document);
      case 'municipality':
        return oneLine(profile?.municipality ?? '');
      case 'date':
        return profile?.date ?? '';
      case 'kind':
        return wordsIn(this.language).kinds[annotation.kind];
      case 'provisions':
        return annotation.provisions.map((provision) => provisionNames(provision).short).join('; ');
      case 'addressees':
        return annotation.addressees.join('; ');
      case 'quote':
        return lineFeeds(annotation.target.quote.exact);
      case 'comment':
        return lineFeeds(annotation.comment);
      case 'tags':
        return this.tagNames(annotation).join('; ');
      case 'page':
        return pagesOf(annotation.target);
      case 'url':
        return document?.canonicalUrl ?? '';
      case 'saved':
        return this.time(annotation.created);
      case 'auditor':
        return oneLine(profile?.auditor ?? '');
      case 'diaryNumber':
        return oneLine(profile?.diaryNumber ?? '');
      case 'set':
        return this.contents.sets.get(annotation.setId)?.name ?? '';
      case 'answer':
        return oneLine(annotation.answer ?? '');
      case 'deadline':
        return annotation.date ?? '';
      case 'modified':
        return this.time(annotation.modified);
    }
  }

  tagNames(annotation: Annotation): string[] {
    return annotation.tags.map((id) => this.contents.tags.get(id)?.name ?? '').filter((name) => name !== '');
  }
}

/** "5", and "5–6" for what runs on to another page: by their numbers, which lists are sorted by. */
function pagesOf({ page, pageEnd }: Annotation['target']): string {
  if (page === undefined) return '';
  return pageEnd === undefined ? String(page) : `${page}–${pageEnd}`;
}

/** The title to show: the document's own, else what its text calls it. */
export function documentTitle(document: Pick<SourceDocument, 'title' | 'profile'> | undefined): string {
  return oneLine(document?.title || document?.profile.title || '');
}

/** Line breaks as spreadsheets and text files of today have them. */
export function lineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** "2026-11-22 14:05": the form that a Swedish Excel takes for a time. */
function swedishTime(timeZone: string | undefined): (instant: string) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
  return (instant) => format.format(new Date(instant));
}
