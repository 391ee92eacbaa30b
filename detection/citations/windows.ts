import type { Block, Reading } from '../../reading/types';

/** Characters around an anchor that are read: lists stand before a section sign, names and numbers behind. */
const BEFORE = 140;
const AFTER = 220;
/** Longest stretch that is read in one piece. */
const LONGEST_WINDOW = 4_000;
/** Characters scanned at a time; less at first, so that the first citations are known soon. */
const SLICE = 60_000;
const FIRST_SLICE = 8_000;

/** Up to the last full stop before a capital. Anchored: it would be tried from every character else. */
const LAST_SENTENCE = /^.*[^.\d][.!?]\s(?=\p{Lu})/su;

export interface Window {
  start: number;
  end: number;
}

/** Parts a text into the stretches that are scanned and read, where it can at places that no citation goes across. */
export class Windows {
  private readonly text: string;
  private readonly blocks: readonly Block[];

  constructor({ text, blocks }: Reading) {
    this.text = text;
    this.blocks = blocks;
  }

  /** Stretches to scan one after the other; together they are the whole text. */
  *slices(): Generator<Window> {
    for (let start = 0; start < this.text.length; ) {
      const wanted = start + (start === 0 ? FIRST_SLICE : SLICE);
      const end = wanted >= this.text.length ? this.text.length : this.lastBreak(start + FIRST_SLICE / 2, wanted);
      yield { start, end };
      start = end;
    }
  }

  /**
   * Stretches around the anchors of a slice, joined where they touch.
   * @param anchors start and end of each, in turn
   */
  *around(anchors: readonly number[], slice: Window): Generator<Window> {
    let open: Window | null = null;
    for (let k = 0; k < anchors.length; k += 2) {
      const start = Math.max(slice.start, (anchors[k] as number) - BEFORE);
      const end = Math.min(slice.end, (anchors[k + 1] as number) + AFTER);
      if (open && start <= open.end) {
        open.end = Math.max(open.end, end);
        while (open.end - open.start > LONGEST_WINDOW) {
          const cut: number = this.lastBreak(open.start + LONGEST_WINDOW / 2, open.start + LONGEST_WINDOW);
          yield { start: open.start, end: cut };
          open.start = cut;
        }
        continue;
      }
      if (open) yield this.wholeWords(open, slice);
      open = { start, end };
    }
    if (open) yield this.wholeWords(open, slice);
  }

  /**
   * The last place in (floor, offset] that no citation goes across: the start of a block or of a paragraph; else of a sentence.
   * Where there is none, a comma, or behind `offset` the end of a word.
   */
  private lastBreak(floor: number, offset: number): number {
    const block = this.lastBlockStart(offset);
    if (block > floor) return block;
    const stretch = this.text.slice(floor, offset);
    const paragraph = stretch.lastIndexOf('\n\n');
    if (paragraph >= 0) return floor + paragraph + 2;
    const sentence = LAST_SENTENCE.exec(stretch);
    if (sentence) return floor + sentence[0].length;
    const comma = stretch.lastIndexOf(', ');
    return comma >= 0 ? floor + comma + 2 : wordEdge(this.text, offset);
  }

  /** Start of the last block that begins at or before `offset`; −1 before the first. */
  private lastBlockStart(offset: number): number {
    let low = 0;
    let high = this.blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.blocks[middle] as Block).start <= offset) low = middle + 1;
      else high = middle;
    }
    return this.blocks[low - 1]?.start ?? -1;
  }

  private wholeWords(window: Window, slice: Window): Window {
    return {
      start: Math.max(slice.start, wordEdgeBefore(this.text, window.start)),
      end: Math.min(slice.end, wordEdge(this.text, window.end)),
    };
  }
}

/** Moves an offset on to white space, so that no word is cut. */
function wordEdge(text: string, offset: number): number {
  let at = offset;
  const limit = Math.min(text.length, offset + 400);
  while (at < limit && text.charCodeAt(at) > 32) at++;
  return at;
}

function wordEdgeBefore(text: string, offset: number): number {
  let at = offset;
  const limit = Math.max(0, offset - 60);
  while (at > limit && text.charCodeAt(at - 1) > 32) at--;
  return at;
}
