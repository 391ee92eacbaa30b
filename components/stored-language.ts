import { type Language, languageOf } from '../locales';
import { getSettings } from '../storage/settings';

/** Heard by every open page of the extension. */
const CHANNEL = 'revisionspennan-language';

/** Tells the extension's open pages that the person has chosen another language; called when the choice is stored. */
export function tellLanguageChosen(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Calls `act` whenever a language is chosen in any page of the extension. @returns ends it */
export function whenLanguageChosen(act: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', act);
  return () => channel.close();
}

/**
 * Says the page's language before the settings are known, in the first turn of its script: Chrome reads it once, when the
 * document is complete, and would offer to translate an English page from Swedish.
 */
export function sayLanguage(language = languageOf('auto', browser.i18n.getUILanguage())): void {
  document.documentElement.lang = language;
}

/** The language that the person has chosen; without the settings a page still works, in the browser's language. */
export async function storedLanguage(): Promise<Language> {
  const setting = await getSettings().then(
    (settings) => settings.language,
    () => 'auto' as const,
  );
  return languageOf(setting, browser.i18n.getUILanguage());
}

/** Shows a page of the extension in the person's language, and again in another as soon as that is chosen. */
export async function showInLanguage(show: (language: Language) => void): Promise<void> {
  sayLanguage();
  let shown: Language | undefined;
  const update = async () => {
    const language = await storedLanguage();
    if (language === shown) return;
    shown = language;
    sayLanguage(language);
    show(language);
  };
  whenLanguageChosen(() => void update());
  await update();
}
