import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { Line } from './lines';

/** Heights of lines, in CSS pixels. */
export interface LineHeights {
  row: number;
  group: number;
}

/** Lines above and below the window that have elements too: what a fast wheel reaches before the next picture. */
const OVERSCAN = 14;

/**
 * Which lines have elements. Every line has one of two heights, so that a hundred thousand need no measuring.
 * @param kept index of a line that has its element wherever the list is scrolled to: the one with the focus
 */
export function useVirtualLines(
  scroller: RefObject<HTMLElement | null>,
  lines: readonly Line[],
  heights: LineHeights,
  kept: number,
): Virtualizer<HTMLElement, HTMLElement> {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const now = useRef({ lines, heights, kept });
  now.current = { lines, heights, kept };
  const [rows] = useState(
    () =>
      new Virtualizer<HTMLElement, HTMLElement>({
        count: lines.length,
        getScrollElement: () => scroller.current,
        estimateSize: (index) => {
          const { lines, heights } = now.current;
          return lines[index]?.type === 'group' ? heights.group : heights.row;
        },
        overscan: OVERSCAN,
        rangeExtractor: (range) => {
          const shown = defaultRangeExtractor(range);
          const { kept, lines } = now.current;
          return shown.includes(kept) || kept < 0 || kept >= lines.length ? shown : [...shown, kept];
        },
        observeElementRect,
        observeElementOffset,
        scrollToFn: elementScroll,
        onChange: () => redraw(null),
      }),
  );

  const seen = useRef<{ lines: readonly Line[]; heights: LineHeights }>({ lines, heights });
  if (seen.current.lines !== lines || seen.current.heights !== heights) {
    seen.current = { lines, heights };
    rows.setOptions({ ...rows.options, count: lines.length });
    rows.measure();
  }
  useLayoutEffect(() => {
    const end = rows._didMount();
    rows._willUpdate();
    redraw(null);
    return end;
  }, [rows]);
  return rows;
}

/** Follows the heights that the style sheet gives lines: they change with the width of the list and the size of text. */
export function useLineHeights(probes: RefObject<HTMLElement | null>): LineHeights {
  const [heights, setHeights] = useState<LineHeights>({ row: 76, group: 36 });
  useLayoutEffect(() => {
    const element = probes.current;
    if (!element) return;
    const measure = () => {
      const [row = 0, group = 0] = [...element.children].map((probe) => probe.getBoundingClientRect().height);
      if (row === 0 || group === 0) return;
      setHeights((known) => (known.row === row && known.group === group ? known : { row, group }));
    };
    const observer = new ResizeObserver(measure);
    for (const probe of element.children) observer.observe(probe);
    measure();
    return () => observer.disconnect();
  }, [probes]);
  return heights;
}
