import { describe, expect, it } from 'vitest';
import { suggestedTags } from '../../components/describe-passage';
import type { Passage } from '../../detection/types';
import { TAGS_BY_KIND } from '../../exchange/kind-tags';
import { ownTags } from '../../exchange/own-tags';
import { startTags } from '../../storage/start';
import { exampleContents } from './office';

const EXAMPLE = exampleContents();

const LANGUAGES = ['sv', 'en'] as const;
const names = (language: (typeof LANGUAGES)[number]) => startTags(language).map(({ name }) => name);

describe('the usual tags of kinds', () => {
  it('are of the start set, one in each language', () => {
    for (const usual of Object.values(TAGS_BY_KIND)) {
      expect(usual.filter((name) => names('sv').includes(name))).toHaveLength(1);
      expect(usual.filter((name) => names('en').includes(name))).toHaveLength(1);
    }
  });

  it.each(LANGUAGES)('that are offered in %s say no more than the table of the kind says', (language) => {
    const [first] = EXAMPLE.annotations;
    if (!first) throw new Error('The example is not whole');
    const tags = startTags(language);
    const byId = new Map(tags.map((tag) => [tag.id, tag]));
    const reason = { rule: 'made-up' };
    const offered: Passage[] = [
      { kind: 'citation', start: 0, end: 1, reason, provisions: [] },
      { kind: 'recommendation', start: 0, end: 1, reason, addressees: [] },
    ];
    for (const passage of offered) {
      const suggested = suggestedTags(passage, names(language));
      expect(suggested).toHaveLength(1);
      const annotation = { ...first, kind: passage.kind, tags: tags.map(({ id }) => id) };
      expect(ownTags({ tags: byId }, annotation)).toEqual(names(language).filter((name) => !suggested.includes(name)));
      // Of what stands under its tag, or under another, every tag is told.
      expect(ownTags({ tags: byId }, { ...annotation, kind: 'assessment' })).toEqual(names(language));
    }
  });
});
