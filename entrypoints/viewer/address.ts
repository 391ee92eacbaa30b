/** What the viewer's own address asks for. */
export type Wanted =
  | { kind: 'web'; address: string }
  /** A file of the machine, which only the person can hand over again. */
  | { kind: 'local'; fingerprint: string; name: string }
  /** An address that the viewer asks nothing of: a file of the machine, which the person has to hand over, or no web address at all. */
  | { kind: 'refused'; isFile: boolean; name: string }
  | { kind: 'none' };

const PAGE = 'viewer.html';

/**
 * Path in the extension of the viewer with a document from the web: `viewer.html?file=<encoded address>`.
 * Such an address can be bookmarked.
 */
export function viewerPath(address: string): string {
  return `${PAGE}?file=${encodeURIComponent(address)}`;
}

/** The same for a file of the machine. It holds what names the file, never its bytes. */
export function localPath(fingerprint: string, name: string): string {
  return `${PAGE}?${new URLSearchParams({ local: fingerprint, name })}`;
}

/**
 * Reads the viewer's query. A redirect of the browser puts the address there as it is, all of it behind `file=`;
 * our own links encode it. Only http and https count: the viewer asks for nothing else.
 */
export function wantedFrom(search: string): Wanted {
  const raw = /^\?file=(https?:\/\/.*)$/.exec(search)?.[1];
  const query = new URLSearchParams(search);
  const address = raw ?? query.get('file');
  if (address) return isWebAddress(address) ? { kind: 'web', address } : refused(address);
  if (address !== null) return { kind: 'none' };
  const fingerprint = query.get('local');
  return fingerprint === null ? { kind: 'none' } : { kind: 'local', fingerprint, name: query.get('name') ?? '' };
}

function refused(address: string): Wanted {
  const isFile = /^(file:|[a-z]:[\\/]|\\\\|\/)/i.test(address);
  return { kind: 'refused', isFile, name: isFile ? nameIn(address) : '' };
}

/** What the last part of a path says. */
function nameIn(path: string): string {
  const name =
    path
      .replace(/[?#].*$/, '')
      .split(/[\\/]/)
      .at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
