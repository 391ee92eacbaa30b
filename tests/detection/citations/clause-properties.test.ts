import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectCitations, detectCitationsIn } from '../../../detection/citations';
import { statutes } from '../../../detection/citations/catalogue';
import { provisionKey } from '../../../detection/citations/describe';
import type { CitationPassage } from '../../../detection/types';
import { readText } from '../../../reading/text';

const RUNS = 200;
const DATE = '2024-03-01';

const keysOf = (passages: readonly CitationPassage[]): string[] =>
  passages.flatMap((passage) => passage.provisions.map(provisionKey));
const keys = (text: string, date = DATE): string[] => keysOf(detectCitationsIn(text, date));
/** With the blocks of plain text: lines, items, headings. */
function keysInBlocks(text: string): string[] {
  const work = detectCitations(readText(text), { date: DATE });
  for (;;) {
    const step = work.next();
    if (step.done) return keysOf(step.value);
  }
}

/** Laws with chapters and without, by the names people use. */
const CHAPTERED = [
  { sfs: '2010:800', name: 'skollagen', short: 'SkolL' },
  { sfs: '2009:400', name: 'offentlighets- och sekretesslagen', short: 'OSL' },
  { sfs: '2010:900', name: 'plan- och bygglagen', short: 'PBL' },
  { sfs: '1998:808', name: 'miljöbalken', short: 'MB' },
  { sfs: '2010:659', name: 'patientsäkerhetslagen', short: 'PSL' },
  { sfs: '2016:1145', name: 'lagen om offentlig upphandling', short: 'LOU' },
] as const;
const PLAIN = [
  { sfs: '1993:387', name: 'LSS' },
  { sfs: '1990:52', name: 'LVU' },
  { sfs: '2017:900', name: 'förvaltningslagen' },
  { sfs: '2013:801', name: 'bibliotekslagen' },
] as const;
const chaptered = fc.constantFrom(...CHAPTERED);
const plain = fc.constantFrom(...PLAIN);
const small = fc.integer({ min: 1, max: 7 });
const letter = fc.constantFrom('', 'a', 'b', 'c');

describe('ranges', () => {
  it('in signs and in words, the sign once or twice, keep both ends', () => {
    const range = fc.constantFrom('–', '-', ' – ', ' t.o.m. ', ' till ', ' till och med ');
    fc.assert(
      fc.property(chaptered, small, small, small, range, fc.boolean(), (law, chapter, from, more, word, twice) => {
        const sections =
          twice && /[tT-]/.test(word) ? `${from} §${word}${from + more} §` : `${from}${word}${from + more} §§`;
        const expected = [`${law.sfs}/${chapter}:${from}-${from + more}`];
        expect(keys(`Ansvaret följer av ${chapter} kap. ${sections} ${law.name} i sin helhet.`)).toEqual(expected);
        expect(keys(`Ansvaret följer av ${law.name} ${chapter} kap. ${sections} i sin helhet.`)).toEqual(expected);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('an author’s slip', () => {
  it('is read as meant and marked', () => {
    fc.assert(
      fc.property(chaptered, small, small, fc.constantFrom('a', 'b', 'c'), (law, chapter, section, tail) => {
        const passages = detectCitationsIn(
          `Beslut fattas enligt ${law.short} ${chapter} § ${section} ${tail} av nämnden.`,
          DATE,
        );
        expect(keysOf(passages)).toEqual([`${law.sfs}/${chapter}:${section}${tail}`]);
        expect(passages.map(({ reason }) => reason.remark)).toEqual(['slip']);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('the law implied', () => {
  it('by a heading over a list, whatever its bullets', () => {
    const place = fc.tuple(small, small, letter);
    fc.assert(
      fc.property(
        chaptered,
        fc.uniqueArray(place, { minLength: 1, maxLength: 5, selector: String }),
        fc.constantFrom('- ', '• ', '* ', ''),
        (law, places, bullet) => {
          const list = places.map(
            ([chapter, section, tail]) => `${bullet}${chapter} kap. ${section}${tail} § om ansvar`,
          );
          const expected = places.map(([chapter, section, tail]) => `${law.sfs}/${chapter}:${section}${tail}`);
          const head = law.name.charAt(0).toUpperCase() + law.name.slice(1);
          // The head itself is a citation too, unless it ties to the first place.
          const found = keysInBlocks(`Kriterier\n\n${head}\n${list.join('\n')}\n`);
          expect(found.filter((key) => key !== law.sfs)).toEqual(expected);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('by the sentence before: samma lag, nämnda lag, lagens', () => {
    const back = fc.constantFrom(
      (chapter: number, section: number) => `Av samma lag ${chapter} kap. ${section} § följer mer.`,
      (chapter: number, section: number) => `Av ${chapter} kap. ${section} § samma lag följer mer.`,
      (chapter: number, section: number) => `I nämnda lag, ${chapter} kap. ${section} §, finns mer.`,
      (chapter: number, section: number) => `Lagens ${chapter} kap. ${section} § säger mer.`,
    );
    fc.assert(
      fc.property(chaptered, small, small, small, back, (law, chapter, section, other, sentence) => {
        const text = `Enligt ${chapter} kap. ${section} § ${law.name} ska arbetet följas upp. ${sentence(chapter, other)}`;
        expect(keys(text)).toEqual([`${law.sfs}/${chapter}:${section}`, `${law.sfs}/${chapter}:${other}`]);
      }),
      { numRuns: RUNS },
    );
  });

  it('by a short name that the document introduces', () => {
    const introduce = fc.constantFrom(
      (short: string) => ` (${short})`,
      (short: string) => `, nedan kallad ${short}`,
      (short: string) => ` (nedan ${short})`,
      (short: string) => `, fortsättningsvis ${short}`,
    );
    const short = fc.constantFrom('LFX', 'DokL', 'dokumentlagen', 'informationsförvaltningslagen');
    fc.assert(
      fc.property(introduce, short, small, fc.integer({ min: 100, max: 9999 }), (words, name, section, serial) => {
        fc.pre(!statutes().has(`2019:${serial}`));
        const text = `Lag (2019:${serial}) om dokument${words(name)} gäller. Enligt ${section} § ${name} ska nämnden spara dem.`;
        expect(keys(text)).toEqual([`2019:${serial}`, `2019:${serial}/${section}`]);
      }),
      { numRuns: RUNS },
    );
  });

  it('by nothing: an unknown law lends its place no other', () => {
    const unknown = fc.constantFrom(
      'köplagen',
      'avtalslagen',
      'hyresförhandlingslagen',
      'friskolelagen',
      'elberedskapslagen',
    );
    fc.assert(
      fc.property(
        chaptered,
        plain,
        unknown,
        small,
        small,
        fc.constantFrom('', 'i '),
        (law, other, name, chapter, section, joint) => {
          expect(
            keys(`Enligt ${chapter} kap. ${section} § ${law.name} och ${section} § ${joint}${name} gäller detta.`),
          ).toEqual([`${law.sfs}/${chapter}:${section}`]);
          expect(keys(`Enligt ${section} § ${other.name} och ${section + 1} § ${joint}${name} gäller detta.`)).toEqual([
            `${other.sfs}/${section}`,
          ]);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

describe('in time', () => {
  /** Lines of laws that replaced one another under one name; first days in force as the registers have them. */
  const LINES = [
    {
      name: 'kommunallagen',
      laws: [
        ['1991:900', '1992-01-01'],
        ['2017:725', '2018-01-01'],
      ],
    },
    {
      name: 'förvaltningslagen',
      laws: [
        ['1986:223', '1987-01-01'],
        ['2017:900', '2018-07-01'],
      ],
    },
    {
      name: 'socialtjänstlagen',
      laws: [
        ['2001:453', '2002-01-01'],
        ['2025:400', '2025-07-01'],
      ],
    },
    {
      name: 'hälso- och sjukvårdslagen',
      laws: [
        ['1982:763', '1983-01-01'],
        ['2017:30', '2017-04-01'],
      ],
    },
    {
      name: 'mervärdesskattelagen',
      laws: [
        ['1994:200', '1994-07-01'],
        ['2023:200', '2023-07-01'],
      ],
    },
  ] as const;
  const date = fc
    .date({ min: new Date('2003-01-01'), max: new Date('2026-11-01'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));

  it('a name means the law in force on the document’s day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LINES), date, ({ name, laws }, day) => {
        const expected = laws.findLast(([, first]) => first <= day)?.[0];
        expect(keys(`Nämnden ansvarar enligt ${name} för detta.`, day)).toEqual([expected]);
      }),
      { numRuns: RUNS },
    );
  });

  it('a printed number wins over the day, before its place and behind it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LINES),
        fc.nat(1),
        date,
        fc.boolean(),
        small,
        ({ name, laws }, which, day, behind, section) => {
          const [sfs] = laws[which] as (typeof laws)[number];
          const text = behind ? `${name} 2 kap. ${section} § (${sfs})` : `2 kap. ${section} § ${name} (${sfs})`;
          const [first] = detectCitationsIn(`Nämnden ansvarar enligt ${text} för detta.`, day);
          expect(first?.provisions.map((provision) => provision.sfs)).toEqual([sfs]);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

describe('acts of the European Union', () => {
  it('are known by kind, year and number', () => {
    const number = fc.integer({ min: 1, max: 9999 });
    const year = fc.integer({ min: 2015, max: 2026 });
    const older = fc.integer({ min: 1994, max: 2014 });
    const padded = (n: number): string => String(n).padStart(4, '0');
    const act = fc.oneof(
      fc.tuple(year, number).map(([y, n]) => [`förordning (EU) ${y}/${n}`, `3${y}R${padded(n)}`]),
      fc.tuple(year, number).map(([y, n]) => [`direktiv (EU) ${y}/${n}`, `3${y}L${padded(n)}`]),
      fc.tuple(older, number).map(([y, n]) => [`förordning (EG) nr ${n}/${y}`, `3${y}R${padded(n)}`]),
      fc.tuple(older, number).map(([y, n]) => [`direktivet ${y}/${n}/EG`, `3${y}L${padded(n)}`]),
    );
    fc.assert(
      fc.property(act, fc.integer({ min: 1, max: 90 }), ([printed, celex], article) => {
        expect(keys(`Kraven följer av ${printed} och gäller nämnden.`)).toEqual([celex]);
        expect(keys(`Kraven följer av artikel ${article} i ${printed} och gäller nämnden.`)).toEqual([
          `${celex}/${article}`,
        ]);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('look-alikes', () => {
  const two = (n: number): string => String(n).padStart(2, '0');
  const n = fc.integer({ min: 1, max: 59 });
  const alike = fc.oneof(
    fc
      .tuple(fc.constantFrom('KF', 'KS', 'BUN', 'SN', 'MBN'), n, n)
      .map(([board, a, b]) => `${board} 2022-${two((a % 12) + 1)}-${two((b % 28) + 1)} § ${a + b}`),
    fc
      .tuple(fc.constantFrom('Kommunstyrelsen', 'Socialnämnden', 'Beslut', 'Protokoll'), n)
      .map(([board, a]) => `${board} § ${a}`),
    fc.tuple(fc.integer({ min: 0, max: 23 }), n).map(([hour, minute]) => `kl ${hour}:${two(minute)}`),
    fc.tuple(fc.integer({ min: 13, max: 23 }), n).map(([hour, minute]) => `KL ${hour}:${two(minute)}`),
    fc
      .tuple(fc.constantFrom('Lerum', 'Ekeby', 'Torp', 'Berga'), n, n)
      .map(([name, a, b]) => `fastigheten ${name} ${a}:${b}`),
    fc.tuple(n, n).map(([a, b]) => `dnr 20${two((a % 16) + 10)}/BUN ${two(b)}`),
    fc.tuple(n, n).map(([a, b]) => `BUN 20${two((a % 16) + 10)}/${b}:${two((b % 20) + 1)}`),
    n.map((a) => `prop. 20${two((a % 14) + 10)}/${two((a % 14) + 11)}:${a + 100}`),
    fc.tuple(n, n).map(([a, b]) => `SOU 20${two((a % 16) + 10)}:${b}`),
    fc.tuple(fc.constantFrom('reglementet', 'avtalet', 'arbetsordningen'), n).map(([paper, a]) => `${a} § i ${paper}`),
    fc.tuple(fc.constantFrom('A', 'B', 'C'), n, n).map(([row, a, b]) => `delegation ${row} ${a}.${b}`),
    fc.constantFrom(
      'underlagen',
      'förslagen',
      'anslagen',
      'bolagen',
      'avslagen',
      'TF förvaltningschef',
      'resor med SL',
      'sidan på FB',
      'en fil på 5 MB',
    ),
    n.map((a) => `${a} § finska kommunallagen`),
  );
  it('are never reported, alone or in a row', () => {
    fc.assert(
      fc.property(
        fc.array(alike, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(' och ', ', ', '. Vidare ', '\n'),
        (all, joint) => {
          expect(keys(`Vi noterar ${all.join(joint)} i vår granskning.`)).toEqual([]);
        },
      ),
      { numRuns: RUNS * 3 },
    );
  });

  it('take nothing from a citation beside them', () => {
    fc.assert(
      fc.property(
        alike,
        chaptered,
        small,
        small,
        fc.constantFrom(' och ', ', ', '. '),
        (one, law, chapter, section, joint) => {
          const place = `${chapter} kap. ${section} § ${law.name}`;
          const expected = [`${law.sfs}/${chapter}:${section}`];
          expect(keys(`Vi noterar ${one}${joint}${place} i vår granskning.`)).toEqual(expected);
          expect(keys(`Vi noterar ${place}${joint}${one} i vår granskning.`)).toEqual(expected);
        },
      ),
      { numRuns: RUNS * 3 },
    );
  });
});
