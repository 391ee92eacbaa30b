import { PdfReader, type PdfReading, pdfPage, TEXT_CONTENT_OPTIONS } from '../reading/pdf';

/** A PDF that cannot be read, with one sentence that says why; the file's name goes before it. */
export class PdfError extends Error {}

/** What pdf.js calls its errors. */
const SENTENCES: Readonly<Record<string, string>> = {
  PasswordException: 'is protected by a password',
  InvalidPDFException: 'is broken: it is no PDF that can be read',
};

/**
 * Reads a PDF in Node.
 * @param bytes the file; it is handed over and empty afterwards
 * @returns the reading, and the title and dates that the file says of itself
 * @throws PdfError for files that are protected, broken or without text
 */
export async function readPdfBytes(
  bytes: Uint8Array,
): Promise<{ reading: PdfReading; pages: number; title?: string; metadataDates: string[] }> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const base = new URL('../node_modules/pdfjs-dist/', import.meta.url);
  const task = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: new URL('cmaps/', base).href,
    standardFontDataUrl: new URL('standard_fonts/', base).href,
  });
  try {
    const pdf = await task.promise;
    const reader = new PdfReader();
    let failed = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      try {
        const page = await pdf.getPage(number);
        const content = await page.getTextContent(TEXT_CONTENT_OPTIONS);
        finish(reader.add(pdfPage(number, page.getViewport({ scale: 1 }), content)));
        page.cleanup();
      } catch {
        failed++;
      }
    }
    if (failed === pdf.numPages) throw new PdfError('is broken: none of its pages can be read');
    const { title, dates } = await describe(pdf.getMetadata());
    const reading = finish(reader.reading());
    if (reading.text === '') throw new PdfError('holds no text: its pages are pictures, as a scan has them');
    if (isUnreadable(reading, pdf.numPages))
      throw new PdfError('holds no text that can be read: its fonts do not say which letters they show');
    return {
      reading,
      pages: pdf.numPages,
      ...(title ? { title } : {}),
      metadataDates: dates,
    };
  } catch (error) {
    if (error instanceof PdfError) throw error;
    const { name, message } = error as Error;
    throw new PdfError(SENTENCES[name] ?? `cannot be read: ${message}`);
  } finally {
    await task.destroy();
  }
}

function isUnreadable(reading: PdfReading, pages: number): boolean {
  for (let page = 1; page <= pages; page++) if (reading.textOf(page) === 'readable') return false;
  return true;
}

function finish<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Title and dates of a file's own metadata, as far as they are usable. */
async function describe(metadata: Promise<{ info: object }>): Promise<{ title?: string; dates: string[] }> {
  const info = await metadata.then(
    (read) => read.info as Record<string, unknown>,
    () => ({}) as Record<string, unknown>,
  );
  const title = typeof info.Title === 'string' ? info.Title.trim() : '';
  const date = typeof info.CreationDate === 'string' ? /^D:(\d{4})(\d\d)(\d\d)/.exec(info.CreationDate) : null;
  return { ...(title ? { title } : {}), dates: date ? [`${date[1]}-${date[2]}-${date[3]}`] : [] };
}
