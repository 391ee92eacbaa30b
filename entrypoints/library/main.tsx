import { render } from 'preact';
import { TextsProvider } from '../../components/texts';
import { languageOf, textsIn } from '../../locales';
import { libraryTextsIn } from '../../locales/library';
import { getSettings } from '../../storage/settings';
import { App } from './app';
import { LibraryTextsProvider } from './texts';

async function start(): Promise<void> {
  // Without its settings the library still works, in the browser's language.
  const setting = await getSettings().then(
    (settings) => settings.language,
    () => 'auto' as const,
  );
  const language = languageOf(setting, browser.i18n.getUILanguage());
  const texts = libraryTextsIn(language);
  document.documentElement.lang = language;
  document.title = texts.windowTitle;
  const root = document.getElementById('library');
  if (!root) return;
  render(
    <TextsProvider value={textsIn(language)}>
      <LibraryTextsProvider value={texts}>
        <App />
      </LibraryTextsProvider>
    </TextsProvider>,
    root,
  );
}

void start();
