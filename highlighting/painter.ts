/**
 * Paints ranges with the CSS Custom Highlight API: one Highlight for each style, never one for each
 * annotation (a highlight apiece costs fifty times as much), and nothing in the page's DOM changes.
 */

/** The styles of `highlights.css`, in painting order: later ones lie on top. */
export const HIGHLIGHT_STYLES = [
  'dismissed',
  'assessment',
  'response',
  'recommendation',
  'question',
  'deadline',
  'citation',
  'saved',
  'unsure',
  'focused',
  'flash',
] as const;

export type HighlightStyle = (typeof HIGHLIGHT_STYLES)[number];

/** The registry is shared with the page, so every name of ours carries this prefix. */
const HIGHLIGHT_PREFIX = 'revisionspennan-';

export interface Painter {
  /** Replaces what is painted in this style. */
  paint(style: HighlightStyle, ranges: readonly AbstractRange[]): void;
  /** Puts our highlights back where the page has thrown them out of the registry. */
  reassert(): void;
  /** Takes all of ours away and leaves the page's own. */
  clear(): void;
}

/** @returns a painter that does nothing where the browser has no CSS Custom Highlight API */
export function createPainter(): Painter {
  const registry = globalThis.CSS?.highlights;
  if (!registry || typeof Highlight === 'undefined') return { paint() {}, reassert() {}, clear() {} };
  const painted = new Map<HighlightStyle, Highlight>();
  const nameOf = (style: HighlightStyle) => HIGHLIGHT_PREFIX + style;

  const takeAway = (style: HighlightStyle) => {
    const highlight = painted.get(style);
    painted.delete(style);
    // A newer version of the extension may paint under the same names by now.
    if (highlight && registry.get(nameOf(style)) === highlight) registry.delete(nameOf(style));
  };

  return {
    paint(style, ranges) {
      if (ranges.length === 0) {
        takeAway(style);
        return;
      }
      const highlight = new Highlight();
      highlight.priority = HIGHLIGHT_STYLES.indexOf(style);
      for (const range of ranges) highlight.add(range);
      painted.set(style, highlight);
      registry.set(nameOf(style), highlight);
    },
    reassert() {
      for (const [style, highlight] of painted) {
        if (registry.get(nameOf(style)) !== highlight) registry.set(nameOf(style), highlight);
      }
    },
    clear() {
      for (const style of [...painted.keys()]) takeAway(style);
    },
  };
}
