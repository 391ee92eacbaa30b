import type { ShownSource } from '../../annotating/document-source';
import type { DocumentHints } from '../../detection/types';
import { type DomReading, readDom } from '../../reading/dom';

/** Metadata in which web systems publish a page's date, the most trusted first. */
const DATE_METADATA = [
  'meta[property="article:published_time"]',
  'meta[name="DC.Date.created" i]',
  'meta[name="dcterms.issued" i]',
  'meta[name="DC.Date" i]',
  'meta[itemprop="datePublished"]',
];

/** The web page of a tab as a document. @param isOurs tells our own elements, which are not read */
export function createPageSource(page: Document, isOurs: (element: Element) => boolean): ShownSource<DomReading> {
  return {
    read: () => readDom(page.body ?? page.documentElement, isOurs),
    // Not `<link rel=canonical>`: many sites give all their pages the same, and different reports would become one.
    urls: () => [page.location.href],
    hints: () => hintsOf(page),
    async bringIntoView(reading, { start, end }, still) {
      const ranges = reading.locate(start, end);
      const element = ranges[0]?.startContainer.parentElement;
      element?.scrollIntoView({ block: 'center', behavior: still ? 'instant' : 'smooth' });
      return ranges;
    },
  };
}

function hintsOf(page: Document): DocumentHints {
  return {
    title: page.title,
    url: page.location.href,
    fileName: decodeName(page.location.pathname.split('/').at(-1) ?? ''),
    metadataDates: DATE_METADATA.flatMap((selector) => page.querySelector(selector)?.getAttribute('content') ?? [])
      .map((date) => date.slice(0, 10))
      .filter((date) => /^\d{4}-\d{2}-\d{2}$/.test(date)),
  };
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
