import { AND, DASHES, ITEM, STYCKE, UNITS } from './number-words';
import { type NumberItem, NumberReader } from './numbers';
import type { Pinpoint } from './pinpoint';
import { Gap } from './tokens';
import { ORDINALS, Word } from './words';

/** Several items as they are written: `8 och 9`, `1–3`. */
function itemsOf(items: readonly NumberItem[]): string {
  const written = items.map(({ first, last }) => (last === undefined ? first : `${first}–${last}`));
  const end = written.pop() as string;
  return written.length === 0 ? end : `${written.join(', ')} och ${end}`;
}

/** Reads stycke and punkt behind a section: `andra stycket 2 p`, `1st 2`, `p. 1`. */
export class TailReader extends NumberReader {
  /** Reads `andra stycket 2 p`, `1st 2`, `p. 1`, `st 1–3` into the pinpoint; the index behind them. */
  protected tail(index: number, pin: Pinpoint): number {
    let at = index;
    for (let guard = 0; guard < 6; guard++) {
      const from = this.isSign(at, ',') ? at + 1 : at;
      if (this.at(at).gap >= Gap.block || this.at(from).gap >= Gap.block) break;
      const next =
        this.paragraphAt(from, pin) ??
        this.itemAt(from, pin) ??
        (from === at ? (this.bareAt(at, pin) ?? this.followingAt(at)) : undefined) ??
        this.furtherAt(from, pin);
      if (next === undefined) break;
      at = next;
    }
    return at;
  }

  /** `första stycket 2 och andra stycket`: further stycken of the section; the pinpoint keeps the first. */
  private furtherAt(index: number, pin: Pinpoint): number | undefined {
    if (pin.paragraph === undefined || !this.isWord(index, AND) || this.at(index + 1).gap >= Gap.block)
      return undefined;
    const further = { ...pin, paragraph: undefined, item: undefined };
    const to = this.paragraphAt(index + 1, further);
    return to === undefined ? undefined : this.tail(to, further);
  }

  protected paragraphAt(index: number, pin: Pinpoint): number | undefined {
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
    // `2 men.`: mening; without its full stop the word is a conjunction.
    if (word.value === 'men' && word.gap <= Gap.line && this.isSign(list.to + 1, '.')) return list.to + 2;
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

  protected itemAt(index: number, pin: Pinpoint): number | undefined {
    const token = this.at(index);
    if (token.kind === 'word' && ITEM.has(token.value)) {
      const numberAt = this.pastStop(index + 1);
      const list = this.at(numberAt).kind === 'number' ? this.numbers(numberAt, false) : null;
      if (list && !this.isKap(list.to) && !this.isSection(list.to) && !this.isSign(list.to, ':')) {
        pin.item ??= itemsOf(list.items);
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
      pin.item ??= itemsOf(list.items);
      return this.isSign(list.to + 1, '.') && !this.endsSentence(list.to + 1) ? list.to + 2 : list.to + 1;
    }
    return undefined;
  }

  /** True where the full stop at `index` ends a sentence: a capital or nothing follows. */
  protected endsSentence(index: number): boolean {
    const next = this.at(index + 1);
    return next.gap >= Gap.line || (next.kind === 'word' && /^\p{Lu}\p{Ll}{2,}$/u.test(next.raw));
  }

  /** `1 § f.`, `1 § ff.`: and the section or sections that follow; which, the text does not say. */
  private followingAt(index: number): number | undefined {
    const token = this.at(index);
    const isFollowing =
      token.raw === 'ff' || (token.raw === 'f' && this.isSign(index + 1, '.') && this.at(index + 1).gap === Gap.none);
    if (!isFollowing || token.kind !== 'word' || token.gap > Gap.line) return undefined;
    return this.isSign(index + 1, '.') && this.endsSentence(index + 1) ? index + 1 : this.pastStop(index + 1);
  }

  /** Whether what stands at `to` makes the number before it a chapter, a section, an amount or a decimal. */
  private countsOrPlaces(to: number): boolean {
    return (
      this.isKap(to) ||
      this.isSection(to) ||
      this.isSign(to, ':') ||
      this.isSign(to, '%') ||
      this.isWord(to, UNITS) ||
      (this.isSign(to, '.') && this.at(to + 1).kind === 'number' && this.at(to + 1).gap === Gap.none)
    );
  }

  /** A bare number behind a sign or a stycke: `3 kap. 28 § 17`, `första stycket 2`. */
  protected bareAt(index: number, pin: Pinpoint): number | undefined {
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
    let to = list.to;
    const first = list.items[0] as NumberItem;
    if (this.countsOrPlaces(to)) {
      // `första stycket 1 och 5 §`: only the first number is the item.
      if (list.items.length === 1 || this.countsOrPlaces(first.to)) return undefined;
      to = first.to;
    }
    const number = /^(\d+)([a-z]?)$/.exec(first.first);
    if (pin.paragraph === undefined && number) pin.after = { number: number[1] as string, letter: number[2] as string };
    pin.item = pin.paragraph !== undefined && to === list.to ? itemsOf(list.items) : first.first;
    return to;
  }
}
