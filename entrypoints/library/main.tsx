import { render } from 'preact';
import { showInLanguage } from '../../components/stored-language';
import { TextsProvider } from '../../components/texts';
import { textsIn } from '../../locales';
import { libraryTextsIn } from '../../locales/library';
import { App } from './app';
import { LibraryTextsProvider } from './texts';

const root = document.getElementById('library');
if (root) {
  void showInLanguage((language) => {
    const texts = libraryTextsIn(language);
    document.title = texts.windowTitle;
    render(
      <TextsProvider value={textsIn(language)}>
        <LibraryTextsProvider value={texts}>
          <App />
        </LibraryTextsProvider>
      </TextsProvider>,
      root,
    );
  });
}
