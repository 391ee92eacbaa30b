import { useOptionsTexts } from './texts';
import type { SettingsState } from './use-settings';

const LANGUAGES = ['auto', 'sv', 'en'] as const;

type LanguageChoiceProps = Pick<SettingsState, 'change'> & Pick<NonNullable<SettingsState['settings']>, 'language'>;

/** In which language the extension speaks; stored as it is chosen, and taken over at once wherever it is open. */
export function LanguageChoice({ language, change }: LanguageChoiceProps) {
  const texts = useOptionsTexts();
  return (
    <section aria-labelledby="language-title">
      <h2 id="language-title">{texts.languageTitle}</h2>
      <label for="language">{texts.languageLabel}</label>
      <select
        id="language"
        value={language}
        onChange={(event) => void change({ language: LANGUAGES.find((each) => each === event.currentTarget.value) })}
      >
        {LANGUAGES.map((each) => (
          <option key={each} value={each}>
            {texts.languages[each]}
          </option>
        ))}
      </select>
      <p class="hint">{texts.languageAbout}</p>
    </section>
  );
}
