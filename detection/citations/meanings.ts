import { AMBIGUOUS, EVERYDAY, LOWER_CASE_OK, WELL_KNOWN } from './ambiguous';
import type { Item } from './attach';
import { statutes } from './catalogue';
import type { Cue } from './cues';
import { foldWord } from './fold';
import { disambiguate, inTime, type Resolution, UNRESOLVED } from './in-time';
import type { LawMention } from './law-mention';
import type { Pinpoint } from './pinpoint';

/** Titles: `TF` before one is tillförordnad. */
const TITLE =
  /(?:chef|sekreterare|direktor|ordforande|rektor|ledare|samordnare|controller|kamrer|jurist|strateg|handlaggare|ansvarig|skota|skoterska|lakare|rad|inspektor|forman|intendent)(?:en|n|s|ns|ens)?$/;

/** `TF förvaltningschef`, which is no law beside a place either. @param after the word behind it, folded */
export const isTitled = ({ key }: LawMention, after: string): boolean => key === 'tf' && TITLE.test(after);

const isSaid = (cue: Cue): boolean => cue === 'sure' || cue === 'strong';

/** What laws' names and what they are about have in their words. */
const OF_LAW = /lag|balk|form|ordning|sekretess|regel|regler|krav|rätt/i;

/** Whether the text spells an abbreviation out as no law: `PBL (problembaserat lärande)`, `problembaserat lärande (PBL)`. */
function saysOther(text: string, { key, start, end }: LawMention): boolean {
  // Brackets behind or around; most have none.
  if (text[end] !== ')' && text[end] !== '(' && text[end + 1] !== '(') return false;
  const behind = /^\s?\(([\p{L} -]{4,60})\)/u.exec(text.slice(end, end + 70))?.[1];
  const words = text.slice(Math.max(0, start - 60), start);
  const before = text[end] === ')' ? /((?:[\p{L}-]+ ){1,4})\($/u.exec(words)?.[1] : undefined;
  const spelled = behind ?? before;
  if (spelled === undefined || OF_LAW.test(spelled)) return false;
  return spelled.split(' ').some((word) => foldWord(word)[0] === key[0]);
}

/** Letters of a name that no other word is like. */
const LONG_NAME = 12;
/** Characters that tell whether a scan damaged a text, and the share of å, ä and ö in one that none did. */
const SAMPLE = 4000;
const LEAST_SWEDISH = 0.02;

/** What the names of laws mean in one document, as far as it has been read. */
export class Meanings {
  /** Short names that the document introduced. */
  private readonly introduced = new Map<string, Resolution>();
  /** Abbreviations that the document spells out as something else than a law. */
  private readonly meansOther = new Set<string>();
  /** SFS numbers that the document prints, and where it does so first. */
  private readonly numbers = new Map<string, number>();
  /** Where the last of them was printed first. */
  private lastNumberAt = 0;
  /** What names meant so far; forgotten when the document prints a new number. */
  private readonly memo = new Map<string, Resolution>();
  private memoNumbers = 0;
  private clean: boolean | undefined;
  /** Stems that were looked for in the text. */
  private readonly stems = new Map<string, boolean>();

  /** @param date ISO date of the document */
  constructor(
    private readonly text: string,
    private readonly date: string | undefined,
  ) {}

  /** Learns what a window's laws introduce before its items are resolved. */
  learn(items: readonly Item[]): void {
    for (const { law } of items) {
      if (law?.kind === 'abbreviation' && WELL_KNOWN.has(law.key) && saysOther(this.text, law))
        this.meansOther.add(law.key);
      if (!law?.number) continue;
      // "den nya socialtjänstlagen (2025:400)" sets that law apart from the one that the bare name means.
      if (law.era !== undefined || this.numbers.has(law.number)) continue;
      this.numbers.set(law.number, law.start);
      this.lastNumberAt = Math.max(this.lastNumberAt, law.start);
    }
  }

  /** Whether the text has a stem, whatever its case. */
  mentions(stem: string): boolean {
    let known = this.stems.get(stem);
    if (known === undefined) {
      known = new RegExp(stem, 'i').test(this.text);
      this.stems.set(stem, known);
    }
    return known;
  }

  /** Which statute a mention means; the pinpoint helps with abbreviations that stand for several. */
  of(mention: LawMention, pin: Pinpoint | null): Resolution {
    if (mention.kind === 'foreign') return UNRESOLVED;
    if (mention.series) return { sfs: null, series: mention.series, resolvedBy: 'only-one' };
    if (mention.number) {
      const resolution: Resolution = { sfs: mention.number, resolvedBy: 'sfs-number' };
      const known = statutes().has(mention.number);
      if (!known && mention.candidates.length > 0) resolution.doubtful = true;
      this.introduce(mention, resolution);
      return resolution;
    }
    if (mention.celex) {
      const resolution: Resolution = { sfs: null, celex: mention.celex, resolvedBy: 'only-one' };
      this.introduce(mention, resolution);
      return resolution;
    }
    const alias = this.introduced.get(mention.key);
    if (alias && mention.kind === 'name') return { ...alias, resolvedBy: 'introduced' };
    if (alias && mention.kind === 'abbreviation') {
      const known =
        mention.candidates.length === 0 ||
        (alias.sfs !== null && mention.candidates.includes(alias.sfs)) ||
        alias.resolvedBy === 'introduced';
      if (known) return { ...alias, resolvedBy: 'introduced' };
    }
    if (alias && mention.candidates.length === 0) return { ...alias, resolvedBy: 'introduced' };
    const place = mention.key in AMBIGUOUS ? (pin ? (pin.chapter ?? '-') : '') : '';
    const only = mention.candidates.length === 1 ? mention.candidates[0] : '';
    const memo = `${mention.key} ${mention.era ?? ''} ${place} ${only}`;
    // A number that is only printed behind a name sets its own law apart from the one that the name means.
    const ahead = this.lastNumberAt > mention.start;
    const settled = mention.introduces.length === 0 && !ahead;
    if (settled) {
      if (this.memoNumbers !== this.numbers.size) this.memo.clear();
      this.memoNumbers = this.numbers.size;
      const known = this.memo.get(memo);
      if (known) return known;
    }
    const evidence = { ...(pin ? { chapter: pin.chapter } : {}), mentions: (stem: string) => this.mentions(stem) };
    const left =
      mention.kind === 'abbreviation'
        ? disambiguate(mention.key, mention.candidates, evidence)
        : { candidates: [...mention.candidates], doubtful: false };
    if (!left) return UNRESOLVED;
    const resolution = inTime(
      left.candidates,
      this.date,
      mention.era,
      ahead ? this.printedBefore(mention.start) : this.numbers,
    );
    if (left.doubtful) resolution.doubtful = true;
    if (settled) this.memo.set(memo, resolution);
    this.introduce(mention, resolution);
    return resolution;
  }

  /** Whether the text has its å, ä and ö, which scans lose first. */
  private isClean(): boolean {
    if (this.clean === undefined) {
      const words = this.text.slice(0, SAMPLE);
      const letters = words.match(/\p{L}/gu)?.length ?? 0;
      this.clean = (words.match(/[åäö]/gi)?.length ?? 0) > letters * LEAST_SWEDISH;
    }
    return this.clean;
  }

  private printedBefore(offset: number): ReadonlySet<string> {
    return new Set([...this.numbers].filter(([, at]) => at <= offset).map(([sfs]) => sfs));
  }

  private introduce(mention: LawMention, resolution: Resolution): void {
    if (resolution.sfs === null && !resolution.celex) return;
    for (const alias of mention.introduces) {
      const stored: Resolution = { ...resolution, resolvedBy: 'introduced' };
      this.introduced.set(alias, stored);
      if (alias.endsWith('en')) this.introduced.set(`${alias}s`, stored);
    }
  }

  /** Whether the print of a short name is good enough. @param tight a place in law stands beside it */
  printFits(mention: LawMention, tight: boolean): boolean {
    if (mention.kind !== 'abbreviation' || mention.print === 'exact' || mention.print === 'capitals') return true;
    return tight && (LOWER_CASE_OK.has(mention.key) || this.introduced.has(mention.key));
  }

  /** Whether a law without a place is cited here, not just the activity that shares its name. */
  isCited(item: Item, law: LawMention, chained: boolean): boolean {
    if (law.kind === 'foreign' || law.kind === 'context') return false;
    if (law.kind === 'agency') return true;
    if (law.number !== undefined) return law.kind !== 'number' || law.print === 'exact';
    if (law.introduces.length > 0) return true;
    if (law.kind === 'eu') return true;
    // What a scan would make of a short name is another word in a text that no scan damaged: `skillagen`.
    if (law.kind === 'name' && law.print === 'damaged' && law.key.length < LONG_NAME && this.isClean()) return false;
    if (law.kind === 'name') return !law.indefinite || chained || isSaid(item.cue) || item.before === 'mot';
    if (!this.printFits(law, false) || law.print === 'loose') return false;
    const everyday = EVERYDAY.has(law.key) && !this.introduced.has(law.key);
    if (isSaid(item.cue)) return !everyday || item.cue === 'sure';
    if (chained) return true;
    if (WELL_KNOWN.has(law.key) && item.cue !== 'none') return !item.alone && !this.meansOther.has(law.key);
    return item.cue === 'weak' && !everyday && law.key !== 'lss';
  }
}
