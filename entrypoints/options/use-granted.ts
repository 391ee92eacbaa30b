import { useEffect, useState } from 'preact/hooks';
import { type Granted, sortGranted } from './granted';

/** What is granted, kept in step with the browser: it can be given and taken away outside our pages. Null until known. */
export function useGranted(): Granted | null {
  const [granted, setGranted] = useState<Granted | null>(null);
  useEffect(() => {
    const builtIn = browser.runtime.getManifest().host_permissions;
    const ask = async () => setGranted(sortGranted((await browser.permissions.getAll()).origins ?? [], builtIn));
    const { onAdded, onRemoved } = browser.permissions;
    onAdded.addListener(ask);
    onRemoved.addListener(ask);
    void ask();
    return () => {
      onAdded.removeListener(ask);
      onRemoved.removeListener(ask);
    };
  }, []);
  return granted;
}
