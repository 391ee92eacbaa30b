import { type PdfPage, PdfReader, type PdfReading } from '../../../../reading/pdf';

/** Reads all pages of a PDF, in steps. */
export function* readPdf(pages: Iterable<PdfPage>): Generator<void, PdfReading> {
  const reader = new PdfReader();
  for (const page of pages) yield* reader.add(page);
  return yield* reader.reading();
}

/** {@link readPdf} in one go. */
export function readPdfNow(pages: Iterable<PdfPage>): PdfReading {
  const work = readPdf(pages);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
