import { pageSpan } from '../../components/pages-status';
import { provisionKey } from '../../detection/citations/describe';
import type { ListedPassage, OpenDocumentState, Placement } from '../../messages/schema';
import type { AnnotationKind } from '../../storage/schema';

/** One row of the panel: a passage, an annotation, or a passage that is kept. */
export interface Entry {
  key: string;
  kind: AnnotationKind;
  quote: string;
  start: number | null;
  end: number | null;
  /** PDFs: what its page or pages are called, or those where it stood when it was saved. */
  page: string | undefined;
  passage: ListedPassage['passage'] | null;
  placement: Placement | null;
  /** Of what is not kept: the same is kept from another place, or stands further up. */
  repeats?: 'kept' | 'earlier';
}

/** Passages and annotations in document order; annotations that have no place stand first, where they are seen. */
export function entriesOf(state: OpenDocumentState): Entry[] {
  const byId = new Map(state.placements.map((placement) => [placement.annotation.id, placement]));
  const seen = new Map<string, number>();
  const nameOf = (place: { page?: number; pageEnd?: number }) => pageSpan(place, state.pages?.labels);
  const fromPassages = state.passages.map(({ passage, quote, keptAs, ...place }): Entry => {
    const placement = keptAs === undefined ? null : (byId.get(keptAs) ?? null);
    if (placement) byId.delete(placement.annotation.id);
    const { kind, start, end } = passage;
    // The same key whether it is kept or not, and wherever the page moves it: a row that was made anew would lose the
    // focus and what is being typed.
    const words = `${kind} ${quote}`;
    const nth = (seen.get(words) ?? 0) + 1;
    seen.set(words, nth);
    return { key: `${words} ${nth}`, kind, quote, start, end, page: nameOf(place), passage, placement };
  });
  const others = [...byId.values()].map(
    (placement): Entry => ({
      key: placement.annotation.id,
      kind: placement.annotation.kind,
      quote: placement.annotation.target.quote.exact,
      start: placement.span?.start ?? null,
      end: placement.span?.end ?? null,
      page: nameOf(placement.page === undefined ? placement.annotation.target : placement),
      passage: null,
      placement,
    }),
  );
  return withRepeats([...fromPassages, ...others].sort((one, other) => (one.start ?? -1) - (other.start ?? -1)));
}

/** What two passages that say the same have in common; undefined for what is said once. */
export function sameOf({ passage }: Entry): string | undefined {
  if (passage?.kind === 'recommendation' || passage?.kind === 'question')
    return passage.same === undefined ? undefined : `${passage.kind} ${passage.same}`;
  return passage?.kind === 'citation' ? passage.provisions.map(provisionKey).join(' ') : undefined;
}

/** A law is cited again and again, and each place is one to keep: only that it is kept somewhere is worth a word. */
function withRepeats(entries: readonly Entry[]): Entry[] {
  const kept = new Set(entries.filter(({ placement }) => placement !== null).map(sameOf));
  const seen = new Set<string>();
  return entries.map((entry) => {
    const same = sameOf(entry);
    if (same === undefined) return entry;
    const isFirst = !seen.has(same);
    seen.add(same);
    if (entry.placement !== null) return entry;
    if (kept.has(same)) return { ...entry, repeats: 'kept' };
    return isFirst || entry.kind === 'citation' ? entry : { ...entry, repeats: 'earlier' };
  });
}
