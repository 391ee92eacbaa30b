import { HelpButton } from '../../components/help-dialog';
import { SetChooser } from '../../components/set-chooser';
import type { SaveAll, UnsentPassages, WorkProgress } from '../../messages/schema';
import type { Entry } from './entries';
import { ExportSet } from './export-set';
import { LibraryLink } from './library-link';
import { usePanelTexts } from './texts';
import { useSets } from './use-sets';

interface SetSectionProps {
  entries: readonly Entry[];
  /** They are saved with the others. */
  unsent: UnsentPassages;
  /** How far a saving of many has come; null while there is none. */
  progress: WorkProgress | null;
  onSaveAll(kind: SaveAll['kind']): void;
  onChoose(id: string): void;
  onCreate(name: string): Promise<string | null>;
}

const KINDS = ['citation', 'recommendation'] as const;

/** Where new annotations go, and the way to save all passages of a kind there at once. */
export function SetSection({ entries, unsent, progress, onSaveAll, onChoose, onCreate }: SetSectionProps) {
  const texts = usePanelTexts();
  const sets = useSets();
  return (
    <section class="set" aria-label={texts.set.section}>
      {sets && (
        <SetChooser
          sets={sets.sets}
          value={sets.current?.id}
          label={texts.set.label}
          onChoose={onChoose}
          onCreate={onCreate}
        />
      )}
      <div class="save-all">
        {KINDS.map((kind) => {
          const found = entries.filter((entry) => entry.kind === kind && entry.passage !== null);
          if (found.length === 0) return null;
          const left = found.filter(({ placement }) => placement === null).length + (unsent[kind] ?? 0);
          const isIdle = left === 0 || progress !== null;
          return (
            // Not disabled: the button would lose the focus when it has done its work.
            <button
              key={kind}
              type="button"
              data-kind={kind}
              aria-disabled={isIdle}
              onClick={() => {
                if (!isIdle) onSaveAll(kind);
              }}
            >
              {left > 0 ? texts.saveAll[kind](left) : texts.saveAll[`${kind}Done`]}
            </button>
          );
        })}
      </div>
      {progress && (
        <p class="progress">
          <progress max={Math.max(1, progress.total)} value={progress.done} aria-labelledby="saving" />
          <span id="saving">{texts.saveAll.progress(progress.done, progress.total)}</span>
        </p>
      )}
      <ExportSet />
      <p class="links">
        <LibraryLink />
        <HelpButton look="words" />
      </p>
    </section>
  );
}
