import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compactCatalogue, compactCounterparts } from '../../../data/build';
import { AMBIGUOUS } from '../../../detection/citations/ambiguous';
import { probablyMissing, type Statute, statutes } from '../../../detection/citations/catalogue';
import { foldWord } from '../../../detection/citations/fold';
import { inTime, line } from '../../../detection/citations/in-time';
import { nameWords } from '../../../detection/citations/names';

const all = [...statutes().values()];

describe('the catalogue', () => {
  it('is the compact form of its sources', () => {
    expect(readFileSync(new URL('../../../data/catalogue.ts', import.meta.url), 'utf8')).toBe(compactCatalogue());
    expect(readFileSync(new URL('../../../data/counterparts.ts', import.meta.url), 'utf8')).toBe(compactCounterparts());
  });

  it('says of no place that it is missing where the chapter was not read to its end', () => {
    const missing = (sfs: string, chapter: string, section: string) =>
      probablyMissing(statutes().get(sfs) as Statute, chapter, section);
    expect(missing('1998:808', '26', '19')).toBe(false);
    expect(missing('2010:900', '6', '40')).toBe(false);
    expect(missing('1998:808', '26', '1')).toBe(false);
    expect(missing('2017:725', '6', '90')).toBe(true);
    expect(missing('1998:808', '2', '40')).toBe(true);
    expect(missing('1998:808', '40', '1')).toBe(true);
  });

  it('holds dates in order, and replacements that begin where the replaced law ends', () => {
    for (const statute of all) {
      if (statute.inForce && statute.repealed) expect(statute.inForce < statute.repealed, statute.sfs).toBe(true);
      expect(statute.sfs).toMatch(/^\d{4}:\d+$/);
    }
  });
});

/** Whether two statutes are in force on some common day. */
function overlap(a: Statute, b: Statute): boolean {
  return (a.inForce ?? '0') < (b.repealed ?? '9') && (b.inForce ?? '0') < (a.repealed ?? '9');
}

function byKey(keysOf: (statute: Statute) => string[]): Map<string, Statute[]> {
  const map = new Map<string, Statute[]>();
  for (const statute of all)
    for (const key of new Set(keysOf(statute))) map.set(key, [...(map.get(key) ?? []), statute]);
  return map;
}

/** Pairs that a name means on one day and that no succession puts in order. */
function clashes(map: Map<string, Statute[]>): string[] {
  return [...map].flatMap(([key, list]) =>
    list.some((a, k) =>
      list.slice(k + 1).some((b) => overlap(a, b) && !line(a.sfs).has(b.sfs) && !line(b.sfs).has(a.sfs)),
    )
      ? [key]
      : [],
  );
}

describe('names that mean two laws on one day', () => {
  it('are abbreviations with a rule each', () => {
    const clashing = clashes(byKey((statute) => statute.abbreviations.map(foldWord)));
    expect(clashing.filter((key) => !(key in AMBIGUOUS))).toEqual([]);
  });

  it('are no full names', () => {
    expect(clashes(byKey((statute) => statute.forms.map((form) => nameWords(form).join(' '))))).toEqual([]);
  });

  it('have rules that name a law of the catalogue or its successor', () => {
    for (const rules of Object.values(AMBIGUOUS))
      for (const rule of rules) expect(statutes().has(rule.law), rule.law).toBe(true);
  });
});

describe('a name in time', () => {
  const sol = ['2025:400', '2001:453', '1980:620'];
  const none = new Set<string>();

  it('means the law in force on the day', () => {
    expect(inTime(sol, '2025-06-30', undefined, none).sfs).toBe('2001:453');
    expect(inTime(sol, '2025-07-01', undefined, none).sfs).toBe('2025:400');
    expect(inTime(sol, '1995-01-01', undefined, none).sfs).toBe('1980:620');
  });

  it('is doubtful without a date, and before the first law of the name', () => {
    expect(inTime(sol, undefined, undefined, none)).toEqual({
      sfs: '2025:400',
      resolvedBy: 'in-force',
      doubtful: true,
    });
    expect(inTime(sol, '1970-01-01', undefined, none)).toMatchObject({ sfs: '1980:620', doubtful: true });
  });

  it('follows a number of the document near the change of law, not far from it', () => {
    expect(inTime(sol, '2025-09-01', undefined, new Set(['2001:453'])).sfs).toBe('2001:453');
    expect(inTime(sol, '2022-09-01', undefined, new Set(['2025:400'])).sfs).toBe('2001:453');
    expect(inTime(sol, '2025-09-01', undefined, new Set(['2001:453', '2025:400'])).sfs).toBe('2025:400');
  });

  it('is doubtful once the only law of the name was gone', () => {
    expect(inTime(['1997:614'], '2017-03-01', undefined, none)).toEqual({ sfs: '1997:614', resolvedBy: 'only-one' });
    expect(inTime(['1997:614'], '2022-03-01', undefined, none)).toMatchObject({ sfs: '1997:614', doubtful: true });
  });

  it('steps back and forward for "tidigare" and "nya"', () => {
    expect(inTime(sol, '2025-09-01', 'old', none).sfs).toBe('2001:453');
    expect(inTime(sol, '2025-02-01', 'new', none).sfs).toBe('2025:400');
    expect(inTime(sol, '2010-02-01', 'new', none).sfs).toBe('2001:453');
  });
});
