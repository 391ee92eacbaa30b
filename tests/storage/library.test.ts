import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { removeAnnotation, saveAnnotation, updateAnnotation } from '../../storage/annotations';
import { emptyBin } from '../../storage/bin';
import { Database, useDatabase } from '../../storage/database';
import { type Library, readLibrary } from '../../storage/library';
import { type LibraryQuery, NONE } from '../../storage/library-types';
import { createSet, renameSet } from '../../storage/sets';
import { WRITES_KEY } from '../../storage/shelves';
import { listTags, tagByName, updateTag } from '../../storage/tags';
import { openLibrary } from './lists';
import { manyAnnotations } from './many';
import { description, draft, freshDatabase, hash, targetAt } from './support';

// Many rows: on a machine that is busy they take longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 });

let db: Database;
let library: Library | undefined;
beforeEach(() => {
  db = freshDatabase();
});
afterEach(() => {
  library?.close();
});

async function opened(): Promise<Library> {
  library = await openLibrary();
  return library;
}

/** Saves annotations that differ in their quotes; the document of each by its title. */
async function save(quote: string, changes: Parameters<typeof draft>[0] = {}, title = 'Granskning av elevhälsan') {
  const letter = (title.length % 10).toString();
  const page = description({ title, urls: [`https://x.se/${title.length}`], textHash: hash(letter), profile: {} });
  const start = changes.target?.position.start ?? 100;
  const target = { ...targetAt(start, quote), textHash: hash(letter) };
  return (await saveAnnotation(draft({ ...changes, target }), page)).annotation;
}

function quotes(of: Library, query: LibraryQuery, ...more: [Parameters<Library['query']>[1]?]): string[] {
  return of.query(query, ...more).ids.map((id) => of.row(id)?.quote ?? '');
}

describe('search in the library', () => {
  it.each([
    ['ask', ['En ask']],
    ['åsk', ['Åskan går']],
    ['ar', ['Bara ar']],
    ['är', ['ÄR det så']],
    ['ide', ['En idé']],
    ['idé', ['En idé']],
    ['or', ['Or med o']],
    ['ör', ['Örat']],
    ['a\u030Askan', ['Åskan går']],
  ])('%j finds %j: å ä ö are letters of their own, é is e', async (text, wanted) => {
    for (const quote of ['En ask', 'Åskan går', 'Bara ar', 'ÄR det så', 'En idé', 'Or med o', 'Örat']) {
      await save(quote, {}, 'X');
    }
    expect(quotes(await opened(), { text })).toEqual(wanted);
  });

  it('finds parts of compounds, every word given, and phrases as they stand', async () => {
    await save('Socialnämnden bör stärka uppföljningen');
    await save('Uppföljningen av nämnden brister', { target: targetAt(300) });
    const all = await opened();
    expect(quotes(all, { text: 'nämnden uppföljning' })).toHaveLength(2);
    expect(quotes(all, { text: '"uppföljningen av"' })).toEqual(['Uppföljningen av nämnden brister']);
    expect(quotes(all, { text: 'nämnden saknas' })).toEqual([]);
    expect(quotes(all, { text: '  ' })).toHaveLength(2);
  });

  it('looks into comment, tags, document, provisions and addressees, over odd spaces and soft hyphens', async () => {
    await save('ett', { comment: 'Kolla med kansliet' });
    await save('två', { tagNames: ['Internkontroll'], target: targetAt(200) });
    await save('tre', {}, 'Granskning av bygglov');
    await save('fyra', { addressees: ['tekniska nämnden'], target: targetAt(400) });
    await save('socialtjänst\u00ADlagen\u00A05\nkap.', { provisions: [], target: targetAt(500) });
    const all = await opened();
    expect(quotes(all, { text: 'kansliet' })).toEqual(['ett']);
    expect(quotes(all, { text: 'internKONTROLL' })).toEqual(['två']);
    expect(quotes(all, { text: 'bygglov' })).toEqual(['tre']);
    expect(quotes(all, { text: 'tekniska' })).toEqual(['fyra']);
    expect(quotes(all, { text: 'socialtjänstlagen 5' })).toHaveLength(5);
    expect(quotes(all, { text: '"socialtjänstlagen 5 kap"' })).toHaveLength(1);
  });
});

describe('filters and groups', () => {
  it('one provision is one group, however it was cited', async () => {
    const place = { sfs: '2001:453', chapter: '5', section: '1a', level: 'provision' as const };
    await save('SoL 5:1a', { provisions: [place], label: 'SoL 5:1a' });
    await save('5 kap. 1 a § andra stycket socialtjänstlagen', {
      provisions: [{ ...place, paragraph: 2 }],
      target: targetAt(300),
    });
    await save('Utan lagrum', { provisions: [], kind: 'selection', target: targetAt(400) });
    const { groups, facets } = (await opened()).query({}, undefined, 'provision');
    expect(groups.map(({ key, label, ids }) => [key, label, ids.length])).toEqual([
      ['2001:453/5:1a', 'SoL 5:1a', 2],
      [NONE, '', 1],
    ]);
    expect(facets.provisions).toEqual([
      { key: '2001:453/5:1a', label: 'SoL 5:1a', count: 2 },
      { key: NONE, label: '', count: 1 },
    ]);
  });

  it('count each facet as if nothing of it were chosen', async () => {
    const set = await createSet('Annan');
    await save('ett', { tagNames: ['Svar'] });
    await save('två', { tagNames: ['Iakttagelse'], target: targetAt(200) });
    await save('tre', { tagNames: ['Svar'], setId: set.id, kind: 'selection', target: targetAt(300) });
    const all = await opened();
    const tags = new Map((await listTags()).items.map((tag) => [tag.name, tag.id]));
    const { ids, facets } = all.query({ tags: [tags.get('Svar') ?? ''], kinds: ['citation'] });
    expect(ids.map((id) => all.row(id)?.quote)).toEqual(['ett']);
    const counts = (facet: 'tags' | 'kinds' | 'sets') =>
      Object.fromEntries(facets[facet].map(({ key, label, count }) => [label || key, count]));
    expect(counts('tags')).toEqual({ Iakttagelse: 1, Svar: 1 });
    expect(counts('kinds')).toEqual({ citation: 1, selection: 1 });
    expect(counts('sets')).toEqual({ 'Min granskning': 1 });
    expect(all.query({ sets: [set.id], tags: [NONE] }).ids).toEqual([]);
  });

  it('of the bin are apart', async () => {
    const kept = await save('kvar');
    const gone = await save('borta', { target: targetAt(300) });
    await removeAnnotation(gone.id);
    const all = await opened();
    expect(all.query({}).ids).toEqual([kept.id]);
    expect(all.query({ deleted: true }).ids).toEqual([gone.id]);
    expect(all.counts).toEqual({ inUse: 1, inBin: 1, broken: 0 });
  });
});

describe('orders', () => {
  it('are Swedish, of numbers by value, with what has none last', async () => {
    for (const [index, quote] of ['Örat', 'zon', '10 kap.', '”Ärende', '2 kap.', 'Åtgärd', 'éa', 'eb'].entries()) {
      await save(quote, { target: targetAt(index * 50) });
    }
    const all = await opened();
    const sorted = ['2 kap.', '10 kap.', 'éa', 'eb', 'zon', 'Åtgärd', '”Ärende', 'Örat'];
    expect(quotes(all, {}, { by: 'quote' })).toEqual(sorted);
    expect(quotes(all, {}, { by: 'quote', descending: true })).toEqual(sorted.toReversed());
  });

  it('are those of a person: by document and place, by time, by tag', async () => {
    await save('b2', { target: targetAt(900) }, 'Åldringsvård');
    await save('b1', { target: targetAt(20), tagNames: ['Ö'] }, 'Åldringsvård');
    await save('a1', { target: targetAt(500), tagNames: ['Z'] }, 'Zoologi');
    const all = await opened();
    expect(quotes(all, {})).toEqual(['a1', 'b1', 'b2']);
    expect(quotes(all, {}, { by: 'tag' })).toEqual(['a1', 'b1', 'b2']);
    expect(quotes(all, {}, { by: 'tag', descending: true })).toEqual(['b1', 'a1', 'b2']);
    expect(quotes(all, {}, { by: 'created' })[0]).toBe('b2');
  });
});

describe('a question in turns with the page', () => {
  const many = manyAnnotations({ annotations: 4000, documents: 80 });

  async function filled(): Promise<Library> {
    await db.documents.bulkAdd(many.documents.map((document) => ({ ...document, urlKeys: [] })));
    await db.sets.bulkAdd(many.sets);
    await db.annotations.bulkAdd(many.annotations);
    return opened();
  }

  it('finds what a plain look at the rows finds, in each order', async () => {
    const all = await filled();
    const wanted = many.annotations.filter(({ kind, comment }) => kind === 'recommendation' && comment !== '');
    const ids = new Set(wanted.map(({ id }) => id));
    for (const by of ['document', 'quote', 'created', 'tag'] as const) {
      const { ids: found } = await all.ask({ kinds: ['recommendation'] }, { by });
      expect(found.filter((id) => ids.has(id))).toHaveLength(ids.size);
    }
    const byTime = (await all.ask({}, { by: 'created' })).ids.map((id) => all.row(id)?.created ?? '');
    expect(byTime).toEqual([...byTime].sort());
    const { groups } = await all.ask({}, { by: 'document' }, 'set');
    expect(groups.map(({ label, ids }) => [label, ids.length])).toEqual(
      many.sets.map(({ id, name }) => [name, many.annotations.filter(({ setId }) => setId === id).length]),
    );
  });

  it('is of one moment: what is written while it is answered comes after it', async () => {
    const all = await filled();
    const heard = new Promise<void>((resolve) => all.subscribe(resolve));
    const first = all.ask({ text: 'granskning nämnd' }, { by: 'comment' });
    await removeAnnotation(many.annotations[0]?.id ?? '');
    await removeAnnotation(many.annotations[3999]?.id ?? '');
    const during = all.ask({});
    expect((await first).ids).toEqual(all.query({ text: 'granskning nämnd' }, { by: 'comment' }).ids);
    expect([4000, 3999, 3998]).toContain((await during).ids.length);
    await heard;
    await vi.waitFor(async () => expect((await all.ask({})).ids).toHaveLength(3998));
  });

  /** As if so much had been written in the course of years. */
  async function grownOld(): Promise<void> {
    await db.shelves.put({ key: WRITES_KEY, stamp: 1_000_000, rows: '[]' });
  }

  it('a large library begins with the rows that the whole list begins with, and answers when it is whole', async () => {
    (await filled()).close();
    const titles = new Map(many.documents.map(({ id, title }) => [id, title]));
    const inOrder = [...titles.keys()].sort((one, other) =>
      new Intl.Collator('sv').compare(titles.get(one) ?? '', titles.get(other) ?? ''),
    );
    // What stands first lies in the bin.
    for (const { id, documentId } of many.annotations) if (documentId === inOrder[0]) await removeAnnotation(id);
    await grownOld();
    const begun: string[][] = [];
    let asked: Promise<{ ids: string[] }> | undefined;
    library = await readLibrary({
      onBeginning: (of) => {
        begun.push(of.beginning().ids);
        asked = of.ask({ kinds: ['recommendation'] });
      },
    });
    const { ids } = library.query({});
    expect(ids).toHaveLength(3950);
    expect(begun).toHaveLength(1);
    expect(begun[0]?.length).toBeGreaterThanOrEqual(40);
    expect(begun[0]?.length).toBeLessThan(1000);
    expect(begun[0]).toEqual(ids.slice(0, begun[0]?.length));
    expect(library.row(ids[0] ?? '')?.documentId).toBe(inOrder[1]);
    expect((await asked)?.ids).toEqual(library.query({ kinds: ['recommendation'] }).ids);
  });

  it('what cannot be read to its end answers nothing, and says why', async () => {
    (await filled()).close();
    await grownOld();
    const reading = new AbortController();
    let asked: Promise<unknown> | undefined;
    const reason = new Error('The page is closed');
    const read = readLibrary({
      signal: reading.signal,
      onBeginning: (of) => {
        asked = of.ask({});
        asked.catch(() => undefined);
        reading.abort(reason);
      },
    });
    await expect(read).rejects.toThrow();
    await expect(asked).rejects.toThrow();
  });

  it('ends when nobody asks any longer', async () => {
    const all = await filled();
    const asking = new AbortController();
    const asked = all.ask({ text: 'skol' }, { by: 'quote' }, 'tag', { signal: asking.signal });
    asking.abort();
    await expect(asked).rejects.toBe(asking.signal.reason);
    expect((await all.ask({})).ids).toHaveLength(4000);
  });
});

describe('an open library', () => {
  it('takes in what is written, here and in another tab', async () => {
    const first = await save('ett');
    const all = await opened();
    const heard = vi.fn();
    all.subscribe(heard);
    const second = await save('två', { target: targetAt(300), tagNames: ['Ny tagg'] });
    await vi.waitFor(() => expect(all.query({}).ids).toHaveLength(2));
    await vi.waitFor(() => expect(quotes(all, { text: 'ny tagg' })).toEqual(['två']));
    expect(heard).toHaveBeenCalled();

    const other = new Database(db.name);
    const earlier = useDatabase(other);
    await updateAnnotation(first.id, { comment: 'från andra fliken' });
    useDatabase(earlier);
    await vi.waitFor(() => expect(quotes(all, { text: 'andra fliken' })).toEqual(['ett']));
    other.close();

    await removeAnnotation(second.id);
    await vi.waitFor(() => expect(all.counts).toMatchObject({ inUse: 1, inBin: 1 }));
    await emptyBin();
    await vi.waitFor(() => expect(all.counts).toEqual({ inUse: 1, inBin: 0, broken: 0 }));
    expect(all.row(second.id)).toBeUndefined();
  });

  it('takes in an import of many while it is open, and what goes again', async () => {
    const kept = await save('ett');
    const all = await opened();
    const many = manyAnnotations({ annotations: 3000, documents: 300 });
    await db.documents.bulkAdd(many.documents.map((document) => ({ ...document, urlKeys: [] })));
    await db.annotations.bulkAdd(many.annotations);
    await vi.waitFor(() => expect(all.query({}).ids).toHaveLength(3001), { timeout: 20_000 });
    const last = many.annotations.at(-1);
    expect(all.row(last?.id ?? '')?.quote).toBe(last?.target.quote.exact);
    await db.annotations.bulkDelete(many.annotations.map(({ id }) => id));
    await vi.waitFor(() => expect(all.query({}).ids).toEqual([kept.id]), { timeout: 20_000 });
    expect(all.counts).toEqual({ inUse: 1, inBin: 0, broken: 0 });
    expect(quotes(all, { text: 'ett' })).toEqual(['ett']);
  });

  it('takes new names of tags and sets', async () => {
    const annotation = await save('ett', { tagNames: ['Svar'] });
    const all = await opened();
    await updateTag((await tagByName('Svar')).id, { name: 'Nämndens svar' });
    await renameSet(annotation.setId, 'Skolan');
    await vi.waitFor(() => {
      const { facets } = all.query({});
      expect(facets.tags[0]?.label).toBe('Nämndens svar');
      expect(facets.sets[0]?.label).toBe('Skolan');
    });
    all.close();
    await save('två', { target: targetAt(300) });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(all.query({}).ids).toHaveLength(1);
  });

  it('counts rows that are broken and goes on', async () => {
    const broken = await save('ett');
    await save('två', { target: targetAt(300) });
    await db.table('annotations').update(broken.id, { target: 'skräp' });
    const all = await opened();
    expect(all.counts).toEqual({ inUse: 1, inBin: 0, broken: 1 });
    expect(quotes(all, {})).toEqual(['två']);
  });

  it('holds the very rows of a large database, and agrees with a plain count of them', async () => {
    const many = manyAnnotations({ annotations: 1500, documents: 30 });
    await db.documents.bulkAdd(many.documents.map((document) => ({ ...document, urlKeys: [] })));
    await db.sets.bulkAdd(many.sets);
    await db.annotations.bulkAdd(many.annotations);
    const all = await opened();
    const word = (many.annotations[7]?.target.quote.exact ?? '').split(' ')[3] ?? '';
    const plain = many.annotations.filter(({ target, comment }) => `${target.quote.exact} ${comment}`.includes(word));
    const found = new Set(all.query({ text: word }).ids);
    for (const { id } of plain) expect(found.has(id)).toBe(true);
    const { facets, ids } = all.query({});
    expect(ids).toHaveLength(1500);
    for (const { key, count } of facets.kinds) {
      expect(count).toBe(many.annotations.filter(({ kind }) => kind === key).length);
    }
    for (const { key, count } of facets.documents) {
      expect(count).toBe(many.annotations.filter(({ documentId }) => documentId === key).length);
    }
  });
});
