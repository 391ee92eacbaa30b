import { useEffect, useState } from 'preact/hooks';
import { patternOf } from '../options/granted';
import { SAMPLE_ADDRESS } from '../sample/address';
import { watchPermission } from './watch-permission';

/** A site that is read because the person asked for it just now, and not by itself. */
export interface OnlyNow {
  site: string;
  /** Match pattern, to ask for it. */
  pattern: string;
}

/** The site of an open document, where it has no permission that lasts. @param address of the document */
export function useOnlyNow(address: string | undefined): OnlyNow | null {
  const [onlyNow, setOnlyNow] = useState<OnlyNow | null>(null);
  useEffect(() => {
    setOnlyNow(null);
    if (address === undefined || !/^https?:/.test(address) || !URL.canParse(address)) return undefined;
    // The sample's address leads nowhere.
    if (address.startsWith(SAMPLE_ADDRESS)) return undefined;
    const { protocol, hostname } = new URL(address);
    const pattern = patternOf(address);
    if (pattern === null) return undefined;
    return watchPermission(`${protocol}//${hostname}/*`, (isGranted) => {
      setOnlyNow(isGranted === false ? { site: hostname.replace(/^www\./, ''), pattern } : null);
    });
  }, [address]);
  return onlyNow;
}
