import { render } from 'preact';
import { showInLanguage } from '../../components/stored-language';
import { optionsTextsIn } from '../../locales/options';
import { OptionsTextsProvider } from '../options/texts';
import { Welcome } from './welcome';

const root = document.getElementById('welcome');
if (root) {
  void showInLanguage((language) => {
    const texts = optionsTextsIn(language);
    document.title = texts.welcome.windowTitle;
    render(
      <OptionsTextsProvider value={texts}>
        <Welcome />
      </OptionsTextsProvider>,
      root,
    );
  });
}
