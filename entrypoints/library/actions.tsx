import { createContext } from 'preact';
import { useContext, useMemo, useRef, useState } from 'preact/hooks';
import { useTexts } from '../../components/texts';
import { notifyPages } from '../../messages/notify';
import type { BulkResult } from '../../storage/bulk';
import { type StorageErrorCode, toStorageError } from '../../storage/errors';
import type { Work } from '../../storage/pace';
import { undo } from '../../storage/undo';
import { useLibraryTexts } from './texts';
import { type Undoable, UndoStack } from './undo-stack';

/** What the page says about the last thing done. */
export type Message =
  | { type: 'done'; text: string; canUndo: boolean }
  | { type: 'failed'; text: string }
  | { type: 'busy'; text: string; share: number | null; cancel(): void };

/** What work came to: words for it, and the way back where there is one. */
export type Outcome = { done: string } | Undoable;

export interface Actions {
  message: Message | null;
  /**
   * Does something with stored rows: shows how far it is when it takes long, tells open pages, says what was done and
   * keeps the way back. Failures are said, too. @returns whether it was done
   */
  run(doing: string, work: (work: Work) => Promise<Outcome | null>): Promise<boolean>;
  /** `run` for a change of many rows. @param said the words for a number of rows */
  bulk(
    doing: string,
    said: (count: number) => string,
    work: (work: Work) => Promise<BulkResult & { already?: number }>,
  ): Promise<boolean>;
  /** Says that something was done and keeps the way back, also while something else is under way, whose words stay. */
  done(outcome: Undoable): void;
  undoLast(): Promise<void>;
  say(message: Message | null): void;
}

const Context = createContext<Actions | null>(null);
export const ActionsProvider = Context.Provider;

export function useActions(): Actions {
  const actions = useContext(Context);
  if (!actions) throw new Error('A part of the library stands outside it.');
  return actions;
}

/** Work that takes longer than this shows how far it is, in milliseconds. */
const PATIENCE_MS = 300;

/** The library's own actions, one at a time. */
export function useNewActions(): Actions {
  const shared = useTexts();
  const texts = useLibraryTexts();
  const [message, say] = useState<Message | null>(null);
  const stack = useRef(new UndoStack());
  const isBusy = useRef(false);

  const actions = useMemo((): Omit<Actions, 'message'> => {
    const failed = (code: StorageErrorCode): Message => ({ type: 'failed', text: shared.failure[code] });

    const attempt = async (doing: string, work: (work: Work) => Promise<Message | null>): Promise<boolean> => {
      if (isBusy.current) return false;
      isBusy.current = true;
      const cancelling = new AbortController();
      const begun = performance.now();
      const onProgress = (at: number, total: number) => {
        if (performance.now() - begun < PATIENCE_MS) return;
        const share = total > 0 ? Math.min(1, at / total) : null;
        say({ type: 'busy', text: doing, share, cancel: () => cancelling.abort() });
      };
      try {
        say(await work({ signal: cancelling.signal, onProgress }));
        return true;
      } catch (error) {
        say(
          cancelling.signal.aborted
            ? { type: 'done', text: texts.cancelled, canUndo: false }
            : failed(toStorageError(error).code),
        );
        return false;
      } finally {
        isBusy.current = false;
        void notifyPages();
      }
    };

    const run: Actions['run'] = (doing, work) =>
      attempt(doing, async (progress) => {
        const outcome = await work(progress);
        if (!outcome) return null;
        if (!('undo' in outcome)) return { type: 'done', text: outcome.done, canUndo: false };
        stack.current.push(outcome);
        return { type: 'done', text: outcome.done, canUndo: true };
      });

    return {
      run,
      done: (outcome) => {
        stack.current.push(outcome);
        if (!isBusy.current) say({ type: 'done', text: outcome.done, canUndo: true });
        void notifyPages();
      },
      bulk: (doing, said, work) =>
        run(doing, async (progress) => {
          const result = await work(progress);
          const { skipped, already = 0 } = result;
          const left = [
            ...(already > 0 ? [texts.alreadyThere(already)] : []),
            ...(skipped.length > 0 ? [texts.skipped(skipped.length)] : []),
          ];
          if (result.undo.count === 0) return { done: [texts.nothingChanged, ...left].join(' ') };
          return {
            done: [said(result.changed), ...left].join('. '),
            undo: async (progress) => {
              const { refused } = await undo(result.undo, progress);
              return refused.length > 0 ? texts.undoRefused(refused.length) : undefined;
            },
          };
        }),
      undoLast: async () => {
        if (isBusy.current) return;
        const last = stack.current.pop();
        if (!last) return say({ type: 'done', text: texts.nothingToUndo, canUndo: false });
        const isDone = await attempt(texts.undoing, async (work) => ({
          type: 'done',
          text: (await last.undo(work)) ?? texts.undone(last.done),
          canUndo: stack.current.last !== undefined,
        }));
        // All of it or nothing was undone: it can be tried again.
        if (!isDone) stack.current.push(last);
      },
      say,
    };
  }, [shared, texts]);

  return useMemo(() => ({ ...actions, message }), [actions, message]);
}
