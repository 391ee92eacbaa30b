/**
 * Words ruled out by their last letters. A text has a hundred words that mean nothing here for each one that does: their last five
 * folded letters, read along with the word, tell nearly all of them without its letters being put together or looked up.
 */

/** A word's last five folded letters, five bits each. */
export const TAIL = 0x1ffffff;
export const TAIL_LETTERS = 5;

/** The number 1–26 of a folded letter. */
export function letterNumber(folded: string, at: number): number {
  return folded.charCodeAt(at) - 96;
}

/** The tail of a folded word or ending. */
export function tailOf(folded: string): number {
  let tail = 0;
  for (let i = 0; i < folded.length; i++) tail = (tail << 5) | letterNumber(folded, i);
  return tail & TAIL;
}

const SLOT_BITS = 16;

/** Words share a slot by their tail. */
export function slotOf(tail: number): number {
  return (tail ^ (tail >>> 10)) & ((1 << SLOT_BITS) - 1);
}

/** What the words of each slot may be; 0 where none is looked for. */
export class WordSlots {
  readonly kinds: Uint8Array;

  constructor(from?: WordSlots) {
    this.kinds = from ? from.kinds.slice() : new Uint8Array(1 << SLOT_BITS);
  }

  /** @param word folded */
  addWord(word: string, kind: number): void {
    this.mark(tailOf(word), kind);
  }

  /** @param ending folded; one shorter than a tail stands for every word that ends so */
  addEnding(ending: string, kind: number): void {
    const tail = tailOf(ending);
    const letters = Math.min(TAIL_LETTERS, ending.length);
    for (let before = 0; before < 1 << (5 * (TAIL_LETTERS - letters)); before++)
      this.mark((before << (5 * letters)) | tail, kind);
  }

  private mark(tail: number, kind: number): void {
    const slot = slotOf(tail);
    this.kinds[slot] = (this.kinds[slot] as number) | kind;
  }
}
