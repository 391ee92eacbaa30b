import { useState } from 'preact/hooks';
import type { Library } from '../../storage/library';
import { MoveDialog } from './move-dialog';
import { TagDialog } from './tag-dialog';
import { useLibraryTexts } from './texts';
import type { Vocabulary } from './use-vocabulary';
import type { Place } from './view';

interface BulkBarProps {
  place: Place;
  library: Library;
  /** In the list's order. */
  ids: readonly string[];
  vocabulary: Vocabulary;
  onClear(): void;
  onExport(): void;
  onDelete(): void;
  onRestore(): void;
  onPurge(): void;
  onCreateSet(name: string): Promise<string | null>;
}

/** What can be done with all that is chosen. */
export function BulkBar(props: BulkBarProps) {
  const { place, library, ids, vocabulary, onClear, onExport, onDelete, onRestore, onPurge, onCreateSet } = props;
  const texts = useLibraryTexts();
  const [dialog, setDialog] = useState<'tags' | 'move' | null>(null);
  return (
    <section class="bulk-bar" aria-label={texts.withChosen}>
      <p role="status">{texts.chosen(ids.length)}</p>
      <div class="actions">
        {place === 'library' ? (
          <>
            <button type="button" class="tag-chosen" onClick={() => setDialog('tags')}>
              {texts.tagChosen}
            </button>
            <button type="button" class="move-chosen" onClick={() => setDialog('move')}>
              {texts.moveChosen}
            </button>
            <button type="button" class="export-chosen" onClick={onExport}>
              {texts.exportChosen}
            </button>
            <button type="button" class="delete-chosen" onClick={onDelete}>
              {texts.deleteChosen}
            </button>
          </>
        ) : (
          <>
            <button type="button" class="restore-chosen" onClick={onRestore}>
              {texts.restore}
            </button>
            <button type="button" class="purge-chosen" onClick={onPurge}>
              {texts.purge}
            </button>
          </>
        )}
        <button type="button" class="quiet" onClick={onClear}>
          {texts.clearChosen}
        </button>
      </div>
      {dialog === 'tags' && (
        <TagDialog ids={ids} library={library} vocabulary={vocabulary} onClose={() => setDialog(null)} />
      )}
      {dialog === 'move' && (
        <MoveDialog ids={ids} vocabulary={vocabulary} onCreateSet={onCreateSet} onClose={() => setDialog(null)} />
      )}
    </section>
  );
}
