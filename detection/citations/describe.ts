import type { Provision } from '../types';
import { type Statute, statutes } from './catalogue';
import { definite } from './definite';
import { euActByCelex, euActNumber } from './eu-acts';

/** `1a` → `1 a`. */
const spaced = (number: string): string => number.replace(/^(\d+)([a-zåäö])$/, '$1 $2');

/** The name people use for a statute, definite: a single word where there is one. */
function commonName(statute: Statute): string {
  const word = statute.forms.find((form) => !/^(Lag|Förordning|Kungörelse|lag|förordning|kungörelse) /.test(form));
  return definite(word ?? statute.name);
}

/** "lagen (1990:52) med särskilda bestämmelser om vård av unga", "socialtjänstlagen (2001:453)". */
export function fullName(statute: Statute): string {
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
    const number = euActNumber(p.celex);
    return act ? { long: `${act.name} (${act.number})`, short: act.short } : { long: number, short: number };
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
    // Of several items (`8 och 9`) the first.
    if (anchor && p.section && p.item) anchor += `N${/^\w+/.exec(p.item)?.[0] ?? ''}`;
  }
  return `https://lagen.nu/${p.sfs}${anchor ? `#${anchor}` : ''}`;
}
