import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heal } from '../../../detection/audit/healed';

const whole = (text: string) => heal(text, [{ start: 0, end: text.length }]);

describe('healed words', () => {
  it.each([
    ['uppfölj-\nning av avtal', 'uppföljning av avtal'],
    ['barn-\noch utbildningsnämnden', 'barn- och utbildningsnämnden'],
    ['upp\u00adföljning', 'uppföljning'],
    ['upp\u00ad\nföljning', 'uppföljning'],
    ['5\u00a0kap.\u202f1 §', '5 kap. 1 §'],
    ['**Vi   rekommenderar**', 'Vi rekommenderar'],
    ['nämnden<sup>1</sup> bör <b>se</b> över', 'nämnden bör se över'],
    ['färre än < 5', 'färre än < 5'],
    ['KS-\nDnr', 'KS- Dnr'],
  ])('%j', (text, words) => {
    expect(whole(text).text).toBe(words);
  });

  it('join the parts of a cut paragraph by a space', () => {
    const text = 'Vi rekommenderar\n\nSida 3\n\natt se över';
    const parts = heal(text, [
      { start: 0, end: 16 },
      { start: 26, end: text.length },
    ]);
    expect(parts.text).toBe('Vi rekommenderar att se över');
    const { start, end } = parts.span(17, 28);
    expect(text.slice(start, end)).toBe('att se över');
  });

  it('know where each of their signs stands in the source', () => {
    const pieces = fc.constantFrom(
      'a',
      'Ö',
      'ord',
      ' ',
      '  ',
      '\n',
      '-\n',
      '\u00ad',
      '\u00ad\n',
      '*',
      '<b>',
      '\u00a0',
      '.',
      '<',
      '-',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const healed = whole(text);
        let before = -1;
        for (let k = 0; k < healed.text.length; k++) {
          const at = healed.source(k);
          expect(at).toBeGreaterThan(before);
          if (healed.text[k] !== ' ') expect(text[at]).toBe(healed.text[k]);
          before = at;
        }
        expect(healed.source(healed.text.length)).toBeLessThanOrEqual(text.length);
        expect(healed.lower).toHaveLength(healed.text.length);
      }),
    );
  });
});
