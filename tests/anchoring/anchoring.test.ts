import { describe, expect, it } from 'vitest';
import { type Anchoring, anchorAll, anchorAllNow, describeTarget, hashText, wordDifference } from '../../anchoring';
import { findingsReport } from './other-house';
import { Random } from './random';

const SOURCE = [
  'Granskningen avser nämndens arbete med placeringar under tre år.',
  'Enligt SoL 14:1 ska den som får kännedom om att ett barn far illa genast anmäla det.',
  'Vi bedömer att omsorgsnämnden i huvudsak har säkerställt en tillräcklig kontroll av avtalen.',
  'Av protokollen framgår att frågan behandlades vid två sammanträden under våren.',
  'Nämnden bör se till att rutinen för introduktion av nya handläggare blir känd.',
  'Kostnaden för köpta platser ökade med elva procent jämfört med året innan.',
].join(' ');

function find(quote: string, after: string, before = SOURCE): Anchoring {
  const start = before.indexOf(quote);
  const target = describeTarget(before, start, start + quote.length, { textHash: '0'.repeat(64) });
  return anchorAllNow(after, [target])[0] as Anchoring;
}

function placeOf(after: string, quote: string) {
  const start = after.indexOf(quote);
  return { start, end: start + quote.length };
}

const ASSESSMENT = 'Vi bedömer att omsorgsnämnden i huvudsak har säkerställt en tillräcklig kontroll av avtalen.';

describe('one passage', () => {
  it('is placed in its own text', () => {
    expect(find(ASSESSMENT, SOURCE)).toEqual({ verdict: 'placed', ...placeOf(SOURCE, ASSESSMENT) });
  });
  it('is placed where text came in before it', () => {
    const after = `Nytt stycke om bakgrunden till uppdraget. ${SOURCE}`;
    expect(find(ASSESSMENT, after)).toEqual({ verdict: 'placed', ...placeOf(after, ASSESSMENT) });
  });
  it('is placed in lines, with words broken and a page header between', () => {
    const printed =
      'Vi be-\ndömer att omsorgsnämnden i\n\n12\n\nOvanby kommun\n\nhuvudsak har säker\u00adställt en till-\nräcklig kontroll av avtalen.';
    const after = SOURCE.replace(ASSESSMENT, printed);
    expect(find(ASSESSMENT, after)).toEqual({ verdict: 'placed', ...placeOf(after, printed) });
  });
  it('is placed where text recognition lost å, ä and ö', () => {
    const damaged = 'Vi bed6mer att omsorgsnimnden i huvudsak har sdkerstallt en tillrécklig kontroll av avtalen.';
    const after = SOURCE.replace(ASSESSMENT, damaged);
    expect(find(ASSESSMENT, after)).toEqual({ verdict: 'placed', ...placeOf(after, damaged) });
  });
  it('is changed where a word was put in that turns its sense', () => {
    const denied = ASSESSMENT.replace('i huvudsak har', 'inte i huvudsak har');
    const after = SOURCE.replace(ASSESSMENT, denied);
    expect(find(ASSESSMENT, after)).toEqual({ verdict: 'changed', ...placeOf(after, denied) });
  });
  it('is changed where words were put in before its full stop, or at its beginning', () => {
    for (const edited of [
      ASSESSMENT.replace('avtalen.', 'avtalen under hösten.'),
      ASSESSMENT.replace('Vi', 'Dock vi'),
    ]) {
      const after = SOURCE.replace(ASSESSMENT, edited);
      expect(find(ASSESSMENT, after)).toEqual({ verdict: 'changed', ...placeOf(after, edited) });
    }
  });
  it('is placed where a footnote mark touches it, or the next line has the number of an item', () => {
    const items = [
      'Har nämnden beslutat om mål för arbetet?',
      'Registreras all frånvaro på samma sätt?',
      'Följs målen upp varje år?',
    ];
    const source = `${SOURCE}\n${items.join('\n')}`;
    const numbered = `${SOURCE}\n${items.map((item, index) => `${index + 1}. ${item}`).join('\n')}`;
    for (const item of items)
      expect(find(item, numbered, source)).toEqual({ verdict: 'placed', ...placeOf(numbered, item) });
    const marked = SOURCE.replace(ASSESSMENT, ASSESSMENT.replace('.', '4.'));
    expect(find(ASSESSMENT, marked).verdict).toBe('placed');
  });
  it('is placed where its full stop was lost', () => {
    const open = ASSESSMENT.slice(0, -1);
    const after = SOURCE.replace(ASSESSMENT, open);
    expect(find(ASSESSMENT, after)).toEqual({ verdict: 'placed', ...placeOf(after, open) });
  });
  it('is placed where § was read as S or 8, and l as 1', () => {
    const cited = 'Enligt 14 kap. 1 § gäller detta till alla delar av verksamheten.';
    const source = `${SOURCE} ${cited} Rapporten avslutas därmed.`;
    for (const sign of ['S', '8']) {
      const read = cited.replace('§', sign).replace('till', 'til1');
      const after = source.replace(cited, read);
      expect(find(cited, after, source)).toEqual({ verdict: 'placed', ...placeOf(after, read) });
    }
  });
  it('is placed where all around it was written anew', () => {
    const others = 'Hissen i stadshuset är avstängd för service under två veckor. Biblioteket firar hundra år.';
    const after = `${others} ${ASSESSMENT} ${others}`;
    expect(['placed', 'moved']).toContain(find(ASSESSMENT, after).verdict);
  });
  it('is orphaned where it was deleted', () => {
    expect(find(ASSESSMENT, SOURCE.replace(ASSESSMENT, ''))).toEqual({ verdict: 'orphaned' });
  });
  it('is orphaned where another board’s like sentence is all that is left', () => {
    const twin = ASSESSMENT.replace('omsorgsnämnden', 'kulturnämnden');
    const after = SOURCE.replace(`${ASSESSMENT} `, '');
    expect(find(ASSESSMENT, `${after} ${twin}`, `${SOURCE} ${twin}`)).toEqual({ verdict: 'orphaned' });
  });
  it('is never put on the twin that was there before', () => {
    const result = find(ASSESSMENT, `${SOURCE.replace(`${ASSESSMENT} `, '')} ${ASSESSMENT}`, `${SOURCE} ${ASSESSMENT}`);
    expect(['orphaned', 'ambiguous']).toContain(result.verdict);
  });
  it('is moved where the very words stand elsewhere, once', () => {
    const after = `${ASSESSMENT} ${SOURCE.replace(`${ASSESSMENT} `, '')}`;
    expect(find(ASSESSMENT, after)).toEqual({ verdict: 'moved', ...placeOf(after, ASSESSMENT) });
  });
  describe('with its like elsewhere', () => {
    const heading = 'Resultat av granskningen';
    const contents = `Innehåll\n\nInledning och bakgrund\n\n${heading}\n\nSamlad bedömning\n\nBilaga med de intervjuade personerna`;
    const [first, second] = [SOURCE.slice(0, SOURCE.indexOf('Vi bedömer')), SOURCE.slice(SOURCE.indexOf('Vi bedömer'))];
    const source = `${contents}\n\n${first}\n\n${heading}\n\n${second}`;
    const findSecond = (after: string) => {
      const start = source.lastIndexOf(heading);
      const target = describeTarget(source, start, start + heading.length, { textHash: '0'.repeat(64) });
      return anchorAllNow(after, [target])[0] as Anchoring;
    };
    it('is moved where the other one is left where it was', () => {
      const after = `${contents}\n\n${first}\n\n${second}\n\n${heading}\n\nBilaga`;
      const start = after.lastIndexOf(heading);
      expect(findSecond(after)).toEqual({ verdict: 'moved', start, end: start + heading.length });
    });
    it('is placed where all around it was written anew', () => {
      const [before, behind] = [
        'Hissen i stadshuset är avstängd. Biblioteket firar hundra år.',
        'Simhallen har nya tider.',
      ];
      const after = `${contents}\n\n${before}\n\n${heading}\n\n${behind}`;
      const result = findSecond(after);
      expect(['placed', 'moved']).toContain(result.verdict);
      expect(result).toMatchObject({ start: after.lastIndexOf(heading) });
    });
    it('is never the other one, moved', () => {
      const after = `${contents.replace(`${heading}\n\n`, '')}\n\n${first}\n\n${second}\n\n${heading}\n\nBilaga`;
      expect(['ambiguous', 'orphaned']).toContain(findSecond(after).verdict);
    });
    it('is gone where the other one alone is left', () => {
      expect(['ambiguous', 'orphaned']).toContain(findSecond(`${contents}\n\n${first}\n\n${second}`).verdict);
    });
  });
  it('is changed where the sentence before it was taken away, too', () => {
    const before = SOURCE.slice(SOURCE.indexOf('Enligt SoL'), SOURCE.indexOf(ASSESSMENT));
    const edited = ASSESSMENT.replace('tillräcklig', 'god');
    const after = SOURCE.replace(before, '').replace(ASSESSMENT, edited);
    expect(find(ASSESSMENT, after)).toEqual({ verdict: 'changed', ...placeOf(after, edited) });
  });
  it('is not found inside of a longer word', () => {
    const source = `${SOURCE} Samverkan kräver\n- en god kompetens i hela organisationen.`;
    const after = source.replace('en god', 'nämnden god');
    expect(find('en god', after, source).verdict).not.toBe('placed');
  });
  it('does not take 14:1 for 1:41', () => {
    const after = SOURCE.replace('SoL 14:1', 'SoL 1:41');
    expect(find('SoL 14:1', after).verdict).not.toBe('placed');
  });
});

describe('many passages', () => {
  it('keep the order of their targets and pause while they are solved', () => {
    const quotes = ['SoL 14:1', ASSESSMENT, 'elva procent'];
    const targets = quotes.map((quote) => {
      const { start, end } = placeOf(SOURCE, quote);
      return describeTarget(SOURCE, start, end, { textHash: '0'.repeat(64) });
    });
    const after = `Inledning. ${SOURCE}`;
    const work = anchorAll(after, targets);
    let pauses = 0;
    for (;;) {
      const step = work.next();
      if (step.done) {
        expect(step.value).toEqual(quotes.map((quote) => ({ verdict: 'placed', ...placeOf(after, quote) })));
        break;
      }
      pauses++;
    }
    expect(pauses).toBeGreaterThan(0);
  });
  it('are told apart by the printing that they were made in, where two have one hash', async () => {
    const drafts = findingsReport(new Random(778));
    const page = drafts.map((paragraph) => paragraph.join(' ')).join('\n\n');
    const print = drafts.map((paragraph) => paragraph.join('\n      ')).join('\n\n\n\n      ');
    const textHash = await hashText(page);
    expect(await hashText(print)).toBe(textHash);
    const sentences = drafts.flat().slice(20, 60);
    let at = 0;
    const spans = sentences.map((sentence) => {
      const start = page.indexOf(sentence, at);
      at = start + sentence.length;
      return { start, end: at };
    });
    at = 0;
    const inPrint = sentences.map((sentence) => {
      at = print.indexOf(sentence, at) + sentence.length;
      return { start: at - sentence.length, end: at };
    });
    const targets = spans.flatMap((span, i) => {
      const other = inPrint[i] as typeof span;
      return [
        describeTarget(page, span.start, span.end, { textHash }),
        describeTarget(print, other.start, other.end, { textHash }),
      ];
    });
    const expected = spans.flatMap((span) => [
      { verdict: 'placed', ...span },
      { verdict: 'placed', ...span },
    ]);
    expect(anchorAllNow(page, targets)).toEqual(expected);
  });
  it('are orphaned in a text without words', () => {
    const target = describeTarget(SOURCE, 0, 20, { textHash: '0'.repeat(64) });
    for (const text of ['', '…', '\n\n', 'k'.repeat(5000)])
      expect(anchorAllNow(text, [target])).toEqual([{ verdict: 'orphaned' }]);
  });
  it('need a span inside the text', () => {
    for (const [start, end] of [
      [5, 5],
      [-1, 4],
      [0, 9999],
      [1.5, 4],
    ] as const) {
      expect(() => describeTarget(SOURCE, start, end, { textHash: '' })).toThrow(RangeError);
    }
  });
});

describe('the hash of a text', () => {
  it('is the same for another printing and another for other words', async () => {
    const printed = SOURCE.replaceAll(' ', '\n').replace('protokollen', 'proto-\nkollen');
    expect(await hashText(printed)).toBe(await hashText(SOURCE));
    expect(await hashText(SOURCE.replace('elva', 'tolv'))).not.toBe(await hashText(SOURCE));
    expect(await hashText('')).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('the difference of two wordings', () => {
  it('gives back both', () => {
    const [before, after] = ['har i huvudsak säkerställt', 'har endast delvis säkerställt'];
    const pieces = wordDifference(before, after);
    const joined = (left: string) =>
      pieces
        .filter(({ kind }) => kind !== left)
        .map(({ text }) => text)
        .join('');
    expect(joined('added')).toBe(before);
    expect(joined('removed')).toBe(after);
    expect(pieces[0]).toEqual({ kind: 'same', text: 'har ' });
  });
});
