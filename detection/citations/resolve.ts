import type { Reading } from '../../reading/types';
import { MONTHS } from '../months';
import type { CitationPassage, Provision, Reason } from '../types';
import type { Item } from './attach';
import { BareLaws } from './bare-laws';
import { isNowhere, probablyMissing, statutes, surelyMissing } from './catalogue';
import { CitedLaws } from './cited-laws';
import { SURE_CUES } from './cue-words';
import { inTime, isNewAt, line, type Resolution, UNRESOLVED } from './in-time';
import type { Cited } from './law-blocks';
import type { LawMention } from './law-mention';
import { Meanings } from './meanings';
import { isPaper } from './minutes';
import type { Pinpoint } from './pinpoint';
import { tableLaw } from './table-laws';

/** The act that made the convention on the rights of the child Swedish law, and the name its articles go by. */
const CONVENTION_ACT = '2018:1197';
const CONVENTION = 'barnkonventionen';

/** Megabytes. */
const SIZE = '(?<![:\\d])\\d+(?:,\\d+)? ?MB(?!\\p{L})';

/** Characters between a place and the one whose law it shares. */
const AHEAD = 120;

/** Characters before a name in which its clause may say that the law is today's; no sentence ends between. */
const TODAY_REACH = 70;
const TODAY =
  /(?<!\p{L})(?:numera|nu gäller|nu gällande|nuvarande|(?:finns|regleras|motsvaras) (?:nu|i ?dag)|nu (?:finns|regleras)|i ?dag gäller|sedan års ?skiftet|från och med|fr\.? ?o\.? ?m\.?)(?!\p{L})(?:(?!\. \p{Lu}).)*$/isu;

/** What tells of the law before. */
const PAST = /(?<!\p{L})(?:tidigare|före den|gällde|fanns|hade)(?!\p{L})(?:(?!\. \p{Lu}).)*$/isu;

/** Characters behind a law that say which wording of it is meant. */
const WORDING_REACH = 70;
const WORDING =
  /^,? i (?:dess|sin|den) lydelse(?: som gällde)? (före|fram till|till och med|t\.? ?o\.? ?m\.?) (?:den )?(\d{1,2}) (\p{L}+) (\d{4})/u;

const OLDER_WORDING = /^,?\s+i\s+(?:dess|sin|den)\s+(?:äldre|tidigare|då\s+gällande|dåvarande)\s+lydelse/;

/** The ISO date of a wording that the words behind a law name: "i dess lydelse före den 1 juli 2025"; the last day of it. */
function dateOfWording(behind: string): string | undefined {
  const [, until, day, name, year] = WORDING.exec(behind.replace(/\s+/g, ' ')) ?? [];
  const month = MONTHS.indexOf(name?.toLowerCase() ?? '');
  if (month < 0) return undefined;
  const last = Number(day) - (until?.startsWith('t') ? 0 : 1);
  return new Date(Date.UTC(Number(year), month, last)).toISOString().slice(0, 10);
}

/** Whether a place is in a chapter that the law behind the list's end does not have. */
function isBeyond(law: Resolution, item: Item, pin: Pinpoint, items: readonly Item[]): boolean {
  const statute = law.sfs ? statutes().get(law.sfs) : undefined;
  if (!statute?.chapters || !item.law || pin.chapter === null || pin.inherited || pin.shape === 'colon') return false;
  if (item.end >= item.law.start || !surelyMissing(statute, pin.chapter, null)) return false;
  // Only where the place beside the law is in another chapter.
  return !items.some((other) => other.list === item.list && other.end > item.end && other.pin?.chapter === pin.chapter);
}

/** A reason that says what is known. Objects that are whole from the beginning are made several times as fast. */
function reasonOf(
  rule: string,
  evidence: string | undefined,
  resolvedBy: NonNullable<Reason['resolvedBy']>,
  date?: string,
): Reason {
  if (evidence === undefined) return date === undefined ? { rule, resolvedBy } : { rule, resolvedBy, date };
  return date === undefined ? { rule, evidence, resolvedBy } : { rule, evidence, resolvedBy, date };
}

/** Turns tied items into passages: settles which law each names, and what a place without law implies. */
export class Resolver {
  readonly passages: CitationPassage[] = [];

  readonly laws: CitedLaws;
  readonly meanings: Meanings;
  private readonly bare: BareLaws;
  /** The name that means the law of today, and the paragraph in which it does. */
  private today = '';

  constructor(
    private readonly reading: Reading,
    private readonly date: string | undefined,
  ) {
    this.laws = new CitedLaws(reading, date);
    this.meanings = new Meanings(reading.text, date);
    this.bare = new BareLaws(this, reading.text, date);
  }

  /**
   * Resolves the items of one window.
   * @param joined whether only commas and "och" stand between two bare laws
   */
  add(items: readonly Item[], joined: (first: LawMention, second: LawMention) => boolean, furniture: boolean): void {
    this.meanings.learn(items);
    this.bare.begin(items, joined);
    for (const item of items) {
      if (!furniture) this.laws.walkTo(item.end - 1);
      if (item.pin) {
        this.place(item, item.pin, items, furniture);
        if (item.law) this.bare.follow(item.tie === 'name-last' ? item.law : { ...item.law, to: item.pin.to });
      } else if (item.tie === 'ibid') this.ibid(item);
      else if (item.law) {
        const found = this.bare.read(item, item.law, furniture);
        if (found) this.push(item.start, item.end, found.law, [found.provision], found.reason, null, furniture);
        const cited = this.laws.last;
        if (found && item.alone && cited?.law === found.law) cited.alone = true;
      }
    }
  }

  private place(item: Item, pin: Pinpoint, items: readonly Item[], furniture: boolean): void {
    let rule: string = item.tie;
    let evidence: string | undefined;
    let remark: Reason['remark'];
    let law: Resolution = UNRESOLVED;
    let inherits = true;
    const { start, end } = item;
    if (item.law?.kind === 'foreign') return;
    if (item.law && item.law.kind !== 'context') {
      if (!this.meanings.printFits(item.law, true) || this.isSize(item, item.law, pin)) return;
      if (
        item.law.print === 'loose' &&
        item.law.key.length < 3 &&
        item.law.kind === 'abbreviation' &&
        pin.chapter === null
      )
        return;
      law = this.ofPlace(this.meanings.of(item.law, pin), item.law, pin);
      evidence = this.reading.text.slice(item.law.start, item.law.end);
      if (item.law.print === 'damaged') remark = 'damaged';
      const statute = law.sfs ? statutes().get(law.sfs) : undefined;
      // `4 kap. 1 § och 7 § LSS`: LSS has no chapters, so the first place is in another law.
      // `stadgans 4 § och 3 kap. 17 § KL`: the first place is not in KL.
      if (
        statute?.chapters &&
        pin.chapter === null &&
        !pin.sameChapter &&
        item.tie === 'name-last' &&
        item.end < item.law.start
      ) {
        if (items.some((other) => other.list === item.list && other.pin?.shape === 'full' && !other.pin.inherited))
          return;
      }
      if (statute && !statute.chapters && pin.chapter !== null && pin.shape !== 'colon') {
        if (pin.inherited) inherits = false;
        else if (items.some((other) => other.list === item.list && other.pin?.inherited)) law = UNRESOLVED;
      }
    }
    // `28 kap. 5 § och 13 kap. kommunallagen`: a law that has no such chapter is not that of the place further from its name.
    const named = law;
    if (isBeyond(law, item, pin, items)) law = UNRESOLVED;
    let doubtful = (law.doubtful || pin.doubtful) ?? false;
    let chapter = inherits ? pin.chapter : null;
    if (law.resolvedBy === 'unresolved' && !law.series) {
      if (item.law && item.law.kind !== 'context' && item.law.key !== 'ibid' && evidence && !pin.chapter) return;
      const row = furniture || item.law || item.paper === 'law' ? null : tableLaw(this, item, pin, items);
      // An abbreviation of several laws that nothing settles: the law cited before is not the one that it names.
      const open = item.law?.kind === 'abbreviation' && inherits;
      const implied = furniture || row || open ? null : this.laws.implied(item, pin);
      if (row) {
        if (row.law === null) {
          if (pin.shape !== 'full') return;
        } else law = { ...row.law, resolvedBy: 'implied' };
        rule = row.rule;
        evidence = undefined;
      } else if (implied) {
        law = { ...implied.cited.law, resolvedBy: 'implied' };
        if (implied.cited.silent && implied.cited.passage) {
          implied.cited.silent = false;
          this.passages.push(implied.cited.passage);
        }
        rule = implied.rule;
        chapter ??= implied.chapter;
        // A law named further on in the sentence is nearer than one of the paragraph before.
        const ahead = rule === 'implied-by-sentence-before' ? this.lawAhead(item, pin, items) : null;
        if (ahead) {
          law = ahead;
          rule = 'implied-by-law-behind';
        }
        // A bare section that the implied chapter does not have is in some other chapter, or in no law at all.
        const guessed = pin.shape === 'section' && !pin.sameChapter && law.sfs ? statutes().get(law.sfs) : undefined;
        if (guessed && item.law === null && surelyMissing(guessed, chapter, pin.section)) return;
        doubtful ||= implied.doubtful;
        evidence = undefined;
      } else if (named !== law) law = this.laws.newestHolding(pin) ?? UNRESOLVED;
      else {
        if (pin.shape !== 'full' || pin.chapter === null) return;
        law = this.lawAhead(item, pin, items) ?? law;
        if (law.resolvedBy === 'implied') rule = 'implied-by-law-behind';
        // `reglementet (kap. 2 § 3)`, `6 kap. 2 § i handboken`: in no law at all.
        else if (item.paper === 'behind' || (item.paper === 'before' && isPaper(item.before))) return;
      }
    }
    const statute = law.sfs ? statutes().get(law.sfs) : undefined;
    let { section, sectionEnd, item: point } = pin;
    if (pin.sameChapter) {
      chapter = this.laws.lastChapter(law);
      if (chapter === null && statute?.chapters) return;
    }
    if (statute && !statute.chapters && pin.shape === 'colon' && chapter !== null) {
      // `LSS 9:2`: section and item.
      point = section ?? undefined;
      section = chapter;
      chapter = null;
      sectionEnd = undefined;
    }
    if (pin.shape === 'article' && !law.celex) {
      if (law.sfs === CONVENTION_ACT) {
        const reason = reasonOf(rule, evidence, law.resolvedBy);
        if (remark !== undefined) reason.remark = remark;
        this.conventionArticle(item, pin, law, reason, furniture);
      }
      return;
    }
    if (statute?.chapters && chapter === null && section !== null) {
      if (pin.after && sectionEnd === undefined && item.tie === 'name-first' && !pin.signFirst) {
        // `SoL 14 § 1 b`: the author wrote § for kap.
        chapter = section;
        section = pin.after.number + pin.after.letter;
        point = undefined;
        remark = 'slip';
      } else if (
        item.law?.kind === 'context' ||
        item.tie === 'chain' ||
        (item.tie !== 'name-first' && item.tie !== 'name-last')
      )
        chapter = this.laws.lastChapter(law);
    }
    if (
      pin.damaged &&
      statute &&
      section !== null &&
      probablyMissing(statute, chapter, section) &&
      /^\d+8$/.test(section)
    ) {
      // `68` for `6 §`: the sign was read as a figure.
      section = section.slice(0, -1);
    }
    if (pin.damaged || pin.mended) remark = 'damaged';
    const level: Provision['level'] = law.series
      ? 'agencyRule'
      : pin.shape === 'article'
        ? 'article'
        : section !== null
          ? 'provision'
          : chapter !== null
            ? 'chapter'
            : 'statute';
    const provision: Provision = { sfs: law.sfs, chapter, section, level };
    if (law.celex) provision.celex = law.celex;
    if (law.series) provision.series = law.series;
    if (sectionEnd !== undefined) provision.sectionEnd = sectionEnd;
    if (pin.paragraph !== undefined) provision.paragraph = pin.paragraph;
    if (point) provision.item = point;
    if (level === 'statute') return;
    const reason = reasonOf(
      rule,
      evidence,
      law.resolvedBy,
      law.resolvedBy === 'in-force' ? (law.date ?? this.date) : undefined,
    );
    if (doubtful) reason.doubtful = true;
    if (statute && level !== 'article' && remark === undefined && isNowhere(statute, chapter, section))
      remark = 'probably-missing';
    if (remark !== undefined) reason.remark = remark;
    this.push(
      start,
      end,
      law,
      law.resolvedBy === 'unresolved' && !law.series ? [] : [provision],
      reason,
      chapter,
      furniture,
    );
  }

  /** `12:5 MB` in a text that tells of `25 MB` or says nothing of the environment: a size, unless words lead to a law. */
  private isSize({ before, start, tie }: Item, law: LawMention, { shape }: Pinpoint): boolean {
    if (law.key !== 'mb' || shape !== 'colon' || tie === 'name-first' || law.start < start) return false;
    return !SURE_CUES.has(before) && (this.meanings.mentions(SIZE) || !this.meanings.mentions('miljö'));
  }

  /**
   * "Numera gäller 12 kap. 1 § KL", "sedan årsskiftet …": the clause sets the law apart from the one that was told of, and the
   * same name goes on meaning it in the same paragraph until a clause tells of the past.
   */
  private isOfToday({ key, start }: LawMention): boolean {
    const before = this.reading.text.slice(Math.max(0, start - TODAY_REACH), start);
    const place = `${key} ${this.laws.blockAt(start)}`;
    const now = TODAY.exec(before);
    // "Finns nu i 11 kap. 1 § SoL, tidigare 4 kap. 1 § SoL": what is said last counts.
    if (PAST.test(now ? before.slice(now.index + 1) : before)) this.today = '';
    else if (now) this.today = place;
    return this.today === place;
  }

  /**
   * The law that a name means beside a place: that in force where the one whose number the document prints has no such place
   * (`19 kap. 7 § LOU` in a text that tells of the law before).
   */
  private ofPlace(law: Resolution, mention: LawMention, pin: Pinpoint): Resolution {
    if (mention.candidates.length < 2 || !law.sfs) return law;
    const kin = mention.candidates.filter(
      (sfs) => line(sfs).has(law.sfs as string) || line(law.sfs as string).has(sfs),
    );
    const told = mention.number ? null : this.ofWording(law, mention.end, kin);
    if (told) return told;
    if (law.resolvedBy !== 'introduced') return law;
    const printed = statutes().get(law.sfs);
    if (!printed || !(probablyMissing(printed, pin.chapter, pin.section) || this.isOfToday(mention))) return law;
    const current = inTime(kin, this.date, undefined, new Set());
    const statute = current.sfs ? statutes().get(current.sfs) : undefined;
    const has = statute !== undefined && !probablyMissing(statute, pin.chapter, pin.section);
    return has && statute.chapters === (pin.chapter !== null) ? { ...current, doubtful: true } : law;
  }

  /**
   * "SoL, i dess lydelse före den 1 juli 2025": the statute in force then; null where nothing of the kind stands behind the name.
   * @param kin statutes of the name that replaced one another
   */
  private ofWording(law: Resolution, end: number, kin: readonly string[]): Resolution | null {
    const behind = this.reading.text.slice(end, end + WORDING_REACH);
    if (!/^,?\s+i\s/.test(behind)) return null;
    const date = dateOfWording(behind);
    if (date !== undefined) return { ...inTime(kin, date, undefined, new Set()), date };
    if (!OLDER_WORDING.test(behind)) return null;
    // Of a law that is new, the older wording is the law before it.
    const old = isNewAt(law.sfs, this.date) ? inTime(kin, this.date, 'old', new Set()) : law;
    return { ...old, doubtful: true };
  }

  /**
   * `Ansvaret följer av 2 kap. 25 § och uppföljningen av 4 kap. 3 § skollagen`: the law of the next place of the same sentence.
   */
  private lawAhead(item: Item, pin: Pinpoint, items: readonly Item[]): Resolution | null {
    const next = items.find((other) => other.start >= item.end && other.pin !== null && other.pin !== pin);
    if (item.law || item.paper === 'law' || !next?.law || next.law.kind === 'context' || next.law.kind === 'foreign')
      return null;
    if (next.tie !== 'name-last' || next.pin?.shape !== 'full' || next.start - item.end > AHEAD) return null;
    const between = this.reading.text.slice(item.end, next.start);
    if (/[.!?;:]\s+\p{Lu}|\n\s*\n/u.test(between) || !/(?:^|\s)(?:och|samt|medan)\s/.test(between)) return null;
    if (this.laws.blockAt(item.end - 1) !== this.laws.blockAt(next.end - 1)) return null;
    const law = this.meanings.of(next.law, next.pin);
    return law.sfs && this.laws.holds(law, pin) ? { ...law, resolvedBy: 'implied', doubtful: true } : null;
  }

  /** Articles of the convention are no sections of the act that made it law: the act is cited as a whole, the article beside it. */
  private conventionArticle(item: Item, pin: Pinpoint, law: Resolution, reason: Reason, furniture: boolean): void {
    const article: Provision = { sfs: null, series: CONVENTION, chapter: null, section: pin.section, level: 'article' };
    if (pin.sectionEnd !== undefined) article.sectionEnd = pin.sectionEnd;
    if (pin.paragraph !== undefined) article.paragraph = pin.paragraph;
    if (pin.item) article.item = pin.item;
    // Named with this very place, not with another one of the list or of the sentence before.
    const named = item.law !== null && item.law.start < item.end && item.law.end > item.start;
    const act: Provision = { sfs: law.sfs, chapter: null, section: null, level: 'statute' };
    this.push(item.start, item.end, law, named ? [act, article] : [article], reason, null, furniture);
  }

  private push(
    start: number,
    end: number,
    law: Resolution,
    provisions: Provision[],
    reason: Reason,
    chapter: string | null,
    furniture: boolean,
  ): void {
    const passage: CitationPassage = { kind: 'citation', start, end, provisions, reason };
    this.passages.push(passage);
    if (furniture || provisions.length === 0) return;
    this.laws.remember({ law, end, block: this.laws.blockAt(end - 1), chapter, passage, rule: reason.rule });
  }

  private ibid(item: Item): void {
    let note = this.laws.inNoteBefore(item.end - 1);
    if (note === null) note = this.laws.inNoteOfNumber(item.start);
    if (note !== null) {
      if (note?.passage) this.repeat(item, note, note.passage);
      return;
    }
    const last = this.laws.last;
    if (!last?.passage) return;
    const block = this.laws.blockAt(item.end - 1);
    const between = this.reading.text.slice(last.end, item.start);
    if (between.length > 300 || block - last.block > 2) return;
    // A footnote of another kind in between: Ibid means that one.
    const lines = between
      .replace(/<[^<>]{1,20}>/g, '')
      .replace(/\n\s*(?:fot)?not \d{1,3}[.:)]?\s*$/i, '')
      .split('\n')
      .slice(1);
    if (lines.some((text) => /\p{L}{2}/u.test(text))) return;
    this.repeat(item, last, last.passage);
  }

  private repeat(item: Item, cited: Cited, passage: CitationPassage): void {
    const evidence = this.reading.text.slice(passage.start, passage.end);
    const reason: Reason = { rule: 'ibid', evidence, resolvedBy: 'implied' };
    this.push(item.start, item.end, cited.law, passage.provisions, reason, cited.chapter, false);
  }
}
