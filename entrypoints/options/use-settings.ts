import { useEffect, useState } from 'preact/hooks';
import { tellLanguageChosen, whenLanguageChosen } from '../../components/stored-language';
import { notifyPages } from '../../messages/notify';
import type { Settings } from '../../storage/schema';
import { changeSettings, getSettings } from '../../storage/settings';

export interface SettingsState {
  /** Null until they are read. */
  settings: Settings | null;
  /** True when the last reading or writing failed. */
  hasFailed: boolean;
  /** Stores at once and tells the open pages. Resolves when it is stored, or has failed. */
  change(patch: Partial<Settings>): Promise<void>;
}

/** The settings, read again when the person comes back to the page: other pages change some of them too. A language is followed at once. */
export function useSettings(): SettingsState {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const show = async (asked: Promise<Settings>) => {
    try {
      setSettings(await asked);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  useEffect(() => {
    const read = () => void show(getSettings());
    read();
    addEventListener('focus', read);
    const stopFollowing = whenLanguageChosen(read);
    return () => {
      stopFollowing();
      removeEventListener('focus', read);
    };
  }, []);
  const change = async (patch: Partial<Settings>) => {
    await show(changeSettings(patch));
    if (patch.language) tellLanguageChosen();
    await notifyPages();
  };
  return { settings, hasFailed, change };
}
