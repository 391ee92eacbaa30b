/** EU acts that municipal audit texts cite. Numbers and CELEX from EUR-Lex; one row here adds an act. */
export interface EuAct {
  celex: string;
  /** As printed: "EU 2016/679". */
  number: string;
  /** Swedish common name, definite. */
  name: string;
  short: string;
  /** Further names, definite; genitives follow by rule. */
  forms: readonly string[];
  abbreviations: readonly string[];
}

export const EU_ACTS: readonly EuAct[] = [
  {
    celex: '32016R0679',
    number: 'EU 2016/679',
    name: 'dataskyddsförordningen',
    short: 'GDPR',
    forms: ['EU:s dataskyddsförordning', 'allmänna dataskyddsförordningen', 'allmän dataskyddsförordning'],
    abbreviations: ['GDPR'],
  },
  {
    celex: '32022L2555',
    number: 'EU 2022/2555',
    name: 'NIS 2-direktivet',
    short: 'NIS 2',
    forms: ['NIS2-direktivet', 'NIS-2-direktivet', 'NIS II-direktivet'],
    abbreviations: [],
  },
  { celex: '32016L1148', number: 'EU 2016/1148', name: 'NIS-direktivet', short: 'NIS', forms: [], abbreviations: [] },
  {
    celex: '32016L2102',
    number: 'EU 2016/2102',
    name: 'webbtillgänglighetsdirektivet',
    short: 'webbtillgänglighetsdirektivet',
    forms: [],
    abbreviations: [],
  },
  {
    celex: '32024R1689',
    number: 'EU 2024/1689',
    name: 'AI-förordningen',
    short: 'AI-förordningen',
    forms: ['AI-akten'],
    abbreviations: [],
  },
  {
    celex: '32014L0024',
    number: '2014/24/EU',
    name: 'LOU-direktivet',
    short: 'LOU-direktivet',
    forms: ['upphandlingsdirektivet'],
    abbreviations: [],
  },
  {
    celex: '32014R0910',
    number: 'EU 910/2014',
    name: 'eIDAS-förordningen',
    short: 'eIDAS',
    forms: [],
    abbreviations: [],
  },
];

/** First year in which EU acts are numbered year first, `(EU) 2016/679`; before it regulations were `(EG) nr 852/2004`. */
const YEAR_FIRST = 2015;

/**
 * The CELEX number of an act that is cited by kind and number.
 * @param isDirective a directive, else a regulation
 * @param one the number before the slash, `other` the one behind it
 * @param yearFirst directives until 2014: `2014/24/EU`
 * @param numbered regulations until 2014: `nr 910/2014`
 * @returns null where neither number can be the year
 */
export function celexOf(
  isDirective: boolean,
  one: string,
  other: string,
  yearFirst: boolean,
  numbered: boolean,
): string | null {
  const [first, second] = [yearOf(one), yearOf(other)];
  const isFirst = first !== null && (yearFirst || second === null || (!numbered && first >= YEAR_FIRST));
  const year = isFirst ? first : second;
  const number = isFirst ? other : one;
  return year === null || number.length > 4 ? null : `3${year}${isDirective ? 'L' : 'R'}${number.padStart(4, '0')}`;
}

/** The year that is printed in four figures, or until 1999 in two. */
function yearOf(printed: string): number | null {
  const year = Number(printed) + (printed.length === 2 ? 1900 : 0);
  return printed.length % 2 === 0 && year > 1951 && year < 2100 ? year : null;
}

/** An act that is not listed, by its CELEX number: "förordning (EG) nr 852/2004", "direktiv 92/43/EEG". */
export function euActNumber(celex: string): string {
  const [, year, kind, serial] = /^3(\d{4})([RL])(\d{4})$/.exec(celex) ?? [];
  if (!year || !serial) return celex;
  const number = String(Number(serial));
  const of = Number(year) < 1993 ? 'EEG' : Number(year) < 2010 ? 'EG' : 'EU';
  const isNew = Number(year) >= YEAR_FIRST;
  if (kind === 'R') return isNew ? `förordning (EU) ${year}/${number}` : `förordning (${of}) nr ${number}/${year}`;
  const short = Number(year) < 1999 ? year.slice(2) : year;
  return isNew ? `direktiv (EU) ${year}/${number}` : `direktiv ${short}/${number}/${of}`;
}

/** The act with this CELEX number, if it is listed. */
export function euActByCelex(celex: string): EuAct | undefined {
  return EU_ACTS.find((act) => act.celex === celex);
}
