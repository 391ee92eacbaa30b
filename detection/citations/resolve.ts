import type { Reading } from '../../reading/types';
import type { CitationPassage, Provision, Reason } from '../types';
import { EVERYDAY } from './ambiguous';
import type { Item } from './attach';
import { probablyMissing, statutes } from './catalogue';
import { CitedLaws, sameLaw } from './cited-laws';
import { type Resolution, UNRESOLVED } from './in-time';
import type { LawMention } from './law-mention';
import { Meanings } from './meanings';
import type { Pinpoint } from './pinpoint';

/** The act that made the convention on the rights of the child Swedish law, and the name its articles go by. */
const CONVENTION_ACT = '2018:1197';
const CONVENTION = 'barnkonventionen';

/** Turns tied items into passages: settles which law each names, and what a place without law implies. */
export class Resolver {
  readonly passages: CitationPassage[] = [];

  private readonly laws: CitedLaws;
  private readonly meanings: Meanings;
  private lastBare: { law: LawMention; reported: boolean } | null = null;

  constructor(
    private readonly reading: Reading,
    private readonly date: string | undefined,
  ) {
    this.laws = new CitedLaws(reading);
    this.meanings = new Meanings(reading.text, date);
  }

  /**
   * Resolves the items of one window.
   * @param joined whether only commas and "och" stand between two bare laws
   */
  add(items: readonly Item[], joined: (first: LawMention, second: LawMention) => boolean, furniture: boolean): void {
    this.lastBare = null;
    this.meanings.learn(items);
    const leading = leadToLaw(items, joined);
    for (const item of items) {
      if (!furniture) this.laws.walkTo(item.end - 1);
      if (item.pin) {
        this.place(item, item.pin, items, furniture);
        if (item.law && item.tie === 'name-last')
          this.lastBare = { law: item.law, reported: item.law.kind !== 'foreign' };
      } else if (item.tie === 'ibid') this.ibid(item);
      else if (item.law) this.bareLaw(item, item.law, leading.has(item), joined, furniture);
    }
  }

  private place(item: Item, pin: Pinpoint, items: readonly Item[], furniture: boolean): void {
    const reason: Reason = { rule: item.tie };
    let law: Resolution = UNRESOLVED;
    let inherits = true;
    const { start, end } = item;
    if (item.law?.kind === 'foreign') return;
    if (item.law && item.law.kind !== 'context') {
      if (!this.meanings.printFits(item.law, true)) return;
      if (
        item.law.print === 'loose' &&
        item.law.key.length < 3 &&
        item.law.kind === 'abbreviation' &&
        pin.chapter === null
      )
        return;
      law = this.meanings.of(item.law, pin);
      reason.evidence = this.reading.text.slice(item.law.start, item.law.end);
      if (item.law.print === 'damaged') reason.remark = 'damaged';
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
    let doubtful = law.doubtful ?? false;
    let chapter = inherits ? pin.chapter : null;
    if (law.resolvedBy === 'unresolved' && !law.series) {
      if (item.law && item.law.kind !== 'context' && item.law.key !== 'ibid' && reason.evidence && !pin.chapter) return;
      const row = furniture || item.law ? null : this.rowLaw(item, pin, items);
      // An abbreviation of several laws that nothing settles: the law cited before is not the one that it names.
      const open = item.law?.kind === 'abbreviation' && inherits;
      const implied = furniture || row || open ? null : this.laws.implied(item, pin);
      if (row) {
        if (row.law === null) {
          if (pin.shape !== 'full') return;
        } else law = { ...row.law, resolvedBy: 'implied' };
        reason.rule = 'implied-by-row';
        delete reason.evidence;
      } else if (implied) {
        law = { ...implied.cited.law, resolvedBy: 'implied' };
        if (implied.cited.silent && implied.cited.passage) {
          implied.cited.silent = false;
          this.passages.push(implied.cited.passage);
        }
        reason.rule = implied.rule;
        chapter ??= implied.chapter;
        // A bare section that the implied chapter does not have is in some other chapter, or in no law at all.
        const guessed = pin.shape === 'section' && !pin.sameChapter && law.sfs ? statutes().get(law.sfs) : undefined;
        if (guessed && item.law === null && probablyMissing(guessed, chapter, pin.section)) return;
        doubtful ||= implied.doubtful;
        delete reason.evidence;
      } else if (pin.shape !== 'full' || pin.chapter === null) return;
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
      if (law.sfs === CONVENTION_ACT) this.conventionArticle(item, pin, law, reason, furniture);
      return;
    }
    if (statute?.chapters && chapter === null && section !== null) {
      if (pin.after && sectionEnd === undefined && item.tie === 'name-first' && !pin.signFirst) {
        // `SoL 14 § 1 b`: the author wrote § for kap.
        chapter = section;
        section = pin.after.number + pin.after.letter;
        point = undefined;
        reason.remark = 'slip';
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
    if (pin.damaged || pin.mended) reason.remark = 'damaged';
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
    reason.resolvedBy = law.resolvedBy;
    if (this.date && law.resolvedBy === 'in-force') reason.date = this.date;
    if (doubtful) reason.doubtful = true;
    if (statute && level !== 'article' && reason.remark === undefined && probablyMissing(statute, chapter, section))
      reason.remark = 'probably-missing';
    if (level === 'statute') return;
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

  /**
   * What the row of a table says of a place without law: the one law that stands alone in another cell of the row, in whatever
   * column. Null where the row names none; `law` null where it names several that the place may be in.
   */
  private rowLaw(item: Item, pin: Pinpoint, items: readonly Item[]): { law: Resolution | null } | null {
    const row = this.laws.rowOf(item.end - 1);
    if (!row) return null;
    const mates = items.filter(
      (other) =>
        other.pin === null &&
        other.alone &&
        other.law !== null &&
        other.law.kind !== 'foreign' &&
        this.meanings.printFits(other.law, false) &&
        other.start >= row.start &&
        other.end <= row.end,
    );
    if (mates.length === 0) return null;
    const fitting = mates
      .map((mate) => this.meanings.of(mate.law as LawMention, pin))
      .filter((law) => law.resolvedBy !== 'unresolved' && this.laws.holds(law, pin));
    const [first] = fitting;
    return { law: first && fitting.every((law) => sameLaw(law, first)) ? first : null };
  }

  /** Articles of the convention are no sections of the act that made it law: the act is cited as a whole, the article beside it. */
  private conventionArticle(item: Item, pin: Pinpoint, law: Resolution, reason: Reason, furniture: boolean): void {
    const article: Provision = { sfs: null, series: CONVENTION, chapter: null, section: pin.section, level: 'article' };
    if (pin.sectionEnd !== undefined) article.sectionEnd = pin.sectionEnd;
    if (pin.paragraph !== undefined) article.paragraph = pin.paragraph;
    if (pin.item) article.item = pin.item;
    reason.resolvedBy = law.resolvedBy;
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
    const last = this.laws.last;
    if (!last?.passage) return;
    const block = this.laws.blockAt(item.end - 1);
    const between = this.reading.text.slice(last.end, item.start);
    if (between.length > 300 || block - last.block > 2) return;
    // A footnote of another kind in between: Ibid means that one.
    const lines = between
      .replace(/<[^<>]{1,20}>/g, '')
      .split('\n')
      .slice(1);
    if (lines.some((text) => /\p{L}{2}/u.test(text))) return;
    this.push(
      item.start,
      item.end,
      last.law,
      last.passage.provisions,
      { rule: 'ibid', evidence: this.reading.text.slice(last.passage.start, last.passage.end), resolvedBy: 'implied' },
      last.chapter,
      false,
    );
  }

  private bareLaw(
    item: Item,
    law: LawMention,
    leads: boolean,
    joined: (first: LawMention, second: LawMention) => boolean,
    furniture: boolean,
  ): void {
    const previous = this.lastBare;
    const chained = previous?.reported === true && joined(previous.law, law);
    const reported = this.meanings.isCited(item, law, chained || leads);
    this.lastBare = { law, reported };
    if (!reported && item.alone && law.kind === 'abbreviation' && law.print !== 'loose' && !EVERYDAY.has(law.key))
      this.silent(item, law, furniture);
    if (!reported) return;
    const resolution = this.meanings.of(law, null);
    if (resolution.resolvedBy === 'unresolved') {
      this.lastBare = { law, reported: false };
      return;
    }
    const level: Provision['level'] = resolution.series ? 'agencyRule' : 'statute';
    const provision: Provision = { sfs: resolution.sfs, chapter: null, section: null, level };
    if (resolution.celex) provision.celex = resolution.celex;
    if (resolution.series) provision.series = resolution.series;
    const reason: Reason = {
      rule: 'bare-name',
      evidence: this.reading.text.slice(law.start, law.end),
      resolvedBy: resolution.resolvedBy,
    };
    if (this.date && resolution.resolvedBy === 'in-force') reason.date = this.date;
    if (resolution.doubtful) reason.doubtful = true;
    if (law.print === 'damaged') reason.remark = 'damaged';
    this.push(item.start, item.end, resolution, [provision], reason, null, furniture);
    const cited = this.laws.last;
    if (item.alone && cited && cited.law === resolution) cited.alone = true;
  }

  /** A heading that is an abbreviation alone lends its law to what stands under it. */
  private silent(item: Item, law: LawMention, furniture: boolean): void {
    const resolution = this.meanings.of(law, null);
    if (furniture || resolution.sfs === null) return;
    const provision: Provision = { sfs: resolution.sfs, chapter: null, section: null, level: 'statute' };
    const reason: Reason = {
      rule: 'bare-name',
      evidence: this.reading.text.slice(law.start, law.end),
      resolvedBy: resolution.resolvedBy,
    };
    if (this.date && resolution.resolvedBy === 'in-force') reason.date = this.date;
    const passage: CitationPassage = {
      kind: 'citation',
      start: item.start,
      end: item.end,
      provisions: [provision],
      reason,
    };
    this.laws.remember({
      law: resolution,
      end: item.end,
      block: this.laws.blockAt(item.end - 1),
      chapter: null,
      passage,
      silent: true,
      alone: true,
    });
  }
}

/** `HSL, SoL och LSS utgör de centrala lagarna`: what is said of the last of a list is said of all; all but the last. */
function leadToLaw(
  items: readonly Item[],
  joined: (first: LawMention, second: LawMention) => boolean,
): ReadonlySet<Item> {
  const leading = new Set<Item>();
  for (let k = items.length - 2; k >= 0; k--) {
    const item = items[k] as Item;
    const next = items[k + 1] as Item;
    if (item.pin || !item.law || next.pin || !next.law) continue;
    if ((next.cueBehind || leading.has(next)) && joined(item.law, next.law)) leading.add(item);
  }
  return leading;
}
