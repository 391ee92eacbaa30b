import { describe, expect, it } from 'vitest';
import { detectNow } from '../../../detection';
import { provisionKey } from '../../../detection/citations/describe';
import { readText } from '../../../reading/text';

/** Keys of all that is cited; `?` for a place whose law nothing settles. */
const cited = (text: string): string[] =>
  detectNow(readText(text), { date: '2021-09-01' }).passages.flatMap((passage) =>
    passage.kind !== 'citation' ? [] : passage.provisions.length === 0 ? ['?'] : passage.provisions.map(provisionKey),
  );

describe('a number with a colon before a place counts something', () => {
  it.each([
    ['Fråga 2: 3 kap. 7 § alkohollagen', '2010:1622/3:7'],
    ['Punkt 4: 5 § bibliotekslagen', '2013:801/5'],
    ['Bilaga 3: 11 § lagen om färdtjänst', '1997:736/11'],
  ])('%s', (text, key) => expect(cited(text)).toEqual([key]));

  it('and is the chapter where a law stands before it', () => expect(cited('PBL 9: 2')).toEqual(['2010:900/9:2']));
});

describe('“a.a.” in notes that call themselves so', () => {
  it('is what the note before cites', () =>
    expect(cited('Not 1: 5 § bibliotekslagen\nNot 2: A.a.')).toEqual(['2013:801/5', '2013:801/5']));

  it('is nothing behind a note that cites no law', () =>
    expect(cited('Not 1: 5 § bibliotekslagen\nNot 2: Samtal med chefen\nNot 3: A.a.')).toEqual(['2013:801/5']));
});

describe('laws named as barely as can be', () => {
  it('are cited in a list of criteria', () =>
    expect(cited('Revisionskriterier\n\n- Alkohollag\n- Bibliotekslag och biblioteksplan\n')).toEqual([
      '2010:1622',
      '2013:801',
    ]));

  it('are cited in a row', () => expect(cited('Alkohollag, Bibliotekslag och Miljöbalk följs.')).toHaveLength(3));

  it('are not where a law is only spoken of', () => expect(cited('Regeringen vill ha en ny alkohollag.')).toEqual([]));
});

describe('sections of other papers', () => {
  it.each([
    'Se reglementet (kap. 3 § 4) för detta.',
    'Se 4 kap. 2 § i personalhandboken för detta.',
    'Enligt arbetsordningen 3 kap. 1 § väljs presidiet.',
    'Ärendet har dnr 2019/KL 4:2 hos kontoret.',
  ])('%s', (text) => expect(cited(text)).toEqual([]));

  it('leave the law in the same sentence alone', () =>
    expect(cited('Av reglementet framgår att 6 kap. 37 § kommunallagen gäller.')).toEqual(['2017:725/6:37']));
});

it('ties a place to the agency’s rules in brackets before it', () =>
  expect(cited('Enligt föreskrifterna (SOSFS 2011:9) 4 kap. 2 § ska det finnas rutiner.')).toEqual([
    'SOSFS 2011:9/4:2',
  ]));

describe('“den nya lagen”', () => {
  const at = (text: string, date: string): string[] =>
    detectNow(readText(text), { date }).passages.flatMap((passage) =>
      passage.kind === 'citation'
        ? passage.provisions.length === 0
          ? ['?']
          : passage.provisions.map(provisionKey)
        : [],
    );

  it('is not the old one, though that was cited last', () => {
    const text =
      'Kommunallagen (2017:725) har trätt i kraft. Förut gällde kommunallagen (1991:900). Se 6 kap. 6 § i den nya lagen.';
    expect(at(text, '2018-03-01')).toEqual(['2017:725', '1991:900', '2017:725/6:6']);
  });

  it('is what has replaced the law that was cited', () =>
    expect(at('Förut gällde kommunallagen (1991:900). Se 6 kap. 6 § i den nya lagen.', '2018-03-01')).toEqual([
      '1991:900',
      '2017:725/6:6',
    ]));

  it('is no law that has long been in force', () =>
    expect(at('Se 6 kap. 6 § kommunallagen. Enligt 2 kap. 1 § i den nya lagen gäller annat.', '2024-03-01')).toEqual([
      '2017:725/6:6',
      '?',
    ]));
});
