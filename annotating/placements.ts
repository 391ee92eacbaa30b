import type { Anchoring, Target } from '../anchoring/types';
import type { KeptAnnotation, Placement } from '../messages/schema';
import type { OpenReading } from './document-source';
import { pagesOf } from './pages';

/** Characters shown on each side of a candidate. */
const CANDIDATE_CONTEXT = 60;

/** In the very text that the target was taken from its position is certain, however often its words are repeated. */
export function whereItWas({ quote, position, textHash }: Target, text: string, hash: string): Anchoring | undefined {
  const { start, end } = position;
  const isThere =
    textHash === hash &&
    text.slice(start, end) === quote.exact &&
    text.slice(Math.max(0, start - quote.prefix.length), start) === quote.prefix &&
    text.startsWith(quote.suffix, end);
  return isThere ? { verdict: 'placed', start, end } : undefined;
}

/**
 * What people are shown of an annotation's place.
 *
 * Where pages are still missing nothing is called lost, edited or ambiguous: the right place may be on one of them. Only
 * what stands unchanged on the very page that it was taken from is shown; the rest is `pending`.
 */
export function placementOf(
  annotation: KeptAnnotation,
  anchoring: Anchoring | undefined,
  reading: OpenReading,
): Placement {
  const { text } = reading;
  if (!isSureIn(annotation.target, anchoring, reading)) {
    return { annotation, verdict: 'pending' };
  }
  switch (anchoring?.verdict) {
    case 'placed':
    case 'moved': {
      const { verdict, start, end } = anchoring;
      return { annotation, verdict, span: { start, end }, ...pagesOf(reading, { start, end }) };
    }
    case 'changed': {
      const { verdict, start, end } = anchoring;
      const wording = text.slice(start, end);
      return { annotation, verdict, span: { start, end }, wording, ...pagesOf(reading, { start, end }) };
    }
    case 'ambiguous': {
      const candidates = anchoring.candidates.map(({ start, end }) => ({
        start,
        end,
        before: text.slice(Math.max(0, start - CANDIDATE_CONTEXT), start),
        quote: text.slice(start, end),
        after: text.slice(end, end + CANDIDATE_CONTEXT),
        ...pagesOf(reading, { start, end }),
      }));
      return { annotation, verdict: 'ambiguous', candidates };
    }
    default:
      return { annotation, verdict: 'orphaned' };
  }
}

/**
 * Of what was saved from another document with the same text, only what stands here word for word is shown: the rest is
 * that document's own business, and nothing about it is asked here.
 */
export function isForThisDocument({ annotation, verdict }: Placement): boolean {
  return !annotation.isElsewhere || verdict === 'placed' || verdict === 'moved';
}

/** A placement in a newer reading of the same file, so that what is shown stays while annotations are looked for anew. */
export function carried<Reading extends OpenReading>(placement: Placement, from: Reading, to: Reading): Placement {
  const { annotation, verdict, span } = placement;
  const there = span && from.carryTo?.(span, to);
  if (verdict !== 'placed' && verdict !== 'moved') return { annotation, verdict: 'pending' };
  return there ? { annotation, verdict, span: there, ...pagesOf(to, there) } : { annotation, verdict: 'pending' };
}

/** Whether a place is the right one for sure: in a reading that lacks pages only what stands on its own page is. */
export function isSureIn(target: Target, anchoring: Anchoring | undefined, reading: OpenReading): boolean {
  return !reading.isPartial || isOnItsPage(target, anchoring, reading);
}

function isOnItsPage({ page }: Target, anchoring: Anchoring | undefined, reading: OpenReading): boolean {
  if (anchoring?.verdict !== 'placed' && anchoring?.verdict !== 'moved') return false;
  return page !== undefined && reading.pageAt?.(anchoring.start) === page;
}
