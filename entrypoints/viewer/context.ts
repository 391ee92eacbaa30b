import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type ViewerTexts, viewerTextsIn } from '../../locales/viewer';
import { useStore, type ViewerState } from './state';
import type { Viewer } from './viewer';

interface Surroundings {
  viewer: Viewer;
  texts: ViewerTexts;
}

const Context = createContext<Surroundings | null>(null);

export const ViewerProvider = Context.Provider;

/** The viewer that a component belongs to. */
export function useViewer(): Viewer {
  const surroundings = useContext(Context);
  if (!surroundings) throw new Error('A part of the viewer stands outside it.');
  return surroundings.viewer;
}

/** The viewer's words in the user's language. */
export function useTexts(): ViewerTexts {
  return useContext(Context)?.texts ?? viewerTextsIn('sv');
}

/** A part of the viewer's state, kept up to date. */
export function useViewerState<Part>(pick: (state: ViewerState) => Part): Part {
  return useStore(useViewer().state, pick);
}
