import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { detectNow } from '../../detection';
import type { Passage, Provision } from '../../detection/types';
import { readDomNow } from '../../reading/dom';
import expected from '../../sample/expected.json';

/**
 * Reading and detection together on a whole page that neither was written from, against a list made by
 * reading it. Only what a person would call wrong counts: another place in law, a passage missed, a
 * passage that is none.
 */
const { document } = parseHTML(readFileSync(new URL('../../sample/granskningsrapport.html', import.meta.url), 'utf8'));
const reading = readDomNow(document.documentElement);
const { passages, profile } = detectNow(reading);

interface Place {
  start: number;
  end: number;
}

/** The reading's text with single spaces and no soft hyphens, and where each character of it stands. */
const plain = { text: '', at: [] as number[] };
for (const [index, character] of reading.text.split('').entries()) {
  const space = /\s/.test(character);
  if (character === '\u00ad' || (space && plain.text.endsWith(' '))) continue;
  plain.text += space ? ' ' : character;
  plain.at.push(index);
}

/** The places of the listed texts, each looked for after the one before it. */
function placesOf(texts: readonly string[]): Place[] {
  let from = 0;
  return texts.map((text) => {
    const start = plain.text.indexOf(text, from);
    expect(start, `“${text}” in the reading`).toBeGreaterThanOrEqual(0);
    from = start + text.length;
    return { start: plain.at[start] ?? 0, end: (plain.at[from - 1] ?? 0) + 1 };
  });
}

const overlap = (one: Place, other: Place): boolean => one.start < other.end && other.start < one.end;
const ofKind = <Kind extends Passage['kind']>(kind: Kind) =>
  passages.filter((passage): passage is Extract<Passage, { kind: Kind }> => passage.kind === kind);
const words = ({ start, end }: Place): string => reading.text.slice(start, end).replace(/\s+/g, ' ');

interface Listed {
  sfs?: string;
  celex?: string;
  series?: string;
  chapter?: string | null;
  section?: string | null;
  sectionEnd?: string;
  article?: string;
}

const listedKey = ({ sfs, celex, series, chapter, section, sectionEnd, article }: Listed): string =>
  [sfs ?? celex ?? series, chapter, section ?? article, sectionEnd].map((part) => part ?? '').join('/');
const key = ({ sfs, celex, series, chapter, section, sectionEnd }: Provision): string =>
  [sfs ?? celex ?? series, chapter, section, sectionEnd].map((part) => part ?? '').join('/');

describe('the sample report as it is read and detected', () => {
  it('every citation is found and means what it means, and nothing else is called a citation', () => {
    const places = placesOf(expected.citations.map(({ text }) => text));
    const wanted = expected.citations.flatMap(({ text, provisions }, index) =>
      (provisions as Listed[]).map((provision) => ({ text, key: listedKey(provision), place: places[index] as Place })),
    );
    const found = ofKind('citation').flatMap((passage) =>
      passage.provisions.map((provision) => ({ passage, key: key(provision) })),
    );
    const same = (want: (typeof wanted)[number], have: (typeof found)[number]): boolean =>
      want.key === have.key && overlap(want.place, have.passage);
    expect({
      missed: wanted
        .filter((want) => !found.some((have) => same(want, have)))
        .map(({ text, key }) => `${text}: ${key}`),
      extra: found
        .filter((have) => !wanted.some((want) => same(want, have)))
        .map(({ passage, key }) => `${words(passage)}: ${key}`),
    }).toEqual({ missed: [], extra: [] });
  });

  it('every recommendation is found with its boards, and knows its other printings', () => {
    const places = placesOf(expected.recommendations.map(({ text }) => text));
    const found = ofKind('recommendation');
    expect(found.map(words)).toHaveLength(expected.recommendations.length);
    for (const [index, { text, addressees }] of expected.recommendations.entries()) {
      const passage = found.find((have) => overlap(have, places[index] as Place));
      expect(passage, text).toBeDefined();
      if (addressees) expect(passage?.addressees, text).toEqual(addressees);
    }
    const groups = Map.groupBy(found.entries(), ([, passage]) => passage.same);
    const listed = Map.groupBy(expected.recommendations.entries(), ([, recommendation]) => recommendation.same);
    const indexes = (of: Map<unknown, [number, unknown][]>) =>
      [...of.values()].map((all) => all.map(([index]) => index));
    expect(indexes(groups)).toEqual(indexes(listed));
  });

  it('questions have their answers, the reply its date and boards', () => {
    const answers = ofKind('question').flatMap((question) => question.answer ?? []);
    expect(answers).toEqual(expected.questions.map(({ answer }) => answer));
    expect(ofKind('deadline').map(({ date, addressees }) => ({ date, addressees }))).toEqual(
      expected.deadlines.map(({ date, addressees }) => ({ date, addressees })),
    );
  });

  it('notes are footnotes, though nothing but their links back to the text says so', () => {
    const notes = reading.blocks.filter(({ type }) => type === 'footnote').map(words);
    expect(notes).toHaveLength(5);
    expect(notes[1]).toMatch(/^Ibid/);
  });

  it('the report says of itself what it is', () => {
    expect(profile).toMatchObject({ date: expected.date, kind: 'report', diaryNumber: 'REV 2025/007' });
  });
});
