import type { Block, Reading } from '../../reading/types';
import type { Item } from './attach';
import { probablyMissing, statutes } from './catalogue';
import { words } from './endings';
import { foldWord } from './fold';
import { isNewAt, type Resolution, replacementOf } from './in-time';
import { type Cited, LawBlocks } from './law-blocks';
import { isNotLawBefore } from './minutes';
import { nameBook, repairName } from './names';
import type { Pinpoint } from './pinpoint';
import { isNoLaw } from './scan';

/** Characters between a law and a colon form without one: of any chapter, and of the chapter cited last. */
const COLON_REACH = 160;
const SAME_CHAPTER_REACH = 400;

const LEGAL_BEFORE =
  /^(?:i|av|enligt|enl|jfr|jamfor|se|till|och|samt|med|genom|mot|aven|jml|jamlikt|dess|foljer|liksom|jamte|respektive|eller|anger|stadgar|foreskriver|reglerar|)$/;

/** What a sentence that begins with a section says of it: `17 § anger att …`. */
const SAYS = /^(?:anger|stadgar|foreskriver|reglerar|raknar|innehaller|staller|galler|sager|handlar|ger)$/;
/** Characters between a law and a section that begins the next sentence, and papers that the section may be of as well. */
const NEXT_REACH = 250;
const PAPER = /reglemente|avtal|stadg|ordning|polic|instruktion|riktlinje|överenskommelse/i;

/** Characters between a law and the place that a clause says something of. */
const LONGEST_SAID = 50;
const SAID_AFTER: ReadonlySet<string> = words('ar framst sarskilt bara endast alltsa annat det');
const SAID =
  /^\s+är(?:\s+det)?(?:\s+(?:främst|särskilt|bara|endast|alltså|bland annat))?\s+(?:\d[\d§a-h\s,–-]*(?:och\s+)?)?$/;
const OF_LAW_BEFORE = /(?:^|[^\p{L}])(?:[Ii]|[Aa]v|[Tt]ill|[Uu]r|[Ee]nligt|[Ff]ör)\s+$/u;

/** Around a chapter without its law: what stands before it where it is a law's, and behind. */
const OF_A_LAW_BEFORE = /^(?:enligt|enl|jfr|jamlikt|och|samt|eller|\d+)$/;
const OF_A_LAW_BEHIND = /regl|bestäm|föreskr|stadg|krav|skyldighet|rätt till|lagen/;

/** How names of laws end, and characters of the longest word before that. */
const NAME_END = /(?:lag|balk|förordning)ens?(?!\p{L})/gu;
const LONGEST_STEM = 30;

/** Characters of a law's name with a place below it. */
const LONGEST_HEAD = 90;
/** Key of `2001 års lag`. */
const OF_YEAR = /^(\d{4}) ars$/;

/** A full stop and a capital; `kap. A` and `st. Det` are rare enough. */
const SENTENCE_END = /(?<!\bkap)[.!?]["”)]?\s+(?=\p{Lu})/gu;
/** Blocks behind the last citation of the law that a document is about. */
const MAIN_LAW_REACH = 12;
/** Characters before a place in which another law competes for it. */
const RIVAL_REACH = 600;

/** What a document has cited so far, and under which headings: what an implied law is taken from. */
export class CitedLaws extends LawBlocks {
  /** Laws cited so far, newest last; trimmed. */
  private cited: Cited[] = [];
  private headings: { level: number; block: number; laws: Cited[] }[] = [];
  private walked = -1;
  /** The list of places at a sentence's end that is of the law named in it. */
  private closing = -1;

  /** @param date ISO date of the document */
  constructor(
    reading: Reading,
    private readonly date: string | undefined,
  ) {
    super(reading);
  }

  /** The citation before, if any. */
  get last(): Cited | undefined {
    return this.cited[this.cited.length - 1];
  }

  walkTo(offset: number): void {
    const index = this.walk.indexAt(offset);
    for (let k = this.walked + 1; k <= index; k++) {
      const block = this.walk.at(k) as Block;
      if (block.type !== 'heading') continue;
      const level = block.level ?? 1;
      while (this.headings.length > 0 && (this.headings[this.headings.length - 1] as { level: number }).level >= level)
        this.headings.pop();
      this.headings.push({ level, block: k, laws: [] });
    }
    if (index > this.walked) this.walked = index;
  }

  remember(cited: Cited): void {
    this.cited.push(cited);
    this.note(cited);
    if (this.cited.length > 64) this.cited = this.cited.slice(-32);
    const heading = this.headings[this.headings.length - 1];
    if (heading && heading.block === cited.block) heading.laws.push(cited);
  }

  /** The citation that `Ibid` at an offset means by the number of its note; null where it stands behind no number. */
  inNoteOfNumber(start: number): Cited | undefined | null {
    return this.inNumberedNoteBefore(start, this.cited);
  }

  lastChapter(law: Resolution): string | null {
    for (let k = this.cited.length - 1; k >= 0 && k >= this.cited.length - 12; k--) {
      const one = this.cited[k] as Cited;
      if (sameLaw(one.law, law) && one.chapter !== null) return one.chapter;
    }
    return null;
  }

  /** The law that a place without one implies. */
  implied(item: Item, pin: Pinpoint): { cited: Cited; rule: string; chapter: string | null; doubtful: boolean } | null {
    if (this.cited.length === 0) return null;
    const block = this.walk.indexAt(item.end - 1);
    const last = this.cited[this.cited.length - 1];
    if (item.law?.kind === 'context') {
      const year = OF_YEAR.exec(item.law.key)?.[1];
      if (year !== undefined) {
        const own = this.newest((one) => one.law.sfs?.startsWith(`${year}:`) === true && this.fits(one, pin, true));
        return own ? { cited: own, rule: 'same-law', chapter: null, doubtful: false } : null;
      }
      if (item.law.era === 'old') {
        const gone = this.newest((one) => this.isRepealed(one) && this.fits(one, pin, true));
        return gone ? { cited: gone, rule: 'same-law', chapter: null, doubtful: true } : null;
      }
      if (item.law.era === 'new') return this.newLaw(pin);
      // `3 kap. 2 § förordningen om statsbidrag`: another one, which no list of names has.
      if (/^(?:lag|forordning)/.test(item.law.key) && /^\s+om\s/.test(this.text.slice(item.law.end, item.law.end + 9)))
        return null;
      if (item.law.key === 'ibid') return last ? { cited: last, rule: 'ibid', chapter: null, doubtful: false } : null;
      const cited =
        this.newest(
          (one) =>
            block - one.block <= 3 &&
            this.fits(one, pin, true) &&
            isOfKind(one.law, this.text.slice(item.start, item.end)),
        ) ?? this.headingLaw(pin, true);
      if (cited && this.isOtherNamed(cited, item)) return null;
      if (cited) return { cited, rule: 'same-law', chapter: null, doubtful: false };
      const main = this.mainLaw(block, pin);
      return main ? { cited: main, rule: 'main-law', chapter: null, doubtful: true } : null;
    }
    if (pin.sameChapter)
      return last && block - last.block <= 2
        ? { cited: last, rule: 'same-chapter', chapter: null, doubtful: false }
        : null;
    const full = pin.chapter !== null;
    if (
      item.paper === 'behind' ||
      item.paper === 'law' ||
      (item.paper === 'before' && !full && pin.shape === 'section')
    )
      return null;
    if (pin.shape === 'article') {
      const act = this.newest(
        (one) => one.block === block && (one.law.celex !== undefined || one.law.sfs === '2018:1197'),
      );
      return act ? { cited: act, rule: 'implied-in-block', chapter: null, doubtful: false } : null;
    }
    if (pin.shape === 'colon') {
      // `Kommunallagen: nämndernas ansvar (6:6)`
      const named = this.newest(
        (one) =>
          one.block === block &&
          item.start - one.end < (one.chapter === pin.chapter ? SAME_CHAPTER_REACH : COLON_REACH) &&
          this.fits(one, pin, true),
      );
      const statute = named?.law.sfs ? statutes().get(named.law.sfs) : undefined;
      if (
        !named ||
        !(item.bracketed || (item.apart && this.isLikeLast(named, pin))) ||
        !statute ||
        statute.outline.size === 0 ||
        probablyMissing(statute, pin.chapter, pin.section)
      )
        return null;
      return { cited: named, rule: 'implied-in-block', chapter: null, doubtful: true };
    }
    if (!full && item.lineStart && pin.signFirst) {
      const above = this.newest((one) => one.block === block);
      if (above?.rule?.startsWith('implied-by') && this.chapterless(above))
        return { cited: above, rule: 'implied-by-list', chapter: null, doubtful: false };
    }
    // `omhändertagande (6 §)`: brackets round it say as much as `enligt`.
    const bracketed = item.bracketed && !pin.signFirst;
    if (!full && !item.lineStart && !bracketed && !this.isSaidOfLaw(block, item, pin)) {
      const isLegal = LEGAL_BEFORE.test(item.before) || this.beginsNext(block, item, pin);
      if (isNotLawBefore(item.before) || !(isLegal || this.closesSentence(block, item, pin))) return null;
      if (/^\d+$/.test(item.before)) return null;
    }
    const own = pin.shape === 'chapter' && this.isOwnChapter(item);
    const here = own ? undefined : this.newestFitting(block, pin, full);
    if (here && this.isOtherNamed(here, item)) return null;
    // `6 kap. 6 §` beside a law whose chapter 6 ends before: the place that was cited by its law earlier on.
    const known = here && this.isMissing(here, pin, full) ? this.ofSamePlace(pin) : undefined;
    if (known) return { cited: known, rule: 'main-law', chapter: null, doubtful: true };
    if (here) {
      if (full) {
        const rivalled = this.rivalled(here, item, pin, block);
        if (!rivalled) return { cited: here, rule: 'implied-in-block', chapter: null, doubtful: false };
        const heading = this.headingLaw(pin, full);
        if (heading) return { cited: heading, rule: 'implied-by-heading', chapter: null, doubtful: true };
        return rivalled === 'open' ? null : { cited: here, rule: 'implied-in-block', chapter: null, doubtful: true };
      }
      const statute = here.law.sfs ? statutes().get(here.law.sfs) : undefined;
      if ((item.before === '' || item.lineStart) && pin.signFirst) return null;
      if (statute ? !statute.chapters : bracketed && here.law.sfs !== null && here.chapter === null)
        return { cited: here, rule: 'implied-in-block', chapter: null, doubtful: true };
      const chapter = here.chapter;
      return chapter !== null && item.start - here.end < 400
        ? { cited: here, rule: 'implied-in-block', chapter, doubtful: true }
        : null;
    }
    const type = this.walk.at(block)?.type;
    const above = type === 'paragraph' && item.lineStart && !pin.signFirst ? this.leadInOfLines(block) : null;
    const listed = type === 'item' || type === 'cell' || type === 'footnote' || above !== null;
    const leadIn = above ?? (listed ? this.leadIn(block) : block - 1);
    if (listed) {
      const apart = type === 'cell' && this.isUnderAbbreviation(block);
      const fits = (one: Cited) =>
        one.block >= leadIn && this.fits(one, pin, full) && !(apart && this.isInOtherColumn(one, block));
      const law = this.newest(fits);
      if (law && (full || this.chapterless(law)))
        return { cited: law, rule: 'implied-by-list', chapter: null, doubtful: false };
    }
    const heading = this.headingLaw(pin, full);
    const minutes = !full && item.lineStart && pin.signFirst && heading?.alone !== true;
    if (heading && !minutes && (full || this.chapterless(heading) || heading.chapter !== null)) {
      return { cited: heading, rule: 'implied-by-heading', chapter: full ? null : heading.chapter, doubtful: false };
    }
    if (!full || own) return null;
    const near = this.newestFitting(leadIn - 1, pin, true);
    if (near) {
      const isOpen = this.isOtherNamed(near, item) || this.rivalled(near, item, pin, leadIn - 1) === 'open';
      return isOpen ? null : { cited: near, rule: 'implied-by-sentence-before', chapter: null, doubtful: true };
    }
    if (item.paper !== 'none' || item.before === '' || !LEGAL_BEFORE.test(item.before)) return null;
    const main = this.mainLaw(block, pin, true);
    return main ? { cited: main, rule: 'main-law', chapter: null, doubtful: true } : null;
  }

  /**
   * `Vattentjänstlagen kräver en plan, 6 a §.`: behind a comma at the end of a sentence that names a law without chapters; or right
   * behind such a law, `förvaltningslagen, vars 9 §`.
   */
  private closesSentence(block: number, { start, before, after, list }: Item, pin: Pinpoint): boolean {
    const { last } = this;
    if ((!/^[.,)]?$/.test(after) && before !== 'vars') || pin.signFirst || pin.damaged) return false;
    if (last?.block !== block || !this.chapterless(last) || !this.fits(last, pin, false)) return false;
    const between = this.text.slice(last.end, start);
    if (/(?:\p{L},|^[),]*\svars)\s$/u.test(between) && !/[.!?:;]\s/.test(between) && !PAPER.test(between))
      this.closing = list;
    return this.closing === list;
  }

  /** `Resultatet redovisas i kapitel 3`: the document's own, unless the words around are a law's. */
  private isOwnChapter({ start, end, before, lineStart }: Item): boolean {
    if (lineStart || OF_A_LAW_BEFORE.test(before) || !/^k/i.test(this.text[start] as string)) return false;
    return !OF_A_LAW_BEHIND.test(this.text.slice(end, end + LONGEST_SAID));
  }

  /** `I förvaltningslagen är 9 § central`: what the clause says of the law right before the place. */
  private isSaidOfLaw(block: number, item: Item, pin: Pinpoint): boolean {
    if (!SAID_AFTER.has(item.before)) return false;
    const passage = this.newest(
      (one) => one.block === block && one.chapter === null && one.rule === 'bare-name',
    )?.passage;
    if (!passage || pin.signFirst || item.start - passage.end > LONGEST_SAID) return false;
    const before = this.text.slice(Math.max(0, passage.start - LONGEST_SAID), passage.start);
    return SAID.test(this.text.slice(passage.end, item.start)) && OF_LAW_BEFORE.test(before);
  }

  /** `Nämnden följer LSS. 9 § räknar upp insatserna.`: a section that a sentence right behind one with a law begins with. */
  private beginsNext(block: number, item: Item, pin: Pinpoint): boolean {
    if (item.before !== '.' || pin.signFirst || pin.damaged || !SAYS.test(item.after)) return false;
    const last = this.last;
    if (!last || last.block !== block || item.start - last.end > NEXT_REACH) return false;
    const between = this.text.slice(last.end, item.start + 1);
    return !PAPER.test(between) && (between.match(/[.!?]\s+(?=[\p{Lu}\d])/gu)?.length ?? 0) === 1;
  }

  /** Whether a colon form between commas follows one of the same law, or another place of its chapter. */
  private isLikeLast(cited: Cited, pin: Pinpoint): boolean {
    const passage = cited.passage;
    const inColons = passage !== undefined && /\d:\d/.test(this.text.slice(passage.start, passage.end));
    return cited.chapter !== null && (inColons || cited.chapter === pin.chapter);
  }

  /**
   * The law that a document is about, so that `lagen` means it in a new section too: cited far more than any other, farther still
   * where another was cited last, in the section before.
   * @param alone whether the place has no law's word beside it: its chapter must have been cited, and no other law that has one
   */
  private mainLaw(block: number, pin: Pinpoint, alone = false): Cited | undefined {
    if (pin.chapter === null) return undefined;
    const able = this.cited.filter((one) => this.fits(one, pin, true) && !this.isMissing(one, pin, true));
    const counts = new Map<string | null, number>();
    for (const { law } of able) counts.set(law.sfs, (counts.get(law.sfs) ?? 0) + 1);
    const [most = 0, next = 0] = [...counts.values()].sort((a, b) => b - a);
    const main = able.findLast(({ law }) => counts.get(law.sfs) === most);
    if (!main || block - main.block > MAIN_LAW_REACH) return undefined;
    if (alone && (next > 0 || !able.some(({ chapter }) => chapter === pin.chapter))) return undefined;
    const last = able.at(-1) as Cited;
    const isLast = main === last;
    // What was cited above a heading lends no `lagen` to what stands below.
    if (!isLast && (this.headings.at(-1)?.block ?? 0) <= last.block) return undefined;
    return most >= (isLast ? 3 : 5) && most >= next * (isLast ? 2 : 3) ? main : undefined;
  }

  /** The newest law from `block` on that has the place; failing that, one that has its chapter. */
  private newestFitting(block: number, pin: Pinpoint, full: boolean): Cited | undefined {
    const fits = (one: Cited) => one.block >= block && this.fits(one, pin, full);
    return this.newest((one) => fits(one) && !this.isMissing(one, pin, full)) ?? this.newest(fits);
  }

  /** The law that the very place was cited in last, anywhere before. */
  private ofSamePlace(pin: Pinpoint): Cited | undefined {
    return this.cited.findLast(
      ({ law, passage }) =>
        passage?.provisions.some(
          ({ sfs, chapter, section }) => sfs === law.sfs && chapter === pin.chapter && section === pin.section,
        ) && law.sfs !== null,
    );
  }

  /** Whether a law was no longer in force at the document's date: "den upphävda lagen". */
  private isRepealed({ law }: Cited): boolean {
    const repealed = law.sfs ? statutes().get(law.sfs)?.repealed : undefined;
    return repealed !== undefined && (this.date === undefined || repealed <= this.date);
  }

  /** "Den nya lagen": one cited that is new at the document's date, or what has replaced one cited; nothing else is called so. */
  private newLaw(pin: Pinpoint): { cited: Cited; rule: string; chapter: null; doubtful: boolean } | null {
    const own = this.newest((one) => isNewAt(one.law.sfs, this.date) && this.fits(one, pin, true));
    if (own) return { cited: own, rule: 'same-law', chapter: null, doubtful: false };
    const old = this.newest(({ law }) => isNewAt(replacementOf(law.sfs), this.date));
    const sfs = replacementOf(old?.law.sfs ?? null);
    if (!old || sfs === null) return null;
    const cited: Cited = { law: { sfs, resolvedBy: 'implied' }, end: old.end, block: old.block, chapter: null };
    return this.fits(cited, pin, true) ? { cited, rule: 'same-law', chapter: null, doubtful: true } : null;
  }

  private isMissing(cited: Cited, pin: Pinpoint, full: boolean): boolean {
    const statute = cited.law.sfs && full ? statutes().get(cited.law.sfs) : undefined;
    return statute !== undefined && probablyMissing(statute, pin.chapter, pin.section);
  }

  /**
   * Whether another law of the sentences before could be the one meant too: `open` where nothing settles it, `leaning` where the
   * sentence just before cites a place in `cited`, null where no law competes.
   */
  private rivalled(cited: Cited, item: Item, pin: Pinpoint, block: number): 'open' | 'leaning' | null {
    const rival = this.newest(
      (one) =>
        one.block >= block &&
        item.start - one.end < RIVAL_REACH &&
        !sameLaw(one.law, cited.law) &&
        this.fits(one, pin, true) &&
        !this.isMissing(one, pin, true),
    );
    if (!rival) return null;
    // A rival is near, and so is what was cited after it: the stretch is short.
    const between = this.text.slice(Math.max(cited.end, item.start - RIVAL_REACH), item.start);
    const sentences = between.match(SENTENCE_END)?.length ?? 0;
    if (sentences === 0) return null;
    return sentences === 1 && cited.passage?.provisions[0]?.level === 'provision' ? 'leaning' : 'open';
  }

  /** `Spellagen gäller också. Enligt 4 kap. 1 §`: whether a law that no list of names has was named since. */
  private isOtherNamed({ end }: Cited, { start }: Item): boolean {
    const between = this.text.slice(Math.max(end, start - RIVAL_REACH), start);
    for (const { 0: ending, index } of between.matchAll(NAME_END)) {
      const stem = /\p{L}{3,}$/u.exec(between.slice(Math.max(0, index - LONGEST_STEM), index))?.[0];
      const word = stem && foldWord(stem + ending);
      if (word && !isNoLaw(word) && !nameBook().anchors.has(word) && repairName(word) === null) return true;
    }
    return false;
  }

  private chapterless(cited: Cited): boolean {
    const statute = cited.law.sfs ? statutes().get(cited.law.sfs) : undefined;
    return statute !== undefined && !statute.chapters;
  }

  /** Whether a block is a law and nothing else, or a law over the first of its places: `Förvaltningslagen`, and `9 §` below it. */
  private headsPlaces(block: number): boolean {
    const cited = this.newest((one) => one.block === block);
    if (!cited) return false;
    if (cited.alone === true) return true;
    const { start, end } = this.walk.at(block) as Block;
    return end - start < LONGEST_HEAD && /^\p{Lu}[^\n]*\n\d[^\n]*$/u.test(this.text.slice(start, end));
  }

  /** The block with a colon at its end, or a law alone, over lines that each begin with a number: `4 §` …, a list without bullets. */
  private leadInOfLines(block: number): number | null {
    for (let k = block - 1; k >= 0 && block - k < 12; k--) {
      const { start, end } = this.walk.at(k) as Block;
      if (this.text[end - 1] === ':') return k;
      if (!/^\d/.test(this.text[start] ?? '')) return this.headsPlaces(k) ? k : null;
    }
    return null;
  }

  private newest(test: (cited: Cited) => boolean): Cited | undefined {
    for (let k = this.cited.length - 1; k >= 0 && k >= this.cited.length - 24; k--) {
      const one = this.cited[k] as Cited;
      if (test(one)) return one;
    }
    return undefined;
  }

  private headingLaw(pin: Pinpoint, full: boolean): Cited | undefined {
    for (let k = this.headings.length - 1; k >= 0; k--) {
      const { laws } = this.headings[k] as { laws: Cited[] };
      const distinct = laws.filter((one, at) => laws.findIndex((other) => sameLaw(other.law, one.law)) === at);
      if (distinct.length === 0) continue;
      const fitting = distinct.filter((one) => this.fits(one, pin, full));
      return fitting.length === 1 ? fitting[0] : undefined;
    }
    return undefined;
  }

  /** The newest law that has a place, for one that the law beside it cannot have. */
  newestHolding(pin: Pinpoint): Resolution | undefined {
    const cited = this.newest((one) => this.fits(one, pin, true) && !this.isMissing(one, pin, true));
    return cited && { ...cited.law, resolvedBy: 'implied', doubtful: true };
  }

  /** Whether a law may have the place, as far as its outline is known. */
  holds(law: Resolution, pin: Pinpoint): boolean {
    return this.fits({ law, end: 0, block: 0, chapter: null }, pin, pin.chapter !== null);
  }

  private fits(cited: Cited, pin: Pinpoint, full: boolean): boolean {
    if (cited.law.sfs === null) return false;
    const statute = statutes().get(cited.law.sfs);
    if (!statute) return true;
    if (full && pin.chapter !== null) return statute.chapters && !probablyMissing(statute, pin.chapter, null);
    return statute.chapters || !probablyMissing(statute, null, pin.section);
  }
}

/** Whether a law may be meant by words such as `samma lag` and `förordningens`: an ordinance is no `lag`, nor the other way round. */
function isOfKind({ sfs }: Resolution, words: string): boolean {
  const statute = sfs ? statutes().get(sfs) : undefined;
  const named = /förordning|(lag)/i.exec(words);
  return !statute || !named || /förordning/i.test(statute.name) === (named[1] === undefined);
}

export function sameLaw(a: Resolution, b: Resolution): boolean {
  return a.sfs === b.sfs && a.celex === b.celex && a.series === b.series;
}
