import type { PageLayout } from './layout';
import type { PageMetrics } from './metrics';

/** Notes are set in letters smaller than the body's by this share. */
const SMALL = 0.94;
/** Notes stand in the lower part of the page. */
const LOWEST_START = 0.35;
/** A note's mark, raised in print or not. */
const MARK = /^(?:[⁰¹²³⁴-⁹]{1,3}|\d{1,3}(?:[ .)]|(?=\p{Lu}))|[*†‡]+)\s*(?=\S)/u;
const RAISED_MARK = /^[⁰¹²³⁴-⁹]{1,3}\s*\S/u;

/**
 * Finds the notes at the foot of a page's columns.
 * @returns 1 for a note's first line, 2 for its further lines, 0 for all others
 */
export function findFootnotes(layout: PageLayout, furniture: Uint8Array, metrics: PageMetrics): Uint8Array {
  const { lines } = layout;
  const notes = new Uint8Array(lines.length);
  markInText(layout, furniture, metrics, notes);
  let from = lines.length;
  while (from > 0) {
    // The lines of one flow, from its end upwards.
    const flow = lines[from - 1]?.flow;
    let begin = from;
    while (begin > 0 && lines[begin - 1]?.flow === flow) begin--;
    let first = -1;
    for (let k = from - 1; k >= begin; k--) {
      const line = lines[k] as PageLayout['lines'][number];
      if (furniture[k] === 1) continue;
      if (line.cell || line.baseline < LOWEST_START * layout.height) break;
      const words = layout.text.slice(line.start, Math.min(line.end, line.start + 12));
      const small = line.size < SMALL * metrics.size && !metrics.noisy;
      if (!small && !RAISED_MARK.test(words)) break;
      if (MARK.test(words)) {
        notes[k] = 1;
        first = k;
      }
    }
    if (first >= 0) for (let k = first + 1; k < from; k++) if (furniture[k] !== 1 && notes[k] === 0) notes[k] = 2;
    from = begin;
  }
  return notes;
}

/** Marks notes that stand between paragraphs, as files without a place for them have them. */
function markInText(layout: PageLayout, furniture: Uint8Array, metrics: PageMetrics, notes: Uint8Array): void {
  if (metrics.noisy) return;
  layout.lines.forEach((line, k) => {
    if (furniture[k] === 1 || line.cell || line.size >= SMALL * metrics.size) return;
    const words = layout.text.slice(line.start, Math.min(line.end, line.start + 12));
    const last = layout.lines[k - 1];
    if (RAISED_MARK.test(words)) notes[k] = 1;
    else if (last && notes[k - 1] !== 0 && last.flow === line.flow && line.baseline - last.baseline < 1.6 * line.size)
      notes[k] = 2;
  });
}
