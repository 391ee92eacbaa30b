import { describe, expect, it } from 'vitest';
import { detectNow, ownProfile } from '../../detection';
import { corrected } from '../../detection/corrected-profile';
import { readText } from '../../reading/text';

const REPORT = readText(
  'Granskning av biståndshandläggning\n\nKPMG\n\nDatum: 2023-02-14\n\nDnr 2023/117\n\nBjörkfors kommun\n\n' +
    'Nämnden ska följa 4 kap. 1 § SoL. Revisorerna i Björkfors kommun bedömer att så sker.\n',
);
const sfsOf = (date?: string | null) =>
  detectNow(REPORT, date === undefined ? {} : { profileCorrections: { date } }).passages.flatMap((passage) =>
    passage.kind === 'citation' ? passage.provisions.map(({ sfs }) => sfs) : [],
  );

describe('what a person has set right', () => {
  it('settles which law a name means: socialtjänstlagen of 2025 is in force from 2025-07-01', () => {
    expect(sfsOf()).toEqual(['2001:453']);
    expect(sfsOf('2025-09-30')).toEqual(['2025:400']);
  });

  it('wins over what is known from outside', () => {
    const { profile } = detectNow(REPORT, {
      date: '2020-01-01',
      profileCorrections: { date: '2025-09-30', auditor: 'PwC', diaryNumber: null },
    });
    expect(profile).toMatchObject({ date: '2025-09-30', auditor: 'PwC' });
    expect(profile).not.toHaveProperty('diaryNumber');
  });

  it('takes away what is none, but for the date: some law is meant in any case', () => {
    expect(corrected({ date: '2023-02-14', title: 'A' }, { date: null, title: null })).toEqual({ date: '2023-02-14' });
    expect(sfsOf(null)).toEqual(['2001:453']);
  });

  it('leaves what the document says of itself to be asked for', () => {
    const { profile } = ownProfile(REPORT, { profileCorrections: { date: '2025-09-30', auditor: 'PwC' } });
    expect(profile).toMatchObject({ date: '2023-02-14', auditor: 'KPMG', diaryNumber: '2023/117' });
  });
});

describe('a field is in doubt', () => {
  it('not where the text says it', () => {
    expect(ownProfile(REPORT, {}).doubts).toEqual({});
  });

  it.each([
    ['the title', { title: 'Rapport om bistånd i kommunen' }, 'Inledande ord utan rubrik.', { title: 'outside' }],
    ['the date', { fileName: 'rapport-2023-02-14.pdf' }, 'Ord utan datum.', { date: 'outside' }],
    ['the municipality', { url: 'https://www.perstorp.se/x' }, 'Ord utan ort.', { municipality: 'outside' }],
    ['the auditor', {}, 'KPMG har granskat. KPMG lämnar rapporten. EY granskade 2019.', { auditor: 'several' }],
    ['the diary number', {}, 'KS 2023/00123\n\nOm skolan.', { diaryNumber: 'unlabelled' }],
  ])('%s', (_, hints, text, doubts) => {
    expect(ownProfile(readText(text), hints).doubts).toEqual(doubts);
  });
});
