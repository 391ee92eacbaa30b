import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  FAILURE_CODES,
  keptAnnotationSchema,
  openDocumentStateSchema,
  openedDocumentSchema,
  parseAnswer,
  revealSchema,
} from '../../messages/schema';

const kept = {
  id: '0190f3c2-0000-7000-8000-000000000001',
  setId: 'set',
  target: {
    quote: { exact: 'SoL 5:1a', prefix: 'enligt ', suffix: ' ska' },
    position: { start: 7, end: 15 },
    textHash: 'a'.repeat(64),
    evidence: { version: 1, landmarks: [[3, 4]], twins: [], twinCount: 0 },
  },
  kind: 'citation',
  label: 'SoL 5:1a',
  tagNames: ['Revisionskriterium'],
  comment: '',
  revision: 1,
};
const passage = { kind: 'citation', start: 7, end: 15, provisions: [], reason: { rule: 'colon', doubtful: true } };
const state = {
  status: 'ready',
  title: 'Granskning',
  profile: { date: '2023-05-01' },
  ownProfile: { date: '2022-05-01', auditor: 'KPMG' },
  profileCorrections: { date: '2023-05-01', auditor: null },
  profileDoubts: { auditor: 'several' },
  passages: [{ passage, quote: 'SoL 5:1a', keptAs: kept.id }],
  unsent: { citation: 108_000 },
  placements: [{ annotation: kept, verdict: 'placed', span: { start: 7, end: 15 } }],
};
const isState = (value: unknown) => z.safeParse(openDocumentStateSchema, value).success;

describe('an answer', () => {
  it('with a value is the value, its unknown evidence kept', () => {
    expect(parseAnswer({ ok: true, value: kept }, keptAnnotationSchema)).toEqual({ ok: true, value: kept });
  });

  it.each(FAILURE_CODES)('that fails with %s says so', (code) => {
    expect(parseAnswer({ ok: false, code }, keptAnnotationSchema)).toEqual({ ok: false, code });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'ok'],
    ['an empty object', {}],
    ['a failure without a code', { ok: false }],
    ['a failure with a code of its own', { ok: false, code: '<img src=x>' }],
    ['a value without ok', { value: kept }],
    ['ok that is no boolean', { ok: 'true', value: kept }],
    ['a value that lacks a field', { ok: true, value: { ...kept, target: undefined } }],
    ['a value of another kind', { ok: true, value: { ...kept, kind: 'note' } }],
    ['tags that are no texts', { ok: true, value: { ...kept, tagNames: [1] } }],
    [
      'a place before the text',
      { ok: true, value: { ...kept, target: { ...kept.target, position: { start: -1, end: 2 } } } },
    ],
    [
      'a place between letters',
      { ok: true, value: { ...kept, target: { ...kept.target, position: { start: 0.5, end: 2 } } } },
    ],
  ])('that is %s is a failure', (_, answer) => {
    expect(parseAnswer(answer, keptAnnotationSchema)).toEqual({ ok: false, code: 'unknown' });
  });

  it('of an opened document needs all its parts', () => {
    const opened = {
      annotations: [kept],
      tagNames: ['Svar'],
      language: 'auto',
      hiddenKinds: ['assessment'],
      sets: [{ id: 'set', name: 'Elevhälsan' }],
    };
    expect(parseAnswer({ ok: true, value: opened }, openedDocumentSchema)).toEqual({ ok: true, value: opened });
    for (const part of Object.keys(opened))
      expect(parseAnswer({ ok: true, value: { ...opened, [part]: undefined } }, openedDocumentSchema).ok, part).toBe(
        false,
      );
    const more = {
      ...opened,
      currentSetId: 'set',
      unreadable: 2,
      profileCorrections: { date: '2023-05-01', title: null },
    };
    expect(parseAnswer({ ok: true, value: more }, openedDocumentSchema)).toEqual({ ok: true, value: more });
    expect(parseAnswer({ ok: true, value: { ...opened, annotations: [kept, {}] } }, openedDocumentSchema).ok).toBe(
      false,
    );
  });
});

describe('the state of an open document', () => {
  it('passes whole', () => {
    const parsed = z.safeParse(openDocumentStateSchema, state);
    expect(parsed.success && parsed.data).toEqual(state);
  });

  it.each([
    ['another status', { ...state, status: 'broken' }],
    ['a passage of an unknown kind', { ...state, passages: [{ passage: { ...passage, kind: 'x' }, quote: '' }] }],
    ['a passage without a reason', { ...state, passages: [{ passage: { ...passage, reason: undefined }, quote: '' }] }],
    ['a passage without its words', { ...state, passages: [{ passage }] }],
    ['a profile that is no texts', { ...state, profile: { date: 2023 } }],
    ['corrections that are no texts', { ...state, profileCorrections: { date: [] } }],
    ['an unknown verdict', { ...state, placements: [{ annotation: kept, verdict: 'guessed' }] }],
    ['an unknown problem', { ...state, problem: 'x' }],
    ['left out passages of an unknown kind', { ...state, unsent: { x: 1 } }],
    ['no passages', { ...state, passages: undefined }],
  ])('with %s does not', (_, value) => expect(isState(value)).toBe(false));
});

it('a place to show is two whole numbers', () => {
  expect(z.safeParse(revealSchema, { start: 0, end: 4 }).success).toBe(true);
  for (const bad of [
    null,
    {},
    { start: 0 },
    { start: '0', end: 4 },
    { start: Number.NaN, end: 4 },
    { start: 0, end: 1e99 },
  ])
    expect(z.safeParse(revealSchema, bad).success, JSON.stringify(bad)).toBe(false);
});
