import { labelOf, suggestedTags } from '../components/describe-passage';
import type { Passage } from '../detection/types';
import { type Language, languageOf, type Texts, textsIn } from '../locales';

/** The interface's words in the person's language, and the names it gives to passages. */
export interface Wording {
  texts: Texts;
  labelOf(passage: Passage): string;
  suggestedTags: typeof suggestedTags;
}

/**
 * Apart from the page's first code: nothing is said before something was found.
 * @param browserLanguage BCP 47
 */
export function wordingIn(setting: 'auto' | Language, browserLanguage: string): Wording {
  const texts = textsIn(languageOf(setting, browserLanguage));
  return { texts, labelOf: (passage) => labelOf(passage, texts), suggestedTags };
}
