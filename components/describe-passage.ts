import { provisionNames } from '../detection/citations/describe';
import type { Passage } from '../detection/types';
import { TAGS_BY_KIND } from '../exchange/kind-tags';
import type { Texts } from '../locales';

const list = (names: readonly string[], texts: Texts) =>
  new Intl.ListFormat(texts.language, { type: 'conjunction' }).format(names);

/** What a passage is, in one line: "5 kap. 1 a § socialtjänstlagen (2001:453)", "Rekommendation till socialnämnden". */
export function describePassage(passage: Passage, texts: Texts): string {
  switch (passage.kind) {
    case 'citation':
      if (passage.provisions.length === 0) return texts.card.unresolved;
      return list(
        passage.provisions.map((provision) => provisionNames(provision).long),
        texts,
      );
    case 'recommendation':
      if (passage.addressees.length === 0) return texts.kind.recommendation;
      return texts.card.recommendationTo(list(passage.addressees, texts));
    case 'deadline': {
      const due = texts.card.deadlineOn(passage.date);
      return passage.addressees.length > 0 ? `${due} ${texts.card.deadlineFor(list(passage.addressees, texts))}` : due;
    }
    case 'assessment':
      return passage.summary ? texts.card.summaryAssessment : texts.kind.assessment;
    default:
      return texts.kind[passage.kind];
  }
}

/** A short label for lists and exports: "SoL 5:1a"; otherwise the same as {@link describePassage}. */
export function labelOf(passage: Passage, texts: Texts): string {
  if (passage.kind !== 'citation' || passage.provisions.length === 0) return describePassage(passage, texts);
  return passage.provisions.map((provision) => provisionNames(provision).short).join(', ');
}

/**
 * The tag that most people would give a passage of this kind, from the start set of tags.
 * @param vocabulary names of all tags: one that the person has deleted or renamed is not brought back
 */
export function suggestedTags(passage: Passage | null, vocabulary: readonly string[]): string[] {
  const known = passage ? TAGS_BY_KIND[passage.kind]?.find((name) => vocabulary.includes(name)) : undefined;
  return known === undefined ? [] : [known];
}
