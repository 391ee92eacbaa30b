import { describe, expect, it } from 'vitest';
import { detectNow } from '../../../detection';
import { readText } from '../../../reading/text';

interface Whose {
  words: string;
  addressees: readonly string[];
}

function read(text: string): { recommended: Whose[]; answers: string[]; due: readonly string[][] } {
  const { passages } = detectNow(readText(text));
  const wordsOf = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  return {
    recommended: passages.flatMap((passage) =>
      passage.kind === 'recommendation' ? [{ words: wordsOf(passage), addressees: passage.addressees }] : [],
    ),
    answers: passages.filter(({ kind }) => kind === 'response').map(wordsOf),
    due: passages.flatMap((passage) => (passage.kind === 'deadline' ? [passage.addressees] : [])),
  };
}

describe('a lead-in behind an answer', () => {
  it.each([
    'Revisorerna rekommenderar nämnden för social omsorg att',
    'Revisorerna rekommenderar nämnden för social omsorg att:',
    'Revisorerna rekommenderar nämnden för social omsorg:',
    'Rekommendationer till nämnden för social omsorg:',
  ])('%s', (leadIn) => {
    const text = `Granskning av måltider\n\nRevisorerna rekommenderar nämnden för teknisk service att\n\nInföra en taxa.\n\nNämndens svar: Taxan antas i maj.\n\n${leadIn}\n\nUtreda nattfastan.\n\nNämndens svar: Den utreds redan.\n\nFölja upp matsvinnet.\n\nNämndens svar: Svinnet mäts.\n`;
    const { recommended, answers } = read(text);
    expect(recommended).toEqual([
      { words: 'Införa en taxa.', addressees: ['nämnden för teknisk service'] },
      { words: 'Utreda nattfastan.', addressees: ['nämnden för social omsorg'] },
      { words: 'Följa upp matsvinnet.', addressees: ['nämnden för social omsorg'] },
    ]);
    expect(answers).toEqual([
      'Nämndens svar: Taxan antas i maj.',
      'Nämndens svar: Den utreds redan.',
      'Nämndens svar: Svinnet mäts.',
    ]);
  });
});

describe('a lead-in on the line below an answer', () => {
  it('stands over its list', () => {
    const text =
      'Granskning av måltider\n\nRevisorerna rekommenderar kommunstyrelsen att\n- införa en taxa\nKommunstyrelsens svar: Taxan antas i maj.\nRevisorerna rekommenderar kulturnämnden att\n- utreda matsvinnet\nNämndens svar: Svinnet mäts.\n';
    const { recommended, answers } = read(text);
    expect(recommended).toEqual([
      { words: 'införa en taxa', addressees: ['kommunstyrelsen'] },
      { words: 'utreda matsvinnet', addressees: ['kulturnämnden'] },
    ]);
    expect(answers).toEqual(['Kommunstyrelsens svar: Taxan antas i maj.', 'Nämndens svar: Svinnet mäts.']);
  });
});

describe('boards that a sentence means', () => {
  const REPORT =
    'Granskning av måltider\n\nVi rekommenderar kulturnämnden att införa en taxa. Vi rekommenderar skolnämnden att följa upp matsvinnet.\n\n';

  it('"nämnderna" are those that the recommendations are for, never the council', () => {
    const text = `${REPORT}Svaren behandlas av kommunfullmäktige i maj. Nämnderna ska senast den 3 juni 2025 redovisa för revisorerna vad de har gjort.\n`;
    expect(read(text).due).toEqual([['kulturnämnden', 'skolnämnden']]);
  });

  it('"nämnderna" are the boards of the sentence before where it names several', () => {
    const text = `${REPORT}Rapporten går till miljönämnden och vårdnämnden. Nämnderna ska senast den 3 juni 2025 lämna sitt svar till revisorerna.\n`;
    expect(read(text).due).toEqual([['miljönämnden', 'vårdnämnden']]);
  });

  it.each([
    ['nämnden för social omsorg', ['nämnden för social omsorg']],
    ['nämnden för social omsorg och kommunstyrelsen', ['nämnden för social omsorg', 'kommunstyrelsen']],
    ['nämnden för trygghet och hållbar utveckling', ['nämnden för trygghet och hållbar utveckling']],
  ])('%s', (boards, names) => {
    const text = `Granskning av måltider\n\nVi rekommenderar ${boards} att följa upp matsvinnet.\n`;
    expect(read(text).recommended.map(({ addressees }) => addressees)).toEqual([names]);
  });
});
