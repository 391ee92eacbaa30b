import { firstPagePainted } from './annotate-window';
import type { OpenedPdf } from './opened-pdf';

/** Longest wait for the first page's paint before its text is read, in milliseconds. */
const FIRST_PAINT_MS = 3000;

/**
 * Reads, detects and annotates the document that the viewer shows. Called once for each document that is opened.
 * @returns ends it: the viewer shows another document or none
 */
export function startAnnotating(opened: OpenedPdf): () => void {
  const closing = new AbortController();
  begin(opened, closing.signal).catch((error: unknown) => {
    if (!closing.signal.aborted) console.error('Revisionspennan: the document cannot be annotated', error);
  });
  return () => closing.abort();
}

async function begin(opened: OpenedPdf, signal: AbortSignal): Promise<void> {
  await firstPagePainted(opened, FIRST_PAINT_MS, signal);
  if (signal.aborted) return;
  // Loaded only now: a person waits for the page, and its passages may come a moment later.
  const { annotateDocument } = await import('./annotate-document');
  if (!signal.aborted) await annotateDocument(opened, signal);
}
