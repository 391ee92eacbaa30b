import { describe, expect, it, vi } from 'vitest';
import { hashText } from '../../anchoring';
import { OpenDocument } from '../../annotating/open-document';
import { held, sourceOf, storeInMemory } from './support';

const TEXT =
  'Enligt 5 kap. 1 § skollagen (2010:800) ska utbildningen följa planen.\n\nVi rekommenderar barn- och utbildningsnämnden att följa upp rutinerna varje år.\n';
const OTHER = `En helt annan inledning har tillkommit.\n\n${TEXT}`;
const NOTHING = { tagNames: [], comment: '' };
const WORDS = 'ska utbildningen följa planen';

function setUp(text = TEXT) {
  const source = sourceOf(text);
  const store = storeInMemory();
  const onChange = vi.fn();
  const document = new OpenDocument(source, store, onChange);
  const spanOf = (words: string) => {
    const start = document.reading?.text.indexOf(words) ?? -1;
    expect(start, `“${words}” is read`).toBeGreaterThanOrEqual(0);
    return { start, end: start + words.length };
  };
  const placed = (span: { start: number; end: number }) => {
    const place = document.placeOf(span);
    if (!place) throw new Error('Nothing was read');
    return place;
  };
  const wordsAt = (span?: { start: number; end: number }) => document.reading?.text.slice(span?.start, span?.end);
  return { source, store, onChange, document, spanOf, placed, wordsAt };
}

describe('refresh', () => {
  it('shows citations first, then everything, before the store has answered', async () => {
    const { document, store, onChange } = setUp();
    const gate = held();
    store.beforeOpenAnswers = gate.until;
    const shown: string[][] = [];
    onChange.mockImplementation(() => shown.push(document.passages.map(({ kind }) => kind).sort()));
    const work = document.refresh();
    const everything = ['citation', 'recommendation'];
    await vi.waitFor(() => expect(shown.at(-1)).toEqual(everything));
    expect(shown[0]).toEqual(['citation']);
    expect(document.status).toBe('ready');
    expect(document.opened).toBeNull();
    const before = shown.length;
    gate.release();
    await work;
    expect(document.opened).not.toBeNull();
    expect(shown.slice(before)).toEqual([everything]);
  });

  it('asks by address and by the hash of the text', async () => {
    const { document, store } = setUp();
    await document.refresh();
    expect(store.opens).toEqual([[{ urls: ['https://www.bjorkfors.se/rapport'], textHash: await hashText(TEXT) }]]);
  });

  it('of an unchanged text asks and detects nothing again', async () => {
    const { document, store } = setUp();
    await document.refresh();
    const { passages } = document;
    await document.refresh();
    expect(document.passages).toBe(passages);
    expect(store.opens).toHaveLength(1);
  });

  it('of a changed text finds everything anew', async () => {
    const { document, source, spanOf, wordsAt, placed } = setUp();
    await document.refresh();
    await document.save(placed(spanOf(WORDS)), null, '', NOTHING);
    source.text = OTHER;
    await document.refresh();
    expect(document.placements.map(({ span }) => wordsAt(span))).toEqual([WORDS]);
    expect(wordsAt(document.passages.find(({ kind }) => kind === 'citation'))).toBe('5 kap. 1 § skollagen (2010:800)');
  });

  it('of a page without text says that it is empty', async () => {
    const { document } = setUp(' \n ');
    await document.refresh();
    expect(document.state()).toMatchObject({ status: 'empty', passages: [], placements: [] });
  });

  it('says why annotations could not be fetched, and forgets it when they can be', async () => {
    const { document, store } = setUp();
    store.failure = { ok: false, code: 'closed' };
    await document.refresh();
    expect(document.state()).toMatchObject({ status: 'ready', problem: 'closed' });
    store.failure = null;
    await document.reloadAnnotations();
    expect(document.state().problem).toBeUndefined();
  });

  it('keeps the annotations that it shows when fetching them again fails', async () => {
    const { document, store, spanOf, placed } = setUp();
    await document.refresh();
    await document.save(placed(spanOf(WORDS)), null, '', NOTHING);
    store.failure = { ok: false, code: 'disconnected' };
    await document.reloadAnnotations();
    expect(document.placements).toHaveLength(1);
    expect(document.state().problem).toBe('disconnected');
  });

  it('places no annotations by a text that is gone: it changed while they were fetched', async () => {
    const { document, source, store, spanOf, wordsAt, placed } = setUp();
    await document.refresh();
    await document.save(placed(spanOf(WORDS)), null, '', NOTHING);
    const gate = held();
    store.beforeOpenAnswers = gate.until;
    const reload = document.reloadAnnotations();
    source.text = OTHER;
    const refresh = document.refresh();
    await vi.waitFor(() => expect(document.reading?.text).toBe(OTHER));
    gate.release();
    await Promise.all([reload, refresh]);
    expect(document.placements.map(({ span }) => wordsAt(span))).toEqual([WORDS]);
  });

  it('an answer that comes late does not undo a newer one', async () => {
    const { document, store, spanOf, placed } = setUp();
    await document.refresh();
    const gate = held();
    store.beforeOpenAnswers = gate.until;
    const slow = document.reloadAnnotations();
    await vi.waitFor(() => expect(store.opens).toHaveLength(2));
    store.beforeOpenAnswers = async () => {};
    await document.save(placed(spanOf(WORDS)), null, '', NOTHING);
    expect(document.placements).toHaveLength(1);
    gate.release();
    await slow;
    expect(document.placements).toHaveLength(1);
  });
});

describe('closing', () => {
  it('before anything was read publishes nothing', async () => {
    const { document, onChange, store } = setUp();
    document.close();
    await document.refresh();
    expect(onChange).not.toHaveBeenCalled();
    expect(store.opens).toEqual([]);
  });

  it('while annotations are fetched publishes nothing more', async () => {
    const { document, onChange, store } = setUp();
    const gate = held();
    store.beforeOpenAnswers = gate.until;
    const work = document.refresh();
    await vi.waitFor(() => expect(store.opens).toHaveLength(1));
    const published = onChange.mock.calls.length;
    document.close();
    gate.release();
    await work;
    expect(onChange).toHaveBeenCalledTimes(published);
    expect(document.opened).toBeNull();
  });

  it('leaves what was read, and saving still gets the answer of the store', async () => {
    const { document, store, spanOf, placed } = setUp();
    await document.refresh();
    document.close();
    store.failure = { ok: false, code: 'disconnected' };
    expect(await document.save(placed(spanOf(WORDS)), null, '', NOTHING)).toEqual({ ok: false, code: 'disconnected' });
  });
});

describe('save', () => {
  it('keeps words, context, place and hash, with what was added', async () => {
    const { document, store, spanOf, placed } = setUp();
    await document.refresh();
    const span = spanOf(WORDS);
    const answer = await document.save(placed(span), null, '', { tagNames: ['Svar'], comment: 'Obs' });
    expect(answer.ok).toBe(true);
    const [[draft, description]] = store.saves as [(typeof store.saves)[0]];
    expect(draft).toMatchObject({ kind: 'selection', origin: 'selected', tagNames: ['Svar'], comment: 'Obs' });
    expect(draft.target.quote.exact).toBe(WORDS);
    expect(draft.target.quote.prefix.endsWith('skollagen (2010:800) ')).toBe(true);
    expect(draft.target.position).toEqual(span);
    expect(draft.target.textHash).toBe(await hashText(TEXT));
    expect(description).toMatchObject({ title: 'Granskning av elevhälsan', textHash: await hashText(TEXT) });
    expect(document.keptAt(span)?.annotation.id).toBe(draft.id);
  });

  it('keeps what a passage says', async () => {
    const { document, store, placed } = setUp();
    await document.refresh();
    for (const passage of document.passages) await document.save(placed(passage), passage, 'SkolL 5:1', NOTHING);
    const [citation, recommendation] = store.saves.map(([draft]) => draft);
    expect(citation).toMatchObject({
      kind: 'citation',
      origin: 'detected',
      label: 'SkolL 5:1',
      provisions: [{ sfs: '2010:800', chapter: '5', section: '1' }],
    });
    expect(recommendation).toMatchObject({ kind: 'recommendation', addressees: ['barn- och utbildningsnämnden'] });
    expect(document.state().passages.map(({ keptAs }) => keptAs)).toEqual([citation?.id, recommendation?.id]);
  });

  it('before anything was read says that there is nothing', async () => {
    const { document } = setUp();
    expect(document.placeOf({ start: 0, end: 3 })).toBeNull();
  });

  it('as soon as passages are shown has the hash of the text', async () => {
    const { document, store, onChange, spanOf, placed } = setUp();
    let answered: Promise<unknown> | undefined;
    onChange.mockImplementation(() => {
      answered ??= document.save(placed(spanOf(WORDS)), null, '', NOTHING);
    });
    await document.refresh();
    await answered;
    expect(store.saves.map(([{ target }]) => target.textHash)).toEqual([await hashText(TEXT)]);
  });

  it('says what the store says, and shows nothing as kept that is not', async () => {
    const { document, store, spanOf, placed } = setUp();
    await document.refresh();
    store.failure = { ok: false, code: 'full' };
    expect(await document.save(placed(spanOf(WORDS)), null, '', NOTHING)).toEqual({ ok: false, code: 'full' });
    expect(document.placements).toEqual([]);
  });

  it('while fetching fails afterwards is saved all the same', async () => {
    const { document, store, spanOf, placed } = setUp();
    await document.refresh();
    const open = vi.spyOn(store, 'open').mockResolvedValue({ ok: false, code: 'closed' });
    const answer = await document.save(placed(spanOf(WORDS)), null, '', NOTHING);
    expect(open).toHaveBeenCalled();
    expect(answer.ok).toBe(true);
    expect(document.problem).toBe('closed');
  });
});

describe('update, remove and restore', () => {
  it('show at once what is kept now', async () => {
    const { document, spanOf, placed } = setUp();
    await document.refresh();
    const saved = await document.save(placed(spanOf(WORDS)), null, '', NOTHING);
    if (!saved.ok) throw new Error(saved.code);
    const { id } = saved.value;
    await document.update(id, { comment: 'Ny' });
    expect(document.placements[0]?.annotation.comment).toBe('Ny');
    await document.remove(id);
    expect(document.placements).toEqual([]);
    await document.restore(id);
    expect(document.placements.map(({ verdict }) => verdict)).toEqual(['placed']);
  });

  it('of something that is gone says so', async () => {
    const { document } = setUp();
    await document.refresh();
    const gone = { ok: false, code: 'not-found' };
    expect(await document.update('x', { comment: '' })).toEqual(gone);
    expect(await document.remove('x')).toEqual(gone);
    expect(await document.restore('x')).toEqual(gone);
  });
});

describe('what stands at an offset', () => {
  it('is given the shortest first, both ends included', async () => {
    const { document, spanOf, placed } = setUp();
    await document.refresh();
    const long = spanOf('Enligt 5 kap. 1 § skollagen (2010:800) ska');
    const short = spanOf('skollagen');
    await document.save(placed(long), null, '', NOTHING);
    await document.save(placed(short), null, '', NOTHING);
    const lengths = (offset: number) =>
      document.placementsAt(offset).map(({ span }) => (span ? span.end - span.start : 0));
    expect(lengths(short.start)).toEqual([short.end - short.start, long.end - long.start]);
    expect(lengths(long.end)).toEqual([long.end - long.start]);
    expect(lengths(long.end + 1)).toEqual([]);
    expect(document.passagesAt(short.start).map(({ kind }) => kind)).toEqual(['citation']);
  });
});

describe('a place that was chosen before the text changed', () => {
  it('keeps the words that the person saw', async () => {
    const { document, source, store, spanOf, placed } = setUp();
    await document.refresh();
    const place = placed(spanOf(WORDS));
    source.text = OTHER;
    await document.refresh();
    await document.save(place, null, '', NOTHING);
    const [[draft, description]] = store.saves as [(typeof store.saves)[0]];
    expect(draft.target.quote.exact).toBe(WORDS);
    expect(description.textHash).toBe(await hashText(TEXT));
  });

  it('is refused when the panel names it with words that stand there no longer', async () => {
    const { document, source, spanOf } = setUp();
    await document.refresh();
    const span = spanOf(WORDS);
    expect(document.placeOf(span, WORDS)).not.toBeNull();
    source.text = OTHER;
    await document.refresh();
    expect(document.placeOf(span, WORDS)).toBeNull();
  });
});
