import { ColonReader } from './colons';
import { words } from './endings';
import { JOIN_WORDS } from './number-words';
import type { Pinpoint, PinpointList } from './pinpoint';
import { Gap } from './tokens';
import { Word } from './words';

/** `s. 213`: a page, no place in law. */
const PAGE_WORDS = new Set(['s', 'sid', 'sidan', 'nr']);
/** Between two places only behind one of the above: `och enligt`. */
const LATER_JOIN_WORDS = words('enligt av med till genom se sarskilt framst');
/** More places in one chain are no citation but noise. */
const LONGEST_LIST = 200;

/** Reads places in law out of a window of tokens. */
export class PinpointReader extends ColonReader {
  /** Could a pinpoint begin here? A cheap test before `list`. */
  mayBegin(index: number): boolean {
    const token = this.at(index);
    if (token.kind === 'number' || token.kind === 'section') return true;
    if ((token.flags & (Word.chapter | Word.paragraf | Word.ordinal | Word.same)) !== 0) return true;
    return (token.flags & Word.oneLike) !== 0 && this.isOneLike(index);
  }

  /** A chain of pinpoints that begins at `index`: `5 kap. 1–2 §, 6 kap 1§`; null where none does. */
  list(index: number): PinpointList | null {
    const pins: Pinpoint[] = [];
    let at = index;
    let chapter: string | null = null;
    let sameChapter = false;
    let to = index;
    while (pins.length < LONGEST_LIST) {
      const one = this.one(at, chapter, sameChapter, pins.length > 0 ? pins[pins.length - 1] : undefined);
      if (!one) break;
      if (this.turned(pins, one.pins, to, at)) (pins[pins.length - 1] as Pinpoint).to = one.to;
      else for (const pin of one.pins) pins.push(pin);
      to = one.to;
      chapter = one.chapter;
      sameChapter = one.sameChapter;
      const next = this.pastJoin(to, index);
      if (next === to && this.at(next).gap >= Gap.line) break;
      at = next;
    }
    if (pins.length > 0) to = this.pastSameChapter(to, pins);
    return pins.length > 0 ? { pins, from: index, to } : null;
  }

  /** `1 a § 5 kap.`, `6 § i 6 kap.`: the chapter behind belongs to the sections before it. */
  private turned(pins: readonly Pinpoint[], next: readonly Pinpoint[], to: number, at: number): boolean {
    const chapter = next[0];
    const joined = at === to || (at === to + 1 && (this.isSign(to, ',') || this.at(to).value === 'i'));
    if (next.length !== 1 || chapter?.shape !== 'chapter' || !joined || pins.length === 0) return false;
    if (!pins.every((pin) => pin.shape === 'section' && pin.chapter === null && !pin.sameChapter)) return false;
    for (const pin of pins) {
      pin.chapter = chapter.chapter;
      pin.shape = 'full';
    }
    return true;
  }

  /** `4 § samma kapitel`, `4 och 6 §§ i samma kapitel`. */
  private pastSameChapter(to: number, pins: readonly Pinpoint[]): number {
    const at = this.at(to).value === 'i' ? to + 1 : to;
    if (this.at(at).value !== 'samma' || this.at(at).gap >= Gap.block || !this.isKap(at + 1)) return to;
    if (!pins.every((pin) => pin.shape === 'section' && pin.chapter === null)) return to;
    for (const pin of pins) pin.sameChapter = true;
    (pins[pins.length - 1] as Pinpoint).to = at + 2;
    return at + 2;
  }

  /** Whether the list that begins at `from` is one of `såväl 6 kap. … som 11 kap. …`. */
  private isBoth(from: number): boolean {
    return this.at(from - 1).value === 'saval' || this.at(from - 2).value === 'saval';
  }

  /** Past `,`, `och`, `samt i`, `; jfr` between two pinpoints. */
  private pastJoin(index: number, from: number): number {
    let at = this.pastCount(index);
    const counted = at;
    for (let k = 0; k < 4; k++) {
      const token = this.at(at);
      if (token.gap >= Gap.block) break;
      if (
        token.kind === 'sign' &&
        (token.value === ',' || token.value === ';' || token.value === '/' || token.value === '&')
      )
        at++;
      else if (
        this.isWord(at, JOIN_WORDS) ||
        (k > 0 && this.isWord(at, LATER_JOIN_WORDS)) ||
        (token.value === 'som' && this.isBoth(from))
      )
        at = this.pastStop(at + 1);
      else break;
    }
    return at === counted ? index : at;
  }

  /** `kap. 2 §` at the beginning of a line: the chapter's number stands somewhere above, in another column. */
  private lacksChapter(number: number): boolean {
    const at = this.isSign(number - 1, '.') ? number - 2 : number - 1;
    return (
      (this.at(at).flags & Word.chapter) !== 0 &&
      this.at(at).gap >= Gap.line &&
      this.at(at - 1).kind !== 'number' &&
      this.isSection(number + 1) &&
      this.at(number + 2).kind !== 'number'
    );
  }

  private one(
    index: number,
    chapter: string | null,
    sameChapter: boolean,
    before: Pinpoint | undefined,
  ): { pins: Pinpoint[]; to: number; chapter: string | null; sameChapter: boolean } | null {
    const token = this.at(index);
    if (index > 0 && before && token.gap >= Gap.block) return null;
    if (
      token.kind === 'number' &&
      this.isSign(index - 1, '.') &&
      (this.isWord(index - 2, PAGE_WORDS) || this.isDateOrDecimal(index))
    )
      return null;
    if (token.kind === 'number' && !this.isDateOrDecimal(index)) {
      const colon = this.colon(index, before);
      if (colon) return { pins: colon.pins, to: colon.to, chapter: colon.chapter, sameChapter: false };
    }
    // `§ 6:6`
    if (token.kind === 'section' && this.isSign(index + 2, ':') && this.at(index + 1).kind === 'number') {
      const colon = this.colon(index + 1, undefined);
      const pin = colon?.pins[0];
      if (colon && pin) {
        pin.from = index;
        return { pins: colon.pins, to: colon.to, chapter: colon.chapter, sameChapter: false };
      }
    }
    if (token.kind === 'number' && this.lacksChapter(index)) return null;
    const heading = this.chapter(index);
    if (heading) {
      const sectionsAt = this.pastChapterStop(heading.to);
      const single = heading.chapters.length > 0 || heading.same;
      const last = heading.chapters[heading.chapters.length - 1] ?? null;
      const sections = single ? this.sections(sectionsAt, last, heading.same, true) : null;
      const pins: Pinpoint[] = [];
      const chapterPins = heading.items.map((item, k) => ({
        from: k === 0 ? index : item.from,
        to: k === heading.items.length - 1 ? heading.to : item.to,
        chapter: item.first,
        section: null,
        shape: 'chapter' as const,
      }));
      if (!sections) {
        if (heading.same) return null;
        if (token.kind === 'word' && this.lacksChapter(this.pastStop(index + 1))) return null;
        return { pins: chapterPins, to: heading.to, chapter: last, sameChapter: false };
      }
      pins.push(...chapterPins.slice(0, -1));
      (sections.pins[0] as Pinpoint).from =
        chapterPins.length > 1 ? (chapterPins[chapterPins.length - 1] as Pinpoint).from : index;
      pins.push(...sections.pins);
      return { pins, to: sections.to, chapter: last, sameChapter: heading.same };
    }
    const sections = this.sections(index, chapter, sameChapter, false);
    if (!sections) return null;
    if (chapter !== null) for (const pin of sections.pins) pin.inherited = true;
    return { pins: sections.pins, to: sections.to, chapter, sameChapter };
  }
}
