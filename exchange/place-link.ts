import type { Annotation, SourceDocument } from '../storage/schema';

/** Words at either end that a text fragment is made of: enough to be found, short enough for an address. */
const WORDS = 5;
/** A quote of more words than this is given by its beginning and end. */
const MOST_WORDS = 12;

/**
 * An address that opens a document at the annotation's place: `#page=5` for PDFs, a text fragment
 * (https://wicg.github.io/scroll-to-text-fragment/) for web pages. Undefined where the document has no web address.
 */
export function placeUrl(document: SourceDocument, { target }: Pick<Annotation, 'target'>): string | undefined {
  if (!/^https?:/.test(document.canonicalUrl)) return undefined;
  // A single-page site's own route stands where the fragment would.
  if (document.canonicalUrl.includes('#')) return document.canonicalUrl;
  const fragment = target.page === undefined ? textFragment(target.quote.exact) : `page=${target.page}`;
  return `${document.canonicalUrl}#${fragment}`;
}

function textFragment(quote: string): string {
  const words = quote.toWellFormed().trim().split(/\s+/u);
  if (words.length <= MOST_WORDS) return `:~:text=${encoded(words)}`;
  return `:~:text=${encoded(words.slice(0, WORDS))},${encoded(words.slice(-WORDS))}`;
}

/** Dashes and commas part what a fragment consists of. */
function encoded(words: readonly string[]): string {
  return encodeURIComponent(words.join(' ')).replace(/-/g, '%2D');
}
