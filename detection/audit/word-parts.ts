/** A part of a word that is looked for. */
export interface Part<Mark> {
  /** As printed; `[öo]` stands for either letter. */
  letters: string;
  /** What must stand where the letters do, them included, for the part to count; a sticky pattern. */
  whole?: RegExp;
  mark: Mark;
}

/** A place in the tree of the parts' letters. */
interface Node {
  next: Map<number, Node>;
  /** Where the longest end of these letters stands that begins another part. */
  shorter: Node | undefined;
  /** Numbers and lengths of the parts that end here. */
  ends: [part: number, length: number][];
  row: number;
}

/** Characters that the parts are made of, at most, and one for all others. */
const CHARACTERS = 64;

/**
 * Finds many parts of words in one look at each character (after Aho and Corasick): a pattern of many alternatives, or many
 * patterns one after the other, take several times as long.
 */
export class PartScanner<Mark> {
  /** The number of each character that stands in a part. */
  private readonly characters = new Uint8Array(0x1_0000);
  /** The row that each character leads to, for each row: what has been read of the parts so far. */
  private readonly table: Uint16Array;
  /** From this row on a part ends. */
  private readonly firstEnd: number;
  /** What ends in each of those rows. */
  private readonly ends: Node['ends'][];

  constructor(readonly parts: readonly Part<Mark>[]) {
    const root = newNode();
    parts.forEach(({ letters }, part) => {
      for (const spelling of spellings(letters)) this.grow(root, spelling).ends.push([part, spelling.length]);
    });
    const nodes = inRows(root);
    const ending = nodes.filter((node) => node.ends.length > 0);
    const ordered = [...nodes.filter((node) => node.ends.length === 0), ...ending];
    if (ordered.length * CHARACTERS > 0x1_0000) throw new Error('Too many parts of words for one scan.');
    for (const [k, node] of ordered.entries()) node.row = k * CHARACTERS;
    this.firstEnd = (nodes.length - ending.length) * CHARACTERS;
    this.ends = ending.map((node) => node.ends);
    this.table = new Uint16Array(nodes.length * CHARACTERS);
    for (const { row, shorter, next } of nodes) {
      if (shorter) this.table.copyWithin(row, shorter.row, shorter.row + CHARACTERS);
      for (const [character, node] of next) this.table[row + character] = node.row;
    }
  }

  /** Adds the letters to the tree; returns where they end. */
  private grow(root: Node, letters: string): Node {
    let node = root;
    for (let k = 0; k < letters.length; k++) {
      const character = this.numberOf(letters.charCodeAt(k));
      let next = node.next.get(character);
      if (!next) {
        next = newNode();
        node.next.set(character, next);
      }
      node = next;
    }
    return node;
  }

  private known = 0;

  private numberOf(code: number): number {
    if (this.characters[code] === 0) this.characters[code] = ++this.known;
    if (this.known >= CHARACTERS) throw new Error('Too many characters for one scan.');
    return this.characters[code] as number;
  }

  /**
   * The parts in text[from, to), by their ends.
   * @returns where each begins and the number of the part, in turn; `whole` is not asked yet
   */
  scan(text: string, from: number, to: number): number[] {
    const { table, characters, firstEnd, ends } = this;
    const found: number[] = [];
    let row = 0;
    for (let at = from; at < to; at++) {
      row = table[row + (characters[text.charCodeAt(at)] as number)] as number;
      if (row < firstEnd) continue;
      for (const [part, length] of ends[(row - firstEnd) / CHARACTERS] as Node['ends'])
        found.push(at + 1 - length, part);
    }
    return found;
  }

  /** Whether a part that was found at an offset counts there. */
  counts(part: Part<Mark>, text: string, at: number): boolean {
    if (!part.whole) return true;
    part.whole.lastIndex = at;
    return part.whole.test(text);
  }
}

function newNode(): Node {
  return { next: new Map(), shorter: undefined, ends: [], row: 0 };
}

/** `b[öo]r` as `bör` and `bor`. */
function spellings(letters: string): string[] {
  const open = letters.indexOf('[');
  if (open < 0) return [letters];
  const close = letters.indexOf(']', open);
  return [...letters.slice(open + 1, close)].flatMap((letter) =>
    spellings(letters.slice(0, open) + letter + letters.slice(close + 1)),
  );
}

/** All nodes, those of fewer letters first, with their shorter ones. */
function inRows(root: Node): Node[] {
  const nodes = [root];
  for (const node of nodes) {
    for (const [character, next] of node.next) {
      let shorter = node.shorter;
      while (shorter && !shorter.next.has(character)) shorter = shorter.shorter;
      next.shorter = shorter?.next.get(character) ?? root;
      next.ends.push(...next.shorter.ends);
      nodes.push(next);
    }
  }
  return nodes;
}
