import type { Work } from '../../storage/pace';

/** What came of taking something back. */
export interface TakenBack {
  /** Why not all of it was, in words. */
  trouble?: string | undefined;
  /** Does again what was taken back; undefined where there is no way. */
  again?: Way | undefined;
}

/** Takes something back, or does it again. */
export type Way = (work: Work) => Promise<TakenBack>;

/** One thing done that can be taken back. */
export interface Undoable {
  /** What was done, in the person's words. */
  done: string;
  undo: Way;
  /** What is done again and again under one name within a minute is taken back as one: typing, for instance. */
  joinAs?: string;
}

interface Entry extends Undoable {
  time: number;
}

const JOIN_WITHIN_MS = 60_000;
const MOST = 100;

/** What was done in this page, and what of it was taken back and can be done again; the latest last. */
export class UndoStack {
  private readonly entries: Entry[] = [];
  private undone: Undoable[] = [];

  constructor(private readonly now: () => number = () => Date.now()) {}

  /** Something new was done: what was taken back before cannot be done again on top of it. */
  push(entry: Undoable): void {
    this.undone = [];
    const time = this.now();
    const last = this.entries.at(-1);
    if (last && entry.joinAs !== undefined && last.joinAs === entry.joinAs && time - last.time < JOIN_WITHIN_MS) {
      this.entries[this.entries.length - 1] = { ...entry, time, undo: joined(entry.undo, last.undo) };
      return;
    }
    this.putBack({ ...entry, time });
  }

  /** Takes back the latest. @returns what it was, and what came of it; undefined when nothing is left. @throws what it throws, with all as it was */
  async undo(work: Work): Promise<(TakenBack & { done: string }) | undefined> {
    const last = this.entries.pop();
    if (!last) return undefined;
    try {
      const taken = await last.undo(work);
      // Without a way there is none past it, either.
      if (taken.again) this.undone.push({ done: last.done, undo: taken.again });
      else this.undone = [];
      return { ...taken, done: last.done };
    } catch (error) {
      // All of it or nothing was undone: it can be tried again.
      this.putBack(last);
      throw error;
    }
  }

  /** Does again what was taken back last. @returns as `undo` does */
  async redo(work: Work): Promise<(TakenBack & { done: string }) | undefined> {
    const last = this.undone.pop();
    if (!last) return undefined;
    try {
      const done = await last.undo(work);
      if (done.again) this.putBack({ done: last.done, undo: done.again, time: Number.NEGATIVE_INFINITY });
      return { ...done, done: last.done };
    } catch (error) {
      this.undone.push(last);
      throw error;
    }
  }

  get canUndo(): boolean {
    return this.entries.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  private putBack(entry: Entry): void {
    this.entries.push(entry);
    if (this.entries.length > MOST) this.entries.shift();
  }
}

/** Both, the second only where all of the first went well; again from the second on. */
function joined(first: Way, second: Way): Way {
  return async (work) => {
    const one = await first(work);
    if (one.trouble !== undefined) return one;
    const other = await second(work);
    return { ...other, again: one.again && other.again && joined(other.again, one.again) };
  };
}

/** A step that both ways are known of; each leads to the other. */
export function bothWays(undo: () => Promise<unknown>, redo: () => Promise<unknown>): Way {
  return async () => {
    await undo();
    return { again: bothWays(redo, undo) };
  };
}
