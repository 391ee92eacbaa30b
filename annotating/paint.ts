import type { HighlightStyle, Painter } from '../highlighting';
import { HIGHLIGHT_STYLES } from '../highlighting';
import type { OpenReading } from './document-source';
import type { OpenDocument } from './open-document';

/** Paints every passage and annotation of the document in its style. */
export function paintDocument<Reading extends OpenReading>(document: OpenDocument<Reading>, painter: Painter): void {
  const { reading } = document;
  if (!reading) return;
  const hidden = new Set(document.opened?.hiddenKinds);
  const ranges = new Map<HighlightStyle, AbstractRange[]>(HIGHLIGHT_STYLES.map((style) => [style, []]));
  for (const passage of document.passages) {
    if (!hidden.has(passage.kind)) ranges.get(passage.kind)?.push(...reading.locate(passage.start, passage.end));
  }
  for (const { verdict, span } of document.placements) {
    const style = verdict === 'changed' ? 'unsure' : 'saved';
    if (span) ranges.get(style)?.push(...reading.locate(span.start, span.end));
  }
  ranges.delete('flash');
  for (const [style, list] of ranges) painter.paint(style, list);
}
