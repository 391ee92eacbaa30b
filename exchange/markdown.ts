import type { Contents } from '../storage/contents';
import { Pace, type Work } from '../storage/pace';
import type { Annotation, SourceDocument } from '../storage/schema';
import { ExportContents, type ExportOptions } from './export-options';
import { documentTitle, type ExportField, FieldReader, lineFeeds, oneLine } from './fields';
import { placeUrl } from './place-link';
import { capital, type FileWords, wordsIn } from './words';

/** Signs that Markdown (CommonMark with tables) gives a meaning wherever they stand. */
const INLINE = /[\\`*_{}[\]<>|~&^$]/g;

/** Text of others as Markdown that shows it as it is. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replaceAll('\0', '')
      .replace(INLINE, '\\$&')
      // Four spaces would begin a block of code; these signs and numbers a heading, a list or a rule.
      .replace(/^[ \t]+/gm, '')
      .replace(/^(\d+)([.)])/gm, '$1\\$2')
      .replace(/^[#+=-]/gm, '\\$&')
      // Some readers turn what looks like an address into a link.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/\b(www)\./gi, '$1\\.')
  );
}

/** An address in angle brackets may hold anything but these. */
function address(url: string): string {
  return `<${url.replace(/[<>\s\\]/g, (sign) => encodeURIComponent(sign))}>`;
}

const LINE_FIELDS = [
  'kind',
  'provisions',
  'addressees',
  'answer',
  'deadline',
  'tags',
  'page',
] as const satisfies ExportField[];

/**
 * Annotations as Markdown: a heading for each document, under it quotes with source and comment. All text of documents
 * and people is escaped. @returns the file in parts
 */
export async function markdownParts(contents: Contents, options: ExportOptions, work: Work = {}): Promise<string[]> {
  const all = new ExportContents(contents);
  const reader = new FieldReader(all, options.timeZone, options.language);
  const words = wordsIn(options.language);
  const pace = new Pace(work);
  const wants = (field: ExportField) => options.fields?.includes(field) ?? true;
  const parts = [`# ${escapeMarkdown(oneLine(options.title))}\n\n${options.today}\n`];
  let current: string | undefined;
  for (const [index, annotation] of all.annotations.entries()) {
    const document = all.documents.get(annotation.documentId);
    if (annotation.documentId !== current) {
      current = annotation.documentId;
      parts.push(documentHeading(document, words));
    }
    parts.push(entry(annotation, document, reader, words, wants));
    await pace.step(index, all.annotations.length);
  }
  return parts;
}

function documentHeading(document: SourceDocument | undefined, words: FileWords): string {
  if (!document) return `\n## ${words.unknownDocument}\n`;
  const { municipality, auditor, date, diaryNumber } = document.profile;
  const facts = [municipality, auditor, date, diaryNumber].filter((fact) => fact !== undefined && fact !== '');
  const lines = [`\n## ${escapeMarkdown(documentTitle(document) || document.canonicalUrl)}\n`];
  if (facts.length > 0) lines.push(`${facts.map((fact) => escapeMarkdown(oneLine(fact ?? ''))).join(', ')}  `);
  if (/^https?:/.test(document.canonicalUrl)) lines.push(`${address(document.canonicalUrl)}`);
  return `${lines.join('\n')}\n`;
}

function entry(
  annotation: Annotation,
  document: SourceDocument | undefined,
  reader: FieldReader,
  words: FileWords,
  wants: (field: ExportField) => boolean,
): string {
  const quote = escapeMarkdown(lineFeeds(annotation.target.quote.exact).trim()).replace(/^/gm, '> ');
  const facts = LINE_FIELDS.filter(wants)
    .map((field) => ({ field, text: reader.text(field, annotation) }))
    .filter(({ text }) => text !== '')
    .map(({ field, text }) => `${capital(words.fields[field])}: ${escapeMarkdown(oneLine(text))}`);
  const url = document && placeUrl(document, annotation);
  if (url && wants('url')) facts.push(`[${words.toPlace}](${address(url)})`);
  const comment = wants('comment') ? escapeMarkdown(lineFeeds(annotation.comment).trim()) : '';
  // Two spaces keep the line breaks of a comment.
  return `\n${quote}\n\n${facts.join(' · ')}\n${comment === '' ? '' : `\n${comment.replace(/\n/g, '  \n')}\n`}`;
}
