import { render } from 'preact';
import { showInLanguage } from '../../components/stored-language';
import { viewerTextsIn } from '../../locales/viewer';
import { getSettings } from '../../storage/settings';
import { wantedFrom } from './address';
import { App } from './app';
import { ViewerProvider } from './context';
import { forgetOld } from './handed-over';
import { listenToKeys } from './keyboard';
import { Viewer } from './viewer';
import { listenToWheel } from './wheel';

/** Builds the viewer and opens what its address names. */
export async function start(): Promise<void> {
  const root = document.getElementById('viewer');
  if (!root) return;
  // Without its settings the viewer still works, with the pages as they are.
  const { darkPages } = await getSettings().catch(() => ({ darkPages: false }));

  const container = document.createElement('div');
  container.className = 'pages';
  container.tabIndex = 0;
  const sheets = document.createElement('div');
  sheets.className = 'pdfViewer';
  container.append(sheets);
  // pdf.js measures it at once; it moves into the window when that is drawn.
  document.body.append(container);
  const place = (main: HTMLElement | null) => main?.prepend(container);
  let viewer: Viewer | undefined;
  await showInLanguage((language) => {
    const texts = viewerTextsIn(language);
    viewer ??= new Viewer(container, texts, { hasDarkPages: darkPages });
    render(
      <ViewerProvider value={{ viewer, texts }}>
        <App place={place} />
      </ViewerProvider>,
      root,
    );
  });
  if (!viewer) return;
  listenToKeys(viewer);
  listenToWheel(viewer);
  void forgetOld().catch(() => undefined);
  await viewer.openWanted(wantedFrom(location.search));
}
