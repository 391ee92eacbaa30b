import { type BackupState, backupState } from '../../storage/backup';
import { useLive } from './use-vocabulary';

/** Changes after which a backup is worth reminding of: a day's work. */
export const MANY_CHANGES = 150;

/** How much has changed since the last backup, kept up to date; null until it is known. */
export function useBackupState(): BackupState | null {
  return useLive<BackupState | null>(backupState, null);
}
