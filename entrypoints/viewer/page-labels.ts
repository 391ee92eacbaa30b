import type { PDFDocumentProxy } from './pdfjs';

/**
 * What a document calls its pages ("iv", "Bilaga-2"), in page order; null where that is their numbers, or nothing at all.
 * A file may number its pages anew in each part: then only the label is what is printed on the page.
 */
export async function labelsOf(pdf: PDFDocumentProxy): Promise<readonly string[] | null> {
  const labels: (string | null)[] | null = await pdf.getPageLabels().catch(() => null);
  if (!labels || labels.length !== pdf.numPages) return null;
  const own = labels.map((label) => label ?? '');
  return own.every((label, index) => label === '' || label === String(index + 1)) ? null : own;
}

/**
 * The page that a person means by a label or a number, 1 first; null when there is none.
 * A label comes first: it is what is printed on the page.
 */
export function pageMeant(typed: string, labels: readonly string[] | null, pages: number): number | null {
  const wanted = typed.trim().toLowerCase();
  const labelled = wanted === '' ? -1 : (labels?.findIndex((label) => label.toLowerCase() === wanted) ?? -1);
  if (labelled >= 0) return labelled + 1;
  const number = /^\d+$/.test(wanted) ? Number(wanted) : Number.NaN;
  return number >= 1 && number <= pages ? number : null;
}
