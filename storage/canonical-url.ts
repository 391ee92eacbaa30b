import normalizeUrl from 'normalize-url';

/**
 * Query parameters that say where a visitor came from, not what is shown. All others are kept: meeting
 * portals and web systems select the document by them (`?id=`, `?sv.url=`).
 */
const TRACKING_PARAMETERS = [
  /^utm_/i,
  /^(?:mtm|pk|piwik|matomo)_/i,
  /^(?:fbclid|gclid|gclsrc|dclid|gbraid|wbraid|gad_source|gad_campaignid|msclkid|yclid|twclid|ttclid|igshid|igsh)$/i,
  /^_(?:ga|gl|hsenc|hsmi|bta_tid|bta_c)$/i,
  /^(?:mc_cid|mc_eid|mkt_tok|hsCtaTracking|vero_id|oly_anon_id|oly_enc_id)$/i,
];

function isTracking(parameter: string): boolean {
  return TRACKING_PARAMETERS.some((pattern) => pattern.test(parameter));
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}

/**
 * An address to keep and open: fragment, credentials and tracking parameters dropped, everything else as it
 * was. Throws nothing; returns undefined for what is no address that can be opened again (`blob:`, `data:`,
 * `about:`, nonsense).
 */
export function canonicalUrl(url: string): string | undefined {
  const parsed = parse(url);
  if (!parsed || !['http:', 'https:', 'file:'].includes(parsed.protocol)) return undefined;
  // `#/beslut/12` and `#!/beslut/12` are routes of single-page sites: other documents, not other places.
  if (!/^#!?\//.test(parsed.hash)) parsed.hash = '';
  parsed.username = '';
  parsed.password = '';
  const dropped = [...parsed.searchParams.keys()].filter(isTracking);
  // Deleting rewrites the whole query, so an address without tracking keeps its own spelling.
  for (const parameter of dropped) parsed.searchParams.delete(parameter);
  return parsed.href;
}

/**
 * The key that addresses are compared by; it is not meant to be opened. Equal for http and https, with and
 * without www, trailing slash, fragment, tracking, order of parameters, upper- and lower-case host and
 * escapes, composed and decomposed å ä ö. Undefined where `canonicalUrl` is.
 */
export function urlKey(url: string): string | undefined {
  const canonical = canonicalUrl(url);
  if (canonical === undefined) return undefined;
  if (canonical.startsWith('file:')) return decodedNfc(canonical);
  return decodedNfc(
    normalizeUrl(canonical, {
      stripProtocol: true,
      stripWWW: true,
      stripHash: true,
      stripTextFragment: true,
      removeTrailingSlash: true,
      removeSingleSlash: true,
      removeExplicitPort: false,
      removeQueryParameters: TRACKING_PARAMETERS,
      sortQueryParameters: true,
    }),
  );
}

/** Latin-1 escapes (`%E5`), still met on older sites, are no UTF-8: such addresses are compared as written. */
function decodedNfc(url: string): string {
  try {
    return decodeURI(url).normalize('NFC');
  } catch {
    return url.normalize('NFC');
  }
}
