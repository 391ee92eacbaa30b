import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { MUNICIPAL_PATTERNS, MUNICIPAL_SITES } from '../../../data/municipal-sites';
import { municipalities, regions } from '../../../data/municipalities';
import { patternOf, siteName, sortGranted } from '../../../entrypoints/options/granted';

const facts = fileURLToPath(new URL('../../../../shared/facts/', import.meta.url));
const domains = new Map(MUNICIPAL_SITES.map(({ domain, certainty }) => [domain, certainty]));

describe('the municipal sites', () => {
  const hasFacts = existsSync(facts);
  const named = hasFacts ? 'have every domain of %s' : 'have every domain of %s (skipped: the lists are not here)';
  it.skipIf(!hasFacts).each(['municipalities.csv', 'regions.csv'])(named, (file) => {
    const rows = readFileSync(facts + file, 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1);
    const listed = rows.flatMap((row) => row.split(',').slice(-2)).filter((domain) => domain !== '');
    expect(listed.filter((domain) => !domains.has(domain))).toEqual([]);
  });

  it('have one for each of the 290 municipalities and the 21 regions', () => {
    expect(municipalities()).toHaveLength(290);
    expect(regions()).toHaveLength(21);
    const without = [...municipalities(), ...regions()].filter((each) => !each.domains.some((one) => domains.has(one)));
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it('name how sure they are', () => {
    expect(domains.get('vallentuna.se')).toBe('high');
    expect(domains.get('mora.se')).toBe('medium');
    expect(domains.get('skane.se')).toBe('medium');
  });

  it('ask for each site once, and never for more than a site', () => {
    expect(new Set(MUNICIPAL_PATTERNS).size).toBe(MUNICIPAL_PATTERNS.length);
    for (const pattern of MUNICIPAL_PATTERNS) expect(pattern).toMatch(/^\*:\/\/\*(\.[a-z\d-]+){2,}\/\*$/);
    expect(MUNICIPAL_PATTERNS).toContain('*://*.varnamo.se/*');
    // Where several of them keep their documents.
    expect(MUNICIPAL_PATTERNS).toContain('*://*.netpublicator.com/*');
    expect(MUNICIPAL_PATTERNS).not.toContain('*://*.kommun.varnamo.se/*');
  });
});

describe('the address of a site', () => {
  it.each([
    ['exempel.se', '*://*.exempel.se/*'],
    [' www.exempel.se ', '*://*.exempel.se/*'],
    ['https://Handlingar.Exempel.se/a/b.pdf?c#d', '*://*.handlingar.exempel.se/*'],
    ['http://exempel.se:8080/', '*://*.exempel.se/*'],
    ['exempel.se.', '*://*.exempel.se/*'],
    ['åre.se', '*://*.xn--re-xia.se/*'],
    ['intra', '*://intra/*'],
    ['127.0.0.1', '*://127.0.0.1/*'],
    ['se', '*://se/*'],
  ])('%s is asked for as %s', (typed, pattern) => {
    expect(patternOf(typed)).toBe(pattern);
  });

  it.each([
    '',
    '   ',
    'två ord',
    'ftp://exempel.se',
    'file:///a.pdf',
    'chrome://extensions',
    '*',
    '*.se',
    'https://',
    '[::1]',
  ])('“%s” is none', (typed) => {
    expect(patternOf(typed)).toBeNull();
  });
});

describe('what is granted', () => {
  it('is told apart: all sites, municipal sites, own sites; never what the build itself holds', () => {
    const origins = [
      'http://127.0.0.1/*',
      '*://*.ystad.se/*',
      '*://*.exempel.se/*',
      '*://*/*',
      'https://www.ystad.se/*',
    ];
    expect(sortGranted(origins, ['http://127.0.0.1/*'])).toEqual({
      everywhere: ['*://*/*'],
      municipal: ['*://*.ystad.se/*'],
      own: ['*://*.exempel.se/*', 'https://www.ystad.se/*'],
    });
    expect(sortGranted([])).toEqual({ everywhere: [], municipal: [], own: [] });
    expect(sortGranted(['<all_urls>']).everywhere).toHaveLength(1);
  });

  it('is called by the site it means', () => {
    expect(siteName('*://*.exempel.se/*')).toBe('exempel.se');
    expect(siteName('https://www.exempel.se/*')).toBe('www.exempel.se');
  });
});
