import type { CitedPages } from '../exchange/citation-words';
import type { Span } from '../reading/types';
import type { OpenReading } from './document-source';

/** The page of a span, and the last one where it runs on to another, as fields; none where the document has no pages. */
export function pagesOf(reading: OpenReading, { start, end }: Span): { page?: number; pageEnd?: number } {
  const page = reading.pageAt?.(start);
  if (page === undefined) return {};
  const pageEnd = reading.pageAt?.(Math.max(start, end - 1));
  return pageEnd !== undefined && pageEnd > page ? { page, pageEnd } : { page };
}

/** What a reference says of where a span stands: its pages, and what the file calls them. */
export function citedPagesOf(reading: OpenReading, span: Span): CitedPages {
  const pages = pagesOf(reading, span);
  const pageLabel = reading.pageLabelAt?.(span.start);
  const pageEndLabel = pages.pageEnd === undefined ? undefined : reading.pageLabelAt?.(span.end - 1);
  return {
    ...pages,
    ...(pageLabel === undefined ? {} : { pageLabel }),
    ...(pageEndLabel === undefined ? {} : { pageEndLabel }),
  };
}
