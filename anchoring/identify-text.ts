import type { Block, Reading } from '../reading/types';
import { type Folded, foldSliced } from './fold';
import { hashLetters } from './hash-text';

/** What a text is known by. */
export interface TextIdentity {
  /** SHA-256 of its words, {@link hashText}. */
  textHash: Promise<string>;
  /** By which the same text is known in another form; absent where there is too little text to tell. */
  sketch?: number[];
}

/** Numbers in a sketch. */
export const SKETCH_SIZE = 64;
/** Words that count as one feature of a text. */
const SHINGLE = 4;
/** Fewer words than this say too little: short pages of one site are all alike. */
const LEAST_WORDS = 250;
/** Words looked at between two pauses. */
const SLICE = 1 << 14;
/** Numbers of a sketch that make one key. */
const BAND = 3;

/**
 * Hash and sketch of a reading's text. The sketch is a MinHash with one permutation (Li, Owen, Zhang 2012) over runs of
 * four words, page furniture left out: texts that share most of their words in the same order share most of its numbers,
 * such as a web page and the PDF that was printed from it.
 */
export function* identifyText({ text, blocks }: Reading): Generator<void, TextIdentity> {
  const folded = yield* foldSliced(text);
  const textHash = hashLetters(folded);
  const sketch = yield* sketchOf(folded, blocks);
  return sketch ? { textHash, sketch } : { textHash };
}

/** Share of the features that two sketched texts have in common, 0–1, as far as their sketches tell. */
export function likeness(one: readonly number[], other: readonly number[]): number {
  const same = one.filter((value, bin) => value === other[bin]).length;
  return same / SKETCH_SIZE;
}

/** Keys to look for alike texts by: texts of a likeness over one half have one in common, all but surely. */
export function sketchKeys(sketch: readonly number[]): string[] {
  const keys: string[] = [];
  for (let bin = 0; bin + BAND <= sketch.length; bin += BAND) {
    keys.push(`${bin}:${sketch.slice(bin, bin + BAND).join('.')}`);
  }
  return keys;
}

function* sketchOf(folded: Folded, blocks: readonly Block[]): Generator<void, number[] | undefined> {
  const furniture = blocks.filter(({ type }) => type === 'furniture');
  const least = new Uint32Array(SKETCH_SIZE).fill(0xffffffff);
  const last = new Uint32Array(SHINGLE);
  let block = 0;
  let words = 0;
  for (let word = 0; word < folded.wordCount; word++) {
    if (word % SLICE === SLICE - 1) yield;
    const from = folded.words[word] as number;
    const at = folded.at[from] as number;
    while (block < furniture.length && (furniture[block] as Block).end <= at) block++;
    if (block < furniture.length && (furniture[block] as Block).start <= at) continue;
    last[words++ % SHINGLE] = wordHash(folded.letters, from, folded.words[word + 1] as number);
    if (words < SHINGLE) continue;
    let hash = 0;
    for (let i = 0; i < SHINGLE; i++) hash = mixed(hash ^ (last[(words + i) % SHINGLE] as number));
    const bin = hash % SKETCH_SIZE;
    if (hash < (least[bin] as number)) least[bin] = hash;
  }
  return words >= LEAST_WORDS ? [...least] : undefined;
}

/** FNV-1a, 32 bits. */
function wordHash(letters: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (letters[i] as number), 0x01000193);
  return hash >>> 0;
}

/** The last steps of MurmurHash3, 32 bits. */
function mixed(value: number): number {
  let hash = value + 0x9e3779b9;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
