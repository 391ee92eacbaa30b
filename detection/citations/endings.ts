/**
 * Sets of words and of endings. On a page's first look at a text a long alternation costs more to compile than all its uses: sets
 * cost nothing to make ready.
 */

/** The words of a list that is written with spaces. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Tells words by their endings. Endings have at least two letters. */
export class Endings {
  /** Endings by their last two letters. */
  private readonly byLetters = new Map<string, string[]>();

  readonly list: readonly string[];

  /** @param list endings, parted by spaces */
  constructor(list: string) {
    this.list = list.split(' ');
    for (const ending of this.list) {
      const letters = ending.slice(-2);
      const alike = this.byLetters.get(letters);
      if (alike) alike.push(ending);
      else this.byLetters.set(letters, [ending]);
    }
  }

  /** The ending that `word` has, the first of the list; undefined where it has none. */
  of(word: string): string | undefined {
    return this.byLetters.get(word.slice(-2))?.find((ending) => word.endsWith(ending));
  }

  endOf(word: string): boolean {
    return this.of(word) !== undefined;
  }
}

/** Whether `text` is one letter from `first` to `last`. */
export function isLetter(text: string, first: string, last: string): boolean {
  return text.length === 1 && text >= first && text <= last;
}
