import { createContext } from 'preact';
import { useContext, useMemo, useRef, useState } from 'preact/hooks';
import { useTexts } from '../../components/texts';
import type { LibraryTexts } from '../../locales/library';
import { notifyPages } from '../../messages/notify';
import type { BulkResult } from '../../storage/bulk';
import { type StorageErrorCode, toStorageError } from '../../storage/errors';
import type { Work } from '../../storage/pace';
import { type Undo, type Undone, undo } from '../../storage/undo';
import { useLibraryTexts } from './texts';
import { type Undoable, UndoStack, type Way } from './undo-stack';

/** What the page says about the last thing done. */
export type Message =
  | { type: 'done'; text: string; canUndo: boolean; canRedo?: boolean; isUndone?: boolean }
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
  /** Does again what was undone last, unless something else was done since. */
  redoLast(): Promise<void>;
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

    const step = async (direction: 'undo' | 'redo') => {
      if (isBusy.current) return;
      const [doing, said, nothing] =
        direction === 'undo'
          ? [texts.undoing, texts.undone, texts.nothingToUndo]
          : [texts.redoing, texts.redone, texts.nothingToRedo];
      await attempt(doing, async (work) => {
        const came = await stack.current[direction](work);
        return {
          type: 'done',
          text: came ? (came.trouble ?? said(came.done)) : nothing,
          canUndo: came !== undefined && stack.current.canUndo,
          canRedo: came !== undefined && stack.current.canRedo,
          isUndone: direction === 'undo',
        };
      });
    };

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
            undo: wayThrough(result.undo, texts),
          };
        }),
      undoLast: () => step('undo'),
      redoLast: () => step('redo'),
      say,
    };
  }, [shared, texts]);

  return useMemo(() => ({ ...actions, message }), [actions, message]);
}

/** The way through a note of what rows were, and from there forth and back again. */
export function wayThrough(token: Undo, texts: LibraryTexts): Way {
  return wayBy(token, texts, undo);
}

/** `wayThrough` for a note that somebody else follows, who takes it and gives it in a form of his own. */
export function wayBy<Token>(
  token: Token,
  texts: LibraryTexts,
  through: (token: Token, work: Work) => Promise<Omit<Undone, 'redo'> & { redo: Token | undefined }>,
): Way {
  return async (work) => {
    const { refused, gone, redo } = await through(token, work);
    return {
      trouble: refused.length > 0 ? texts.undoRefused(refused.length - gone, gone) : undefined,
      again: redo === undefined ? undefined : wayBy(redo, texts, through),
    };
  };
}
