import { useEffect, useState } from 'preact/hooks';
import type { Attachment } from './attachments';
import type { FailureCode } from './failures';

/** Ways to fit a page into the window, by pdf.js's names. */
export const FITS = ['auto', 'page-actual', 'page-fit', 'page-width'] as const;

export type Pane = 'closed' | 'thumbnails' | 'outline' | 'attachments';

export interface Search {
  open: boolean;
  query: string;
  matchCase: boolean;
  wholeWords: boolean;
  highlightAll: boolean;
  /** 0 of 0 where nothing was searched for or found. */
  current: number;
  total: number;
  outcome: 'none' | 'searching' | 'found' | 'wrapped' | 'not-found';
}

/** What the viewer shows, as its bars and panes need to know it. */
export interface ViewerState {
  stage: 'start' | 'loading' | 'password' | 'failed' | 'reading';
  /** Name of the file that is open or on its way. */
  fileName: string;
  /** Address on the web; null for a file of the machine. */
  address: string | null;
  /** The viewer's address names what it may not ask for: a file of the machine, or no address on the web. */
  refused: 'file' | 'address' | null;
  /** When the server last sent something, by the window's clock, while something is asked of it; else null. */
  heard: number | null;
  /** Share of the file that has come, 0 to 1; null when unknown. */
  progress: number | null;
  failure: { code: FailureCode; status?: number } | null;
  /** The password that was given does not open the document. */
  isPasswordWrong: boolean;
  /** What is wrong with a document that is shown all the same. */
  trouble: 'stopped' | 'replaced' | 'truncated' | 'other-file' | 'page' | null;
  /** The page that could not be drawn. */
  troubledPage: number;
  page: number;
  pages: number;
  /** What the document calls its pages, in their order; null where that is their numbers. */
  labels: readonly string[] | null;
  attachments: readonly Attachment[];
  isShowingProperties: boolean;
  /** Two pages stand side by side. */
  hasSpreads: boolean;
  /** 1 is 100 %. */
  scale: number;
  /** A name of `FITS`, or empty for a scale of one's own. */
  fit: string;
  pane: Pane;
  search: Search;
  hasDarkPages: boolean;
  /** Pages drawn for the printer so far; null when nothing is printed. */
  printed: number | null;
  isSaving: boolean;
}

export const INITIAL_STATE: ViewerState = {
  stage: 'start',
  fileName: '',
  address: null,
  refused: null,
  heard: null,
  progress: null,
  failure: null,
  isPasswordWrong: false,
  trouble: null,
  troubledPage: 0,
  page: 0,
  pages: 0,
  labels: null,
  attachments: [],
  isShowingProperties: false,
  hasSpreads: false,
  scale: 1,
  fit: 'auto',
  pane: 'closed',
  search: {
    open: false,
    query: '',
    matchCase: false,
    wholeWords: false,
    highlightAll: true,
    current: 0,
    total: 0,
    outcome: 'none',
  },
  hasDarkPages: false,
  printed: null,
  isSaving: false,
};

/** A value that tells who listens when it changes. */
export class Store<State extends object> {
  #state: State;
  readonly #listeners = new Set<() => void>();

  constructor(initial: State) {
    this.#state = initial;
  }

  get = (): State => this.#state;

  set(patch: Partial<State>): void {
    this.#state = { ...this.#state, ...patch };
    for (const listener of this.#listeners) listener();
  }

  /** @returns ends the listening */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}

/** A part of a store's state, kept up to date; the component is drawn anew when that part changes. */
export function useStore<State extends object, Part>(store: Store<State>, pick: (state: State) => Part): Part {
  const [part, setPart] = useState(() => pick(store.get()));
  useEffect(() => {
    const update = () => setPart(() => pick(store.get()));
    update();
    return store.subscribe(update);
    // `pick` is written in place by the components and always picks the same part.
  }, [store]);
  return part;
}
