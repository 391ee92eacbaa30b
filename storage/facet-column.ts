import { withRoom } from './room';

/**
 * What all rows have of one facet, by slot, as numbers of its vocabulary. Plain numbers instead of a list for each row:
 * a hundred thousand small arrays are what a browser's garbage collector halts the page for.
 */
export class FacetColumn {
  /** The number of the one value; of several values, the place of their list, as -1 - place. */
  private values: Int32Array = new Int32Array(0);
  private readonly lists: (readonly number[])[] = [];
  private readonly freeLists: number[] = [];

  /** Sets a row's values; what has none has the one number of `NONE`, 0. */
  set(slot: number, numbers: readonly number[]): void {
    this.values = withRoom(this.values, slot);
    const before = this.values[slot] as number;
    if (before < 0) this.freeLists.push(-1 - before);
    if (numbers.length <= 1) {
      this.values[slot] = numbers[0] ?? 0;
      return;
    }
    const place = this.freeLists.pop() ?? this.lists.length;
    this.lists[place] = numbers;
    this.values[slot] = -1 - place;
  }

  /** Sets the one value of a row. */
  setOne(slot: number, number: number): void {
    this.values = withRoom(this.values, slot);
    const before = this.values[slot] as number;
    if (before < 0) this.freeLists.push(-1 - before);
    this.values[slot] = number;
  }

  /** The first value of a row. */
  first(slot: number): number {
    const value = this.values[slot] as number;
    return value >= 0 ? value : (this.listAt(value)[0] as number);
  }

  /** Whether a row has any of the values that are flagged. */
  hasAny(slot: number, flags: Uint8Array): boolean {
    const value = this.values[slot] as number;
    return value >= 0 ? flags[value] === 1 : this.listAt(value).some((number) => flags[number] === 1);
  }

  /** Counts a row's values. */
  count(slot: number, counts: Int32Array): void {
    const value = this.values[slot] as number;
    if (value >= 0) {
      counts[value] = (counts[value] as number) + 1;
      return;
    }
    for (const number of this.listAt(value)) counts[number] = (counts[number] as number) + 1;
  }

  /** A row's values. */
  all(slot: number): readonly number[] {
    const value = this.values[slot] as number;
    return value >= 0 ? [value] : this.listAt(value);
  }

  private listAt(value: number): readonly number[] {
    return this.lists[-1 - value] as readonly number[];
  }
}
