import type { PagesToRead } from './pages-to-read';
import type { EventBus, PDFDocumentProxy, PDFViewer } from './pdfjs';

/** A document that the viewer shows: what annotating it needs to know of the viewer. */
export interface OpenedPdf {
  viewer: PDFViewer;
  eventBus: EventBus;
  pdf: PDFDocumentProxy;
  /** Where the text is read from, one page at a time; of a large file not from `pdf`, which would hold all of it. */
  pagesToRead: PagesToRead;
  /** Address of the file on the web; null for a file of the machine. */
  address: string | null;
  /** Name of the file, for a document without a title. */
  fileName: string;
  /** The element that scrolls; the pages are in it. */
  container: HTMLDivElement;
}
