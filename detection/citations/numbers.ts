import { Cursor } from './cursor';
import { isLetter } from './endings';
import { AND, DASHES, ITEM, JOIN_WORDS, STYCKE, VERBS } from './number-words';
import { Gap } from './tokens';
import { Word } from './words';

export interface NumberItem {
  from: number;
  to: number;
  first: string;
  last?: string;
}

/** Reads the numbers of chapters and sections: `16 a`, `5–7`, `1, 3 och 5 a`, and the signs that go with them. */
export class NumberReader extends Cursor {
  /** A chapter word; `isWord` but also `kap` glued before its full stop. */
  isKap(index: number): boolean {
    const token = this.at(index);
    return (token.flags & Word.chapter) !== 0 && token.gap < Gap.block;
  }

  isSection(index: number): boolean {
    return this.isSectionHere(index) && this.at(index).gap < Gap.block;
  }

  protected isSectionHere(index: number): boolean {
    const token = this.at(index);
    return token.kind === 'section' || (token.flags & Word.paragraf) !== 0;
  }

  /** Past the full stop of an abbreviation. */
  protected pastStop(index: number): number {
    return this.isSign(index, '.') && this.at(index).gap === Gap.none ? index + 1 : index;
  }

  /** `l`, `I` or `ll` that scanning made of 1 and 11, before a chapter or section sign. */
  protected isOneLike(index: number): boolean {
    const token = this.at(index);
    if ((token.flags & Word.oneLike) === 0 || this.isPreposition(index)) return false;
    if (this.isKap(index + 1) || this.isSection(index + 1)) return true;
    // `l a §`
    return isLetter(this.at(index + 1).raw, 'a', 'h') && this.isSection(index + 2);
  }

  /** `I kapitlets 4 §`, `I kap. 3 skollagen`, `I § 5`: a word of the sentence, no misread 1. */
  private isPreposition(index: number): boolean {
    if (this.at(index).raw !== 'I') return false;
    const next = this.at(index + 1);
    if (next.kind === 'word' && next.value !== 'kap') return true;
    const after = this.pastStop(index + 2);
    if (this.at(after).kind !== 'number' || this.at(after).gap >= Gap.block) return false;
    // `I kap. 3 §` is the first chapter's third section, `I kap. 3 skollagen` the third chapter.
    return next.kind === 'section' || !this.isSectionBehind(after);
  }

  private isSectionBehind(index: number): boolean {
    const letter = isLetter(this.at(index + 1).raw, 'a', 'h') ? 1 : 0;
    return this.isSection(index + 1 + letter);
  }

  /** Whether a single letter belongs to the number before it (`16 a`), not to the sentence (`5 i lagen`). */
  protected isLetterOfNumber(index: number): boolean {
    const letter = this.at(index);
    const after = this.at(index + 1);
    if (this.isGluedHyphen(index + 1)) return false;
    if (letter.value === 'p') return false;
    if (letter.raw === 'S' && !this.isSection(index + 1)) return false;
    // `14:1 f.`: and the one that follows.
    if (letter.raw === 'f' && this.isSign(index + 1, '.') && after.gap === Gap.none && letter.gap > Gap.none)
      return false;
    if (this.isSign(index + 1, ':') && after.gap === Gap.none) return false;
    if (this.isSign(index + 1, ')')) return true;
    if (letter.value === 'i' || letter.value === 'o' || letter.raw === 'å' || letter.raw === 'ö')
      return this.isSection(index + 1);
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
  protected isGluedHyphen(index: number): boolean {
    const next = this.at(index + 1);
    return (
      this.isSign(index, '-') &&
      this.at(index).gap === Gap.none &&
      next.kind === 'word' &&
      next.gap === Gap.none &&
      next.raw.length > 1
    );
  }

  protected single(index: number): { value: string; number: string; to: number } | null {
    const token = this.at(index);
    if (token.kind === 'word' && this.isOneLike(index)) {
      const own = /^[lI]([a-h])$/.exec(token.raw)?.[1];
      const apart =
        own === undefined && isLetter(this.at(index + 1).raw, 'a', 'h') ? this.at(index + 1).raw : undefined;
      const number = own === undefined ? '1'.repeat(token.raw.length) : '1';
      return { value: number + (own ?? apart ?? ''), number, to: apart === undefined ? index + 1 : index + 2 };
    }
    if (token.kind !== 'number' || token.value.length > 4) return null;
    const number = token.value.startsWith('0') ? token.value.replace(/^0+(?=\d)/, '') : token.value;
    if (token.raw)
      return token.raw === 'l' && (this.isKap(index + 1) || this.isSection(index + 1))
        ? { value: `${number}1`, number: `${number}1`, to: index + 1 }
        : { value: number + token.raw, number, to: index + 1 };
    const letter = this.at(index + 1);
    if (
      letter.kind === 'word' &&
      letter.raw.length === 1 &&
      letter.value.length === 1 &&
      letter.gap <= Gap.line &&
      this.isLetterOfNumber(index + 1)
    ) {
      return { value: number + letter.value, number, to: index + 2 };
    }
    return { value: number, number, to: index + 1 };
  }

  /** Past a dash, `till`, `till och med` or `t.o.m.`; the index itself where none of them stands. */
  protected pastRangeWord(index: number): number {
    const sign = this.at(index);
    if (sign.kind === 'sign') return DASHES.has(sign.value) && sign.gap < Gap.block ? index + 1 : index;
    if (sign.kind !== 'word') return index;
    if (sign.value === 'till')
      return this.isWord(index + 1, AND) && this.at(index + 2).value === 'med' ? index + 3 : index + 1;
    if (sign.value === 't' && this.at(index + 2).value === 'o')
      return this.isSign(index + 5, '.') ? index + 6 : index + 5;
    return sign.value === 'tom' ? index + 1 : index;
  }

  /** A number with its letter, or a range of two. */
  protected numberItem(index: number): NumberItem | null {
    const first = this.single(index);
    if (!first) return null;
    const dash = this.pastRangeWord(first.to);
    if (dash === first.to) return { from: index, to: first.to, first: first.value };
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

  /** Numbers joined by commas and `och`, up to what follows them. */
  protected numbers(index: number, forChapter: boolean): { items: NumberItem[]; to: number } | null {
    const first = this.numberItem(index);
    if (!first) return null;
    const parted = this.partedBySlashes(first);
    if (parted) return parted;
    const items = [first];
    let to = first.to;
    for (let guard = 0; guard < 60; guard++) {
      let next = to;
      if (this.isSign(next, ',') && this.at(next).gap <= Gap.line) next++;
      if (this.isWord(next, AND) && this.at(next).gap < Gap.block) next++;
      else if (this.isSign(next, '&')) next++;
      if (next === to || this.at(next).gap >= Gap.block) break;
      const item = this.numberItem(next) ?? this.letterItem(next, items[items.length - 1] as NumberItem);
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

  /** `18 b och c §§`: a letter that counts on from the number before it. */
  private letterItem(index: number, before: NumberItem): NumberItem | null {
    const token = this.at(index);
    const [, number, letter] = /^(\d+)([a-g])$/.exec(before.first) ?? [];
    if (number === undefined || letter === undefined || before.last !== undefined) return null;
    if (token.kind !== 'word' || token.raw.length !== 1 || !isLetter(token.raw, 'a', 'h') || token.raw <= letter)
      return null;
    const goesOn = this.isSection(index + 1) || this.isSign(index + 1, ',') || this.isWord(index + 1, AND);
    return goesOn ? { from: index, to: index + 1, first: number + token.raw } : null;
  }

  /** `36/37/38 §§`, `25/26 kap.`: only before the sign; `§ 12/2022` is a paragraph of minutes and its year. */
  private partedBySlashes(first: NumberItem): { items: NumberItem[]; to: number } | null {
    if (this.at(first.to).value !== '/' || first.first.length > 3) return null;
    const items = [first];
    let to = first.to;
    while (this.isSign(to, '/') && this.at(to).gap === Gap.none && this.at(to + 1).gap === Gap.none) {
      const item = this.numberItem(to + 1);
      if (!item || item.first.length > 3) return null;
      items.push(item);
      to = item.to;
    }
    return this.isSection(to) || this.isKap(to) ? { items, to } : null;
  }

  /** `LSS § 9, 3 personer`: a last number that counts what follows it is no section. */
  protected dropStray(
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

  protected isOrdinalChapter(index: number): boolean {
    return this.isSign(index, ':') && this.isKap(index + 2);
  }

  /** Whether the digits here belong to a date, a decimal or a long number. */
  protected isDateOrDecimal(index: number): boolean {
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
}
