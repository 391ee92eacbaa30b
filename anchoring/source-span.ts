import type { Span } from '../reading/types';
import { fold, letterEnd } from './fold';
import type { TextIndex } from './text-index';

/**
 * The stretch of text that a quote's letters [from, to) take, with what stood before and after its letters when it was
 * made: its full stop, its bracket, its quotation marks in whatever form.
 */
export function sourceSpan({ folded }: TextIndex, from: number, to: number, exact: string): Span {
  const { text } = folded;
  const quote = fold(exact);
  if (quote.length === 0) return { start: folded.at[from] as number, end: letterEnd(folded, to - 1) };
  const opening = exact.slice(0, quote.at[0]);
  const closing = exact.slice(letterEnd(quote, quote.length - 1));
  const start = folded.at[from] as number;
  const end = letterEnd(folded, to - 1);
  return {
    start:
      start - common(reversed(text.slice(Math.max(0, start - 2 * opening.length - SLACK), start)), reversed(opening)),
    end: end + common(text.slice(end, end + 2 * closing.length + SLACK), closing),
  };
}

/** Units more than the quote had that white space may take. */
const SLACK = 4;

function reversed(text: string): string {
  return [...text].reverse().join('');
}

/**
 * Number of units at the beginning of `text` that are the signs of `signs`, in order, as many as agree. White space
 * makes no difference, nor does the form of a dash or a quotation mark, nor a footnote mark between.
 */
function common(text: string, signs: string): number {
  let agreed = 0;
  let i = 0;
  for (const sign of signs.replace(/\s+/g, '')) {
    while (i < text.length && /[\s\u00ad\u00b9\u00b2\u00b3\u2070-\u2079]/.test(text.charAt(i))) i++;
    if (!alike(text.charAt(i), sign)) break;
    agreed = ++i;
  }
  return agreed;
}

const FORMS = [/[-\u2010-\u2015\u2212]/, /["'\u00b4\u2018-\u201f\u00ab\u00bb]/, /[-•►●·*\u2013]/];

function alike(a: string, b: string): boolean {
  return a === b || FORMS.some((form) => form.test(a) && form.test(b));
}
