import type { ViewerTexts } from '../../locales/viewer';
import type { Pages } from './pages';
import { components } from './pdfjs';
import { FITS, type Store, type ViewerState } from './state';

/** Keeps the state in step with pdf.js's components, which tell of themselves by events. */
export function followPages({ viewer, eventBus, links }: Pages, state: Store<ViewerState>, texts: ViewerTexts): void {
  eventBus.on('pagesinit', () => {
    viewer.currentScaleValue = 'auto';
    for (let index = 0; index < viewer.pagesCount; index++) {
      const page: { div: HTMLElement } | undefined = viewer.getPageView(index);
      page?.div.setAttribute('aria-label', texts.page(String(index + 1)));
    }
    // A bookmark may name a page: `#page=12`.
    if (location.hash.length > 1) links.setHash(location.hash.slice(1));
  });
  eventBus.on('pagechanging', ({ pageNumber }: { pageNumber: number }) => state.set({ page: pageNumber }));
  eventBus.on('scalechanging', ({ scale, presetValue }: { scale: number; presetValue?: string }) => {
    const fit = FITS.find((each) => each === presetValue) ?? '';
    state.set({ scale, fit });
  });
  eventBus.on('pagerendered', ({ pageNumber, error }: { pageNumber: number; error?: Error | null }) => {
    if (!error) return;
    console.warn('Revisionspennan:', error);
    state.set({ trouble: 'page', troubledPage: pageNumber });
  });
  // A window that grows or shrinks keeps its fit.
  addEventListener('resize', () => {
    const { fit } = state.get();
    if (fit && fit !== 'page-actual') viewer.currentScaleValue = fit;
    viewer.update();
  });

  interface Matches {
    matchesCount: { current: number; total: number };
  }
  const setSearch = (patch: Partial<ViewerState['search']>) =>
    state.set({ search: { ...state.get().search, ...patch } });
  const outcomes = {
    [components.FindState.FOUND]: 'found',
    [components.FindState.NOT_FOUND]: 'not-found',
    [components.FindState.WRAPPED]: 'wrapped',
    [components.FindState.PENDING]: 'searching',
  } as const;
  eventBus.on('updatefindmatchescount', ({ matchesCount }: Matches) => setSearch(matchesCount));
  eventBus.on('updatefindcontrolstate', ({ state: found, matchesCount }: Matches & { state: number }) =>
    setSearch({ ...matchesCount, outcome: outcomes[found] ?? 'none' }),
  );
}
