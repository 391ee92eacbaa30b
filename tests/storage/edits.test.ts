import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatch, mergePatch } from '../../storage/edits';
import { type Annotation, annotationSchema, LIMITS } from '../../storage/schema';
import { targetAt } from './support';

const start: Annotation = {
  id: crypto.randomUUID(),
  documentId: crypto.randomUUID(),
  setId: crypto.randomUUID(),
  target: targetAt(3),
  kind: 'citation',
  provisions: [],
  addressees: [],
  tags: [],
  comment: '',
  origin: 'selected',
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
  revision: 1,
  history: [],
};

const patches = fc.record(
  {
    comment: fc.string(),
    label: fc.option(fc.string()),
    answer: fc.option(fc.string()),
    tags: fc.array(fc.uuid()),
    target: fc.integer({ min: 0, max: 9 }).map((at) => targetAt(at)),
    kind: fc.constantFrom('citation' as const, 'selection' as const),
  },
  { requiredKeys: [] },
);

/** What an annotation was before its newest edit, worked out from the history alone. */
function undo(annotation: Annotation): Annotation {
  const edit = annotation.history.at(-1);
  if (!edit) return annotation;
  const earlier = { ...annotation, ...edit.before, history: annotation.history.slice(0, -1) };
  for (const field of edit.unset ?? []) Reflect.deleteProperty(earlier, field);
  return earlier;
}

function content({ modified, revision, history, ...rest }: Annotation) {
  return rest;
}

describe('the history', () => {
  it('leads back to every earlier state', () => {
    fc.assert(
      fc.property(fc.array(patches, { maxLength: 20 }), (edits) => {
        const states = [start];
        let now = Date.parse('2026-02-01');
        for (const patch of edits) {
          now += 100;
          const { annotation, changed } = applyPatch(states.at(-1) ?? start, patch, new Date(now));
          if (changed) states.push(annotationSchema.parse(annotation));
        }
        let latest = states.at(-1) ?? start;
        expect(latest.revision).toBe(states.length);
        for (const state of states.reverse()) {
          expect(content(latest)).toEqual(content(state));
          latest = undo(latest);
        }
      }),
    );
  });

  it('keeps every text that was saved, however soon another one replaced it', () => {
    const at = (second: number) => new Date(Date.UTC(2026, 1, 1, 0, 0, second));
    let { annotation } = applyPatch(start, { comment: 'Från flik ett' }, at(0));
    annotation = applyPatch(annotation, { comment: 'Från flik två' }, at(1)).annotation;
    annotation = applyPatch(annotation, { comment: 'Från panelen' }, at(2)).annotation;
    expect(annotation.history.map((edit) => edit.before.comment)).toEqual(['', 'Från flik ett', 'Från flik två']);
  });

  it('is bounded, and then says that it does not know', () => {
    let annotation = start;
    for (let index = 0; index < LIMITS.history + 20; index += 1) {
      annotation = applyPatch(annotation, { label: `${index}` }).annotation;
    }
    expect(annotation.history).toHaveLength(LIMITS.history);
    expect(mergePatch(annotation, { label: 'ny' }, 2).clashing).toEqual(['label']);
    expect(mergePatch(annotation, { comment: 'ny' }, 2).clashing).toEqual(['comment']);
    expect(mergePatch(annotation, { comment: 'ny' }, annotation.revision - 3).clashing).toEqual([]);
  });
});

describe('a patch by somebody who saw an earlier revision', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 1, 1, 0, minute));
  const seen = applyPatch(start, { comment: 'Sedd', label: 'SoL' }, at(0)).annotation;
  const now = applyPatch(applyPatch(seen, { comment: 'Ny' }, at(5)).annotation, { label: null }, at(10)).annotation;

  it.each([
    ['changes what nobody else did', { answer: 'Ja' }, { answer: 'Ja' }, []],
    [
      'leaves alone what it sends as it was seen',
      { comment: 'Sedd', label: 'SoL', answer: 'Ja' },
      { answer: 'Ja' },
      [],
    ],
    ['agrees where both did the same', { comment: 'Ny', label: null }, {}, []],
    ['clashes where both changed', { comment: 'Annan', answer: 'Ja' }, { answer: 'Ja' }, ['comment']],
    ['clashes with a field taken away', { label: 'KL' }, {}, ['label']],
  ])('%s', (_, patch, rest, clashing) => {
    expect(mergePatch(now, patch, seen.revision)).toEqual({ patch: rest, clashing });
  });

  it('in the middle of edits that an earlier version joined clashes: what was seen is not known any more', () => {
    const joined: Annotation = {
      ...start,
      comment: 'El',
      revision: 3,
      history: [{ revision: 3, since: 2, time: '2026-02-01T00:00:00.000Z', before: { comment: '' } }],
    };
    expect(mergePatch(joined, { comment: 'E, men' }, 2).clashing).toEqual(['comment']);
    expect(mergePatch(joined, { comment: '' }, 1).clashing).toEqual([]);
  });
});
