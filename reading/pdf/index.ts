export { type PdfFont, type PdfItem, type PdfPage, type PdfTextContent, pdfPage, TEXT_CONTENT_OPTIONS } from './page';
export { PdfReader, readPdf, readPdfNow } from './pdf-reader';
export type { PdfPlace, PdfReading } from './pdf-reading';
export type { PdfPageText } from './readability';
