import { STATUTE_DATES, STATUTE_NAMES, STATUTE_OUTLINES } from '../../data/catalogue';

/** A statute of the catalogue. Dates are ISO; `repealed` is the first day it is no longer in force. */
export interface Statute {
  sfs: string;
  /** As promulgated, without number: "Socialtjänstlag", "Lag om stöd och service till vissa funktionshindrade". */
  name: string;
  abbreviations: string[];
  /** Every base (indefinite) form, the promulgated name among them. */
  forms: string[];
  inForce?: string;
  repealed?: string;
  replacedBy?: string;
  /** True where sections restart in each chapter. */
  chapters: boolean;
  /** Highest section number of each chapter, infinite where it is not known; key '' for a statute without chapters. A hint, never proof. */
  readonly outline: ReadonlyMap<string, number>;
  /** Names of the dates that no register confirms. */
  unsourced: ('inForce' | 'repealed')[];
}

function parseOutline(text: string, chapters: boolean): Map<string, number> {
  const outline = new Map<string, number>();
  if (text === '') return outline;
  if (!chapters) return outline.set('', Number(text));
  let next = 1;
  for (const [, named, digits = '?'] of text.matchAll(/(?:,(\w+)=)?-?((?<=-)..|.)/g)) {
    const chapter = named ?? String(next);
    outline.set(chapter, digits === '?' ? Number.POSITIVE_INFINITY : Number.parseInt(digits, 36));
    next = Number.parseInt(chapter, 10) + 1;
  }
  return outline;
}

/** @param text years since that of the statute's number, month, day: `10101` with 2017:725 is 2018-01-01 */
function parseDate(text: string, sfs: string): string {
  const [, years, month, day] = /^(\d+)(\d\d)(\d\d)/.exec(text) ?? [];
  return `${Number.parseInt(sfs, 10) + Number(years)}-${month}-${day}`;
}

function parseStatute(names: string, dates: string, shape: string): Statute {
  const [name = '', abbreviations = '', forms = ''] = names.split('|');
  const [sfs = '', inForce = '', replacedBy = '', repealed = ''] = dates.split('|');
  const chapters = shape.startsWith('K');
  let outline: ReadonlyMap<string, number> | undefined;
  const statute: Statute = {
    sfs,
    name,
    abbreviations: abbreviations ? abbreviations.split(',') : [],
    forms: [name, ...(forms ? forms.split(';') : [])],
    chapters,
    // Read when it is asked for: most statutes' never is, and all of them are made ready before a page's first highlight.
    get outline() {
      outline ??= parseOutline(shape.slice(1), chapters);
      return outline;
    },
    unsourced: [],
  };
  if (inForce) statute.inForce = parseDate(inForce, sfs);
  if (repealed) statute.repealed = parseDate(repealed, replacedBy || sfs);
  if (replacedBy) statute.replacedBy = replacedBy;
  if (inForce.endsWith('?')) statute.unsourced.push('inForce');
  if (repealed.endsWith('?')) statute.unsourced.push('repealed');
  return statute;
}

let bySfs: Map<string, Statute> | undefined;

/** Every statute by SFS number. */
export function statutes(): ReadonlyMap<string, Statute> {
  if (bySfs) return bySfs;
  const dates = STATUTE_DATES.split('\n');
  const outlines = STATUTE_OUTLINES.split('\n');
  const all = STATUTE_NAMES.split('\n').map((names, i) => parseStatute(names, dates[i] ?? '', outlines[i] ?? ''));
  bySfs = new Map(all.map((statute) => [statute.sfs, statute]));
  return bySfs;
}

/** Statutes whose outline is exact; the others' were read off texts with gaps. */
const EXACT = new Set(['2001:453', '2025:400', '2017:725']);

/** Whether a place is so far beyond the outline that no gap in it can be why. */
export function surelyMissing(statute: Statute, chapter: string | null, section: string | null): boolean {
  if (!probablyMissing(statute, chapter, section)) return false;
  const last = statute.outline.get(statute.chapters ? (chapter ?? '') : '');
  if (EXACT.has(statute.sfs)) return true;
  // What was read off texts with gaps may lack a chapter.
  if (last === undefined || section === null) return false;
  return Number.parseInt(section, 10) > last + Math.max(LEAST_MARGIN, last / 4);
}
/** Sections that may have been added behind an outline's last one. */
const LEAST_MARGIN = 4;

/**
 * Whether the outline speaks against a place: true only where the statute is known well enough to say so.
 * Letters (`1 a`) count as their number.
 */
export function probablyMissing(statute: Statute, chapter: string | null, section: string | null): boolean {
  if (statute.outline.size === 0) return false;
  const last = statute.outline.get(statute.chapters ? (chapter ?? '') : '');
  if (statute.chapters && chapter !== null && last === undefined) {
    const numbers = [...statute.outline.keys()].map((key) => Number.parseInt(key, 10));
    return Number.parseInt(chapter, 10) > Math.max(...numbers);
  }
  if (last === undefined || section === null) return false;
  return Number.parseInt(section, 10) > last;
}

/** Whether a place as it was read probably does not exist; a section alone is nowhere in a statute whose chapters each count their own. */
export function isNowhere(statute: Statute, chapter: string | null, section: string | null): boolean {
  return (statute.chapters && chapter === null && section !== null) || probablyMissing(statute, chapter, section);
}
