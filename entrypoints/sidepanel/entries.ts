import { pageSpan } from '../../components/pages-status';
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
  return [...fromPassages, ...others].sort((one, other) => (one.start ?? -1) - (other.start ?? -1));
}
