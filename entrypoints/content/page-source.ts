import type { DocumentSource } from '../../annotating/open-document';
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
export function createPageSource(page: Document, isOurs: (element: Element) => boolean): DocumentSource<DomReading> {
  return {
    read: () => readDom(page.body ?? page.documentElement, isOurs),
    urls: () => [...new Set([page.location.href, canonicalLink(page)].filter((url) => url !== null))],
    hints: () => hintsOf(page),
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

/** `<link rel="canonical">`, believed only within the page's own site: a page must not pass for another site's document. */
function canonicalLink(page: Document): string | null {
  const href = page.querySelector('link[rel="canonical"]')?.getAttribute('href');
  if (!href || !URL.canParse(href, page.baseURI)) return null;
  const url = new URL(href, page.baseURI);
  return url.origin === page.location.origin ? url.href : null;
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
