import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectCitationsIn } from '../../../detection/citations';
import { AMBIGUOUS, EVERYDAY } from '../../../detection/citations/ambiguous';
import { statutes } from '../../../detection/citations/catalogue';
import { foldWord } from '../../../detection/citations/fold';

/** Laws in force on the date of these tests, by the names people use. */
const DATE = '2024-03-01';

interface Law {
  sfs: string;
  names: string[];
  abbreviations: string[];
  chapters: boolean;
}

const inForce = [...statutes().values()].filter((s) => (s.inForce ?? '9') <= DATE && (s.repealed ?? '9') > DATE);

const laws: Law[] = inForce.map((statute) => ({
  sfs: statute.sfs,
  names: statute.forms
    .filter((form) => /^[\p{L}-]+( och [\p{L}-]+)?$/u.test(form) && /(lag|balk|förordning)$/.test(form))
    .map((form) => `${form.toLowerCase()}en`),
  abbreviations: statute.abbreviations.filter((short) => {
    const key = foldWord(short);
    const others = inForce.filter((other) => other.abbreviations.some((one) => foldWord(one) === key));
    return (
      short.length >= 3 && !(key in AMBIGUOUS) && !EVERYDAY.has(key) && others.length === 1 && !short.includes('-')
    );
  }),
  chapters: statute.chapters,
}));
const citable = laws.filter((law) => law.names.length + law.abbreviations.length > 0);

const law = fc
  .constantFrom(...citable)
  .chain((one) => fc.record({ law: fc.constant(one), name: fc.constantFrom(...one.names, ...one.abbreviations) }));
const letter = fc.constantFrom('', '', '', 'a', 'b', 'c', 'd');
const number = (max: number) => fc.integer({ min: 1, max });

interface Written {
  text: string;
  keys: string[];
}

/** A citation as an author may write it, and the keys it means. */
const written: fc.Arbitrary<Written & { name: string }> = fc
  .record({
    chosen: law,
    chapter: number(9),
    section: number(29),
    letter,
    second: number(9),
    form: fc.nat({ max: 13 }),
  })
  .map(({ chosen, chapter, section, letter: tail, second, form }) => {
    const { sfs, chapters } = chosen.law;
    const { name } = chosen;
    const at = (s: number, l = ''): string => (chapters ? `${sfs}/${chapter}:${s}${l}` : `${sfs}/${s}${l}`);
    const kap = chapters ? `${chapter} kap. ` : '';
    const spaced = tail ? `${section} ${tail}` : `${section}`;
    const next = section + second;
    const short = /^[^a-zåäö]|[A-ZÅÄÖ]/.test(name);
    const forms: Written[] = [
      { text: `${kap}${spaced} § ${name}`, keys: [at(section, tail)] },
      { text: `${name} ${kap}${spaced} §`, keys: [at(section, tail)] },
      { text: `${kap}${section}${tail}§ ${name}`, keys: [at(section, tail)] },
      { text: `${name}, ${kap}${section}${tail} §`, keys: [at(section, tail)] },
      {
        text: chapters ? `${name} kap ${chapter} § ${section}${tail}` : `${name} § ${section}${tail}`,
        keys: [at(section, tail)],
      },
      {
        text: chapters ? `${name} ${chapter} kap § ${section}${tail}` : `§ ${section}${tail} ${name}`,
        keys: [at(section, tail)],
      },
      { text: `${kap}${section} och ${next} §§ ${name}`, keys: [at(section), at(next)] },
      { text: `${name} ${kap}${section}–${next} §§`, keys: [`${at(section)}-${next}`] },
      { text: `${kap}${section}, ${next} och ${next + 1} §§ ${name}`, keys: [at(section), at(next), at(next + 1)] },
      {
        text: chapters && short ? `${name} ${chapter}:${section}${tail}` : `${kap}${spaced} § i ${name}`,
        keys: [at(section, tail)],
      },
      { text: `${kap}${spaced} § andra stycket ${name}`, keys: [at(section, tail)] },
      { text: `${name} ${kap}${spaced} § första stycket 2`, keys: [at(section, tail)] },
      { text: `${kap}${spaced} § ${name} (${sfs})`, keys: [at(section, tail)] },
      { text: `${name} (${sfs}) ${kap}${spaced} §`, keys: [at(section, tail)] },
    ];
    return { ...(forms[form % forms.length] as Written), name };
  });

type Damage = (text: string, name: string, seed: number) => string;
const nthSpace = (text: string, seed: number, by: string): string => {
  const spaces = [...text.matchAll(/ /g)].map((match) => match.index);
  const at = spaces[seed % Math.max(1, spaces.length)];
  return at === undefined ? text : text.slice(0, at) + by + text.slice(at + 1);
};
const inName = (text: string, name: string, seed: number, by: string): string => {
  const at = text.indexOf(name) + 2 + (seed % Math.max(1, name.length - 4));
  const isWord =
    name.length > 8 && /\p{Ll}{2}/u.test(text.slice(at - 1, at + 1)) && !/och|-/.test(text.slice(at - 3, at + 4));
  return isWord ? text.slice(0, at) + by + text.slice(at) : text;
};
const DAMAGES: Record<string, Damage> = {
  none: (text) => text,
  'no-break space': (text, _name, seed) => nthSpace(text, seed, '\u00a0'),
  'narrow no-break space': (text) => text.replaceAll(' ', '\u202f'),
  'line break': (text, _name, seed) => nthSpace(text, seed, '\n'),
  'line-end hyphen': (text, name, seed) => inName(text, name, seed, '-\n'),
  'soft hyphen': (text, name, seed) => inName(text, name, seed, '\u00ad'),
  'no accents': (text) => text.replace(/[åä]/g, 'a').replaceAll('ö', 'o'),
  capitals: (text) => text.toUpperCase(),
  'bold name': (text, name) => text.replace(name, `**${name}**`),
  'html name': (text, name) => text.replace(name, `<em>${name}</em>`),
  'entity space': (text, _name, seed) => nthSpace(text, seed, '&nbsp;'),
  decomposed: (text) => text.normalize('NFD'),
  'double spaces': (text) => text.replaceAll(' ', '  '),
  'footnote tag': (text, name) => text.replace(name, `${name}<sup>3</sup>`),
};

const keys = (text: string): string[] =>
  detectCitationsIn(text, DATE).flatMap((passage) =>
    passage.provisions.map((p) => {
      const section = `${p.section ?? ''}${p.sectionEnd ? `-${p.sectionEnd}` : ''}`;
      return `${p.sfs}/${p.chapter === null ? '' : `${p.chapter}:`}${section}`;
    }),
  );

describe('citations made from the grammar are read back', () => {
  it.each(Object.entries(DAMAGES))('%s', (_damage, damage) => {
    fc.assert(
      fc.property(written, fc.nat(1000), ({ text, keys: expected, name }, seed) => {
        const damaged = damage(text, name, seed);
        expect(keys(`Nämnden ansvarar enligt ${damaged} för detta.`)).toEqual(expected);
      }),
      { numRuns: 250 },
    );
  });

  it('two in one sentence, each with its own law', () => {
    fc.assert(
      fc.property(written, written, (one, two) => {
        fc.pre(one.name !== two.name);
        const nameFirst = (w: Written & { name: string }): boolean => w.text.startsWith(w.name);
        fc.pre(nameFirst(one) === nameFirst(two));
        const text = `Nämnden ska enligt ${one.text} samt ${two.text} följa upp detta.`;
        expect(keys(text).sort()).toEqual([...one.keys, ...two.keys].sort());
      }),
      { numRuns: 400 },
    );
  });

  it('wherever it stands in a long text', () => {
    const filler = 'Granskningen visar att uppföljningen brister och att rutiner saknas i flera enheter. ';
    fc.assert(
      fc.property(written, fc.nat(900), ({ text, keys: expected }, times) => {
        const before = filler.repeat(times);
        const passages = detectCitationsIn(`${before}Enligt ${text} gäller detta. ${filler.repeat(20)}`, DATE);
        expect(passages.map((p) => p.start >= before.length && p.end <= before.length + text.length + 8)).not.toContain(
          false,
        );
        expect(passages).toHaveLength(expected.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('any text at all', () => {
  const pieces = fc.constantFrom(
    '§',
    '§§',
    'kap.',
    'kap',
    ' ',
    '\n',
    '\n\n',
    '5',
    '12',
    '1 a',
    ':',
    ',',
    '(',
    ')',
    '-',
    '–',
    'SoL',
    'KL',
    'lagen',
    'lag',
    'samma',
    'och',
    'socialtjänstlagen',
    '(2001:453)',
    '<',
    '&',
    'Ibid',
    'i',
    'st',
    'p',
    'GDPR',
    'artikel',
    '8',
    'S',
    'l',
    '\u00ad',
    'a.a.',
    'nedan kallad',
    '”',
    'SOSFS 2011:9',
    'Xy',
  );
  it('gives ordered spans inside the text and never throws', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), fc.boolean(), (parts, apart) => {
        const text = parts.join(apart ? ' ' : '');
        const passages = detectCitationsIn(text, DATE);
        let last = 0;
        for (const passage of passages) {
          expect(passage.start).toBeGreaterThanOrEqual(last);
          expect(passage.end).toBeGreaterThan(passage.start);
          expect(passage.end).toBeLessThanOrEqual(text.length);
          last = passage.start;
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('plain prose cites nothing', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'nämnden',
            'bör',
            'förslagen',
            'underlaget',
            'att',
            '2022',
            '14',
            '§',
            'KF',
            'anslagen',
            'i',
            'enligt',
            'planen',
            '3:2',
            'kl',
            '16:05',
          ),
          { maxLength: 40 },
        ),
        (words) => {
          expect(detectCitationsIn(words.join(' '), DATE).filter((p) => p.provisions.length > 0)).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
