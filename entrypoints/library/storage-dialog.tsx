import { useEffect, useState } from 'preact/hooks';
import { useTexts } from '../../components/texts';
import { backupMade } from '../../storage/backup';
import type { Library } from '../../storage/library';
import { askToPersist, type Space, storageSpace } from '../../storage/space';
import { listUnreadable } from '../../storage/unreadable';
import { useActions } from './actions';
import { dayIn, today } from './days';
import { Dialog } from './dialog';
import { useWorker } from './export-dialog';
import { MessageBar } from './message-bar';
import { saveFile } from './save-file';
import { useLibraryTexts } from './texts';
import { useBackupState } from './use-backup-state';

interface StorageDialogProps {
  library: Library;
  onRestore(): void;
  onClose(): void;
}

/** How much is kept and how safely; backups; rows that cannot be read. */
export function StorageDialog({ library, onRestore, onClose }: StorageDialogProps) {
  const shared = useTexts();
  const texts = useLibraryTexts();
  const actions = useActions();
  const worker = useWorker();
  const [space, setSpace] = useState<Space | null>(null);
  const backup = useBackupState();
  const { inUse, inBin, broken } = library.counts;
  const size = new Intl.NumberFormat(shared.language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  useEffect(() => {
    void storageSpace().then(setSpace);
  }, []);

  const save = () =>
    actions.run(texts.backingUp, async (work) => {
      const now = new Date();
      const file = await worker.ask({ type: 'backup', now: now.toISOString() }, work);
      saveFile(file.blob, file.name);
      await backupMade(file.writes ?? 0, now);
      return { done: texts.backedUp(file.count) };
    });

  const saveUnreadable = () =>
    actions.run(texts.saving, async (work) => {
      const rows = await listUnreadable(work);
      const blob = new Blob([JSON.stringify(rows, null, 1)], { type: 'application/json' });
      saveFile(blob, `Revisionspennan ${today()}.json`);
      return { done: texts.unreadableSaved(rows.length) };
    });

  const persist = () =>
    actions.run(texts.asking, async () => {
      const isPromised = await askToPersist();
      setSpace(await storageSpace());
      return { done: isPromised ? texts.isPersistent : texts.notPromised };
    });

  return (
    <Dialog title={texts.dialogs.storage} onClose={onClose}>
      <section>
        <h3>{texts.kept}</h3>
        <p>{texts.keptHere(inUse, inBin)}</p>
        {space?.used !== undefined && <p>{texts.spaceUsed(size.format(space.used / 1e6))}</p>}
        {space && <p>{space.persistent ? texts.isPersistent : texts.notPersistent}</p>}
        {space && !space.persistent && (
          <button type="button" class="persist" onClick={persist}>
            {texts.askToPersist}
          </button>
        )}
      </section>
      <section>
        <h3>{texts.backup}</h3>
        <p>{texts.backupHint}</p>
        {backup && (
          <p class="backup-state">
            {backup.lastBackup === undefined
              ? texts.neverBackedUp
              : texts.lastBackup(dayIn(shared.language)(backup.lastBackup), backup.changes)}
          </p>
        )}
        <div class="actions">
          <button type="button" class="primary save-backup" onClick={save}>
            {texts.saveBackup}
          </button>
          <button type="button" class="restore-backup" onClick={onRestore}>
            {texts.restoreBackup}
          </button>
        </div>
      </section>
      {broken > 0 && (
        <section>
          <h3>{texts.unreadable}</h3>
          <p>{texts.broken(broken)}</p>
          <button type="button" class="save-unreadable" onClick={saveUnreadable}>
            {texts.saveUnreadable}
          </button>
        </section>
      )}
      <MessageBar onGone={() => undefined} />
    </Dialog>
  );
}
