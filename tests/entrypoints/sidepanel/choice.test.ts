import { describe, expect, it } from 'vitest';
import { type Choice, EVERYTHING, isChosen, tagsIn, unsentChosen } from '../../../entrypoints/sidepanel/choice';
import type { Entry } from '../../../entrypoints/sidepanel/entries';
import { correctionsFrom } from '../../../entrypoints/sidepanel/profile-form';
import type { Placement } from '../../../messages/schema';

const placement = (tagNames: string[], verdict: Placement['verdict'] = 'placed', isElsewhere = false): Placement => ({
  annotation: {
    id: 'id',
    setId: 'set',
    target: {
      quote: { exact: 'x', prefix: '', suffix: '' },
      position: { start: 0, end: 1 },
      textHash: 'a'.repeat(64),
    },
    kind: 'citation',
    tagNames,
    comment: '',
    revision: 1,
    ...(isElsewhere ? { isElsewhere } : {}),
  },
  verdict,
});
const entry = (kind: Entry['kind'], kept: Placement | null = null): Entry => ({
  key: kind,
  kind,
  quote: 'x',
  start: 0,
  end: 1,
  page: undefined,
  passage: null,
  placement: kept,
});

const ENTRIES = [
  entry('citation'),
  entry('citation', placement(['Ärende', 'none'])),
  entry('recommendation', placement([], 'changed')),
  entry('selection', placement(['Apa'], 'orphaned')),
  entry('deadline', placement(['Apa'], 'orphaned', true)),
];
const shownBy = (choice: Partial<Choice>) =>
  ENTRIES.filter((each) => isChosen(each, { ...EVERYTHING, ...choice })).map(({ kind }) => kind);

describe('the filter', () => {
  it('shows everything at first', () => expect(shownBy({})).toHaveLength(5));

  it.each<[string, Partial<Choice>, string[]]>([
    ['a kind', { shown: 'citation' }, ['citation', 'citation']],
    ['what is kept', { shown: 'kept' }, ['citation', 'recommendation', 'selection', 'deadline']],
    ['what a person has to settle, in this very document', { shown: 'review' }, ['recommendation', 'selection']],
    ['a tag', { tag: { is: 'tag', name: 'Apa' } }, ['selection', 'deadline']],
    ['a tag that is called none', { tag: { is: 'tag', name: 'none' } }, ['citation']],
    ['what has no tag, of what is kept', { tag: { is: 'none' } }, ['recommendation']],
    ['both', { shown: 'selection', tag: { is: 'tag', name: 'Apa' } }, ['selection']],
  ])('shows %s', (_, choice, kinds) => expect(shownBy(choice)).toEqual(kinds));

  it('offers the tags in Swedish order', () => expect(tagsIn(ENTRIES)).toEqual(['Apa', 'none', 'Ärende']));
});

describe('passages that the panel was not sent', () => {
  const unsent = { citation: 108_000, recommendation: 7 };

  it.each<[string, Partial<Choice>, number]>([
    ['everything', {}, 108_007],
    ['their kind', { shown: 'recommendation' }, 7],
    ['another kind', { shown: 'deadline' }, 0],
    ['what is kept', { shown: 'kept' }, 0],
    ['what a person has to settle', { shown: 'review' }, 0],
    ['a tag', { tag: { is: 'tag', name: 'Apa' } }, 0],
    ['what has no tag, of what is kept', { tag: { is: 'none' } }, 0],
  ])('count where %s is shown', (_, choice, count) => {
    expect(unsentChosen(unsent, { ...EVERYTHING, ...choice })).toBe(count);
  });
});

describe('what a person has typed into the profile', () => {
  const own = { title: 'Granskning', date: '2023-02-14', auditor: 'KPMG' };
  const typed = {
    title: 'Granskning',
    municipality: '',
    auditor: 'KPMG',
    date: '2023-02-14',
    kind: '',
    diaryNumber: '',
  };

  it.each([
    ['nothing, where nothing differs', {}, {}],
    ['the fields that differ', { auditor: ' Kom \n Redo ', kind: 'minutes' }, { auditor: 'Kom Redo', kind: 'minutes' }],
    ['none, where a field is emptied', { auditor: '' }, { auditor: null }],
    ["the document's own date, where that is emptied", { date: '' }, {}],
  ])('corrects %s', (_, changes, corrections) => {
    expect(correctionsFrom({ ...typed, ...changes }, own)).toEqual(corrections);
  });
});
