import type { Reason } from '../types';
import { AMBIGUOUS, type AmbiguityRule } from './ambiguous';
import { type Statute, statutes } from './catalogue';

/** Months around a change of law in which a number in the document decides what the bare name means. */
const CHANGEOVER_MONTHS = 18;

export interface Resolution {
  sfs: string | null;
  celex?: string;
  series?: string;
  resolvedBy: NonNullable<Reason['resolvedBy']>;
  doubtful?: boolean;
  /** ISO date at which it was in force, where that is not the document's. */
  date?: string;
}

export const UNRESOLVED: Resolution = { sfs: null, resolvedBy: 'unresolved' };

/** All statutes that were replaced, step by step, by `sfs`, and itself. */
export function line(sfs: string): ReadonlySet<string> {
  const known = lines.get(sfs);
  if (known) return known;
  const members = new Set([sfs]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const statute of statutes().values()) {
      if (statute.replacedBy && members.has(statute.replacedBy) && !members.has(statute.sfs)) {
        members.add(statute.sfs);
        grew = true;
      }
    }
  }
  lines.set(sfs, members);
  return members;
}
const lines = new Map<string, Set<string>>();

function months(from: string, to: string): number {
  const [a, b] = [from, to].map((date) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)));
  return Math.abs((b as number) - (a as number));
}

const inForceAt = (statute: Statute, date: string): boolean =>
  (statute.inForce === undefined || statute.inForce <= date) &&
  (statute.repealed === undefined || date < statute.repealed);

/** Dates are ISO, so that plain comparison is right; a collator takes milliseconds to set up. */
function byAge(a: Statute, b: Statute): number {
  const [one, other] = [a.inForce ?? '', b.inForce ?? ''];
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * The statute among `candidates` that a name meant.
 * @param date ISO date of the document; without it the newest is meant, and the answer is doubtful where eras differ
 * @param era "den nya", "tidigare": one step forward or back
 * @param named numbers that the document prints with this name
 */
export function inTime(
  candidates: readonly string[],
  date: string | undefined,
  era: 'old' | 'new' | undefined,
  named: { has(sfs: string): boolean },
): Resolution {
  const all = candidates
    .map((sfs) => statutes().get(sfs))
    .filter((statute) => statute !== undefined)
    .sort(byAge);
  const newest = all[all.length - 1];
  if (!newest) return UNRESOLVED;
  if (all.length === 1) {
    const only: Resolution = { sfs: newest.sfs, resolvedBy: 'only-one' };
    // `kommunal redovisningslag` in a document of 2022: the law of that name was gone, perhaps its successor is meant.
    if (date !== undefined && era !== 'old' && newest.repealed && newest.repealed <= date) only.doubtful = true;
    return only;
  }
  const printed = all.filter((statute) => named.has(statute.sfs));
  if (date === undefined) {
    if (printed.length === 1) return { sfs: (printed[0] as Statute).sfs, resolvedBy: 'introduced' };
    return { sfs: newest.sfs, resolvedBy: 'in-force', doubtful: true };
  }
  const current = all.filter((statute) => inForceAt(statute, date));
  let meant = current[current.length - 1] ?? nearest(all, date);
  const at = all.indexOf(meant);
  const doubtful = current.length === 0 || meant.unsourced.length > 0;
  const only = printed.length === 1 ? printed[0] : undefined;
  const later = all[at + 1];
  const earlier = all[at - 1];
  if (era === 'new' && later?.inForce && months(later.inForce, date) <= 30) meant = later;
  else if (era === 'old' && earlier && meant.inForce && months(meant.inForce, date) <= 60) meant = earlier;
  else if (only && only === earlier && meant.inForce && months(meant.inForce, date) <= CHANGEOVER_MONTHS) {
    // Only back: before a new law is in force, a document that prints its number still means the old one by the bare name.
    return { sfs: only.sfs, resolvedBy: 'introduced' };
  }
  const resolution: Resolution = { sfs: meant.sfs, resolvedBy: 'in-force' };
  if (doubtful) resolution.doubtful = true;
  return resolution;
}

/** Before the first or after the last: the nearest one. */
function nearest(all: readonly Statute[], date: string): Statute {
  const past = all.filter((statute) => statute.inForce !== undefined && statute.inForce <= date);
  return (past[past.length - 1] ?? all[0]) as Statute;
}

/** What the document offers to settle an abbreviation. */
export interface Evidence {
  /** True, false: the pinpoint names a chapter or none; undefined: no pinpoint. */
  chapter?: string | null;
  /** Whether a folded stem stands anywhere in the document. */
  mentions(stem: string): boolean;
}

/** The candidates of an ambiguous abbreviation that its rules leave; null where nothing settles it. */
export function disambiguate(
  key: string,
  candidates: readonly string[],
  evidence: Evidence,
): { candidates: string[]; doubtful: boolean } | null {
  const rules = AMBIGUOUS[key];
  if (!rules) return { candidates: [...candidates], doubtful: false };
  const rule = rules.find((one) => holds(one, evidence));
  if (!rule) return null;
  const left = candidates.filter((sfs) => line(rule.law).has(sfs));
  return { candidates: left.length > 0 ? left : [rule.law], doubtful: rule.doubtful ?? false };
}

function holds(rule: AmbiguityRule, evidence: Evidence): boolean {
  const { chapter } = evidence;
  if (rule.pinpointOnly && chapter === undefined) return false;
  if (rule.chapter === true && !chapter) return false;
  if (rule.chapter === false && chapter) return false;
  if (rule.chaptersFrom !== undefined && !(chapter && Number.parseInt(chapter, 10) >= rule.chaptersFrom)) return false;
  if (rule.stems && !rule.stems.some((stem) => evidence.mentions(stem))) return false;
  return !rule.without?.some((stem) => evidence.mentions(stem));
}

/** Months around its first day in which a law is called the new one. */
const NEW_MONTHS = 36;

/** What has replaced a statute; null where nothing has, or where nothing is known of it. */
export function replacementOf(sfs: string | null): string | null {
  return (sfs && statutes().get(sfs)?.replacedBy) || null;
}

/** True for a statute that came into force not long before or after a document's ISO date; false without one. */
export function isNewAt(sfs: string | null, date: string | undefined): boolean {
  const inForce = sfs ? statutes().get(sfs)?.inForce : undefined;
  return inForce !== undefined && date !== undefined && months(inForce, date) <= NEW_MONTHS;
}
