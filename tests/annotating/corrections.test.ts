import { describe, expect, it } from 'vitest';
import { correctPassages, placeCorrections } from '../../annotating/corrections';
import { OpenDocument } from '../../annotating/open-document';
import { correct as keepCorrection, uncorrect } from '../../annotating/say-correction';
import type { Passage, Provision } from '../../detection/types';
import type { CorrectionChange } from '../../storage/schema';
import { sourceOf, storeInMemory, type TestReading } from './support';

const TEXT = `Granskning av elevhälsan i Björkfors kommun

Enligt 5 kap. 1 § SoL ska nämnden samverka. Nämnden svarar enligt 6 kap. 6 § kommunallagen för den interna kontrollen.

Vi rekommenderar socialnämnden att stärka uppföljningen.`;

const SKOLLAGEN: Provision = { sfs: '2010:800', chapter: '5', section: '1', level: 'provision' };

async function opened(text = TEXT) {
  const source = sourceOf(text);
  const store = storeInMemory();
  const document = new OpenDocument<TestReading>(source, store, () => {});
  await document.refresh();
  return { source, store, document };
}

function passageAt(document: OpenDocument<TestReading>, words: string): Passage | undefined {
  const start = document.reading?.text.indexOf(words) ?? -1;
  return document.passages.find((passage) => passage.start <= start && start < passage.end);
}

async function correct(document: OpenDocument<TestReading>, words: string, change: CorrectionChange) {
  const passage = passageAt(document, words);
  const place = passage && document.placeOf(passage);
  if (!passage || !place) throw new Error(`Nothing was found at ${words}`);
  const answer = await keepCorrection(document, place, passage, 'SoL 5:1', change);
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}

describe('a passage that a person says is none', () => {
  it('is none any more, here and when the document is opened again, and is again when that is taken back', async () => {
    const { source, store, document } = await opened();
    const others = document.passages.length - 1;
    const { id } = await correct(document, '5 kap. 1 § SoL', { type: 'none' });
    expect(passageAt(document, '5 kap. 1 § SoL')).toBeUndefined();
    expect(document.passages).toHaveLength(others);
    expect(document.dismissedAt(TEXT.indexOf('kap. 1 § SoL'))).toMatchObject([{ correction: { id } }]);

    const again = new OpenDocument<TestReading>(source, store, () => {});
    await again.refresh();
    expect(passageAt(again, '5 kap. 1 § SoL')).toBeUndefined();
    await uncorrect(again, id);
    expect(passageAt(again, '5 kap. 1 § SoL')).toBeDefined();
    expect(again.dismissed).toEqual([]);
  });
});

describe('a passage that means another law', () => {
  it('has the provisions that the person gave, and remembers what was found', async () => {
    const { document } = await opened();
    const found = passageAt(document, '5 kap. 1 § SoL');
    await correct(document, '5 kap. 1 § SoL', { type: 'provisions', provisions: [SKOLLAGEN] });
    const now = passageAt(document, '5 kap. 1 § SoL');
    expect(now).toMatchObject({ kind: 'citation', provisions: [SKOLLAGEN], reason: { rule: 'corrected' } });
    expect(now && document.correctionOf(now)?.found).toEqual(found);
  });

  it('is found again where text was put in before it', async () => {
    const { source, document } = await opened();
    await correct(document, '5 kap. 1 § SoL', { type: 'provisions', provisions: [SKOLLAGEN] });
    source.text = TEXT.replace('\n\nEnligt', '\n\nGranskningen gjordes under hösten av egna revisorer.\n\nEnligt');
    await document.refresh();
    expect(passageAt(document, '5 kap. 1 § SoL')).toMatchObject({ provisions: [SKOLLAGEN] });
  });

  it('is as it was found where its words were edited', async () => {
    const { source, document } = await opened();
    await correct(document, '5 kap. 1 § SoL', { type: 'provisions', provisions: [SKOLLAGEN] });
    source.text = TEXT.replace('5 kap. 1 § SoL', '7 kap. 3 § SoL');
    await document.refresh();
    expect(passageAt(document, '7 kap. 3 § SoL')).toMatchObject({ provisions: [{ chapter: '7', section: '3' }] });
    expect(passageAt(document, '7 kap. 3 § SoL')?.reason.rule).not.toBe('corrected');
  });

  it('leaves every other passage as it was', async () => {
    const { document } = await opened();
    const before = document.passages.filter(({ start }) => start > TEXT.indexOf('Nämnden svarar'));
    await correct(document, '5 kap. 1 § SoL', { type: 'provisions', provisions: [SKOLLAGEN] });
    expect(document.passages.filter(({ start }) => start > TEXT.indexOf('Nämnden svarar'))).toEqual(before);
  });
});

it('a recommendation gets the addressees that the person gave', async () => {
  const { document } = await opened();
  await correct(document, 'stärka uppföljningen', { type: 'addressees', addressees: ['kommunstyrelsen'] });
  expect(passageAt(document, 'stärka uppföljningen')).toMatchObject({ addressees: ['kommunstyrelsen'] });
});

it('a correction that cannot be stored changes nothing', async () => {
  const { store, document } = await opened();
  const before = document.passages;
  store.failure = { ok: false, code: 'full' };
  await expect(correct(document, '5 kap. 1 § SoL', { type: 'none' })).rejects.toThrow('full');
  expect(document.passages).toEqual(before);
});

it('a correction of another kind at the same place does not touch the passage', async () => {
  const { document } = await opened();
  const citation = passageAt(document, '5 kap. 1 § SoL');
  if (!citation || !document.reading) throw new Error('Nothing was found');
  const { correction } = (await correct(document, '5 kap. 1 § SoL', { type: 'none' }).then(
    () => document.dismissed[0],
  )) ?? { correction: undefined };
  if (!correction) throw new Error('No correction');
  const placed = await placeCorrections(
    [{ ...correction, kind: 'deadline' }],
    document.reading,
    correction.target.textHash,
    new AbortController().signal,
  );
  expect(placed).toHaveLength(1);
  expect(correctPassages([citation], placed ?? []).passages).toEqual([citation]);
});
