import { describe, expect, it } from 'vitest';
import { softHyphenated } from '../../components/soft-hyphens';

describe('soft hyphens', () => {
  it.each([
    'revi-sions-kri-te-rium',
    'soci-al-tjänst-la-gen',
    'ar-bets-mark-nads-nämn-den',
    'för-hands-be-döm-ningar',
    'upp-följ-nings-gransk-ning',
  ])('stand in %s only where a person may break it', (allowed) => {
    const word = allowed.replaceAll('-', '');
    const shown = softHyphenated(word);
    expect(shown).toContain('\u00AD');
    expect(shown.replaceAll('\u00AD', '')).toBe(word);
    const places = (text: string, sign: string) =>
      text.split(sign).map((_, nth, parts) => parts.slice(0, nth + 1).join('').length);
    for (const place of places(shown, '\u00AD')) expect(places(allowed, '-')).toContain(place);
  });

  it('are not put into words that have room', () => {
    expect(softHyphenated('Rekommendation till nämnden 2026')).toBe('Rekommendation till nämnden 2026');
    expect(softHyphenated('https://www.x.se/a-b')).toBe('https://www.x.se/a-b');
  });
});
