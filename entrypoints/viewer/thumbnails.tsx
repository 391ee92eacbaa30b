import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { useTexts, useViewer, useViewerState } from './context';
import { drawThumbnail } from './draw-thumbnail';
import * as moves from './moves';

/** Height of a row in CSS pixels: the picture, the number under it and the space between. */
const ROW = 196;

/** Small pages to click. Only those in sight have elements, since a meeting's papers may be thousands of pages. */
export function Thumbnails() {
  const viewer = useViewer();
  const pages = useViewerState((state) => state.pages);
  const page = useViewerState((state) => state.page);
  const labels = useViewerState((state) => state.labels);
  const scroller = useRef<HTMLDivElement>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [rows] = useState(
    () =>
      new Virtualizer<HTMLDivElement, HTMLElement>({
        count: pages,
        getScrollElement: () => scroller.current,
        estimateSize: () => ROW,
        overscan: 2,
        observeElementRect,
        observeElementOffset,
        scrollToFn: elementScroll,
        onChange: () => redraw(null),
      }),
  );
  useLayoutEffect(() => {
    const end = rows._didMount();
    rows._willUpdate();
    redraw(null);
    return end;
  }, [rows]);
  useEffect(() => {
    rows.setOptions({ ...rows.options, count: pages });
    if (page > 0) rows.scrollToIndex(page - 1, { align: 'auto' });
  }, [rows, pages, page]);

  return (
    <div class="thumbnails" ref={scroller}>
      <ol style={{ height: `${rows.getTotalSize()}px` }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <li
            key={index}
            style={{ transform: `translateY(${start}px)` }}
            aria-setsize={pages}
            aria-posinset={index + 1}
          >
            <Thumbnail
              page={index + 1}
              label={labels?.[index] || String(index + 1)}
              isCurrent={page === index + 1}
              onKeyDown={moveFocus}
            />
          </li>
        ))}
      </ol>
    </div>
  );

  /** Up and down go through the pages; there is one stop for Tab, as in a list. */
  function moveFocus(event: KeyboardEvent): void {
    const steps: Record<string, number> = { ArrowUp: page - 1, ArrowDown: page + 1, Home: 1, End: pages };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    moves.goTo(viewer, to);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>('[aria-current]')?.focus()),
    );
  }
}

interface ThumbnailProps {
  page: number;
  /** What the document calls it. */
  label: string;
  isCurrent: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
}

function Thumbnail({ page, label, isCurrent, onKeyDown }: ThumbnailProps) {
  const viewer = useViewer();
  const { pane } = useTexts();
  const frame = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const { pdf } = viewer;
    if (!pdf || !frame.current) return;
    const drawing = new AbortController();
    const place = frame.current;
    void drawThumbnail(viewer, page, drawing.signal).then((canvas) => canvas && place.replaceChildren(canvas));
    return () => drawing.abort();
  }, [viewer, page]);
  return (
    <button
      type="button"
      class="thumbnail"
      tabIndex={isCurrent ? 0 : -1}
      aria-current={isCurrent ? 'page' : undefined}
      aria-label={pane.thumbnail(label)}
      onClick={() => moves.goTo(viewer, page)}
      onKeyDown={onKeyDown}
    >
      <span class="thumbnail-frame" ref={frame} />
      <span class="thumbnail-number">{label}</span>
    </button>
  );
}
