import { describe, expect, it } from 'vitest';
import { provisionKey, provisionNames, provisionUrl } from '../../../detection/citations/describe';
import { provisionFacts } from '../../../detection/citations/facts';
import type { Provision } from '../../../detection/types';

const place = (
  sfs: string,
  chapter: string | null,
  section: string | null,
  more: Partial<Provision> = {},
): Provision => ({
  sfs,
  chapter,
  section,
  level: section ? 'provision' : chapter ? 'chapter' : 'statute',
  ...more,
});
const gdpr: Provision = { sfs: null, celex: '32016R0679', chapter: null, section: '33', level: 'article' };

const act = (celex: string, section: string | null): Provision => ({
  sfs: null,
  celex,
  chapter: null,
  section,
  level: section ? 'article' : 'statute',
});

describe('names', () => {
  it.each([
    [place('2001:453', '5', '1a'), '5 kap. 1 a § socialtjänstlagen (2001:453)', 'SoL 5:1a'],
    [place('1990:52', null, '2'), '2 § LVU', 'LVU 2 §'],
    [place('2017:900', null, '23'), '23 § förvaltningslagen (2017:900)', 'FL 23 §'],
    [place('2017:725', '12', null), '12 kap. kommunallagen (2017:725)', 'KL 12 kap.'],
    [place('2010:800', null, null), 'skollagen (2010:800)', 'SkolL'],
    [place('1993:387', null, null), 'lagen (1993:387) om stöd och service till vissa funktionshindrade', 'LSS'],
    [
      place('2009:400', '10', '21', { sectionEnd: '23' }),
      '10 kap. 21–23 §§ offentlighets- och sekretesslagen (2009:400)',
      'OSL 10:21–23',
    ],
    [place('1974:152', '1', '9'), '1 kap. 9 § regeringsformen (1974:152)', 'RF 1:9'],
    [place('1998:808', '26', '19'), '26 kap. 19 § miljöbalken (1998:808)', 'MB 26:19'],
    [place('2016:1145', '19a', '2'), '19 a kap. 2 § LOU', 'LOU 19a:2'],
    [gdpr, 'artikel 33 dataskyddsförordningen (EU 2016/679)', 'GDPR art. 33'],
    [place('1999:1234', null, '3'), '3 § lagen (1999:1234)', 'SFS 1999:1234 3 §'],
    [
      { sfs: null, series: 'SOSFS 2011:9', chapter: '5', section: '1', level: 'agencyRule' } as Provision,
      '5 kap. 1 § SOSFS 2011:9',
      'SOSFS 2011:9 5:1',
    ],
    [act('32004R0852', '3'), 'artikel 3 förordning (EG) nr 852/2004', 'förordning (EG) nr 852/2004 art. 3'],
    [act('31992L0043', null), 'direktiv 92/43/EEG', 'direktiv 92/43/EEG'],
    [act('32014L0025', null), 'direktiv 2014/25/EU', 'direktiv 2014/25/EU'],
    [act('32019L1937', null), 'direktiv (EU) 2019/1937', 'direktiv (EU) 2019/1937'],
    [act('32014R0910', '25'), 'artikel 25 eIDAS-förordningen (EU 910/2014)', 'eIDAS art. 25'],
  ])('%j', (provision, long, short) => {
    expect(provisionNames(provision)).toEqual({ long, short });
  });
});

describe('keys and links', () => {
  it('one key for one place', () => {
    expect(provisionKey(place('2001:453', '5', '1a'))).toBe('2001:453/5:1a');
    expect(provisionKey(place('1990:52', null, '2'))).toBe('1990:52/2');
    expect(provisionKey(place('2001:453', '5', null))).toBe('2001:453/5');
    expect(provisionKey(place('2001:453', null, null))).toBe('2001:453');
    expect(provisionKey(gdpr)).toBe('32016R0679/33');
  });

  it('links to the statute that is meant, at the place', () => {
    expect(provisionUrl(place('2001:453', '5', '1a'))).toBe('https://lagen.nu/2001:453#K5P1a');
    expect(provisionUrl(place('1990:52', null, '2'))).toBe('https://lagen.nu/1990:52#P2');
    expect(provisionUrl(place('1990:52', null, '14', { paragraph: 2, item: '1' }))).toBe(
      'https://lagen.nu/1990:52#P14S2N1',
    );
    // Of several items the first.
    expect(provisionUrl(place('1993:387', null, '9', { item: '8 och 9' }))).toBe('https://lagen.nu/1993:387#P9N8');
    expect(provisionUrl(place('2017:725', '12', null))).toBe('https://lagen.nu/2017:725#K12');
    expect(provisionUrl(place('2017:725', null, null))).toBe('https://lagen.nu/2017:725');
    expect(provisionUrl(gdpr)).toContain('eur-lex.europa.eu');
    expect(
      provisionUrl({ sfs: null, series: 'SOSFS 2011:9', chapter: null, section: null, level: 'agencyRule' }),
    ).toBeNull();
  });
});

describe('facts', () => {
  it('repealed, replaced, with counterparts whose certainty is not low', () => {
    const facts = provisionFacts(place('2001:453', '1', '2'), '2026-01-01');
    expect(facts).toMatchObject({
      repealed: '2025-07-01',
      inForceAtDate: false,
      replacedBy: { sfs: '2025:400', name: 'socialtjänstlagen (2025:400)' },
    });
    expect(facts.counterparts.map((one) => [one.chapter, one.section, one.certainty])).toEqual([['3', '1', 'high']]);
    expect(provisionFacts(place('2001:453', '2', '3')).counterparts).toEqual([]);
  });

  it('says what the outline speaks against', () => {
    expect(provisionFacts(place('2017:725', '6', '99')).probablyMissing).toBe(true);
    expect(provisionFacts(place('2017:725', '14', '1')).probablyMissing).toBe(true);
    expect(provisionFacts(place('2017:725', '6', '6')).probablyMissing).toBe(false);
    // Its chapters each count their own sections: a section alone is nowhere.
    expect(provisionFacts(place('2017:725', null, '6')).probablyMissing).toBe(true);
    // No outline is known: nothing is said.
    expect(provisionFacts(place('1991:900', '99', '1')).probablyMissing).toBe(false);
  });

  it('passes on which dates no register confirms', () => {
    expect(provisionFacts(place('1977:179', null, null)).unsourced).toContain('inForce');
    expect(provisionFacts(place('2017:725', null, null)).unsourced).toEqual([]);
  });
});
