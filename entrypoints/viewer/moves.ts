import { components } from './pdfjs';
import type { Viewer } from './viewer';

/** What buttons and keys do with the pages. Nothing happens while no document is shown. */

export function goTo({ pages, pdf }: Viewer, page: number): void {
  if (!pdf) return;
  pages.viewer.currentPageNumber = Math.min(Math.max(page, 1), pdf.numPages);
}

/** @param by pages forward; negative: back */
export function turn(viewer: Viewer, by: number): void {
  goTo(viewer, viewer.pages.viewer.currentPageNumber + by);
}

/** @param steps larger; negative: smaller */
export function zoom({ pages }: Viewer, steps: number): void {
  if (steps > 0) pages.viewer.increaseScale({ steps });
  else pages.viewer.decreaseScale({ steps: -steps });
}

/** To the size that a document opens in. */
export function resetZoom({ pages }: Viewer): void {
  pages.viewer.currentScaleValue = 'auto';
}

/** @param degrees clockwise, a multiple of 90 */
export function rotate({ pages }: Viewer, degrees: number): void {
  pages.viewer.pagesRotation += degrees;
}

/** Puts two pages side by side, the first one alone as a cover is; or all under one another again. */
export function spread({ pages, state }: Viewer, wanted: boolean): void {
  pages.viewer.spreadMode = wanted ? components.SpreadMode.EVEN : components.SpreadMode.NONE;
  state.set({ hasSpreads: wanted });
}

/** Opens the find bar, or goes to its field when it is open. */
export function openFind(viewer: Viewer): void {
  if (!viewer.pdf) return;
  const { search } = viewer.state.get();
  viewer.state.set({ search: { ...search, open: true } });
  requestAnimationFrame(() => {
    const field = document.getElementById('find-query');
    if (!(field instanceof HTMLInputElement)) return;
    field.focus();
    field.select();
  });
}

export function closeFind(viewer: Viewer): void {
  const { search } = viewer.state.get();
  if (!search.open) return;
  viewer.state.set({ search: { ...search, open: false, current: 0, total: 0, outcome: 'none' } });
  viewer.pages.eventBus.dispatch('findbarclose', { source: viewer });
  viewer.pages.container.focus();
}

/**
 * Searches for what the find bar says.
 * @param kind new words; or the same again, forward or back; or with another way to compare or show
 */
export function find(viewer: Viewer, kind: 'new' | 'next' | 'previous' | 'compare' | 'highlight'): void {
  const { query, matchCase, wholeWords, highlightAll } = viewer.state.get().search;
  const types = {
    new: '',
    next: 'again',
    previous: 'again',
    compare: 'casesensitivitychange',
    highlight: 'highlightallchange',
  };
  viewer.pages.eventBus.dispatch('find', {
    source: viewer,
    type: types[kind],
    query,
    caseSensitive: matchCase,
    entireWord: wholeWords,
    highlightAll,
    findPrevious: kind === 'previous',
    // å, ä and ö are letters of their own: a search for "lag" is none for "låg".
    matchDiacritics: true,
  });
}
