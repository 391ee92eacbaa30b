import { readArticles } from './articles';
import { probablyMissing, statutes } from './catalogue';
import { CUES } from './cue-words';
import type { Cue } from './cues';
import { FOREIGN } from './glue-words';
import type { LawMention } from './law-mention';
import type { LawReader } from './laws';
import { isTitled } from './meanings';
import { type Element, isLaw, type LawElement, NeighbourReader } from './neighbours';
import type { Pinpoint, PinpointList } from './pinpoint';
import type { PinpointReader } from './pinpoints';
import type { Glue } from './surroundings';
import { Gap, type Token } from './tokens';
import { Word } from './words';

/** How a pinpoint came to its law, or what a law without pinpoint is. */
export type Tie = 'name-first' | 'name-last' | 'chain' | 'none' | 'bare-name' | 'ibid';

/** A law, a place, or both, in text order: what resolving turns into a passage. */
export interface Item {
  start: number;
  end: number;
  law: LawMention | null;
  pin: Pinpoint | null;
  tie: Tie;
  /** Number of the pinpoint list in its window; pins of one list belong together. */
  list: number;
  /** Bare names: whether the words around say that a law is meant. */
  cue: Cue;
  /** Bare names: the words behind say so, and would say it of a whole list that ends here. */
  cueBehind: boolean;
  /** Folded words right before and after, '' at a block's edge. */
  before: string;
  after: string;
  /**
   * A paper, no law, that the place may be in stands behind it (`5 § i avtalet`) or before it (`reglementet anger i § 5`); or a law
   * outside the catalogue does so (`2 § hyresförhandlingslagen`).
   */
  paper: 'behind' | 'before' | 'law' | 'none';
  /** The item begins a line. */
  lineStart: boolean;
  /** Colon forms: brackets around it, `(6:6)`, the only sign of a citation when no law stands beside it. */
  bracketed: boolean;
  /** Colon forms: commas or a comma and a stop around it, `…, 2:3, är`. */
  apart: boolean;
  /** A bare law is all that its paragraph holds. */
  alone: boolean;
}

/** Hours at which meetings begin; chapters before them have many sections. */
const FIRST_HOUR = 7;

/** Ties the pinpoints of a window to the laws beside them. */
export class Attacher extends NeighbourReader {
  private lists = 0;

  constructor(
    tokens: readonly Token[],
    private readonly laws: LawReader,
    private readonly pins: PinpointReader,
    private readonly onIntroduced: (mention: LawMention) => void,
  ) {
    super(tokens);
  }

  /** All items of the window, in text order. */
  items(): Item[] {
    const elements = this.parted(this.elements());
    const out: Item[] = [];
    for (let e = 0; e < elements.length; e++) {
      const element = elements[e] as Element;
      if (isLaw(element)) continue;
      this.tie(elements, e, element.list, out);
    }
    for (let e = 0; e < elements.length; e++) {
      const element = elements[e] as Element;
      if (isLaw(element) && !element.used) this.bare(element.law, out);
    }
    return out.sort((a, b) => a.start - b.start || a.end - b.end);
  }

  private elements(): Element[] {
    const elements: Element[] = [];
    for (let index = 0; index < this.tokens.length; ) {
      const token = this.at(index);
      const law = this.laws.mayBegin(index) ? (this.latin(index) ?? this.laws.read(index)) : null;
      if (law) {
        for (const alias of law.introduces) if (alias) this.onIntroduced(law);
        for (const other of this.laws.elided(law)) elements.push({ law: other, closed: false, used: false });
        elements.push({ law, closed: false, used: false });
        index = law.to;
        continue;
      }
      const list = this.pins.mayBegin(index)
        ? this.pins.list(index)
        : (token.flags & Word.article) !== 0
          ? readArticles(this.tokens, index)
          : null;
      if (list) {
        elements.push({ list });
        index = list.to;
      } else index++;
    }
    return elements.filter((element, e) => !isLaw(element) || this.standsUp(elements, e, element));
  }

  /** `Ibid`, `a.a.` */
  private latin(index: number): LawMention | null {
    const token = this.at(index);
    let to = 0;
    if (token.value === 'ibid' || token.value === 'ibidem') to = index + 1;
    else if (
      token.value === 'a' &&
      this.at(index + 1).value === '.' &&
      this.at(index + 2).value === 'a' &&
      this.at(index + 3).value === '.'
    )
      to = index + 4;
    if (!to) return null;
    if (token.value !== 'a' && this.at(to).value === '.' && this.at(to).gap === Gap.none) to++;
    return {
      from: index,
      to,
      start: token.start,
      end: token.value === 'a' ? this.at(to - 1).end : token.end,
      kind: 'context',
      key: 'ibid',
      candidates: [],
      print: 'exact',
      indefinite: false,
      genitive: false,
      introduces: [],
    };
  }

  /** Mentions that mean nothing alone (`lagen`, `sol`) stay only beside a pinpoint. */
  private standsUp(elements: readonly Element[], e: number, element: LawElement): boolean {
    const { law } = element;
    if (this.isBeforeTime(law) && this.at(law.to + 2).value.startsWith('0')) return false;
    if (isTitled(law, this.wordAfter(law.to))) return false;
    const alone = (law.kind === 'context' && law.key !== 'ibid') || (law.kind !== 'eu' && law.print === 'loose');
    if (!alone) return true;
    const before = elements[e - 1];
    const after = elements[e + 1];
    if (before && !isLaw(before)) {
      const glue = this.glueAfter(before.list.to, law.from);
      if (glue === 'tight' || (glue === 'word' && law.kind === 'context')) return true;
    }
    return (
      after !== undefined &&
      !isLaw(after) &&
      this.glueBefore(law.to, after.list.from) === 'tight' &&
      (law.kind !== 'context' || law.to === after.list.from)
    );
  }

  private tie(elements: readonly Element[], e: number, list: PinpointList, out: Item[]): void {
    const before = elements[e - 1];
    const after = elements[e + 1];
    const glueBefore = isLaw(before) ? this.glueBefore(this.pastBracket(before.law), list.from) : 'far';
    const glueAfter = isLaw(after) ? this.glueAfter(list.to, after.law.from) : 'far';
    const bareSign = list.pins[0]?.signFirst === true && list.pins[0].chapter === null;
    const ownLine = bareSign && this.headsLine(list, isLaw(before) ? before.law : null);
    const minutes = bareSign && (ownLine || this.isOfMinutes(list.from));
    const ownLaw = isLaw(after) && glueAfter === 'comma' && this.fillsLine(list, after.law);
    const elsewhere = isLaw(before) && glueBefore !== 'far' && this.isElsewhere(list, glueBefore);
    const first = isLaw(before) && glueBefore !== 'far' && !before.closed && !ownLine && !elsewhere && !ownLaw;
    const beyond = elements[e + 2];
    // `5 kap. 1 §, SoL, framgår`: behind a comma only where the law takes no place of its own.
    const afterComma =
      glueAfter === 'comma' &&
      !isLaw(before) &&
      isLaw(after) &&
      !(beyond && !isLaw(beyond) && this.glueBefore(after.law.to, beyond.list.from) !== 'far');
    const last =
      !minutes &&
      isLaw(after) &&
      (glueAfter === 'tight' || glueAfter === 'word' || afterComma || ownLaw) &&
      !this.beginsRow(after.law, beyond, before, list);
    let law: LawMention | null = null;
    let tie: Tie = 'none';
    let start = this.at(list.from).start;
    if (first && (glueBefore === 'tight' || (glueBefore === 'comma' && glueAfter !== 'tight') || !last)) {
      const element = before as LawElement;
      law = element.law;
      element.used = true;
      this.laws.takeNumber(law, list.to);
      tie = 'name-first';
    } else if (last) {
      const element = after as LawElement;
      law = element.law;
      element.used = true;
      element.closed = true;
      tie = 'name-last';
    } else if (
      isLaw(before) &&
      before.closed &&
      !ownLine &&
      // `6 kap. 39 § KL § 14`: the minutes' own.
      !(bareSign && before.law.to === list.from) &&
      !this.isElsewhere(list, glueBefore) &&
      this.isChain(before.law.to, list.from)
    ) {
      law = before.law;
      tie = 'chain';
    } else if (isLaw(before) && before.closed && this.specifies(elements[e - 2], before.law, list)) {
      law = before.law;
      tie = 'chain';
      // `6 kap. KL (6 och 13 §§)`: the chapter is no citation of its own.
      if (this.isBracketed(list)) start = this.takeChapter(list, out) ?? start;
    }
    this.lists++;
    const pins = this.validPins(list, law, tie === 'name-first', glueBefore, glueAfter);
    pins.forEach((pin, k) => {
      for (let at = pin.from; at < pin.to; at++) if ((this.at(at).flags & Word.mended) !== 0) pin.mended = true;
      const from = k === 0 ? Math.min(start, tie === 'name-first' && law ? law.start : start) : this.at(pin.from).start;
      const end = tie === 'name-last' && k === pins.length - 1 && law ? law.end : this.at(pin.to - 1).end;
      out.push({
        start: from,
        end,
        law,
        pin,
        tie: tie === 'none' || k === 0 || (tie === 'name-last' && k === pins.length - 1) ? tie : 'chain',
        list: this.lists,
        cue: 'none',
        cueBehind: false,
        before: this.wordBefore(list.from),
        after: this.wordAfter(list.to),
        paper: this.paperOf(list.from, list.to, isLaw(before) && before.law.to === list.from),
        lineStart: this.at(list.from).gap >= Gap.line || this.startsLine(list.from),
        bracketed: this.isBracketed(list),
        apart: this.isApart(list),
        alone: false,
      });
    });
  }

  /** `4 kap. 3 § skollagen och 1 § i reglementet`: the paper behind has the place, or a law outside the catalogue. */
  private isElsewhere({ from, to }: PinpointList, glueBefore: Glue): boolean {
    if (FOREIGN.has(this.at(to).value)) return true;
    const isApart = glueBefore !== 'tight' || this.at(from).gap >= Gap.line;
    return isApart && (this.paperBehind(to) || this.otherLawBehind(to));
  }

  /**
   * `… kap. 2⏎Skollagen 4 kap.`: a law that begins a line and has its own place there is none of the line above; nor is one below a
   * line that begins with a law of its own: `LSS, 9 §⏎Kommunallagen, 6 kap. 6 §`.
   */
  private beginsRow(
    { from, to }: LawMention,
    beyond: Element | undefined,
    before: Element | undefined,
    list: PinpointList,
  ): boolean {
    const { gap, raw } = this.at(from);
    if (gap !== Gap.line || !/^\p{Lu}/u.test(raw)) return false;
    if (beyond && !isLaw(beyond) && this.glueBefore(to, beyond.list.from) === 'tight') return true;
    if (
      !isLaw(before) ||
      before.law.kind === 'context' ||
      !(this.at(before.law.from).gap >= Gap.line || this.startsLine(before.law.from))
    )
      return false;
    for (let at = before.law.to; at <= list.from; at++) if (this.at(at).gap >= Gap.line) return false;
    return true;
  }

  /** `6 kap. 6 §, Kommunallagen⏎4 kap. 3 §, Skollagen`: a place and its law, and nothing else on the line. */
  private fillsLine({ from }: PinpointList, law: LawMention): boolean {
    if (this.at(from).gap < Gap.line || this.at(law.to).gap < Gap.line || !/^\p{Lu}/u.test(this.at(law.from).raw))
      return false;
    for (let at = from + 1; at <= law.from; at++) if (this.at(at).gap >= Gap.line) return false;
    return true;
  }

  /** Where the words behind a law begin: `(SOSFS 2011:9) 5 kap. 2 §`. */
  private pastBracket({ kind, from, to }: LawMention): number {
    return kind === 'agency' && this.isSign(from - 1, '(') && this.isSign(to, ')') ? to + 1 : to;
  }

  /** Gives the sections of a list the chapter cited last, and takes that one's item back; its start. */
  private takeChapter(list: PinpointList, out: Item[]): number | undefined {
    const last = out[out.length - 1];
    if (last?.pin?.shape !== 'chapter') return undefined;
    for (const pin of list.pins) {
      pin.chapter = last.pin.chapter;
      pin.shape = 'full';
    }
    out.pop();
    return last.start;
  }

  /** Drops what is a pinpoint only beside a law: colon forms and sections whose sign is lost. */
  private validPins(
    list: PinpointList,
    law: LawMention | null,
    first: boolean,
    glueBefore: Glue,
    glueAfter: Glue,
  ): Pinpoint[] {
    if (law !== null && (this.isOfClock(list, law) || this.isInDiaryNumber(law))) return [];
    const beside = law !== null && (glueBefore === 'tight' || glueBefore === 'comma' || glueAfter === 'tight');
    if (law !== null && !list.pins.some((pin) => pin.damaged || pin.shape === 'colon' || pin.shape === 'lost'))
      return list.pins;
    if (
      law === null &&
      list.pins.every(
        (pin) => (pin.shape === 'full' || pin.shape === 'section' || pin.shape === 'chapter') && !pin.damaged,
      )
    )
      return list.pins;
    // `Varla 3:34 och 9 kap. 31 b § PBL`: a property beside a citation.
    const mixed = list.pins.some((pin) => pin.shape !== 'colon') && !first;
    return list.pins.flatMap((pin) => {
      if (pin.shape === 'colon' && (law === null ? !this.isBracketed(list) && !this.isApart(list) : mixed)) return [];
      if (pin.shape === 'lost' && !beside)
        return pin.chapter
          ? [{ ...pin, section: null, sectionEnd: undefined, shape: 'chapter' as const, to: pin.chapterTo ?? pin.to }]
          : [];
      if (pin.damaged && pin.shape === 'section' && !beside) return [];
      return [pin];
    });
  }

  /** `KL 8:30, 15:45`: nothing but times of day; behind a small `kl` one of them is enough. */
  private isOfClock(list: PinpointList, law: LawMention): boolean {
    const isTime = (pin: Pinpoint) => pin.shape === 'colon' && this.isClockTime(law, pin);
    return law.print === 'loose' ? list.pins.some(isTime) : list.pins.every(isTime);
  }

  /** `2020/KL 6:6`: the year's matters of an office, no law. */
  private isInDiaryNumber({ from, kind }: LawMention): boolean {
    if (kind !== 'abbreviation' || !this.isSign(from - 1, '/')) return false;
    const [year, slash, own] = [this.at(from - 2), this.at(from - 1), this.at(from)];
    return (
      year.kind === 'number' && /^(?:19|20)\d\d$/.test(year.value) && slash.gap === Gap.none && own.gap === Gap.none
    );
  }

  /** `kl 15:10`, `KL 16:30`: a time of day, unless words of law stand before. */
  private isClockTime(law: LawMention, pin: Pinpoint): boolean {
    if (law.key !== 'kl') return false;
    if (law.print === 'loose') return true;
    const minutes = (pin.section ?? '').length === 2;
    const twoDigits = minutes && (pin.chapter ?? '').length === 2;
    // `MÖTET HÅLLS KL 9:15`: in capitals like the word before it, which is none that leads to a law.
    if (minutes && Number(pin.chapter) >= FIRST_HOUR && this.isShouted(law.from - 1)) return true;
    // `KL 8:30`: no such section, and a time of day.
    if (/^(?:15|30|45)$/.test(pin.section ?? '') && this.isNoPlaceOfKl(pin)) return true;
    return twoDigits && !CUES.has(this.at(law.from - 1).value);
  }

  /** A word in capitals that leads to no law. */
  private isShouted(index: number): boolean {
    const { kind, raw, value } = this.at(index);
    return kind === 'word' && raw.length > 2 && raw === raw.toUpperCase() && !CUES.has(value);
  }

  /** Whether a colon form is an hour of the day and a place that kommunallagen does not have. */
  private isNoPlaceOfKl({ chapter, section }: Pinpoint): boolean {
    const statute = statutes().get('2017:725');
    return Number(chapter) >= FIRST_HOUR && statute !== undefined && probablyMissing(statute, chapter, section);
  }

  /** `KL 13:01`: a time of day stands behind. */
  private isBeforeTime({ key, to }: LawMention): boolean {
    const [hour, minutes] = [this.at(to), this.at(to + 2)];
    return key === 'kl' && hour.kind === 'number' && this.isSign(to + 1, ':') && minutes.value.length === 2;
  }

  private bare(law: LawMention, out: Item[]): void {
    if (this.isBeforeTime(law)) return;
    out.push({
      start: law.start,
      end: law.end,
      law,
      pin: null,
      tie: law.key === 'ibid' ? 'ibid' : 'bare-name',
      list: 0,
      cue: this.cue(law),
      cueBehind: law.kind === 'abbreviation' && !law.genitive && this.cueAfter(law) !== 'none',
      before: this.wordBefore(law.from),
      after: this.wordAfter(law.to),
      paper: 'none',
      lineStart: false,
      bracketed: false,
      apart: false,
      alone:
        this.at(law.from).gap >= Gap.block &&
        this.at(law.to + (this.at(law.to).value === ':' ? 1 : 0)).gap >= Gap.block,
    });
  }
}
