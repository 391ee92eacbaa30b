import type { Annotation, SourceDocument } from '../storage/schema';
import { type CitedPages, citedPage, type FileLanguage, pageText, retrievedText } from './citation-words';
import { documentTitle, oneLine } from './fields';

/** A reference to a place in a document, as text and as HTML for the clipboard. */
export interface CitationText {
  text: string;
  html: string;
}

/** What a reference says of the document that it is to. */
export type CitedDocument = Pick<SourceDocument, 'title' | 'profile' | 'canonicalUrl'>;

/** What a reference says of the place in it. */
interface CitedPlace {
  target: { quote: Pick<Annotation['target']['quote'], 'exact'> } & CitedPages;
}

/**
 * "Perstorps kommun, Granskning av …, KPMG, 2022-12-15, s. 5, https://… (hämtad 2026-11-22)": what is not known is
 * left out. In HTML the title is in italics and the address a link; plain text has no signs in their place, since it is
 * pasted into Word and mail.
 * @param today the person's own day, ISO; @param language of "hämtad" and "s."
 */
export function citation(
  document: CitedDocument,
  annotation: CitedPlace | undefined,
  today: string,
  language?: FileLanguage,
): CitationText {
  const { municipality, auditor, date } = document.profile;
  const page = annotation && citedPage(annotation.target);
  const title = documentTitle(document);
  const address = /^https?:/.test(document.canonicalUrl) ? document.canonicalUrl : undefined;
  const retrieved = `(${retrievedText(today, language)})`;
  const before = [municipality ? oneLine(municipality) : undefined];
  const after = [
    auditor ? oneLine(auditor) : undefined,
    date,
    page === undefined ? undefined : pageText(page, language),
  ];
  const joined = (parts: (string | undefined)[]) =>
    parts.filter((part) => part !== undefined && part !== '').join(', ');
  const text = joined([...before, title, ...after, address && `${address} ${retrieved}`]);
  const html = joined([
    ...before.map((part) => part && escapeHtml(part)),
    title ? `<i>${escapeHtml(title)}</i>` : '',
    ...after.map((part) => part && escapeHtml(part)),
    address && `<a href="${escapeHtml(address)}">${escapeHtml(address)}</a> ${retrieved}`,
  ]);
  return { text, html };
}

/** The quote with its reference, for pasting into a report: ”…” (reference). */
export function quotation(
  document: CitedDocument,
  annotation: CitedPlace,
  today: string,
  language?: FileLanguage,
): CitationText {
  const { text, html } = citation(document, annotation, today, language);
  const quote = oneLine(annotation.target.quote.exact);
  return { text: `”${quote}” (${text})`, html: `<p>”${escapeHtml(quote)}” (${html})</p>` };
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
