import type { Provision } from '../types';
import { isNowhere, statutes } from './catalogue';
import { type Counterpart, solCounterparts } from './counterparts';
import { fullName } from './describe';

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
  if (p.level !== 'article') facts.probablyMissing = isNowhere(statute, p.chapter, p.section);
  if (p.sfs === '2001:453' && p.chapter && p.section) {
    facts.counterparts = solCounterparts(p.chapter, p.section).map((counterpart) => ({
      ...counterpart,
      provision: { sfs: '2025:400', chapter: counterpart.chapter, section: counterpart.section, level: 'provision' },
    }));
  }
  return facts;
}
