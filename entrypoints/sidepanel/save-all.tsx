import { useEffect, useId, useRef } from 'preact/hooks';
import { useTexts } from '../../components/texts';
import type { SaveAll, UnsentPassages, WorkProgress } from '../../messages/schema';
import { type Entry, sameOf } from './entries';
import { usePanelTexts } from './texts';

export interface SaveAllProps {
  entries: readonly Entry[];
  /** They are saved with the others. */
  unsent: UnsentPassages;
  /** How far a saving of many has come; null while there is none. */
  progress: WorkProgress | null;
  onSaveAll(kind: SaveAll['kind']): void;
  onStop(): void;
}

const KINDS = ['citation', 'recommendation'] as const;

/** The way to save all passages of a kind at once, how far that has come, and the way to put an end to it. */
export function SaveAllButtons({ entries, unsent, progress, onSaveAll, onStop }: SaveAllProps) {
  const { saveAll: texts } = usePanelTexts();
  const { language } = useTexts();
  const id = useId();
  const last = useRef<HTMLButtonElement | null>(null);
  const isSaving = progress !== null;
  // The button that ends the saving goes with it.
  useEffect(() => {
    if (!isSaving && last.current && isFocusLost()) last.current.focus();
  }, [isSaving]);

  const kinds = KINDS.map((kind) => ({
    kind,
    found: entries.filter((entry) => entry.kind === kind && entry.passage !== null),
  })).filter(({ found }) => found.length > 0);
  if (kinds.length === 0) return null;
  const recommendations = kinds.find(({ kind }) => kind === 'recommendation')?.found ?? [];
  // Of those that the panel did not get it is not known.
  const isDone = countUnkept(recommendations) === 0;
  const repeats = unsent.recommendation || isDone ? 0 : countRepeats(recommendations);
  return (
    <>
      <fieldset class="save-all" aria-labelledby={`${id}-all`}>
        <span id={`${id}-all`} class="label">
          {texts.all}
        </span>
        {kinds.map(({ kind, found }) => {
          const left = countUnkept(found) + (unsent[kind] ?? 0);
          const isIdle = left === 0 || isSaving;
          return (
            // Not disabled: the button would lose the focus when it has done its work.
            <button
              key={kind}
              type="button"
              data-kind={kind}
              aria-disabled={isIdle}
              aria-label={left > 0 ? texts[kind](left) : undefined}
              onClick={(event) => {
                if (isIdle) return;
                last.current = event.currentTarget;
                onSaveAll(kind);
              }}
            >
              {left > 0 ? texts.short[kind](left) : texts[`${kind}Done`]}
            </button>
          );
        })}
      </fieldset>
      {repeats > 0 && <p class="hint repeats">{texts.repeats(recommendations.length, repeats)}</p>}
      {progress && (
        <div class="progress">
          <progress max={Math.max(1, progress.total)} value={progress.done} aria-labelledby={`${id}-progress`} />
          <span id={`${id}-progress`} lang={language}>
            {texts.progress(progress.done, progress.total)}
          </span>
          <button type="button" class="stop" onClick={onStop}>
            {texts.stop}
          </button>
        </div>
      )}
    </>
  );
}

/** Passages that are kept nowhere: of what a document prints several times, one is kept. */
export function countUnkept(entries: readonly Entry[]): number {
  const left = entries.filter((entry) => entry.placement === null);
  return left.filter((entry) => entry.kind === 'citation' || entry.repeats === undefined).length;
}

/** Recommendations that repeat one further up. */
export function countRepeats(entries: readonly Entry[]): number {
  const all = entries.filter(({ kind }) => kind === 'recommendation').map(sameOf);
  const repeated = all.filter((same) => same !== undefined);
  return repeated.length - new Set(repeated).size;
}

function isFocusLost(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body;
}
