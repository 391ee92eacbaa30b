import { describe, expect, it } from 'vitest';
import { detectCitationsIn } from '../../../detection/citations';
import { lawsInTime } from '../../../entrypoints/sidepanel/laws-in-time';

const laws = (text: string, date?: string) => lawsInTime(detectCitationsIn(text, date));

describe('the laws that the date of a document decides about', () => {
  it('are those whose name has meant different statutes, the most cited first', () => {
    const text = 'Enligt 6 kap. 6 § KL. Se 4 kap. 1 § SoL och 5 kap. 1 § SoL. Enligt 2 § LVU (1990:52).';
    expect(laws(text, '2022-12-15')).toEqual([
      {
        sfs: '2001:453',
        name: 'SoL',
        by: 'in-force',
        date: '2022-12-15',
        isDoubtful: false,
        repealed: '2025-07-01',
        count: 2,
      },
      { sfs: '2017:725', name: 'KL', by: 'in-force', date: '2022-12-15', isDoubtful: false, count: 1 },
    ]);
    expect(laws(text, '2017-06-01').map(({ sfs }) => sfs)).toEqual(['2001:453', '1991:900']);
  });

  it('are in doubt where the document has no date', () => {
    expect(laws('Enligt 4 kap. 1 § SoL.')).toMatchObject([{ sfs: '2025:400', isDoubtful: true }]);
    expect(laws('Enligt 4 kap. 1 § SoL.')[0]).not.toHaveProperty('date');
  });

  it('are none where every law has but one meaning, or its number', () => {
    expect(laws('Enligt 2 § LVU. Se 4 kap. 1 § socialtjänstlagen (2001:453).', '2022-12-15')).toEqual([]);
  });
});
