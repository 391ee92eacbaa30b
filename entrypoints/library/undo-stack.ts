import type { Work } from '../../storage/pace';

/** One thing done that can be taken back. */
export interface Undoable {
  /** What was done, in the person's words. */
  done: string;
  /** Takes it back; says what came of it, or nothing where it all went well. */
  undo(work: Work): Promise<string | undefined>;
  /** What is done again and again under one name within a minute is taken back as one: typing, for instance. */
  joinAs?: string;
}

interface Entry extends Undoable {
  time: number;
}

const JOIN_WITHIN_MS = 60_000;
const MOST = 100;

/** What was done in this page, the latest last. */
export class UndoStack {
  private readonly entries: Entry[] = [];

  constructor(private readonly now: () => number = () => Date.now()) {}

  push(entry: Undoable): void {
    const time = this.now();
    const last = this.entries.at(-1);
    if (last && entry.joinAs !== undefined && last.joinAs === entry.joinAs && time - last.time < JOIN_WITHIN_MS) {
      const { undo } = last;
      this.entries[this.entries.length - 1] = {
        ...entry,
        time,
        undo: async (work) => (await entry.undo(work)) ?? (await undo(work)),
      };
      return;
    }
    this.entries.push({ ...entry, time });
    if (this.entries.length > MOST) this.entries.shift();
  }

  /** The latest, which is then no longer there; undefined when nothing is left. */
  pop(): Undoable | undefined {
    return this.entries.pop();
  }

  get last(): Undoable | undefined {
    return this.entries.at(-1);
  }
}
