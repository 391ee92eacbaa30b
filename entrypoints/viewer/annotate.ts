import type { OpenedPdf } from './opened-pdf';

/**
 * Reads, detects and annotates the document that the viewer shows. Called once for each document that is opened.
 * @returns ends it: the viewer shows another document or none
 */
export function startAnnotating(_opened: OpenedPdf): () => void {
  return () => undefined;
}
