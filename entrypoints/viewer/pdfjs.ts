// pdf_viewer.mjs takes the library from `globalThis.pdfjsLib`, which build/pdf.mjs sets: the order of these two matters.
import * as pdfjs from 'pdfjs-dist';
import * as components from 'pdfjs-dist/web/pdf_viewer.mjs';

export type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
export type { EventBus, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
export { components, pdfjs };
