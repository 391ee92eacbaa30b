import { MUNICIPAL_PATTERNS } from '../../data/municipal-sites';

/** Every web site; what `optional_host_permissions` of the manifest lets the extension ask for. */
export const EVERYWHERE = '*://*/*';

const ALL_SITES: ReadonlySet<string> = new Set([EVERYWHERE, '<all_urls>', 'http://*/*', 'https://*/*']);
const MUNICIPAL: ReadonlySet<string> = new Set(MUNICIPAL_PATTERNS);

/** Where the extension may read by itself, as match patterns. */
export interface Granted {
  /** Patterns of all sites; empty unless that is granted. */
  everywhere: string[];
  /** Those of the municipal and regional sites that are granted. */
  municipal: string[];
  /** Sites that the person has added, here or in the browser. */
  own: string[];
}

/**
 * Sorts what the browser says is granted. Nothing of it is stored by us, so that it is always what the browser holds to.
 * @param origins `permissions.getAll().origins`
 * @param builtIn the manifest's own host permissions, which nobody can take away; only test builds have any
 */
export function sortGranted(origins: readonly string[], builtIn: readonly string[] = []): Granted {
  const given = [...new Set(origins)].filter((origin) => !builtIn.includes(origin));
  return {
    everywhere: given.filter((origin) => ALL_SITES.has(origin)),
    municipal: given.filter((origin) => MUNICIPAL.has(origin)),
    own: given
      .filter((origin) => !ALL_SITES.has(origin) && !MUNICIPAL.has(origin))
      .sort((a, b) => siteName(a).localeCompare(siteName(b), 'sv')),
  };
}

/**
 * The match pattern of a site that a person has typed or pasted the address of, with its subdomains; null when that is
 * no web address. A name without a dot, as in an office network, stands for itself alone, and so does a numeric address.
 */
export function patternOf(typed: string): string | null {
  const text = typed.trim();
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  if (!/^https?:$/.test(protocol) || !/^[a-z\d.-]+$/.test(hostname)) return null;
  const site = hostname.replace(/^www\.(?=.*\.)/, '').replace(/\.$/, '');
  const isNumeric = /^[\d.]+$/.test(site);
  return isNumeric || !site.includes('.') ? `*://${site}/*` : `*://*.${site}/*`;
}

/** What a pattern is called in lists: `*://*.exempel.se/*` → `exempel.se`. */
export function siteName(pattern: string): string {
  return pattern.replace(/^[^:]+:\/\/(\*\.)?/, '').replace(/\/\*$/, '');
}
