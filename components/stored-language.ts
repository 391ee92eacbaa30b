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
  let shown: Language | undefined;
  const update = async () => {
    const language = await storedLanguage();
    if (language === shown) return;
    shown = language;
    document.documentElement.lang = language;
    show(language);
  };
  new BroadcastChannel(CHANNEL).addEventListener('message', () => void update());
  await update();
}
