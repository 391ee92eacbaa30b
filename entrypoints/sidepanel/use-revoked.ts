import { useEffect, useState } from 'preact/hooks';
import { watchPermission } from './watch-permission';

/** A permission that was taken away while its document is open. */
export interface Revoked {
  site: string;
  /** Match pattern, to ask for it again. */
  pattern: string;
}

/**
 * Notices that the permission to read a site is taken away, in our settings or the browser's, while a document of it is
 * open. Pages that were never permitted, only read on a click, are none of its business.
 * @param address of the document
 */
export function useRevoked(address: string | undefined): [Revoked | null, dismiss: () => void] {
  const [revoked, setRevoked] = useState<Revoked | null>(null);
  useEffect(() => {
    setRevoked(null);
    if (address === undefined || !/^https?:/.test(address) || !URL.canParse(address)) return undefined;
    const { protocol, hostname } = new URL(address);
    const pattern = `${protocol}//${hostname}/*`;
    let wasGranted = false;
    return watchPermission(pattern, (isGranted = wasGranted) => {
      if (wasGranted !== isGranted) setRevoked(isGranted ? null : { site: hostname, pattern });
      wasGranted = isGranted;
    });
  }, [address]);
  return [revoked, () => setRevoked(null)];
}
