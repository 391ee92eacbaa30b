import { render } from 'preact';
import { languageOf } from '../../locales';
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
  // Without its settings the viewer still works, in the browser's language.
  const { language: setting, darkPages } = await getSettings().catch(() => ({
    language: 'auto' as const,
    darkPages: false,
  }));
  const language = languageOf(setting, browser.i18n.getUILanguage());
  document.documentElement.lang = language;
  const texts = viewerTextsIn(language);

  const container = document.createElement('div');
  container.className = 'pages';
  container.tabIndex = 0;
  const sheets = document.createElement('div');
  sheets.className = 'pdfViewer';
  container.append(sheets);
  // pdf.js measures it at once; it moves into the window when that is drawn.
  document.body.append(container);
  const viewer = new Viewer(container, texts, { hasDarkPages: darkPages });

  const place = (main: HTMLElement | null) => main?.prepend(container);
  render(
    <ViewerProvider value={{ viewer, texts }}>
      <App place={place} />
    </ViewerProvider>,
    root,
  );
  listenToKeys(viewer);
  listenToWheel(viewer);
  void forgetOld().catch(() => undefined);
  await viewer.openWanted(wantedFrom(location.search));
}
