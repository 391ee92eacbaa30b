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
];

/** The act with this CELEX number, if it is listed. */
export function euActByCelex(celex: string): EuAct | undefined {
  return EU_ACTS.find((act) => act.celex === celex);
}
