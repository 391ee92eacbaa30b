/** Words (folded) that carry no meaning of their own when two printings of one sentence are compared. */
const EMPTY = new Set([
  'att',
  'och',
  'som',
  'for',
  'det',
  'den',
  'ar',
  'av',
  'en',
  'ett',
  'i',
  'pa',
  'till',
  'med',
  'vi',
  'var',
  'rekommendation',
  'rekommenderar',
  'rekommenderas',
  'aven',
  'ocksa',
  'dock',
  'bor',
  'ska',
  'samt',
  'de',
  'om',
  // Who is told: a list leaves it to its lead-in, running text says it again.
  'namnd',
  'namnden',
  'namnderna',
]);
/** Share of words that two printings of one recommendation have in common, at least. */
const ALIKE = 0.8;
/** Candidates compared for each passage; texts of boilerplate would make it quadratic otherwise. */
const MOST_CANDIDATES = 24;

/** Endings that an edit changes (`avtal`, `avtalen`); four letters of the word stay. */
const ENDING = /(?<=.{4})(?:arnas?|ernas?|ornas?|ens|ets|en|et|na|ar|er|or|as|s|t|a)$/;
const WORD = /[\p{L}\d]+/gu;

/** Folds letters that scans mix up, so that a clean and a damaged printing meet. */
function fold(lower: string): string {
  return lower
    .replace(/[åäáàâ]/g, 'a')
    .replace(/[öóòô06]/g, 'o')
    .replace(/[éè]/g, 'e');
}

/** A word without its ending and without what scans mix up; empty when it says nothing of its own. */
function stemOf(word: string): string {
  const folded = fold(word);
  return EMPTY.has(folded) ? '' : folded.replace(ENDING, '');
}

/** Reads the wordings of one document; it remembers them, because audits say the same things again and again. */
export class Wordings {
  private readonly read = new Map<string, Wording>();
  private readonly stems = new Map<string, string>();

  /** @param lower words in lower case */
  of(lower: string): Wording {
    let wording = this.read.get(lower);
    if (!wording) {
      const words = (lower.match(WORD) ?? []).map((word) => this.stem(word)).filter((stem) => stem !== '');
      wording = { words, key: words.join(' ') };
      this.read.set(lower, wording);
    }
    return wording;
  }

  private stem(word: string): string {
    let stem = this.stems.get(word);
    if (stem === undefined) {
      stem = stemOf(word);
      this.stems.set(word, stem);
    }
    return stem;
  }
}

/** What a text says: its words that carry meaning. */
export interface Wording {
  readonly words: readonly string[];
  /** Two texts with the same key are the same but for white space, punctuation, endings and small words. */
  readonly key: string;
}

/** A passage that may be printed several times. */
interface Repeatable {
  same?: number;
}

/** One recommendation or question, by the words of its first printing. */
interface Group {
  number: number;
  words: Set<string>;
}

/** Passages numbered between two pauses. */
const SLICE = 200;

/**
 * Gives every printing of one passage the same number, from 0 in the order of the passages; small edits are tolerated.
 * Sliced: yields after each few hundred passages.
 * @param wordingOf what a passage says
 */
export function* numberSame<Passage extends Repeatable>(
  passages: readonly Passage[],
  wordingOf: (passage: Passage) => Wording,
): Generator<void> {
  const byKey = new Map<string, Group>();
  const byWord = new Map<string, Group[]>();
  let next = 0;
  let count = 0;
  for (const passage of passages) {
    if (++count % SLICE === 0) yield;
    const { words, key } = wordingOf(passage);
    let group = byKey.get(key);
    if (!group) {
      const telling = longest(words);
      group = findAlike(words, telling, byWord);
      if (!group) {
        group = { number: next++, words: new Set(words) };
        for (const word of telling) {
          const groups = byWord.get(word);
          if (!groups) byWord.set(word, [group]);
          else if (groups.length < MOST_CANDIDATES) groups.push(group);
        }
      }
      byKey.set(key, group);
    }
    passage.same = group.number;
  }
}

/** The longest words say most about a sentence; six are enough to meet an edited printing. */
function longest(words: readonly string[]): string[] {
  return [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, 6);
}

/** The group that is most like a passage, among those that share one of its most telling words. */
function findAlike(
  words: readonly string[],
  telling: readonly string[],
  byWord: ReadonlyMap<string, readonly Group[]>,
): Group | undefined {
  const own = new Set(words);
  let best: Group | undefined;
  let most = ALIKE;
  const looked = new Set<Group>();
  for (const word of telling) {
    for (const group of byWord.get(word) ?? []) {
      if (looked.has(group) || looked.size >= MOST_CANDIDATES) continue;
      looked.add(group);
      const alike = likeness(own, group.words);
      if (alike >= most) {
        most = alike;
        best = group;
      }
    }
  }
  return best;
}

/** Words in common by all words; a printing cut short counts by its own words when it is long enough to tell. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  const fewer = Math.min(a.size, b.size);
  const more = Math.max(a.size, b.size);
  if (fewer === 0) return 0;
  const ofAll = common / (a.size + b.size - common);
  const ofShorter = fewer >= 5 && fewer >= more * 0.35 ? (common / fewer) * 0.8 : 0;
  return Math.max(ofAll, ofShorter);
}
