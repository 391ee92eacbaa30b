import { useEffect } from 'preact/hooks';
import { HelpDialog } from '../../components/help-dialog';
import { sayLanguage } from '../../components/stored-language';
import { TextsProvider } from '../../components/texts';
import { type Language, languageOf, textsIn } from '../../locales';
import { type OptionsTexts, optionsTextsIn } from '../../locales/options';
import { Corrections } from './corrections';
import { LanguageChoice } from './language-choice';
import { CountOnPage, Kinds, PdfFiles } from './reading-options';
import { Sites } from './sites';
import { StorageSection } from './storage-section';
import { OptionsTextsProvider } from './texts';
import { type SettingsState, useSettings } from './use-settings';

/** The settings page. Everything is stored as it is chosen: there is no button to save. */
export function App() {
  const state = useSettings();
  const language: Language = languageOf(state.settings?.language ?? 'auto', browser.i18n.getUILanguage());
  const texts = optionsTextsIn(language);
  const shared = textsIn(language);
  useEffect(() => {
    sayLanguage(language);
    document.title = texts.windowTitle;
  }, [language, texts]);
  return (
    <TextsProvider value={shared}>
      <OptionsTextsProvider value={texts}>
        <main>
          <h1>{texts.title}</h1>
          {state.hasFailed && (
            <p class="failure" role="alert">
              {texts.failed}
            </p>
          )}
          <section aria-labelledby="sites">
            <h2 id="sites">{texts.sites.title}</h2>
            <Sites />
          </section>
          {state.settings && <StoredChoices state={state} settings={state.settings} texts={texts} />}
          <section aria-labelledby="storage">
            <h2 id="storage">{texts.storage.title}</h2>
            <StorageSection />
          </section>
          <section aria-labelledby="corrections">
            <h2 id="corrections">{shared.corrections.title}</h2>
            <Corrections />
          </section>
          <section aria-labelledby="help">
            <h2 id="help">{texts.help.title}</h2>
            <ul class="links">
              <li>
                <a href="/guide.html">{texts.help.guide}</a>
              </li>
              <li>
                <a href="/sample.html">{texts.help.sample}</a>
              </li>
              <li>
                <a href="/privacy.html">{texts.help.privacy}</a>
              </li>
              <li>
                <HelpDialog where="options" button="words" />
              </li>
            </ul>
          </section>
        </main>
      </OptionsTextsProvider>
    </TextsProvider>
  );
}

interface StoredChoicesProps {
  state: SettingsState;
  settings: NonNullable<SettingsState['settings']>;
  texts: OptionsTexts;
}

function StoredChoices({ state, settings, texts }: StoredChoicesProps) {
  return (
    <>
      <LanguageChoice language={settings.language} change={state.change} />
      <section aria-labelledby="reading">
        <h2 id="reading">{texts.reading.title}</h2>
        <Kinds settings={settings} change={state.change} />
        <CountOnPage settings={settings} change={state.change} />
      </section>
      <section aria-labelledby="pdf">
        <h2 id="pdf">{texts.pdf.title}</h2>
        <PdfFiles settings={settings} change={state.change} />
      </section>
    </>
  );
}
