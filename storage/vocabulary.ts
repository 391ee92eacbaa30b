import { fold, sortKey } from './fold';

/** The values of one facet, each known by a small number: what rows hold instead of texts. */
export class Vocabulary {
  readonly keys: string[] = [];
  private readonly labels: string[] = [];
  private readonly searched: string[] = [];
  private readonly numbers = new Map<string, number>();
  /** What was asked for last: rows that stand together mostly have the same document and set. */
  private lastKey: string | undefined;
  private lastNumber = 0;
  private ranking: Int32Array | undefined;

  /** The number of a key, given on first sight. */
  number(key: string): number {
    if (key === this.lastKey) return this.lastNumber;
    const number = this.numbers.get(key) ?? this.added(key);
    this.lastKey = key;
    this.lastNumber = number;
    return number;
  }

  private added(key: string): number {
    const number = this.keys.push(key) - 1;
    this.numbers.set(key, number);
    this.labels.push('');
    this.searched.push('');
    this.ranking = undefined;
    return number;
  }

  /** The number of a key; undefined when no row and no name has it. */
  known(key: string): number | undefined {
    return this.numbers.get(key);
  }

  /** Names a value. `searched` is what a search finds it by, when that is more than its name. */
  name(key: string, label: string, searched: string = label): void {
    const number = this.number(key);
    this.labels[number] = label;
    this.searched[number] = fold(searched);
    this.ranking = undefined;
  }

  /** Takes all names away, before they are given anew. */
  unname(): void {
    this.labels.fill('');
    this.searched.fill('');
    this.ranking = undefined;
  }

  label(number: number): string {
    return this.labels[number] ?? '';
  }

  /** Which values a search word is found in, by their numbers. */
  found(term: string): Uint8Array {
    return Uint8Array.from(this.searched, (text) => (text.includes(term) ? 1 : 0));
  }

  /** The place of each value in Swedish order of label; what has no label comes last. */
  ranks(): Int32Array {
    if (this.ranking) return this.ranking;
    const sortable = this.labels.map((label, number) => ({ number, key: label === '' ? '\uFFFF' : sortKey(label) }));
    sortable.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : one.number - other.number));
    const ranks = new Int32Array(sortable.length);
    for (const [rank, { number }] of sortable.entries()) ranks[number] = rank;
    this.ranking = ranks;
    return ranks;
  }
}
