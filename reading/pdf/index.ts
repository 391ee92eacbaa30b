export { type PdfItem, type PdfPage, pdfPage, TEXT_CONTENT_OPTIONS } from './page';
export { PdfReader } from './pdf-reader';
export type { PdfPlace, PdfReading } from './pdf-reading';
