import type { Provision } from '../types';
import { probablyMissing, type Statute, statutes } from './catalogue';
import { type Counterpart, solCounterparts } from './counterparts';
import { definite } from './definite';
import { euActByCelex } from './eu-acts';

/** `1a` → `1 a`. */
const spaced = (number: string): string => number.replace(/^(\d+)([a-zåäö])$/, '$1 $2');

/** The name people use for a statute, definite: a single word where there is one. */
function commonName(statute: Statute): string {
  const word = statute.forms.find((form) => !/^(Lag|Förordning|Kungörelse|lag|förordning|kungörelse) /.test(form));
  return definite(word ?? statute.name);
}

/** "lagen (1990:52) med särskilda bestämmelser om vård av unga", "socialtjänstlagen (2001:453)". */
function fullName(statute: Statute): string {
  const name = definite(statute.name);
  const general = /^(lagen|förordningen)( .*)$/.exec(name);
  if (general) return `${general[1]} (${statute.sfs})${general[2]}`;
  return `${commonName(statute)} (${statute.sfs})`;
}

interface LawNames {
  long: string;
  short: string;
}

function lawNames(p: Provision): LawNames {
  if (p.celex) {
    const act = euActByCelex(p.celex);
    return act ? { long: `${act.name} (${act.number})`, short: act.short } : { long: p.celex, short: p.celex };
  }
  if (p.series) return { long: p.series, short: p.series };
  const statute = p.sfs ? statutes().get(p.sfs) : undefined;
  if (!statute) return { long: p.sfs ? `lagen (${p.sfs})` : 'okänd lag', short: p.sfs ? `SFS ${p.sfs}` : 'okänd lag' };
  const abbreviation = statute.abbreviations[0];
  const general = /^(Lag|Förordning) /.test(statute.name);
  if (p.level !== 'statute' && general && abbreviation) return { long: abbreviation, short: abbreviation };
  return { long: fullName(statute), short: abbreviation ?? commonName(statute) };
}

/**
 * The two names of a provision: "5 kap. 1 a § socialtjänstlagen (2001:453)" and "SoL 5:1a"; "2 § LVU" and "LVU 2 §";
 * "artikel 33 dataskyddsförordningen (EU 2016/679)" and "GDPR art. 33".
 */
export function provisionNames(p: Provision): { long: string; short: string } {
  const law = lawNames(p);
  if (p.section === null && p.chapter === null) return law;
  if (p.level === 'article') {
    const article = p.section ? `${p.section}${p.sectionEnd ? `–${p.sectionEnd}` : ''}` : '';
    return { long: `artikel ${article} ${law.long}`, short: `${law.short} art. ${article}` };
  }
  const sections =
    p.section && (p.sectionEnd ? `${spaced(p.section)}–${spaced(p.sectionEnd)} §§` : `${spaced(p.section)} §`);
  const chapter = p.chapter && `${spaced(p.chapter)} kap.`;
  const long = [chapter, sections, law.long].filter(Boolean).join(' ');
  if (!p.section) return { long, short: `${law.short} ${chapter}` };
  const range = p.sectionEnd ? `–${p.sectionEnd}` : '';
  const short = p.chapter ? `${law.short} ${p.chapter}:${p.section}${range}` : `${law.short} ${sections}`;
  return { long, short };
}

/**
 * The key that two citations of one provision share: `2001:453/5:1a`, `2001:453/5`, `1990:52/2`, `2001:453`,
 * `32016R0679/33`, `SOSFS 2011:9/5:1`. A range ends in its last section: `2001:453/5:1-3`.
 */
export function provisionKey(p: Provision): string {
  const law = p.sfs ?? p.celex ?? p.series ?? '?';
  if (p.chapter === null && p.section === null) return law;
  const section = p.section === null ? '' : p.section + (p.sectionEnd ? `-${p.sectionEnd}` : '');
  if (p.chapter === null) return `${law}/${section}`;
  return section ? `${law}/${p.chapter}:${section}` : `${law}/${p.chapter}`;
}

/** Link to the text that the citation means: lagen.nu for Swedish statutes, EUR-Lex for EU acts, null where neither is sure. */
export function provisionUrl(p: Provision): string | null {
  if (p.celex) return `https://eur-lex.europa.eu/legal-content/SV/TXT/?uri=CELEX:${p.celex}`;
  if (!p.sfs) return null;
  let anchor = '';
  if (p.level !== 'article') {
    if (p.chapter) anchor += `K${p.chapter}`;
    if (p.section) anchor += `P${p.section}`;
    if (anchor && p.section && p.paragraph) anchor += `S${p.paragraph}`;
    if (anchor && p.section && p.item) anchor += `N${p.item}`;
  }
  return `https://lagen.nu/${p.sfs}${anchor ? `#${anchor}` : ''}`;
}

export interface ProvisionFacts {
  /** ISO, first day no longer in force. */
  repealed?: string;
  /** True where the statute was in force at the date that was asked for; absent without a date or without known dates. */
  inForceAtDate?: boolean;
  replacedBy?: { sfs: string; name: string };
  /** Nearest places in socialtjänstlagen (2025:400), certainty high or medium: "motsvaras närmast av". */
  counterparts: (Counterpart & { provision: Provision })[];
  /** The outline says that this chapter or section probably does not exist. */
  probablyMissing: boolean;
  /** Dates above that no register confirms. */
  unsourced: ('inForce' | 'repealed')[];
}

/**
 * What is known of the cited place beyond its name.
 * @param date ISO date of the document, to tell whether the statute was in force then.
 */
export function provisionFacts(p: Provision, date?: string): ProvisionFacts {
  const facts: ProvisionFacts = { counterparts: [], probablyMissing: false, unsourced: [] };
  const statute = p.sfs ? statutes().get(p.sfs) : undefined;
  if (!statute) return facts;
  if (statute.repealed) facts.repealed = statute.repealed;
  if (date && statute.inForce) {
    facts.inForceAtDate = statute.inForce <= date && (statute.repealed === undefined || date < statute.repealed);
  }
  const successor = statute.replacedBy ? statutes().get(statute.replacedBy) : undefined;
  if (statute.replacedBy) {
    facts.replacedBy = { sfs: statute.replacedBy, name: successor ? fullName(successor) : `SFS ${statute.replacedBy}` };
  }
  facts.unsourced = statute.unsourced;
  if (p.level !== 'article') facts.probablyMissing = probablyMissing(statute, p.chapter, p.section);
  if (p.sfs === '2001:453' && p.chapter && p.section) {
    facts.counterparts = solCounterparts(p.chapter, p.section).map((counterpart) => ({
      ...counterpart,
      provision: { sfs: '2025:400', chapter: counterpart.chapter, section: counterpart.section, level: 'provision' },
    }));
  }
  return facts;
}
