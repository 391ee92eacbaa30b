import { readFileSync } from 'node:fs';

/** Every abbreviation of the catalogue, as alternatives of a regular expression. */
export function catalogueAbbreviations(): string {
  const file = new URL('../../../data/statutes.json', import.meta.url);
  const catalogue = JSON.parse(readFileSync(file, 'utf8')) as { abbreviations?: string[] }[];
  return [...new Set(catalogue.flatMap((statute) => statute.abbreviations ?? []))].join('|');
}

/** `§`, `kap`, endings of statutes' names, abbreviations: the least that a reader must look for, and the hardest to keep up with. */
export function plainAlternation(abbreviations: string): RegExp {
  return new RegExp(`§|kap|lagen|lag|balken|förordningen|${abbreviations}`, 'g');
}

/** The same with whole words, as one would write it to mark what it finds. */
export function wholeNames(abbreviations: string): RegExp {
  return new RegExp(`§|\\bkap\\b|[a-zåäö]+(?:lagen|lag|balken|förordningen)s?\\b|\\b(?:${abbreviations})\\b`, 'g');
}

/** The same in any case, as `SOCIALTJÄNSTLAGEN` and `Kap.` are printed, too. */
export function inAnyCase(pattern: RegExp): RegExp {
  return new RegExp(pattern.source, 'giu');
}

/** One `matchAll` over the text. */
export function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count++;
  return count;
}
