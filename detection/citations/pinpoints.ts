import { Gap, NO_TOKEN, type Token } from './tokens';
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

interface NumberItem {
  from: number;
  to: number;
  first: string;
  last?: string;
}

const PARAGRAF = new Set(['paragraf', 'paragrafen', 'paragrafer', 'paragraferna', 'paragrafens', 'par']);
const STYCKE = new Set(['stycket', 'stycke', 'styckena', 'stycken', 'st', 'styckets', 'meningen', 'mening']);
const ITEM = new Set([
  'p',
  'punkt',
  'punkten',
  'punkterna',
  'punkter',
  'pkt',
  'mom',
  'momentet',
  'ledet',
  'strecksatsen',
]);
/** `s. 213`: a page, no place in law. */
const PAGE_WORDS = new Set(['s', 'sid', 'sidan', 'nr']);
const AND = new Set(['och', 'samt', 'eller', 'respektive', 'resp', 'jamte', 'o', 'ock']);
const JOIN_WORDS = new Set([...AND, 'jfr', 'i', 'dels', 'liksom', 'ocksa', 'aven']);
/** Between two places only behind one of the above: `och enligt`. */
const LATER_JOIN_WORDS = new Set(['enligt', 'av', 'med', 'till', 'genom', 'se']);
/** More places in one chain are no citation but noise. */
const LONGEST_LIST = 200;
const DASHES = new Set(['-', '–', '—', '−', '‑', '‐']);
/** Verbs that a sentence goes on with behind a list of sections. */
const VERBS = new Set([
  'ska',
  'skall',
  'ar',
  'galler',
  'anger',
  'anges',
  'framgar',
  'foljer',
  'reglerar',
  'regleras',
  'kan',
  'bor',
  'far',
  'har',
  'finns',
  'om',
  'som',
  'att',
  'samt',
  'for',
  'vid',
  'innebar',
  'staller',
  'tillampas',
  'beskriver',
  'beskrivs',
]);
/** Units and dates: a number before one of these is no section whose sign was lost. */
const UNITS = new Set([
  'kronor',
  'kr',
  'mnkr',
  'tkr',
  'procent',
  'st',
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
  'manader',
  'dagar',
  'ar',
  'barn',
  'elever',
  'personer',
  'timmar',
  'sidor',
  'kap',
  'veckor',
  'arenden',
  'gangen',
]);

/** Reads places in law out of a window of tokens. */
export class PinpointReader {
  constructor(private readonly tokens: readonly Token[]) {}

  private at(index: number): Token {
    return this.tokens[index] ?? NO_TOKEN;
  }

  private isWord(index: number, words: ReadonlySet<string>): boolean {
    const token = this.at(index);
    return token.kind === 'word' && words.has(token.value);
  }

  private isSign(index: number, sign: string): boolean {
    const token = this.at(index);
    return token.kind === 'sign' && token.value === sign;
  }

  /** A chapter word; `isWord` but also `kap` glued before its full stop. */
  isKap(index: number): boolean {
    const token = this.at(index);
    return (token.flags & Word.chapter) !== 0 && token.gap < Gap.block;
  }

  isSection(index: number): boolean {
    return this.isSectionHere(index) && this.at(index).gap < Gap.block;
  }

  /** Past the full stop of an abbreviation. */
  private pastStop(index: number): number {
    return this.isSign(index, '.') && this.at(index).gap === Gap.none ? index + 1 : index;
  }

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
    if (token.kind === 'number' && this.isSign(index - 1, '.') && this.isWord(index - 2, PAGE_WORDS)) return null;
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

  /** `l`, `I` or `ll` that scanning made of 1 and 11, before a chapter or section sign. */
  private isOneLike(index: number): boolean {
    const token = this.at(index);
    if ((token.flags & Word.oneLike) === 0) return false;
    if (this.isKap(index + 1) || this.isSection(index + 1)) return true;
    // `l a §`
    return /^[a-h]$/.test(this.at(index + 1).raw) && this.isSection(index + 2);
  }

  /** Whether the digits here belong to a date, a decimal or a long number. */
  private isDateOrDecimal(index: number): boolean {
    const token = this.at(index);
    if (token.value.length > 3) return true;
    const before = this.at(index - 1);
    if (
      token.gap === Gap.none &&
      before.kind === 'sign' &&
      (before.value === '-' || before.value === '/') &&
      this.at(index - 2).kind === 'number'
    ) {
      return this.at(index - 2).value.length === 4 || this.at(index - 3).value === '-';
    }
    return (
      token.gap === Gap.none &&
      before.kind === 'sign' &&
      (before.value === '.' || before.value === ',') &&
      this.at(index - 2).kind === 'number' &&
      before.gap === Gap.none
    );
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
    if (!(sign.kind === 'sign' && sign.value === ':' && sign.gap === Gap.none && second.kind === 'number')) {
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

  /** `2 §-3 §`: the range goes on behind the sign. */
  private rangeBehindSign(list: { items: NumberItem[]; to: number }): void {
    const dash = this.at(list.to + 1);
    const end =
      dash.kind === 'sign' && DASHES.has(dash.value) && dash.gap < Gap.block ? this.single(list.to + 2) : null;
    const last = list.items[list.items.length - 1] as NumberItem;
    if (!end || !this.isSection(end.to) || last.last !== undefined) return;
    if (Number(end.number) < Number.parseInt(last.first, 10)) return;
    last.last = end.value;
    list.to = end.to;
  }

  private isSectionHere(index: number): boolean {
    const token = this.at(index);
    return token.kind === 'section' || (token.flags & Word.paragraf) !== 0;
  }

  /** `14 kap. 1 § b,c`: the letters belong to the number before the sign. */
  private lettersAfterSign(list: { items: NumberItem[] }, index: number): { items: NumberItem[]; to: number } | null {
    const base = list.items[list.items.length - 1] as NumberItem;
    if (!/^\d+$/.test(base.first) || base.last !== undefined) return null;
    const items: NumberItem[] = [];
    let at = index;
    let to = index;
    for (;;) {
      const token = this.at(at);
      if (!(token.kind === 'word' && /^[a-hj-z]$/i.test(token.raw) && token.gap <= Gap.line)) break;
      if (this.isSign(at + 1, ')') && !this.isSign(at - 1, '(')) break;
      const after = this.at(at + 1);
      if (token.value === 'p' || (token.value === 's' && after.gap === Gap.none) || this.isGluedHyphen(at + 1)) break;
      if (after.kind === 'number' && after.gap === Gap.none) break;
      if (this.isSign(at + 1, ':') && after.gap === Gap.none) break;
      if (token.value === 'o' && (after.kind === 'number' || /^[a-z]$/i.test(after.raw))) break;
      items.push({ from: at, to: at + 1, first: base.first + token.value });
      to = at + 1;
      at = to;
      if (this.isSign(at, ',') || this.isWord(at, AND)) at++;
      else break;
    }
    if (items.length === 0) return null;
    (items[0] as NumberItem).from = base.from;
    return { items: [...list.items.slice(0, -1), ...items], to };
  }

  /** `6 8`, `1 S`, `1 $`: a section sign that scanning misread. */
  private damagedSign(list: { items: NumberItem[]; to: number }): { items: NumberItem[]; to: number } | null {
    const sign = this.at(list.to);
    if (
      sign.gap <= Gap.space &&
      ((sign.kind === 'word' && (sign.raw === 'S' || sign.raw === 'SS')) ||
        (sign.kind === 'sign' && sign.value === '$'))
    ) {
      return { items: list.items, to: list.to + 1 };
    }
    if (
      sign.kind === 'number' &&
      (sign.value === '8' || sign.value === '88') &&
      sign.raw === '' &&
      sign.gap === Gap.space
    ) {
      const after = this.at(list.to + 1);
      if (
        this.isKap(list.to + 1) ||
        this.isSection(list.to + 1) ||
        (after.kind === 'sign' && (after.value === ':' || after.value === '-'))
      )
        return null;
      return { items: list.items, to: list.to + 1 };
    }
    return null;
  }

  /** A number with its letter, or a range of two. */
  private numberItem(index: number): NumberItem | null {
    const first = this.single(index);
    if (!first) return null;
    let dash = first.to;
    const sign = this.at(dash);
    if (sign.kind === 'sign' && DASHES.has(sign.value) && sign.gap < Gap.block) dash++;
    else if (sign.kind === 'word' && sign.value === 'till')
      dash = this.isWord(dash + 1, AND) && this.at(dash + 2).value === 'med' ? dash + 3 : dash + 1;
    else if (sign.kind === 'word' && sign.value === 't' && this.at(dash + 2).value === 'o')
      dash += this.isSign(dash + 5, '.') ? 6 : 5;
    else return { from: index, to: first.to, first: first.value };
    const next = this.at(dash);
    if (next.gap >= Gap.block) return { from: index, to: first.to, first: first.value };
    const second = this.single(dash);
    if (second && second.number.length <= 3) {
      // A range goes up; `2021-11` and the like are no range.
      if (Number(second.number) < Number(first.number)) return { from: index, to: first.to, first: first.value };
      return { from: index, to: second.to, first: first.value, last: second.value };
    }
    if (next.kind === 'word' && /^[a-z]$/i.test(next.raw) && /[a-z]$/.test(first.value)) {
      return { from: index, to: dash + 1, first: first.value, last: first.number + next.value };
    }
    return { from: index, to: first.to, first: first.value };
  }

  private single(index: number): { value: string; number: string; to: number } | null {
    const token = this.at(index);
    if (token.kind === 'word' && this.isOneLike(index)) {
      const own = /^[lI]([a-h])$/.exec(token.raw)?.[1];
      const apart = own === undefined && /^[a-h]$/.test(this.at(index + 1).raw) ? this.at(index + 1).raw : undefined;
      const number = own === undefined ? '1'.repeat(token.raw.length) : '1';
      return { value: number + (own ?? apart ?? ''), number, to: apart === undefined ? index + 1 : index + 2 };
    }
    if (token.kind !== 'number' || token.value.length > 4) return null;
    const number = token.value.replace(/^0+(?=\d)/, '');
    if (token.raw)
      return token.raw === 'l' && (this.isKap(index + 1) || this.isSection(index + 1))
        ? { value: `${number}1`, number: `${number}1`, to: index + 1 }
        : { value: number + token.raw, number, to: index + 1 };
    const letter = this.at(index + 1);
    if (
      letter.kind === 'word' &&
      letter.raw.length === 1 &&
      /^[a-zåäö]$/i.test(letter.raw) &&
      letter.gap <= Gap.line &&
      this.isLetterOfNumber(index + 1)
    ) {
      return { value: number + letter.value, number, to: index + 2 };
    }
    return { value: number, number, to: index + 1 };
  }

  /** Whether a single letter belongs to the number before it (`16 a`), not to the sentence (`5 i lagen`). */
  private isLetterOfNumber(index: number): boolean {
    const letter = this.at(index);
    const after = this.at(index + 1);
    if (this.isGluedHyphen(index + 1)) return false;
    if (letter.value === 'p' && letter.gap > Gap.none) return false;
    if (/^[S]$/.test(letter.raw) && !this.isSection(index + 1)) return false;
    if (this.isSign(index + 1, ':') && after.gap === Gap.none) return false;
    if (this.isSign(index + 1, ')')) return this.at(index - 2).kind !== 'sign' || true;
    if (/^[io]$/.test(letter.value) || letter.raw === 'å' || letter.raw === 'ö') return this.isSection(index + 1);
    if (
      this.isSign(index + 1, '.') &&
      after.gap === Gap.none &&
      this.at(index + 2).kind === 'word' &&
      this.at(index + 2).gap === Gap.none
    )
      return false;
    return true;
  }

  /** `e-faktura`: the letter belongs to a word. */
  private isGluedHyphen(index: number): boolean {
    const next = this.at(index + 1);
    return (
      this.isSign(index, '-') &&
      this.at(index).gap === Gap.none &&
      next.kind === 'word' &&
      next.gap === Gap.none &&
      next.raw.length > 1
    );
  }

  /** Numbers joined by commas and `och`, up to what follows them. */
  private numbers(index: number, forChapter: boolean): { items: NumberItem[]; to: number } | null {
    const first = this.numberItem(index);
    if (!first) return null;
    const items = [first];
    let to = first.to;
    for (let guard = 0; guard < 60; guard++) {
      let next = to;
      if (this.isSign(next, ',') && this.at(next).gap <= Gap.line) next++;
      if (this.isWord(next, AND) && this.at(next).gap < Gap.block) next++;
      else if (this.isSign(next, '&')) next++;
      if (next === to || this.at(next).gap >= Gap.block) break;
      const item = this.numberItem(next);
      // `1 § och 6 kap.`: a number before a chapter word begins a new pinpoint, `6:1` likewise.
      if (
        !item ||
        (!forChapter && (this.isKap(item.to) || this.isOrdinalChapter(item.to))) ||
        this.isSign(item.to, ':') ||
        this.at(next).value.length > 3
      )
        break;
      items.push(item);
      to = item.to;
    }
    return { items, to };
  }

  /** `LSS § 9, 3 personer`: a last number that counts what follows it is no section. */
  private dropStray(
    list: { items: NumberItem[]; to: number } | null,
    colon: boolean,
  ): { items: NumberItem[]; to: number } | null {
    if (!list) return null;
    const after = this.at(list.to);
    if (after.kind !== 'word' || after.gap >= Gap.block || after.flags !== 0 || after.raw.length < 2) return list;
    if (JOIN_WORDS.has(after.value) || STYCKE.has(after.value) || ITEM.has(after.value) || VERBS.has(after.value))
      return list;
    const last = list.items[list.items.length - 1] as NumberItem;
    if (/[a-z]$/.test(last.first) || last.last !== undefined) return list;
    if (list.items.length === 1) return colon ? null : list;
    if (!colon && !this.isSign(last.from - 1, ',')) return list;
    const items = list.items.slice(0, -1);
    return { items, to: (items[items.length - 1] as NumberItem).to };
  }

  private isOrdinalChapter(index: number): boolean {
    return this.isSign(index, ':') && this.isKap(index + 2);
  }

  /** Reads `andra stycket 2 p`, `1st 2`, `p. 1`, `st 1–3` into the pinpoint; the index behind them. */
  private tail(index: number, pin: Pinpoint): number {
    let at = index;
    for (let guard = 0; guard < 6; guard++) {
      const from = this.isSign(at, ',') ? at + 1 : at;
      if (this.at(at).gap >= Gap.block || this.at(from).gap >= Gap.block) break;
      const next =
        this.paragraphAt(from, pin) ?? this.itemAt(from, pin) ?? (from === at ? this.bareAt(at, pin) : undefined);
      if (next === undefined) break;
      at = next;
    }
    return at;
  }

  private paragraphAt(index: number, pin: Pinpoint): number | undefined {
    const token = this.at(index);
    if (token.kind === 'word') {
      if ((token.flags & Word.ordinal) !== 0 || token.value === 'sista') {
        let k = index + 1;
        while (
          (this.isWord(k, AND) || this.isSign(k, ',') || DASHES.has(this.at(k).value)) &&
          (this.at(k + 1).flags & Word.ordinal) !== 0
        )
          k += 2;
        if (this.isWord(k, STYCKE)) {
          if (!this.at(k).value.startsWith('mening')) pin.paragraph ??= ORDINALS.get(token.value);
          return k + 1;
        }
        if (this.isWord(k, ITEM)) {
          pin.item ??= String(ORDINALS.get(token.value) ?? '');
          return k + 1;
        }
        return undefined;
      }
      if (STYCKE.has(token.value)) {
        const numberAt = this.pastStop(index + 1);
        const list = this.at(numberAt).kind === 'number' ? this.numbers(numberAt, false) : null;
        if (!list || this.isKap(list.to) || this.isSection(list.to) || this.isSign(list.to, ':')) return undefined;
        pin.paragraph ??= Number.parseInt((list.items[0] as NumberItem).first, 10);
        return list.to;
      }
      return undefined;
    }
    if (token.kind !== 'number' || token.value.length > 2) return undefined;
    const list = this.numbers(index, false);
    if (!list) return undefined;
    const word = this.at(list.to);
    if (this.isWord(list.to, STYCKE) && word.gap <= Gap.line) {
      pin.paragraph ??= Number.parseInt((list.items[0] as NumberItem).first, 10);
      return this.pastStop(list.to + 1) === list.to + 1
        ? list.to + 1
        : this.endsSentence(list.to + 1)
          ? list.to + 1
          : list.to + 2;
    }
    if (this.isSign(list.to, ':') && /^[ae]$/.test(this.at(list.to + 1).value) && this.isWord(list.to + 2, STYCKE)) {
      pin.paragraph ??= Number.parseInt((list.items[0] as NumberItem).first, 10);
      return list.to + 3;
    }
    return undefined;
  }

  private itemAt(index: number, pin: Pinpoint): number | undefined {
    const token = this.at(index);
    if (token.kind === 'word' && ITEM.has(token.value)) {
      const numberAt = this.pastStop(index + 1);
      const list = this.at(numberAt).kind === 'number' ? this.numbers(numberAt, false) : null;
      if (list && !this.isKap(list.to) && !this.isSection(list.to) && !this.isSign(list.to, ':')) {
        pin.item ??= (list.items[0] as NumberItem).first;
        return list.to;
      }
      const letter = this.at(numberAt);
      if (letter.kind === 'word' && /^[a-hj-n]$/.test(letter.value)) {
        pin.item ??= letter.value;
        return this.isSign(numberAt + 1, ')') ? numberAt + 2 : numberAt + 1;
      }
      return undefined;
    }
    if (token.kind !== 'number' || token.value.length > 2) return undefined;
    const list = this.numbers(index, false);
    if (!list) return undefined;
    if (this.isWord(list.to, ITEM) && this.at(list.to).gap <= Gap.line) {
      pin.item ??= (list.items[0] as NumberItem).first;
      return this.isSign(list.to + 1, '.') && !this.endsSentence(list.to + 1) ? list.to + 2 : list.to + 1;
    }
    return undefined;
  }

  /** True where the full stop at `index` ends a sentence: a capital or nothing follows. */
  private endsSentence(index: number): boolean {
    const next = this.at(index + 1);
    return next.gap >= Gap.line || (next.kind === 'word' && /^\p{Lu}\p{Ll}{2}/u.test(next.raw));
  }

  /** A bare number behind a sign or a stycke: `3 kap. 28 § 17`, `första stycket 2`. */
  private bareAt(index: number, pin: Pinpoint): number | undefined {
    const token = this.at(index);
    if (
      token.kind !== 'number' ||
      token.gap > Gap.space ||
      token.value.length > 2 ||
      pin.item !== undefined ||
      pin.after !== undefined
    )
      return undefined;
    const list = this.numbers(index, false);
    if (!list) return undefined;
    const blocked = (to: number) =>
      this.isKap(to) ||
      this.isSection(to) ||
      this.isSign(to, ':') ||
      this.isSign(to, '%') ||
      this.isWord(to, UNITS) ||
      (this.isSign(to, '.') && this.at(to + 1).kind === 'number' && this.at(to + 1).gap === Gap.none);
    let to = list.to;
    const first = list.items[0] as NumberItem;
    if (blocked(to)) {
      // `första stycket 1 och 5 §`: only the first number is the item.
      if (list.items.length === 1 || blocked(first.to)) return undefined;
      to = first.to;
    }
    const number = /^(\d+)([a-z]?)$/.exec(first.first);
    if (pin.paragraph === undefined && number) pin.after = { number: number[1] as string, letter: number[2] as string };
    pin.item = first.first;
    return to;
  }
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
