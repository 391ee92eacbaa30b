import type { Passage } from '../detection/types';
import { isOnRanges } from '../highlighting';
import type { Placement } from '../messages/schema';
import type { SelectableReading, Span } from '../reading/types';
import type { AppliedCorrection } from './corrections';
import type { OpenReading, Place } from './document-source';
import type { OpenDocument } from './open-document';

/** What the card can be about: a passage that was found, an annotation that is kept, a selection, or two of these at once. */
export interface Subject<Reading extends OpenReading = OpenReading> {
  place: Place<Reading>;
  quote: string;
  passage: Passage | null;
  placement: Placement | null;
  /** What the person has said of the passage; where that is that it is none, `passage` is what was found. */
  correction: AppliedCorrection | null;
}

/** Everything that stands at an offset of the text and on whose lines the point of the viewport lies, the narrowest first. */
export function subjectsAt<Reading extends OpenReading & SelectableReading>(
  document: OpenDocument<Reading>,
  offset: number,
  x: number,
  y: number,
): Subject<Reading>[] {
  const { reading } = document;
  if (!reading) return [];
  const onSpan = (span: Span) => isOnRanges(reading.locate(span.start, span.end), x, y);
  const kept = document.placementsAt(offset).filter(({ span }) => span && onSpan(span));
  const passages = document.passagesAt(offset).filter(onSpan);
  const dismissed = document.dismissedAt(offset).filter(({ found }) => onSpan(found));
  const ofPassages = passages.map((passage) => subjectOf(document, reading, passage, passage));
  const ofOthers = kept
    .filter(
      ({ span }) =>
        ![...passages, ...dismissed.map(({ found }) => found)].some(
          (passage) => passage.start === span?.start && passage.end === span.end,
        ),
    )
    .map(({ span }) => subjectOf(document, reading, span as Span, null));
  const ofDismissed = dismissed.map(({ found }) => subjectOf(document, reading, found, found));
  return [...ofOthers, ...ofPassages, ...ofDismissed].sort((one, other) => length(one.place) - length(other.place));
}

/** A span as a subject, with the annotation that keeps it. */
export function subjectOf<Reading extends OpenReading>(
  document: OpenDocument<Reading>,
  reading: Reading,
  { start, end }: Span,
  passage: Passage | null,
): Subject<Reading> {
  const place = { start, end, reading };
  return {
    place,
    quote: reading.text.slice(start, end),
    passage,
    placement: document.keptAt(place) ?? null,
    correction: (passage && document.correctionOf(passage)) ?? null,
  };
}

function length(span: Span): number {
  return span.end - span.start;
}
