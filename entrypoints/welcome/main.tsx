import { render } from 'preact';
import { languageOf } from '../../locales';
import { optionsTextsIn } from '../../locales/options';
import { getSettings } from '../../storage/settings';
import { OptionsTextsProvider } from '../options/texts';
import { Welcome } from './welcome';

async function start(): Promise<void> {
  // Without its settings the page still works, in the browser's language.
  const setting = await getSettings().then(
    (settings) => settings.language,
    () => 'auto' as const,
  );
  const language = languageOf(setting, browser.i18n.getUILanguage());
  const texts = optionsTextsIn(language);
  document.documentElement.lang = language;
  document.title = texts.welcome.windowTitle;
  const root = document.getElementById('welcome');
  if (!root) return;
  render(
    <OptionsTextsProvider value={texts}>
      <Welcome />
    </OptionsTextsProvider>,
    root,
  );
}

void start();
