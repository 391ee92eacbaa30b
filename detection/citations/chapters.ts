import { words } from './endings';
import { nameBook } from './names';
import type { NumberItem } from './numbers';
import { SectionReader } from './sections';
import { Gap } from './tokens';
import { ORDINALS, Word } from './words';

const CHAPTER_STOPS = words('. , : ; (');

/** Chapters as a place names them. */
export interface ChapterList {
  chapters: string[];
  items: NumberItem[];
  /** `kapitlets`, `samma kapitel`: the one cited last. */
  same: boolean;
  to: number;
}

/** Reads chapters: `5 kap.`, `kap 5`, `2–4 kap.`, `andra kapitlet`. */
export class ChapterReader extends SectionReader {
  /** Whether a number belongs to what stands before it: an office's short name, or the other half of a number. */
  private isOfOther(index: number): boolean {
    const before = this.at(index - 1);
    const { gap, value } = this.at(index);
    if (value.startsWith('0') || (gap === Gap.none && (before.value === ':' || before.value === '/'))) return true;
    return before.kind === 'word' && /^\p{Lu}{2,5}$/u.test(before.raw) && !nameBook().abbreviations.has(before.value);
  }

  protected pastChapterStop(index: number): number {
    let at = index;
    for (let k = 0; k < 2; k++) {
      if (this.at(at).gap >= Gap.block) return index;
      if (CHAPTER_STOPS.has(this.at(at).value)) at++;
    }
    return at;
  }

  /** `5 kap.`, `kap 5`, `2–4 kap.`, `6:e kapitel`, `andra kapitlet`, `kapitlets`, `samma kapitel`. */
  protected chapter(index: number): ChapterList | null {
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
    // `dnr 2011/BUN 01 och 1 kap.`, `Torp 3:1 och 2 kap.`: the first number is another thing's.
    if (list.items.length > 1 && this.isOfOther(index)) return null;
    const items = expandChapters(list.items);
    if (items.some((item) => item.first.length > 3)) return null;
    return { chapters: items.map((item) => item.first), items, same: false, to: this.pastStop(list.to + 1) };
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
