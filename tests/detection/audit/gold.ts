import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectNow } from '../../../detection';
import { readText } from '../../../reading/text';

/** A passage that a person marked in a document. */
export interface GoldPassage {
  kind: string;
  start: number;
  end: number;
  text: string;
  addressees?: string[];
  answer?: string;
  date?: string;
  optional?: boolean;
}

export interface GoldDocument {
  file: string;
  text: string;
  gold: GoldPassage[];
}

/** Kinds whose gold is marked in every document; assessments and citations have tests of their own. */
const MARKED_KINDS = ['recommendation', 'question', 'response', 'deadline'] as const;

/** Reads a folder of `*.txt` with `gold/*.json` beside them; empty when there is none. */
export function loadGold(folder: string): GoldDocument[] {
  if (!existsSync(join(folder, 'gold'))) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => ({
      file,
      text: readFileSync(join(folder, file), 'utf8'),
      gold: JSON.parse(readFileSync(join(folder, 'gold', file.replace(/\.txt$/, '.json')), 'utf8')) as GoldPassage[],
    }));
}

function overlapShare(a: { start: number; end: number }, b: { start: number; end: number }): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return Math.max(0, common) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/**
 * What the detector gets wrong in a document, one line each: missed, extra, or a wrong detail. A passage is right when the
 * spans share at least half of their union.
 */
export function mistakesIn({ text, gold }: GoldDocument): string[] {
  const mistakes: string[] = [];
  const passages = detectNow(readText(text)).passages;
  for (const kind of MARKED_KINDS) {
    const found = passages.filter((passage) => passage.kind === kind);
    const used = new Set<object>();
    for (const wanted of gold.filter((passage) => passage.kind === kind)) {
      const hit = found.find((passage) => !used.has(passage) && overlapShare(passage, wanted) >= 0.5);
      const where = `${kind} @${wanted.start} ${JSON.stringify(wanted.text.slice(0, 60))}`;
      if (!hit) {
        if (!wanted.optional) mistakes.push(`missed ${where}`);
        continue;
      }
      used.add(hit);
      for (const field of ['addressees', 'answer', 'date'] as const) {
        const want = wanted[field];
        const got = (hit as unknown as GoldPassage)[field];
        const plain = (value: string | string[] | undefined) =>
          [value ?? []].flat().slice().sort().join('|').toLowerCase();
        if (want !== undefined && plain(want) !== plain(got))
          mistakes.push(`${field} ${plain(got)} ≠ ${plain(want)}: ${where}`);
      }
    }
    for (const extra of found) {
      if (!used.has(extra) && !gold.some((passage) => passage.optional && overlapShare(passage, extra) > 0))
        mistakes.push(`extra ${kind} @${extra.start} ${JSON.stringify(text.slice(extra.start, extra.start + 60))}`);
    }
  }
  return mistakes;
}
