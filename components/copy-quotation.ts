import { quotation } from '../exchange/citation-text';
import type { FileLanguage } from '../exchange/citation-words';
import { getAnnotation } from '../storage/annotations';
import { getDocument } from '../storage/documents';
import { StorageError } from '../storage/errors';

/**
 * Puts an annotation's quote on the clipboard, with a reference that names document, page and address.
 *
 * @param language of the reference's own words: "s. 5", "hämtad"
 * @throws StorageError `not-found`; DOMException where the browser refuses the clipboard
 */
export async function copyQuotation(annotationId: string, language: FileLanguage): Promise<void> {
  const annotation = await getAnnotation(annotationId);
  const document = annotation && (await getDocument(annotation.documentId));
  if (!annotation || !document) throw new StorageError('not-found', `No annotation ${annotationId}`);
  const { text, html } = quotation(document, annotation, today(), language);
  const blob = (content: string, type: string) => new Blob([content], { type });
  await navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': blob(text, 'text/plain'), 'text/html': blob(html, 'text/html') }),
  ]);
}

/** The person's own day, ISO. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE').format(new Date());
}
