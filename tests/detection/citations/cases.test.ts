import { describe, expect, it } from 'vitest';
import { detectCitations } from '../../../detection/citations';
import { provisionKey } from '../../../detection/citations/describe';
import type { CitationPassage, Provision } from '../../../detection/types';
import { readText } from '../../../reading/text';
import { BARE } from './cases/bare';
import { BESIDE } from './cases/beside';
import type { Case } from './cases/case';
import { CERTAINTY } from './cases/certainty';
import { CLAUSES, EU } from './cases/clauses';
import { DAMAGE } from './cases/damage';
import { FORMS } from './cases/forms';
import { IMPLIED } from './cases/implied';
import { MIXED } from './cases/mixed';
import { NEGATIVES } from './cases/negatives';
import { NEIGHBOURS } from './cases/neighbours';
import { PROSE } from './cases/prose';
import { ROWS } from './cases/rows';
import { TELLING } from './cases/telling';
import { IN_TIME } from './cases/time';
import { WORDINGS } from './cases/wordings';

function detect(text: string, date: string | null): CitationPassage[] {
  const work = detectCitations(readText(text), date === null ? {} : { date });
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const keyOf = (p: Provision): string => (p.level === 'chapter' ? `${provisionKey(p)}kap` : provisionKey(p));

/** `@start key` of every provision, so that a failure shows place and law. */
function found(text: string, date: string | null): { start: number; end: number; key: string }[] {
  return detect(text, date).flatMap((passage) =>
    (passage.provisions.length === 0 ? ['?'] : passage.provisions.map(keyOf)).map((key) => ({
      start: passage.start,
      end: passage.end,
      key,
    })),
  );
}

function check([date, text, ...expected]: Case): void {
  const got = found(text, date);
  const wanted = expected.map((line) => {
    const at = line.lastIndexOf(' = ');
    return { words: line.slice(0, at), key: line.slice(at + 3) };
  });
  expect(got.map((one) => one.key).filter((key) => key !== '?')).toEqual(
    wanted.map((one) => one.key).filter((key) => key !== '?'),
  );
  // Every expected span is found, in text order, and overlapped by a passage of the same key.
  let from = 0;
  for (const { words, key } of wanted) {
    const at = text.indexOf(words, from);
    expect(at, `"${words}" stands in the case`).toBeGreaterThanOrEqual(0);
    if (key === '?') continue;
    from = at;
    expect(
      got.some((one) => one.key === key && one.start < at + words.length && one.end > at),
      `"${words}" is ${key}`,
    ).toBe(true);
  }
}

for (const [name, cases] of Object.entries({
  FORMS,
  IN_TIME,
  WORDINGS,
  TELLING,
  IMPLIED,
  DAMAGE,
  MIXED,
  CERTAINTY,
  PROSE,
  NEIGHBOURS,
  ROWS,
  BARE,
  BESIDE,
  CLAUSES,
  EU,
})) {
  describe(name, () => {
    it.each(cases.map((one) => [one[1], one] as const))('%s', (_text, one) => check(one));
  });
}

describe('look-alikes', () => {
  it.each(NEGATIVES)('%s', (text) => {
    expect(found(text, '2022-05-05').filter((one) => one.key !== '?')).toEqual([]);
    expect(found(`Vi noterar följande. ${text}`, '2022-05-05').filter((one) => one.key !== '?')).toEqual([]);
  });
});

describe('doubt', () => {
  // A place with a law before its comma and another behind its "och": the text does not say which has it.
  it.each([
    ['enligt patientlagen (2014:821), 3 kap. 1 § och 4 kap. 2 § patientdatalagen', '2014:821/3:1'],
    ['enligt patientlagen, 3 kap. 1 § och 4 kap. 2 § patientdatalagen', '2008:355/3:1'],
  ])('%s', (text, key) => {
    const passages = detect(text, '2022-05-05').filter(({ provisions }) => provisions[0]?.section);
    expect(
      passages.map(({ provisions, reason }) => [keyOf(provisions[0] as Provision), reason.doubtful ?? false]),
    ).toEqual([
      [key, true],
      ['2008:355/4:2', false],
    ]);
  });
});
