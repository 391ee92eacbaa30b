import { fold, SORTED_SIGNS, sortKey } from './fold';
import type { LightRow } from './light-row';
import { TextKeys } from './radix';
import { withRoom } from './room';
import { type Shelf, shelfRows } from './shelves';
import type { Steps } from './steps';

/** Shelves whose rows are kept as objects: what a window shows, and what was shown just before. */
const MOST_UNPACKED = 200;
/** Shelves that are searched in one step. */
const SHELVES_IN_STEP = 500;

interface Entry {
  shelf: Shelf | undefined;
  /** Of the rows on it, in their order there. */
  slots: Int32Array;
  /** The rows' own words in the form in which they are searched, a line each. */
  searched: string;
  /** Where each row ends in `searched`. */
  ends: Int32Array;
  /** Whether its rows can be put in order by words and times. */
  isOrderable: boolean;
}

const NOTHING = new Int32Array(0);

/**
 * The shelves as texts in which is searched, and what orders by words and times need of them: that is made shelf by
 * shelf, in the background or when it is first asked for.
 */
export class ShelvedTexts {
  private readonly entries: Entry[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly unpacked = new Map<number, Map<string, LightRow>>();
  /** By slot, for orders; no text, or NaN, for what has none. */
  private readonly quotes = new TextKeys();
  private readonly comments = new TextKeys();
  private created: Float64Array = new Float64Array(0);
  private modified: Float64Array = new Float64Array(0);
  private deleted: Float64Array = new Float64Array(0);
  /** Shelves before this one are prepared. */
  private preparedTo = 0;

  /** The number of a shelf, given on first sight. */
  number(key: string): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.entries.length);
    const empty = { shelf: undefined, slots: NOTHING, searched: '', ends: NOTHING, isOrderable: true };
    return this.entries.push(empty) - 1;
  }

  /** How many shelves there are. */
  get count(): number {
    return this.entries.length;
  }

  slots(shelf: number): Int32Array {
    return this.entries[shelf]?.slots ?? NOTHING;
  }

  /** @param rows what stands on the shelf, as far as it can be read, and has the slots given */
  put(number: number, shelf: Shelf, rows: readonly LightRow[], slots: Int32Array): void {
    const ends = new Int32Array(rows.length);
    const lines: string[] = [];
    let length = 0;
    for (const [index, row] of rows.entries()) {
      // A line break ends a row: folded text has none, so that no search word reaches into the next.
      const line = `${fold(`${row.quote}|${row.comment}|${row.label ?? ''}`)}\n`;
      lines.push(line);
      length += line.length;
      ends[index] = length;
    }
    // Joined and not added up, which the first search would have to put together.
    this.entries[number] = { shelf, slots, searched: lines.join(''), ends, isOrderable: false };
    this.unpacked.delete(number);
    this.preparedTo = Math.min(this.preparedTo, number);
  }

  /** A row of a shelf. */
  row(number: number, id: string): LightRow | undefined {
    const known = this.unpacked.get(number);
    if (known) return known.get(id);
    const rows = new Map(this.rowsOf(number).map((row) => [row.id, row]));
    this.unpacked.set(number, rows);
    if (this.unpacked.size > MOST_UNPACKED) {
      const [oldest] = this.unpacked.keys();
      if (oldest !== undefined) this.unpacked.delete(oldest);
    }
    return rows.get(id);
  }

  /** Makes ready what orders lean on, with a pause after each shelf. Several may do it in turns. */
  *preparing(): Steps<void> {
    while (this.preparedTo < this.entries.length) {
      const number = this.preparedTo++;
      if (this.entries[number]?.isOrderable !== false) continue;
      this.prepare(number);
      yield;
    }
  }

  /** Flags, by slot, the rows that have a search word among their own words. @param length how many slots there are */
  *finding(term: string, length: number): Steps<Uint8Array> {
    const flags = new Uint8Array(length);
    for (const [number, { searched, slots, ends }] of this.entries.entries()) {
      let row = 0;
      for (let at = searched.indexOf(term); at >= 0; at = searched.indexOf(term, ends[row])) {
        while ((ends[row] as number) <= at) row += 1;
        flags[slots[row] as number] = 1;
      }
      if (number % SHELVES_IN_STEP === 0) yield;
    }
    return flags;
  }

  /** What quotes, or comments, are sorted by, by slot. */
  *wordKeys(of: 'quote' | 'comment'): Steps<TextKeys> {
    yield* this.preparing();
    return of === 'quote' ? this.quotes : this.comments;
  }

  /** Times by slot, in milliseconds; NaN for what has none. */
  *times(of: 'created' | 'modified' | 'deleted'): Steps<Float64Array> {
    yield* this.preparing();
    return this[of];
  }

  private rowsOf(number: number): LightRow[] {
    const shelf = this.entries[number]?.shelf;
    return shelf ? shelfRows(shelf).filter((row): row is LightRow => !('broken' in row)) : [];
  }

  private prepare(number: number): void {
    const entry = this.entries[number];
    if (!entry) return;
    for (const [index, row] of this.rowsOf(number).entries()) {
      const slot = entry.slots[index] as number;
      this.quotes.set(slot, sortKey(row.quote.slice(0, SORTED_SIGNS)) || undefined);
      this.comments.set(slot, sortKey(row.comment.slice(0, SORTED_SIGNS)) || undefined);
      this.created = timed(this.created, slot, row.created);
      this.modified = timed(this.modified, slot, row.modified);
      this.deleted = timed(this.deleted, slot, row.deleted);
    }
    entry.isOrderable = true;
  }
}

function timed(times: Float64Array, slot: number, time: string | undefined): Float64Array {
  const roomy = withRoom(times, slot);
  // Sorting takes no number below 0.
  roomy[slot] = time === undefined ? Number.NaN : Math.max(0, Date.parse(time));
  return roomy;
}
