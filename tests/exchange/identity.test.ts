import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { packBackup, planImport, readImport, writeExport } from '../../exchange';
import { mergeAnnotation } from '../../exchange/merge';
import { applyPatch, type FieldPatch } from '../../storage/edits';
import type { ExistingRows } from '../../storage/import-plan';
import { type Annotation, annotationSchema, type Edit, settingsSchema } from '../../storage/schema';
import { contents, example } from './contents';

// Many rows: on a machine that is busy they take longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 });

const NOW = '2026-11-22T13:05:00.000Z';
const READ = { setName: 'Inläst', now: NOW };

/** As storage and files hold it: keys without a value are absent. */
function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}

const NOTHING: ExistingRows = {
  sets: [],
  tags: [],
  documents: [],
  corrections: [],
  annotations: async (ids) => ids.map(() => undefined),
  inDocument: async () => [],
};

describe('what leaves and comes back', () => {
  it('is the same set, whatever it holds, and an import of it into nothing makes just that', async () => {
    await fc.assert(
      fc.asyncProperty(contents, async ({ set, ...rest }) => {
        const all = { sets: [set], ...rest };
        const { blob } = await writeExport('jsonld', all, { title: 'x', today: '2026-11-22' });
        const back = await readImport(blob, READ);
        expect(back.refused).toEqual([]);
        expect({ sets: back.sets, documents: back.documents, annotations: back.annotations, tags: back.tags }).toEqual(
          plain(all),
        );
        const plan = await planImport(back, NOTHING, { now: NOW });
        expect(plan.counts).toMatchObject({ new: all.annotations.length, conflict: 0, joined: 0 });
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('is the same by backup, with bin, history and settings', async () => {
    await fc.assert(
      fc.asyncProperty(contents, async ({ set, ...rest }) => {
        const all = { sets: [set], ...rest };
        const settings = settingsSchema.parse({ language: 'sv', hiddenKinds: ['response'] });
        const { blob } = await packBackup(
          { ...all, corrections: [], settings, unreadable: [], writes: 7 },
          new Date(NOW),
        );
        const back = await readImport(blob, READ);
        expect(back).toMatchObject({ refused: [], settings, format: 'backup' });
        expect({ sets: back.sets, documents: back.documents, annotations: back.annotations, tags: back.tags }).toEqual(
          plain(all),
        );
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});

interface PersonsEdit {
  minutes: number;
  patch: FieldPatch;
}

const patch: fc.Arbitrary<FieldPatch> = fc.oneof(
  fc.record({ comment: fc.constantFrom('a', 'b', 'c', '') }),
  fc.record({ label: fc.constantFrom('SoL', 'KL', null) }),
  fc.record({ addressees: fc.constantFrom<string[]>([], ['socialnämnden']) }),
  fc.record({ date: fc.constantFrom('2026-01-01', null) }),
);
/** An edit that a person could make, some minutes after the last. */
const edit: fc.Arbitrary<PersonsEdit> = fc.record({ minutes: fc.integer({ min: 2, max: 60 }), patch });
const edits = fc.array(edit, { maxLength: 4 });

/** @param person whose edits: no two people do something in the very same millisecond */
function edited(from: Annotation, list: readonly PersonsEdit[], person = 0): Annotation {
  let time = Date.parse(from.modified) + person;
  return list.reduce((annotation, { minutes, patch }) => {
    time += minutes * 60_000;
    return applyPatch(annotation, patch, new Date(time)).annotation;
  }, from);
}

const valuesOf = ({ revision: _, history: __, modified: ___, ...values }: Annotation) => values;

describe('two people who edit apart', () => {
  const [beginning] = example().annotations;
  if (!beginning) throw new Error('The example is not whole');

  it('end with the same values when each merges the other, and merging again changes nothing', () => {
    fc.assert(
      fc.property(edits, edits, edits, (before, mine, yours) => {
        const common = edited(beginning, before);
        const [ours, theirs] = [edited(common, mine, 1), edited(common, yours, 2)];
        const here = mergeAnnotation(ours, theirs).annotation;
        const there = mergeAnnotation(theirs, ours).annotation;
        expect(valuesOf(here)).toEqual(valuesOf(there));
        for (const merged of [here, there]) expect(annotationSchema.safeParse(merged).success).toBe(true);
        // Their old file, and their merged one, bring nothing more.
        for (const again of [theirs, there]) {
          const once = mergeAnnotation(here, again);
          expect(valuesOf(once.annotation)).toEqual(valuesOf(here));
        }
        expect(['same', 'kept']).toContain(mergeAnnotation(here, theirs).outcome);
      }),
      { numRuns: 2000 },
    );
  });

  it('have the edits of both in the history, each once, however often they merge', () => {
    const keyOf = ({ time, before, unset }: Edit) => JSON.stringify([time, before, unset]);
    fc.assert(
      fc.property(edits, edits, edits, (before, mine, yours) => {
        const common = edited(beginning, before);
        const [ours, theirs] = [edited(common, mine, 1), edited(common, yours, 2)];
        const here = mergeAnnotation(ours, theirs).annotation;
        const there = mergeAnnotation(theirs, ours).annotation;
        const again = mergeAnnotation(mergeAnnotation(here, theirs).annotation, there).annotation;
        for (const merged of [here, again]) {
          const held = merged.history.map(keyOf);
          for (const each of [...ours.history, ...theirs.history]) expect(held).toContain(keyOf(each));
          expect(new Set(held).size).toBe(held.length);
        }
        expect(again.history.map(keyOf).sort()).toEqual(here.history.map(keyOf).sort());
      }),
      { numRuns: 1000 },
    );
  });

  it('lose nothing: what yields is in the history', () => {
    fc.assert(
      fc.property(edits, edits, (mine, yours) => {
        const [ours, theirs] = [edited(beginning, mine, 1), edited(beginning, yours, 2)];
        const { annotation } = mergeAnnotation(ours, theirs);
        for (const { comment } of [ours, theirs]) {
          const everHeld = [annotation.comment, ...annotation.history.map((each) => each.before.comment)];
          expect(everHeld).toContain(comment);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
