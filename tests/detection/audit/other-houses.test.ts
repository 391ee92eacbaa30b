import { describe, expect, it } from 'vitest';
import { detectNow } from '../../../detection';
import type { PassageKind } from '../../../detection/types';
import { readText } from '../../../reading/text';

const passages = (kind: PassageKind, text: string) =>
  detectNow(readText(text)).passages.filter((passage) => passage.kind === kind);
const printed = (kind: PassageKind, text: string): string[] =>
  passages(kind, text).map(({ start, end }) => text.slice(start, end));
const answers = (text: string): (string | undefined)[] =>
  passages('question', text).map((passage) => (passage.kind === 'question' ? passage.answer : undefined));

describe('questions as other houses print them', () => {
  it('stand below "dessa frågor"', () => {
    const text = 'Revisionsrapport\n\nGranskningen utgår från dessa frågor:\n\nFinns en plan?\n\nFöljs den?\n';
    expect(printed('question', text)).toEqual(['Finns en plan?', 'Följs den?']);
  });

  it('but not below what was done to answer them', () => {
    const text = 'Revisionsrapport\n\nFör att belysa dessa frågor har vi talat med:\n\nRektor\n\nVem är Eva Ek?\n';
    expect(printed('question', text)).toEqual([]);
  });

  it('may be the clauses of one sentence, on lines of their own', () => {
    const text =
      'Revisionsrapport\n\nGranskningen ska svara på om:\n\n   vägarna sköts enligt planen,\n   broarna är besiktigade, samt\n   nämnden följer upp kostnaden.\n\nVi har läst planen.\n';
    expect(printed('question', text)).toEqual([
      'vägarna sköts enligt planen,',
      'broarna är besiktigade, samt',
      'nämnden följer upp kostnaden.',
    ]);
  });

  it('are no clauses where a paragraph of text stands below', () => {
    const text =
      'Revisionsrapport\n\nGranskningen ska svara på om:\n\nVägarna sköts av kommunen,\nenligt planen.\n\nVi har läst den.\n';
    expect(printed('question', text)).toEqual([]);
  });

  it('may be goals that are met or not', () => {
    const text =
      'Revisionsrapport\n\nSammanfattning\n\nKontrollmål 1: Det finns en aktuell plan för broarna. Uppfyllt. Planen är från 2020.\n\nKontrollmål 2: Broarna besiktigas varje år. Ej uppfyllt.\n';
    expect(printed('question', text)).toEqual([
      'Det finns en aktuell plan för broarna.',
      'Broarna besiktigas varje år.',
    ]);
    expect(answers(text)).toEqual(['Uppfyllt', 'Ej uppfyllt']);
  });

  it('are no goals where nothing judges them', () => {
    const text =
      'Revisionsrapport\n\nSammanfattning\n\nKontrollmål 1: Planen för broarna är aktuell och känd. Den är från 2020.\n';
    expect(printed('question', text)).toEqual([]);
  });

  it('may have their answer beside their first line', () => {
    const text =
      'Revisionsrapport\n\n3 Svar på revisionsfrågorna\n\nFinns en plan för               Delvis\nbroarna?\n\nFöljs planen av                 I viss mån\nentreprenören?\n';
    expect(answers(text)).toEqual(['Delvis', 'I viss mån']);
  });

  it('may have an answer that looks like a heading', () => {
    const text =
      'Revisionsrapport\n\nRevisionsfrågor\n\nFinns en plan?\n\nJa\n\nFöljs den?\n\nGår inte att bedöma\n\nVi har läst planen och talat med tre chefer.\n';
    expect(answers(text)).toEqual(['Ja', 'Går inte att bedöma']);
  });

  it('may leave their answer to the next line', () => {
    const text =
      'Revisionsrapport\n\nFrågorna besvaras så här:\na) Finns en plan? V&rt svar: Ja.\nb) Följs den? Vårt svar:\nDelvis.\nc) Är den känd? Vårt svar: Nej.\n';
    expect(answers(text)).toEqual(['Ja', 'Delvis', 'Nej']);
  });
});
