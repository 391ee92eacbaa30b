import { statutes } from './catalogue';
import { foldWord } from './fold';
import { nameBook } from './names';
import { ITEM, JOIN_WORDS, type NumberItem, PARAGRAF, STYCKE, UNITS } from './numbers';
import { TailReader } from './tails';
import { Gap } from './tokens';
import { ORDINALS, Word } from './words';

/** A place within some law, before it is known which. Numbers as in Provision. */
export interface Pinpoint {
  /** Token indices, half-open. */
  from: number;
  to: number;
  chapter: string | null;
  section: string | null;
  sectionEnd?: string;
  paragraph?: number;
  item?: string;
  /**
   * `full` chapter and section; `chapter`; `section` alone; `colon` 5:1; `lost` a section whose sign is lost, good only beside a
   * law; `article` of an EU act or a convention.
   */
  shape: 'full' | 'chapter' | 'section' | 'colon' | 'lost' | 'article';
  /** True for `kapitlets 4 §`: the chapter is the one cited last. */
  sameChapter?: boolean;
  /** True where the chapter was named by an earlier pinpoint of the list: `5 kap. 1 § och 2 §`. */
  inherited?: boolean;
  /** True where the sign stood first: `§ 84`. */
  signFirst?: boolean;
  /** A number after the sign, as in `14 § 1 b`: an item, or the section of a slip. */
  after?: { number: string; letter: string };
  damaged?: boolean;
  /** Token index behind the chapter, where a section follows. */
  chapterTo?: number;
}

export interface PinpointList {
  pins: Pinpoint[];
  from: number;
  to: number;
}

/** `s. 213`: a page, no place in law. */
const PAGE_WORDS = new Set(['s', 'sid', 'sidan', 'nr']);
/** Between two places only behind one of the above: `och enligt`. */
const LATER_JOIN_WORDS = new Set(['enligt', 'av', 'med', 'till', 'genom', 'se']);
/** More places in one chain are no citation but noise. */
const LONGEST_LIST = 200;

/** Reads places in law out of a window of tokens. */
export class PinpointReader extends TailReader {
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
      const next = this.pastJoin(to);
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

  /** Past `,`, `och`, `samt i`, `; jfr` between two pinpoints. */
  private pastJoin(index: number): number {
    let at = index;
    for (let k = 0; k < 4; k++) {
      const token = this.at(at);
      if (token.gap >= Gap.block) break;
      if (
        token.kind === 'sign' &&
        (token.value === ',' || token.value === ';' || token.value === '/' || token.value === '&')
      )
        at++;
      else if (this.isWord(at, JOIN_WORDS) || (k > 0 && this.isWord(at, LATER_JOIN_WORDS))) at = this.pastStop(at + 1);
      else break;
    }
    return at;
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

  private pastChapterStop(index: number): number {
    let at = index;
    for (let k = 0; k < 2; k++) {
      if (this.at(at).gap >= Gap.block) return index;
      if (/^[.,:;(]$/.test(this.at(at).value)) at++;
    }
    return at;
  }

  /** `5 kap.`, `kap 5`, `2–4 kap.`, `6:e kapitel`, `andra kapitlet`, `kapitlets`, `samma kapitel`. */
  private chapter(index: number): { chapters: string[]; items: NumberItem[]; same: boolean; to: number } | null {
    const token = this.at(index);
    if (token.kind === 'word') {
      if (token.value === 'kapitlets' || token.value === 'kapitels')
        return { chapters: [], items: [], same: true, to: index + 1 };
      if (token.value === 'samma' && this.isKap(index + 1))
        return { chapters: [], items: [], same: true, to: index + 2 };
      const ordinal = ORDINALS.get(token.value);
      if (ordinal && this.isKap(index + 1)) {
        const item = { from: index, to: index + 2, first: String(ordinal) };
        return { chapters: [item.first], items: [item], same: false, to: this.pastStop(index + 2) };
      }
      if ((token.flags & Word.chapter) !== 0) {
        const numbersAt = this.pastStop(index + 1);
        if (this.at(numbersAt).gap >= Gap.block || this.isDateOrDecimal(numbersAt)) return null;
        const list = this.numbers(numbersAt, true);
        if (!list) return null;
        // `kap 5, 1 §`: only the first number is the chapter when a sign follows the list.
        if (list.items.length > 1 && (this.isSection(list.to) || this.isKap(list.to))) {
          const item = list.items[0] as NumberItem;
          return { chapters: [item.first], items: [item], same: false, to: item.to };
        }
        const items = expandChapters(list.items);
        return { chapters: items.map((item) => item.first), items, same: false, to: list.to };
      }
      if (!this.isOneLike(index)) return null;
    } else if (token.kind !== 'number') return null;
    // `6:e kapitel`, `2:a kap.`
    if (
      this.isSign(index + 1, ':') &&
      this.at(index + 2).kind === 'word' &&
      /^[ead]$|^de$/.test(this.at(index + 2).value) &&
      this.isKap(index + 3)
    ) {
      const item = { from: index, to: index + 4, first: token.value };
      return { chapters: [item.first], items: [item], same: false, to: this.pastStop(index + 4) };
    }
    const list = this.numbers(index, true);
    // `5. kap`
    if (list && this.isSign(list.to, '.') && this.at(list.to).gap === Gap.none && this.isKap(list.to + 1)) list.to++;
    if (!list || !this.isKap(list.to)) return null;
    const items = expandChapters(list.items);
    if (items.some((item) => item.first.length > 3)) return null;
    return { chapters: items.map((item) => item.first), items, same: false, to: this.pastStop(list.to + 1) };
  }

  private colon(
    index: number,
    before: Pinpoint | undefined,
  ): { pins: Pinpoint[]; to: number; chapter: string | null } | null {
    const first = this.at(index);
    // `2 a:8`
    const apart =
      first.raw === '' &&
      this.at(index + 1).kind === 'word' &&
      /^[a-h]$/i.test(this.at(index + 1).raw) &&
      this.isSign(index + 2, ':');
    const colonAt = apart ? index + 2 : index + 1;
    const sign = this.at(colonAt);
    const second = this.at(colonAt + 1);
    const stopped = !apart && before === undefined && this.isStopForColon(index);
    if (
      !(sign.kind === 'sign' && (sign.value === ':' || stopped) && sign.gap === Gap.none && second.kind === 'number')
    ) {
      if (before?.shape !== 'colon') return null;
      // `5:1, 2 och 3`: further sections of the chapter.
      const list = this.dropStray(this.numbers(index, false), true);
      if (
        !list ||
        this.isKap(list.to) ||
        this.isSection(list.to) ||
        this.isSign(list.to, ':') ||
        this.isSign(list.to, '.')
      )
        return null;
      if (
        list.items.some((item) => item.first.length > 3) ||
        this.isWord(list.to, UNITS) ||
        this.isWord(list.to, STYCKE) ||
        this.isWord(list.to, ITEM)
      )
        return null;
      const pins = list.items.map((item) => this.pin(item, before.chapter, 'colon'));
      return { pins, to: list.to, chapter: before.chapter };
    }
    if (
      first.value.length > 2 ||
      second.value.length > 3 ||
      second.value.startsWith('0') ||
      first.value.startsWith('0')
    )
      return null;
    if (second.gap > Gap.space) return null;
    const item = this.numberItem(colonAt + 1);
    if (!item) return null;
    const chapter = first.value + (apart ? this.at(index + 1).value : first.raw);
    // `14:1–14:3`
    if (item.last === chapter && this.isSign(item.to, ':') && this.at(item.to + 1).kind === 'number') {
      const end = this.single(item.to + 1);
      if (end) {
        item.last = end.value;
        item.to = end.to;
      }
    }
    let to = item.to;
    if (this.isSection(to) && this.at(to).gap <= Gap.space) to++;
    const pin: Pinpoint = { ...this.pin(item, chapter, 'colon'), from: index, to };
    to = this.tail(to, pin);
    pin.to = to;
    return { pins: [pin], to, chapter };
  }

  /** `LSS 9.9`: section and item, behind the short name of a law that has no chapters. */
  private isStopForColon(index: number): boolean {
    const after = this.at(index + 3);
    return (
      this.isSign(index + 1, '.') &&
      this.at(index).gap === Gap.space &&
      this.at(index + 2).gap === Gap.none &&
      !this.isWord(index + 3, UNITS) &&
      !this.isSign(index + 3, '%') &&
      after.kind !== 'number' &&
      !(after.kind === 'sign' && this.at(index + 4).kind === 'number' && this.at(index + 4).gap === Gap.none) &&
      hasNoChapters(this.at(index - 1).raw)
    );
  }

  private pin(item: NumberItem, chapter: string | null, shape: Pinpoint['shape']): Pinpoint {
    const pin: Pinpoint = { from: item.from, to: item.to, chapter, section: item.first, shape };
    if (item.last !== undefined && item.last !== item.first) pin.sectionEnd = item.last;
    return pin;
  }

  private sections(
    index: number,
    chapter: string | null,
    sameChapter: boolean,
    afterChapter: boolean,
  ): { pins: Pinpoint[]; to: number } | null {
    const shape = chapter !== null || sameChapter ? 'full' : 'section';
    const finish = (items: NumberItem[], from: number, to: number, mark?: 'signFirst' | 'damaged') => {
      const pins = items.map((item) => {
        const pin = this.pin(item, chapter, shape);
        if (sameChapter) pin.sameChapter = true;
        if (mark !== undefined) pin[mark] = true;
        return pin;
      });
      (pins[0] as Pinpoint).from = from;
      const last = pins[pins.length - 1] as Pinpoint;
      last.to = to;
      const end = this.tail(to, last);
      last.to = end;
      return { pins, to: end };
    };
    if (this.at(index).gap >= Gap.block && afterChapter) return null;
    // Sign first: `§ 6`, `§§ 4-6`, `paragraferna 33-38`.
    if (this.isSectionHere(index)) {
      if (this.at(index + 1).gap >= Gap.block || this.isDateOrDecimal(index + 1)) return null;
      const list = this.dropStray(this.numbers(index + 1, false), false);
      // `paragraf 6 kapitel 6` goes on with its chapter; `§ 6 kap` is none.
      if (!list || (this.isKap(list.to) && this.at(this.pastStop(list.to + 1)).kind !== 'number')) return null;
      let to = list.to;
      if (this.isSection(to) && this.at(to).gap === Gap.none && list.items.length === 1) to++;
      return finish(list.items, index, to, 'signFirst');
    }
    const token = this.at(index);
    const ordinal = (token.flags & Word.ordinal) !== 0 ? ORDINALS.get(token.value) : undefined;
    if (ordinal && this.isWord(index + 1, PARAGRAF)) {
      return finish([{ from: index, to: index + 2, first: String(ordinal) }], index, index + 2);
    }
    if (token.kind !== 'number' && !this.isOneLike(index)) return null;
    if (this.isDateOrDecimal(index) && !afterChapter) return null;
    const list = this.numbers(index, false);
    if (!list) return null;
    if (list.items.some((item) => item.first.length > 4)) return null;
    if (this.isSection(list.to)) {
      this.rangeBehindSign(list);
      const lettered = this.lettersAfterSign(list, list.to + 1);
      if (lettered) return finish(lettered.items, index, lettered.to);
      return finish(list.items, index, list.to + 1);
    }
    const damagedTo = this.damagedSign(list);
    if (damagedTo) return finish(damagedTo.items, index, damagedTo.to, 'damaged');
    if (!afterChapter) return null;
    if (
      this.isKap(list.to) ||
      this.isSign(list.to, ':') ||
      this.isWord(list.to, UNITS) ||
      this.isWord(list.to, STYCKE) ||
      this.isWord(list.to, ITEM)
    )
      return null;
    if (list.items.some((item) => item.first.length > 3)) return null;
    if (this.at(index).gap >= Gap.line) return null;
    const result = finish(list.items, index, list.to, 'damaged');
    for (const pin of result.pins) {
      pin.shape = 'lost';
      pin.chapterTo = index;
    }
    return result;
  }
}

/** Whether `word` is the short name of statutes without chapters, printed as it should be. */
function hasNoChapters(word: string): boolean {
  const entry = nameBook().abbreviations.get(foldWord(word));
  return entry?.printed.includes(word) === true && entry.sfs.every((sfs) => statutes().get(sfs)?.chapters === false);
}

/** `2–4 kap.` names three chapters. */
function expandChapters(items: NumberItem[]): NumberItem[] {
  if (items.every((item) => item.last === undefined)) return items;
  return items.flatMap((item) => {
    const from = Number(item.first);
    const to = Number(item.last);
    if (item.last === undefined || !(to > from) || to - from > 60)
      return [{ from: item.from, to: item.to, first: item.first }];
    return Array.from({ length: to - from + 1 }, (_, k) => ({ from: item.from, to: item.to, first: String(from + k) }));
  });
}
