/** A law as the text names it, before it is known which statute that was at the time. */
export interface LawMention {
  /** Token indices, half-open. */
  from: number;
  to: number;
  start: number;
  end: number;
  /**
   * `name` a statute's name; `abbreviation`; `number` an SFS number alone; `context` "samma lag", "lagens"; `eu`; `agency`;
   * `foreign` another country's law, never reported.
   */
  kind: 'name' | 'abbreviation' | 'number' | 'context' | 'eu' | 'agency' | 'foreign';
  /** Identity of the name: folded words or folded abbreviation. */
  key: string;
  /** Statutes that the name can mean. */
  candidates: readonly string[];
  /** SFS number printed with the name. */
  number?: string;
  celex?: string;
  series?: string;
  /** Abbreviations: printed as it should be, in capitals, or only alike. Names: `damaged` when letters were repaired. */
  print: 'exact' | 'capitals' | 'loose' | 'damaged';
  indefinite: boolean;
  genitive: boolean;
  era?: 'old' | 'new';
  /** Folded short names that the mention introduces: "(LKBR)", "nedan kallad bokföringslagen". */
  introduces: string[];
}
