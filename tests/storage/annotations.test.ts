import { beforeEach, describe, expect, it } from 'vitest';
import {
  findAnnotationsFor,
  getAnnotation,
  removeAnnotation,
  restoreAnnotation,
  saveAnnotation,
  updateAnnotation,
} from '../../storage/annotations';
import type { Database } from '../../storage/database';
import { createSet, currentSet } from '../../storage/sets';
import { listTags, tagByName } from '../../storage/tags';
import { listAnnotations } from './lists';
import { description, draft, dump, freshDatabase, hash, targetAt } from './support';

let db: Database;
beforeEach(() => {
  db = freshDatabase();
});

describe('saving', () => {
  it('makes the document, and puts the annotation in the default set', async () => {
    const saved = await saveAnnotation(draft({ comment: 'Kolla detta', tagNames: ['Följ upp'] }), description());
    expect(saved.outcome).toBe('created');
    expect(saved.document).toMatchObject({ canonicalUrl: 'https://www.bjorkfors.se/rapport', textHash: hash('a') });
    expect(saved.annotation).toMatchObject({ comment: 'Kolla detta', revision: 1, documentId: saved.document.id });
    const set = await currentSet();
    expect(set).toMatchObject({ id: saved.annotation.setId, name: 'Min granskning' });
    expect((await listAnnotations({ setId: set?.id })).items).toEqual([saved.annotation]);
  });

  it('is the same annotation when the same id comes twice, at once or later', async () => {
    const one = draft();
    const outcomes = await Promise.all([saveAnnotation(one, description()), saveAnnotation(one, description())]);
    expect(outcomes.map((each) => each.outcome).sort()).toEqual(['created', 'same']);
    await updateAnnotation(one.id, { comment: 'Ändrad' });
    const late = await saveAnnotation(one, description({ urls: ['https://annan.se/'], textHash: hash('f') }));
    expect(late).toMatchObject({ outcome: 'same', annotation: { comment: 'Ändrad' } });
    expect(await db.annotations.count()).toBe(1);
    expect(await db.documents.count()).toBe(1);
  });

  it('joins a second save of the same passage in the same set, and loses neither comment nor tags', async () => {
    const first = await saveAnnotation(draft({ comment: 'Först', tagNames: ['Iakttagelse'] }), description());
    const second = await saveAnnotation(draft({ comment: 'Sedan', tagNames: ['Svar'] }), description());
    expect(second.outcome).toBe('joined');
    expect(second.annotation.id).toBe(first.annotation.id);
    expect(second.annotation.comment).toBe('Först\n\nSedan');
    const names = new Map((await listTags()).items.map((tag) => [tag.id, tag.name]));
    expect(second.annotation.tags.map((id) => names.get(id))).toEqual(['Iakttagelse', 'Svar']);
    expect(await db.annotations.count()).toBe(1);
  });

  it('joins the passage of a republished text by the words around it', async () => {
    await saveAnnotation(draft(), description());
    const republished = { ...targetAt(500), textHash: hash('b') };
    const second = await saveAnnotation(draft({ target: republished }), description({ textHash: hash('b') }));
    expect(second.outcome).toBe('joined');
  });

  it.each([
    ['another place', { target: targetAt(300) }],
    ['other words', { target: targetAt(100, 'SoL 14:1') }],
    ['another kind', { kind: 'selection' as const }],
  ])('keeps apart %s', async (_, changes) => {
    await saveAnnotation(draft(), description());
    expect((await saveAnnotation(draft(changes), description())).outcome).toBe('created');
  });

  it('keeps apart another set, and a passage whose first annotation is in the bin', async () => {
    const { annotation } = await saveAnnotation(draft(), description());
    const set = await createSet('Uppföljning');
    expect((await saveAnnotation(draft({ setId: set.id }), description())).outcome).toBe('created');
    await removeAnnotation(annotation.id);
    expect((await saveAnnotation(draft(), description())).outcome).toBe('created');
  });

  it('uses one tag for one name, made when it is new', async () => {
    const known = await tagByName('följ  UPP ');
    const { annotation } = await saveAnnotation(
      draft({ tags: [known.id], tagNames: ['Följ upp', 'Elevhälsa', 'elevhälsa'] }),
      description(),
    );
    expect(annotation.tags).toHaveLength(2);
    expect((await listTags()).items.filter((tag) => tag.name.toLowerCase() === 'elevhälsa')).toHaveLength(1);
  });

  it.each([
    ['an empty quote', draft({ target: targetAt(1, '') })],
    ['a position that ends before it starts', draft({ target: { ...targetAt(9), position: { start: 9, end: 3 } } })],
    ['a fraction as position', draft({ target: { ...targetAt(9), position: { start: 0.5, end: 3 } } })],
    ['an id that is none', draft({ id: 'x' })],
    ['a hash that is none', draft({ target: { ...targetAt(1), textHash: 'z' } })],
    ['a comment beyond all measure', draft({ comment: 'x'.repeat(50_001) })],
    ['a date that is none', draft({ date: '2024-02-30' })],
  ])('refuses %s and writes nothing', async (_, bad) => {
    const before = await dump(db);
    await expect(saveAnnotation(bad, description())).rejects.toMatchObject({ code: 'invalid' });
    expect(await dump(db)).toEqual(before);
  });

  it('writes nothing at all when a part of it fails', async () => {
    const before = await dump(db);
    const unknown = draft({ tagNames: ['Ny'], tags: [crypto.randomUUID()] });
    await expect(saveAnnotation(unknown, description())).rejects.toMatchObject({ code: 'not-found' });
    await expect(saveAnnotation(draft({ setId: crypto.randomUUID() }), description())).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await dump(db)).toEqual(before);
  });

  it('keeps evidence that it does not know', async () => {
    const target = { ...targetAt(1), evidence: { version: 99, anything: ['x', { y: null }] }, later: { field: 1 } };
    const one = draft({ target: JSON.parse(JSON.stringify(target)) });
    await saveAnnotation(one, description());
    expect((await getAnnotation(one.id))?.target).toEqual(target);
  });
});

describe('finding what was saved from a document', () => {
  const nowhere = { urls: ['https://annan.se/'], textHash: hash('f') };

  it('goes by address, by text and by PDF fingerprint', async () => {
    const { annotation } = await saveAnnotation(draft(), description({ pdfFingerprint: 'f1' }));
    const found = async (identity: Parameters<typeof findAnnotationsFor>[0]) =>
      (await findAnnotationsFor(identity)).annotations.map((each) => each.id);
    expect(await found({ ...nowhere, urls: ['http://bjorkfors.se/rapport/?utm_source=brev#s5'] })).toEqual([
      annotation.id,
    ]);
    expect(await found({ ...nowhere, textHash: hash('a') })).toEqual([annotation.id]);
    expect(await found({ ...nowhere, pdfFingerprint: 'f1' })).toEqual([annotation.id]);
    expect(await found({ ...nowhere, pdfFingerprint: 'f2' })).toEqual([]);
    expect(await found({ ...nowhere, urls: [] })).toEqual([]);
  });

  it('goes by likeness of the text too, and says so; what is saved stays with its own document', async () => {
    const sketch = Array.from({ length: 64 }, (_, bin) => bin * 1000);
    const nearly = sketch.map((value, bin) => (bin % 4 === 0 ? value + 1 : value));
    const scarcely = sketch.map((value, bin) => (bin % 2 === 0 ? value + 1 : value));
    const { annotation, document } = await saveAnnotation(draft(), description({ sketch }));
    const found = await findAnnotationsFor({ ...nowhere, sketch: nearly });
    expect(found.annotations.map(({ id }) => id)).toEqual([annotation.id]);
    expect(found.documents).toEqual([]);
    expect(found.alike.map(({ id }) => id)).toEqual([document.id]);
    expect((await findAnnotationsFor({ ...nowhere, sketch: scarcely })).annotations).toEqual([]);
    expect((await findAnnotationsFor(nowhere)).annotations).toEqual([]);

    const saved = await saveAnnotation(draft(), description({ ...nowhere, sketch: nearly }));
    expect(saved.document.id).not.toBe(document.id);
    const own = await findAnnotationsFor({ ...nowhere, sketch: nearly });
    expect(own.documents.map(({ id }) => id)).toEqual([saved.document.id]);
    expect(own.annotations).toHaveLength(2);
  });

  it('follows a document that moved and changed', async () => {
    await saveAnnotation(draft(), description());
    await saveAnnotation(
      draft({ target: targetAt(9) }),
      description({ urls: ['https://arkiv.se/1', 'https://bjorkfors.se/rapport'], textHash: hash('b') }),
    );
    expect(await db.documents.count()).toBe(1);
    expect((await findAnnotationsFor({ ...nowhere, urls: ['https://arkiv.se/1'] })).annotations).toHaveLength(2);
    // A third copy that still has the first text.
    expect((await findAnnotationsFor({ ...nowhere, textHash: hash('a') })).annotations).toHaveLength(2);
  });

  it('gives them in text order, without those in the bin', async () => {
    const saved = [];
    for (const start of [500, 20, 90]) {
      saved.push((await saveAnnotation(draft({ target: targetAt(start) }), description())).annotation);
    }
    await removeAnnotation(saved[2]?.id ?? '');
    const { annotations } = await findAnnotationsFor(description());
    expect(annotations.map((each) => each.target.position.start)).toEqual([20, 500]);
  });

  it('writes nothing: looking leaves no trace', async () => {
    await saveAnnotation(draft(), description());
    const before = await dump(db);
    await findAnnotationsFor({ urls: ['https://hemlig.se/'], textHash: hash('e'), pdfFingerprint: 'x' });
    await findAnnotationsFor(description({ urls: ['https://speglad.se/rapport'] }));
    expect(await dump(db)).toEqual(before);
  });

  it('adds what a later visit found of the document, and forgets nothing', async () => {
    await saveAnnotation(draft(), description());
    const { document } = await saveAnnotation(
      draft({ target: targetAt(9) }),
      description({ title: '', profile: { auditor: 'Revisionsbyrån', date: '2024-03-02', municipality: undefined } }),
    );
    expect(document).toMatchObject({
      title: 'Granskning av elevhälsan',
      profile: { municipality: 'Björkfors kommun', auditor: 'Revisionsbyrån', date: '2024-03-02', kind: 'report' },
    });
    const renamed = await saveAnnotation(draft({ target: targetAt(20) }), description({ title: 'Ny titel' }));
    expect(renamed.document).toMatchObject({ id: document.id, title: 'Ny titel' });
  });

  it('gives a document without an address one when it is met on the web', async () => {
    const { document } = await saveAnnotation(draft(), description({ urls: [] }));
    expect(document.canonicalUrl).toBe(`urn:uuid:${document.id}`);
    const later = await saveAnnotation(draft({ target: targetAt(7) }), description());
    expect(later.document).toMatchObject({ id: document.id, canonicalUrl: 'https://www.bjorkfors.se/rapport' });
  });

  it('leaves out rows that cannot be read, says so, and keeps them', async () => {
    const { annotation } = await saveAnnotation(draft(), description());
    await saveAnnotation(draft({ target: targetAt(200) }), description());
    await db.table('annotations').update(annotation.id, { target: 'skräp' });
    const found = await findAnnotationsFor(description());
    expect(found.annotations).toHaveLength(1);
    expect(found.unreadable).toMatchObject([{ table: 'annotations', id: annotation.id }]);
    expect(await db.annotations.count()).toBe(2);
    expect((await listAnnotations()).unreadable).toHaveLength(1);
    await expect(getAnnotation(annotation.id)).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('changing, removing, restoring', () => {
  it('keeps the earlier values in the history', async () => {
    const { annotation } = await saveAnnotation(draft({ comment: 'Ett', label: 'SoL 5:1a' }), description());
    const moved = await updateAnnotation(annotation.id, { target: targetAt(300), label: null });
    expect(moved.revision).toBe(2);
    expect(moved.label).toBeUndefined();
    expect(moved.history).toMatchObject([{ revision: 2, before: { target: annotation.target, label: 'SoL 5:1a' } }]);
    expect(await getAnnotation(annotation.id)).toEqual(moved);
  });

  it('lets two people change different fields, and stops the second on the same field', async () => {
    const { annotation } = await saveAnnotation(draft(), description());
    await updateAnnotation(annotation.id, { comment: 'Från panelen' }, 1);
    const both = await updateAnnotation(annotation.id, { tagNames: ['Svar'] }, 1);
    expect(both).toMatchObject({ comment: 'Från panelen', revision: 3 });
    await expect(updateAnnotation(annotation.id, { comment: 'Från sidan' }, 1)).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await getAnnotation(annotation.id))?.comment).toBe('Från panelen');
    // A form sends all its fields; those that the person did not touch are no change.
    const form = { comment: '', tagNames: ['Iakttagelse'] };
    await expect(updateAnnotation(annotation.id, form, 1)).rejects.toMatchObject({ code: 'conflict' });
    const untouched = await updateAnnotation(annotation.id, { comment: '', tagNames: ['Svar'] }, 1);
    expect(untouched).toMatchObject({ comment: 'Från panelen', revision: 3 });
    await expect(updateAnnotation(annotation.id, { comment: 'Sedd' }, 3)).resolves.toMatchObject({ comment: 'Sedd' });
  });

  it('changes nothing when nothing is new', async () => {
    const { annotation } = await saveAnnotation(draft({ comment: 'x' }), description());
    expect(await updateAnnotation(annotation.id, { comment: 'x', target: annotation.target })).toEqual(annotation);
  });

  it('takes all tags away, and refuses an unknown one', async () => {
    const { annotation } = await saveAnnotation(draft({ tagNames: ['Svar'] }), description());
    await expect(updateAnnotation(annotation.id, { tags: [crypto.randomUUID()] })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await updateAnnotation(annotation.id, { tags: [] })).tags).toEqual([]);
  });

  it('restores a removed annotation just as it was', async () => {
    const { annotation } = await saveAnnotation(draft({ comment: 'Behåll' }), description());
    const removed = await removeAnnotation(annotation.id);
    expect(removed.deleted).toBeDefined();
    expect(await removeAnnotation(annotation.id)).toEqual(removed);
    // Whoever still has it open must not believe that it is kept.
    await expect(updateAnnotation(annotation.id, { comment: 'för sent' })).rejects.toMatchObject({ code: 'not-found' });
    expect((await listAnnotations()).items).toEqual([]);
    expect(await restoreAnnotation(annotation.id)).toEqual({ ...annotation, revision: 3 });
    expect(await restoreAnnotation(annotation.id)).toEqual({ ...annotation, revision: 3 });
  });

  it('takes no query for an id, as a forged message might bring', async () => {
    const { annotation } = await saveAnnotation(draft(), description());
    for (const id of [{ id: annotation.id }, [annotation.id], null, undefined, 7, '']) {
      const forged: string = JSON.parse(JSON.stringify({ id })).id;
      await expect(removeAnnotation(forged)).rejects.toMatchObject({ code: 'invalid' });
    }
    expect((await listAnnotations()).items).toEqual([annotation]);
  });

  it('names what is not there', async () => {
    const id = crypto.randomUUID();
    await expect(updateAnnotation(id, { comment: '' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(removeAnnotation(id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(restoreAnnotation(id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await getAnnotation(id)).toBeUndefined();
  });
});

describe('a thousand annotations', () => {
  it('are saved one by one, found again and survive structured clone', async () => {
    for (let index = 0; index < 1000; index += 1) {
      const page = description({ urls: [`https://bjorkfors.se/${index % 10}`], textHash: hash(`${index % 10}`) });
      await saveAnnotation(draft({ target: { ...targetAt(index), textHash: page.textHash } }), page);
    }
    const { items, unreadable } = await listAnnotations();
    expect(items).toHaveLength(1000);
    expect(unreadable).toEqual([]);
    expect(structuredClone(items)).toEqual(items);
    expect(JSON.parse(JSON.stringify(items))).toEqual(items);
    const { documents, annotations } = await findAnnotationsFor({
      urls: ['http://www.bjorkfors.se/3/'],
      textHash: hash('f'),
    });
    expect(documents).toHaveLength(1);
    expect(annotations).toHaveLength(100);
  }, 60_000);
});
