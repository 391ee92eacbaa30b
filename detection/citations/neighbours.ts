import { statutes } from './catalogue';
import { CueReader } from './cues';
import { CHAIN, SPECIFYING } from './glue-words';
import type { LawMention } from './law-mention';
import { isNotLawBefore } from './minutes';
import type { Pinpoint, PinpointList } from './pinpoint';
import { Gap } from './tokens';

/** A law of the window. */
export interface LawElement {
  law: LawMention;
  /** A pinpoint list stands before it and took it as its law. */
  closed: boolean;
  used: boolean;
}

/** A list of places of the window. */
export interface ListElement {
  list: PinpointList;
}

/** Words that a place in a law stands behind, and no time of day. */
const LEADS_TO_PLACE: ReadonlySet<string> = new Set(['i', 'av', 'enligt']);

const IN: ReadonlySet<string> = new Set(['i']);

export type Element = LawElement | ListElement;

export const isLaw = (element: Element | undefined): element is LawElement => element !== undefined && 'law' in element;

/** Whether one of the statutes that a name can mean has (or lacks) chapters in which sections restart; true where none is known. */
function mayHaveChapters(law: LawMention, chapters: boolean): boolean {
  const known = (law.number ? [law.number] : law.candidates).flatMap((sfs) => statutes().get(sfs) ?? []);
  return known.length === 0 || known.some((statute) => statute.chapters === chapters);
}

/** Reads which of two neighbours a list of places belongs to, and whether it belongs to a law at all. */
export class NeighbourReader extends CueReader {
  /** Parts the lists that stand between two laws: `AFS 2001:1 11 § och 3 kap. 2 § arbetsmiljölagen`. */
  protected parted(elements: readonly Element[]): Element[] {
    return elements.flatMap((element, e) => {
      const before = elements[e - 1];
      const after = elements[e + 1];
      if (isLaw(element) || element.list.pins.length < 2) return [element];
      const { list } = element;
      // `Kommunstyrelsen § 12 och 4 kap. 3 § skollagen`: the minutes' own, and a place in law.
      if (list.pins[0]?.signFirst && list.pins[0].chapter === null && this.isOfMinutes(list.from)) {
        const at = list.pins.findIndex((pin) => pin.chapter !== null && !pin.inherited);
        if (at > 0) return this.partedAt(list, at);
      }
      // `köplagen 5 § och 6 kap. 6 § KL`: a law outside the catalogue has the places up to the next chapter.
      if (isLaw(after) && !(isLaw(before) && before.law.to === list.from) && this.otherLawBefore(list.from)) {
        const at = list.pins.findLastIndex((pin, k) => k > 0 && pin.chapter !== null && !pin.inherited);
        return at > 0 ? this.partedAt(list, at) : [element];
      }
      if (!isLaw(before)) return [element];
      // `KL 6 kap. 6 §, 9 § reglementet`
      const last = list.pins.length - 1;
      const pin = list.pins[last] as Pinpoint;
      const isElsewhere =
        this.paperBehind(list.to) || ((!isLaw(after) || after.law.kind === 'foreign') && this.otherLawBehind(list.to));
      if (pin.shape !== 'chapter' && this.isOwnPlace(list.pins, last) && isElsewhere) {
        if (pin.inherited) {
          pin.chapter = null;
          pin.shape = 'section';
        }
        return this.partedAt(list, last);
      }
      if (!isLaw(after)) return [element];
      const glueBefore = this.glueBefore(before.law.to, list.from);
      const agency = before.law.kind === 'agency';
      if (glueBefore !== 'tight' && glueBefore !== 'comma') return [element];
      // `9 § FL`, `9 § i förvaltningslagen`
      const beside =
        this.isWord(list.to, IN) && after.law.from === list.to + 1 ? 'tight' : this.glueAfter(list.to, after.law.from);
      if (beside !== 'tight' || after.law.kind === 'context') return [element];
      // `SoL 5 kap. 1 §, 6 kap. 1 § LVU 2 §`: the law behind has a place of its own.
      const beyond = elements[e + 2];
      if (beyond && !isLaw(beyond) && this.glueBefore(after.law.to, beyond.list.from) === 'tight') return [element];
      const at = this.partingPlace(list, after.law);
      if (at === 0) return [element];
      // `skollagen (2010:800), 4 kap. 3 §, samt 6 kap. 6 § kommunallagen`: a comma sets each law off with its places.
      if (glueBefore === 'comma' && !agency) {
        if (!mayHaveChapters(before.law, list.pins[0]?.chapter !== null)) return [element];
        if (!this.isSetOff(list.pins[at] as Pinpoint)) {
          for (const pin of list.pins.slice(0, at)) pin.doubtful = true;
          if (before.law.number === undefined) return [element];
        }
      }
      return this.partedAt(list, at);
    });
  }

  /** `, samt 6 kap. 6 §`: a comma before the word that joins. */
  private isSetOff({ from }: Pinpoint): boolean {
    return this.isWord(from - 1, CHAIN) && this.isSign(from - 2, ',');
  }

  /** `Kommunstyrelsen § 12`, `KF 2022-02-02 § 14`: a sign of the minutes' own. */
  protected isOfMinutes(index: number): boolean {
    const isNumber = (at: number) => this.at(at).kind === 'number';
    const isDated = isNumber(index - 1) && this.isSign(index - 2, '-') && isNumber(index - 3);
    return (isDated && this.isSign(index - 4, '-')) || isNotLawBefore(this.wordBefore(index));
  }

  /** Two lists made of one: the places before that with an index, and the others. */
  private partedAt(list: PinpointList, at: number): Element[] {
    const first = list.pins.slice(0, at);
    const second = list.pins.slice(at);
    for (const pin of second) delete pin.inherited;
    return [
      { list: { pins: first, from: list.from, to: (first[first.length - 1] as Pinpoint).to } },
      { list: { pins: second, from: (second[0] as Pinpoint).from, to: list.to } },
    ];
  }

  /** The first pinpoint of a list that is in the law behind it; 0 where all are in the law before. */
  private partingPlace({ pins }: PinpointList, after: LawMention): number {
    const ownChapter = (pin: Pinpoint): boolean => pin.chapter !== null && !pin.inherited && !pin.sameChapter;
    const firstOfChapter = (pin: Pinpoint, k: number): boolean =>
      k > 0 && ownChapter(pin) && !(pins[k - 1]?.chapter === pin.chapter && !this.isOwnPlace(pins, k));
    const found = pins.map(firstOfChapter);
    // Sections without a chapter are not in a law that has chapters, and the other way round.
    const lastPin = pins[pins.length - 1] as Pinpoint;
    const chapterless = !ownChapter(lastPin) && mayHaveChapters(after, false);
    if (found.includes(true) && mayHaveChapters(after, true) && !chapterless)
      return pins[0]?.chapter === null ? found.indexOf(true) : found.lastIndexOf(true);
    if (!mayHaveChapters(after, false)) return 0;
    for (let k = pins.length - 1; k > 0; k--) {
      const pin = pins[k] as Pinpoint;
      if (ownChapter(pin)) return 0;
      if (!this.isOwnPlace(pins, k)) continue;
      const joined = this.isWord(pin.from - 1, CHAIN);
      if (!joined && !this.isSign(pin.from - 1, ',') && !this.isSign(pin.from - 1, ';')) continue;
      const from = joined && this.joinsPair(pins, k, ownChapter) ? k - 1 : k;
      for (const own of pins.slice(from)) {
        own.chapter = null;
        own.shape = 'section';
      }
      return from;
    }
    return 0;
  }

  /**
   * Whether "och" before a section joins it to the one before, both in the law behind: `KL 6 kap. 6 §, 9 § och 12 § FL`; not
   * where that one counts on (`6 §, 7 § och 9 § FL`).
   */
  private joinsPair(pins: readonly Pinpoint[], k: number, ownChapter: (pin: Pinpoint) => boolean): boolean {
    const pin = pins[k - 1];
    const before = pins[k - 2];
    if (!pin || !before || ownChapter(pin) || !ownChapter(before) || !this.isSign(pin.from - 1, ',')) return false;
    if (!this.isOwnPlace(pins, k - 1)) return false;
    return (
      Number.parseInt(pin.section ?? '', 10) - Number.parseInt(before.sectionEnd ?? before.section ?? '', 10) !== 1
    );
  }

  /** Whether the pinpoint before is whole by itself: `1 § och 2 §`, `6:6, 2 §`, not `1 och 2 §§`. */
  private isOwnPlace(pins: readonly Pinpoint[], k: number): boolean {
    const before = pins[k - 1] as Pinpoint;
    if (before.shape === 'colon') return true;
    for (let at = before.from; at < before.to; at++) if (this.at(at).kind === 'section') return true;
    return false;
  }

  /** `… enligt 6 kap. 40 § KL⏎§ 46 Meddelanden`: a paragraph of minutes under its own sign. */
  protected headsLine(list: PinpointList, before: LawMention | null): boolean {
    const first = this.at(list.from);
    if (first.gap !== Gap.line) return false;
    // A law alone on the line above is a heading over its sections.
    if (before && before.to === list.from && this.at(before.from).gap >= Gap.line) return false;
    if (before && before.to !== list.from && this.isChain(before.to, list.from)) return false;
    const after = this.at(list.to);
    return after.gap >= Gap.line || after.kind === 'number' || /^\p{Lu}/u.test(after.raw);
  }

  /** Whether a list names sections of the chapter before: `6 kap. KL (6 och 13 §§)`, `11 kap. KL, särskilt 5 §`. */
  protected specifies(chapter: Element | undefined, law: LawMention, list: PinpointList): boolean {
    if (!chapter || isLaw(chapter) || chapter.list.pins[chapter.list.pins.length - 1]?.shape !== 'chapter')
      return false;
    if (chapter.list.to !== law.from || !list.pins.every((pin) => pin.shape === 'section' && !pin.signFirst))
      return false;
    if (this.isBracketed(list)) return law.to === list.from - 1;
    if (list.from - law.to > 4 || !this.isSign(law.to, ',')) return false;
    for (let at = law.to + 1; at < list.from; at++)
      if (!SPECIFYING.has(this.at(at).value) || this.at(at).gap >= Gap.block) return false;
    return true;
  }

  /** `…, 2:3, är`, `av 20:29 framgår`: said beside a sentence, or led to as a place. */
  protected isApart(list: PinpointList): boolean {
    const after = this.at(list.to);
    if (this.at(list.from).gap < Gap.block && this.isWord(list.from - 1, LEADS_TO_PLACE)) return true;
    return this.isSign(list.from - 1, ',') && (after.gap >= Gap.block || after.value === ',' || after.value === '.');
  }

  protected isBracketed(list: PinpointList): boolean {
    return this.at(list.from - 1).value === '(' && this.at(list.to).value === ')';
  }
}
