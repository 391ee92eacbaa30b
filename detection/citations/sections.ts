import { AND, ITEM, PARAGRAF, STYCKE, UNITS } from './number-words';
import type { NumberItem } from './numbers';
import type { Pinpoint } from './pinpoint';
import { TailReader } from './tails';
import { Gap } from './tokens';
import { ORDINALS, Word } from './words';

/** The chapter that sections stand under: its number, or the one cited last. */
interface Under {
  chapter: string | null;
  sameChapter: boolean;
}

/** Reads sections: `1 §`, `§§ 4–6`, `första paragrafen`, `1 § b, c`, and those whose sign is damaged or lost. */
export class SectionReader extends TailReader {
  /**
   * The sections at `index` with what belongs to the last of them.
   * @param chapter the chapter they stand under, where one was named
   * @param sameChapter they stand under the chapter cited last
   * @param afterChapter the chapter stands right before: the sign may be lost
   */
  protected sections(
    index: number,
    chapter: string | null,
    sameChapter: boolean,
    afterChapter: boolean,
  ): { pins: Pinpoint[]; to: number } | null {
    const under = { chapter, sameChapter };
    if (this.at(index).gap >= Gap.block && afterChapter) return null;
    // Sign first: `§ 6`, `§§ 4-6`, `paragraferna 33-38`.
    if (this.isSectionHere(index)) {
      if (this.at(index + 1).gap >= Gap.block || this.isDateOrDecimal(index + 1)) return null;
      const list = this.dropStray(this.numbers(index + 1, false), false);
      // `paragraf 6 kapitel 6` goes on with its chapter; `§ 6 kap` is none.
      if (!list || (this.isKap(list.to) && this.at(this.pastStop(list.to + 1)).kind !== 'number')) return null;
      // `§ 6, 1st`: the last number counts stycken or punkter.
      const last = list.items[list.items.length - 1] as NumberItem;
      if (
        list.items.length > 1 &&
        last.last === undefined &&
        this.isSign(last.from - 1, ',') &&
        this.isPartOfSection(list.to)
      ) {
        list.items.pop();
        list.to = (list.items[list.items.length - 1] as NumberItem).to;
      }
      let to = list.to;
      if (this.isSection(to) && this.at(to).gap === Gap.none && list.items.length === 1) to++;
      return this.finish(list.items, index, to, under, 'signFirst');
    }
    const token = this.at(index);
    const ordinal = (token.flags & Word.ordinal) !== 0 ? ORDINALS.get(token.value) : undefined;
    if (ordinal && this.isWord(index + 1, PARAGRAF)) {
      return this.finish([{ from: index, to: index + 2, first: String(ordinal) }], index, index + 2, under);
    }
    if (token.kind !== 'number' && !this.isOneLike(index)) return null;
    if (this.isDateOrDecimal(index) && !afterChapter) return null;
    const list = this.numbers(index, false);
    if (!list) return null;
    if (list.items.some((item) => item.first.length > 4)) return null;
    if (this.isSection(list.to)) {
      this.rangeBehindSign(list);
      const lettered = this.lettersAfterSign(list, list.to + 1);
      if (lettered) return this.finish(lettered.items, index, lettered.to, under);
      return this.finish(list.items, index, this.pastSign(list.to), under);
    }
    const damagedTo = this.damagedSign(list);
    if (damagedTo) return this.finish(damagedTo.items, index, damagedTo.to, under, 'damaged');
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
    const result = this.finish(list.items, index, list.to, under, 'damaged');
    for (const pin of result.pins) {
      pin.shape = 'lost';
      pin.chapterTo = index;
    }
    return result;
  }

  private isPartOfSection(index: number): boolean {
    return this.isWord(index, STYCKE) || this.isWord(index, ITEM);
  }

  /** Past `§`, `paragraf` and `par.`. */
  private pastSign(index: number): number {
    const shortened = this.at(index).value === 'par' && this.isSign(index + 1, '.') && !this.endsSentence(index + 1);
    return shortened ? this.pastStop(index + 1) : index + 1;
  }

  /** One pinpoint for each number; what follows `to` (stycke, punkt) belongs to the last. */
  private finish(
    items: readonly NumberItem[],
    from: number,
    to: number,
    under: Under,
    mark?: 'signFirst' | 'damaged',
  ): { pins: Pinpoint[]; to: number } {
    const shape = under.chapter !== null || under.sameChapter ? 'full' : 'section';
    const pins = items.map((item) => {
      const pin = this.pin(item, under.chapter, shape);
      if (under.sameChapter) pin.sameChapter = true;
      if (mark !== undefined) pin[mark] = true;
      return pin;
    });
    (pins[0] as Pinpoint).from = from;
    const last = pins[pins.length - 1] as Pinpoint;
    last.to = to;
    last.to = this.tail(to, last);
    return { pins, to: last.to };
  }

  protected pin(item: NumberItem, chapter: string | null, shape: Pinpoint['shape']): Pinpoint {
    const pin: Pinpoint = { from: item.from, to: item.to, chapter, section: item.first, shape };
    if (item.last !== undefined && item.last !== item.first) pin.sectionEnd = item.last;
    return pin;
  }

  /** `2 §-3 §`, `1 § t.o.m. 4 §`: the range goes on behind the sign. */
  private rangeBehindSign(list: { items: NumberItem[]; to: number }): void {
    const behind = this.pastRangeWord(list.to + 1);
    const end = behind > list.to + 1 ? this.single(behind) : null;
    const last = list.items[list.items.length - 1] as NumberItem;
    if (!end || !this.isSection(end.to) || last.last !== undefined) return;
    if (Number(end.number) < Number.parseInt(last.first, 10)) return;
    last.last = end.value;
    list.to = end.to;
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
      // `1 § f.`: and the one that follows.
      if (token.raw === 'f' && this.isSign(at + 1, '.') && this.at(at + 1).gap === Gap.none) break;
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
      // `1 och 3 8§`: the first of two signs.
      if (list.items.length > 1 && sign.value === '8' && this.isSection(list.to + 1) && after.gap === Gap.none)
        return { items: list.items, to: list.to + 2 };
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
}
