import { useState } from 'preact/hooks';
import { useLibraryTexts } from './texts';
import { MANY_CHANGES, useBackupState } from './use-backup-state';

/** Says that much has changed since the last backup; can be put away until the page is opened next. */
export function BackupReminder({ onBackup }: { onBackup(): void }) {
  const texts = useLibraryTexts();
  const backup = useBackupState();
  const [isAway, setAway] = useState(false);
  if (isAway || !backup || backup.changes < MANY_CHANGES) return null;
  return (
    <div class="reminder" role="status">
      <p>{texts.reminder(backup.changes)}</p>
      <div class="actions">
        <button type="button" onClick={onBackup}>
          {texts.saveBackup}
        </button>
        <button type="button" class="quiet" onClick={() => setAway(true)}>
          {texts.notNow}
        </button>
      </div>
    </div>
  );
}
