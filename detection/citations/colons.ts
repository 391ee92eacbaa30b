import { statutes } from './catalogue';
import { ChapterReader } from './chapters';
import { foldWord } from './fold';
import { nameBook } from './names';
import { ITEM, STYCKE, UNITS } from './number-words';
import type { Pinpoint } from './pinpoint';
import { Gap } from './tokens';

/** Reads colon forms: `5:1 a`, `14:1–14:3`, `5:1, 2 och 3`, and `LSS 9.9`. */
export class ColonReader extends ChapterReader {
  /**
   * The colon form at `index`.
   * @param before the place before it in the list: `2 och 3` behind `5:1` are sections of its chapter
   */
  protected colon(
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
    if (second.gap === Gap.space && this.isLabel(index, colonAt + 1)) return null;
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

  /** `Not 4: 2 kap. 8 §`, `Fråga 3: 6 § LVU`: the number before the colon counts something, and the place stands behind. */
  private isLabel(index: number, place: number): boolean {
    if (this.chapter(place)) return true;
    const item = this.numberItem(place);
    const counted = this.at(index).gap >= Gap.line || COUNTED.test(this.at(index - 1).value);
    return counted && item !== null && this.isSection(item.to);
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
}

/** Words before a number that counts. */
const COUNTED =
  /^(?:(?:fot)?not|punkt|fraga|[a-z]*fraga|nr|nummer|rekommendation|kriterium|bilaga|rad|steg|del|iakttagelse)$/;

/** Whether `word` is the short name of statutes without chapters, printed as it should be. */
function hasNoChapters(word: string): boolean {
  const entry = nameBook().abbreviations.get(foldWord(word));
  return entry?.printed.includes(word) === true && entry.sfs.every((sfs) => statutes().get(sfs)?.chapters === false);
}
