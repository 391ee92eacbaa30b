import { type Language, type Texts, textsIn } from '../../locales';
import type { AnnotationKind } from '../../storage/schema';

const LANGUAGES: readonly Language[] = ['sv', 'en'];

interface Labelled {
  kind: AnnotationKind;
  label?: string;
  addressees: readonly string[];
}

/**
 * The label of an annotation in the language that is shown: it was stored in the language of that day, and what the
 * extension itself said then it says now. What it did not say, such as the short name of a provision, stays as it is.
 */
export function labelIn(texts: Texts, annotation: Labelled): string {
  const { label = '' } = annotation;
  for (const language of LANGUAGES) {
    if (language === texts.language) continue;
    const before = sayings(textsIn(language), annotation);
    const nth = before.indexOf(label);
    if (nth >= 0) return sayings(texts, annotation)[nth] ?? label;
  }
  return label;
}

/** All that the extension may have said of the annotation when it was saved, in the same order in every language. */
function sayings(texts: Texts, { kind, label = '', addressees }: Labelled): string[] {
  const boards =
    addressees.length === 0 ? '' : new Intl.ListFormat(texts.language, { type: 'conjunction' }).format(addressees);
  const due = texts.card.deadlineOn(/\d{4}-\d{2}-\d{2}/.exec(label)?.[0] ?? '');
  return [
    texts.kind[kind],
    texts.card.unresolved,
    texts.card.summaryAssessment,
    texts.card.recommendationTo(boards),
    due,
    `${due} ${texts.card.deadlineFor(boards)}`,
  ];
}
