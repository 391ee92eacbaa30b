import { describe, expect, it, vi } from 'vitest';
import { OpenDocument } from '../../annotating/open-document';
import { saveMany } from '../../annotating/save-many';
import { correctProfile } from '../../annotating/say-correction';
import { sourceOf, storeInMemory } from './support';

const TEXT =
  'Granskning av biståndshandläggning\n\nDatum: 2023-02-14\n\nNämnden följer 4 kap. 1 § SoL och 5 kap. 11 § SoL. Dnr 2023/117.\n';

function setUp(text = TEXT) {
  const source = sourceOf(text);
  source.hints = () => ({ title: 'Sidans titel' });
  const store = storeInMemory();
  const document = new OpenDocument(source, store, vi.fn());
  const laws = () =>
    document.passages.flatMap((passage) =>
      passage.kind === 'citation' ? passage.provisions.map(({ sfs }) => sfs) : [],
    );
  return { source, store, document, laws };
}

describe("what is set right in a document's profile", () => {
  it('decides at once which law is meant, and undoing it decides again', async () => {
    const { document, laws } = setUp();
    await document.refresh();
    expect(laws()).toEqual(['2001:453', '2001:453']);
    await correctProfile(document, { date: '2025-10-01', auditor: 'KomRedo' });
    expect(laws()).toEqual(['2025:400', '2025:400']);
    expect(document.state()).toMatchObject({
      profile: { date: '2025-10-01', auditor: 'KomRedo', title: 'Granskning av biståndshandläggning' },
      ownProfile: { date: '2023-02-14' },
      profileCorrections: { date: '2025-10-01', auditor: 'KomRedo' },
    });
    await correctProfile(document, { auditor: 'KomRedo' });
    expect(laws()).toEqual(['2001:453', '2001:453']);
  });

  it('holds at the next visit, and when the text has changed', async () => {
    const { document, source, store, laws } = setUp();
    store.profileCorrections = { date: '2025-10-01' };
    await document.refresh();
    expect(laws()).toEqual(['2025:400', '2025:400']);
    source.text = `En ny inledning.\n\n${TEXT}`;
    await document.refresh();
    expect(laws()).toEqual(['2025:400', '2025:400']);
  });

  it('is kept beside what the document itself says', async () => {
    const { document, store } = setUp();
    store.profileCorrections = { title: 'Rätt titel' };
    await document.refresh();
    expect(document.state().title).toBe('Rätt titel');
    await correctProfile(document, { title: 'Rätt titel', diaryNumber: null });
    const own = 'Granskning av biståndshandläggning';
    expect(store.described).toMatchObject([{ title: own, profile: { title: own, date: '2023-02-14' } }]);
  });

  it('says so when it cannot be kept, and changes nothing', async () => {
    const { document, store, laws } = setUp();
    await document.refresh();
    store.failure = { ok: false, code: 'full' };
    expect(await correctProfile(document, { date: '2025-10-01' })).toEqual({ ok: false, code: 'full' });
    expect(laws()).toEqual(['2001:453', '2001:453']);
  });
});

describe('saving many', () => {
  const wanted = (document: ReturnType<typeof setUp>['document']) =>
    document.passages
      .filter(({ kind }) => kind === 'citation')
      .map((passage) => ({ passage, label: 'SoL', additions: { tagNames: ['Revisionskriterium'], comment: '' } }));

  it('keeps each at its place with one request, telling how far it has come', async () => {
    const { document, store } = setUp();
    await document.refresh();
    const progress: string[] = [];
    const answer = await saveMany(document, wanted(document), (done, total) => progress.push(`${done}/${total}`));
    expect(answer).toMatchObject({ ok: true, value: { already: 0 } });
    expect(progress).toEqual(['0/2', '1/2', '2/2']);
    expect(store.manySaves).toHaveLength(1);
    expect(document.placements.map(({ verdict, annotation }) => [verdict, annotation.target.quote.exact])).toEqual([
      ['placed', '4 kap. 1 § SoL'],
      ['placed', '5 kap. 11 § SoL'],
    ]);
    expect(document.state().passages.filter(({ keptAs }) => keptAs)).toHaveLength(2);
  });

  it('stores batch by batch, keeps what was stored before a failure, and tells of it', async () => {
    const { document, store } = setUp();
    await document.refresh();
    const both = wanted(document);
    const all = Array.from({ length: 550 }, () => both).flat();
    const save = store.saveMany;
    store.saveMany = async (...call) => {
      if (store.manySaves.length === 2) store.failure = { ok: false, code: 'full' };
      const answer = await save(...call);
      store.failure = null;
      return answer;
    };
    const answer = await saveMany(document, all, () => {});
    expect(answer).toMatchObject({ ok: true, value: { already: 0, stopped: 'full' } });
    expect(answer.ok && answer.value.made).toHaveLength(1000);
    expect(document.placements).toHaveLength(1000);
    // Other pages hear of the thousand by the last call, which stores nothing.
    expect(store.manySaves.map(([drafts, , isLast]) => [drafts.length, isLast])).toEqual([
      [500, false],
      [500, false],
      [100, true],
      [0, true],
    ]);
  });

  it('ends when the person says so; what is made ready by then is kept', async () => {
    const { document, store } = setUp();
    await document.refresh();
    const ending = new AbortController();
    const answer = await saveMany(document, wanted(document), () => ending.abort(), ending.signal);
    expect(answer).toMatchObject({ ok: true, value: { made: [{ revision: 1 }], stopped: 'cancelled' } });
    expect(store.kept).toHaveLength(1);
    expect(document.placements).toHaveLength(1);
  });

  it('keeps none when the store refuses', async () => {
    const { document, store } = setUp();
    await document.refresh();
    store.failure = { ok: false, code: 'full' };
    expect(await saveMany(document, wanted(document), () => {})).toEqual({ ok: false, code: 'full' });
    expect(document.placements).toEqual([]);
  });
});
