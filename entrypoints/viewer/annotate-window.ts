import type { PagesInWindow } from './annotate-pages';
import type { OpenedPdf } from './opened-pdf';

/** `RenderingStates` of pdf.js's viewer, which it does not export. */
const RUNNING = 1;
const FINISHED = 3;
/** Longest time that a page in the making holds up the reading of others, in milliseconds. */
const PATIENCE_MS = 400;

/** The viewer's window as the reading of pages sees it. */
export function windowOf({ viewer, eventBus, container }: OpenedPdf): PagesInWindow {
  const views = () => [...viewer.getCachedPageViews()] as { id: number; div: HTMLElement; renderingState: number }[];
  return {
    visible: () => {
      const { top, bottom } = container.getBoundingClientRect();
      const seen = views().filter(({ div }) => {
        const rect = div.getBoundingClientRect();
        return rect.bottom > top && rect.top < bottom;
      });
      return seen.length > 0
        ? seen.map(({ id }) => id).sort((one, other) => one - other)
        : [viewer.currentPageNumber || 1];
    },
    isPainted: (page) => views().some(({ id, renderingState }) => id === page && renderingState !== 0),
    whenIdle: (signal) => {
      if (!views().some(({ renderingState }) => renderingState === RUNNING)) return Promise.resolve();
      return painted(eventBus, PATIENCE_MS, signal);
    },
  };
}

/** Resolves when a page has been painted for the first time, or has kept everybody waiting long enough. */
export function firstPagePainted(opened: OpenedPdf, patience: number, signal: AbortSignal): Promise<void> {
  const views = [...opened.viewer.getCachedPageViews()] as { renderingState: number }[];
  if (views.some(({ renderingState }) => renderingState === FINISHED)) return Promise.resolve();
  return painted(opened.eventBus, patience, signal);
}

function painted(eventBus: OpenedPdf['eventBus'], patience: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      eventBus.off('pagerendered', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, patience);
    eventBus.on('pagerendered', done);
    signal.addEventListener('abort', done);
  });
}
