import type { HighlightStyle, Painter } from '../highlighting';
import { HIGHLIGHT_STYLES } from '../highlighting';
import type { Span } from '../reading/types';
import type { OpenReading } from './document-source';
import type { OpenDocument } from './open-document';

/**
 * Paints every passage and annotation of the document in its style.
 * @param focused where the keyboard stands, if anywhere
 */
export function paintDocument<Reading extends OpenReading>(
  document: OpenDocument<Reading>,
  painter: Painter,
  focused: Span | null = null,
): void {
  const { reading } = document;
  if (!reading) return;
  const hidden = new Set(document.opened?.hiddenKinds);
  const ranges = new Map<HighlightStyle, AbstractRange[]>(HIGHLIGHT_STYLES.map((style) => [style, []]));
  const add = (style: HighlightStyle, { start, end }: Span) => ranges.get(style)?.push(...reading.locate(start, end));
  for (const passage of document.passages) if (!hidden.has(passage.kind)) add(passage.kind, passage);
  for (const { found } of document.dismissed) if (!hidden.has(found.kind)) add('dismissed', found);
  for (const { verdict, span } of document.placements) if (span) add(verdict === 'changed' ? 'unsure' : 'saved', span);
  if (focused) add('focused', focused);
  ranges.delete('flash');
  for (const [style, list] of ranges) painter.paint(style, list);
}
