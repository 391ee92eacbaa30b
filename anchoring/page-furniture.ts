import type { Span } from '../reading/types';
import { letterEnd } from './fold';
import { lineKey } from './lines';
import type { TextIndex } from './text-index';

/**
 * Running headers, footers and page numbers that text extraction leaves in the middle of sentences. The reading knows
 * some of them as blocks; anchoring sees text alone, and text imported from elsewhere, and so looks for itself.
 */

/** A line that comes back this often, numbers apart, is a header or footer. */
const REPEATED = 3;
const LONGEST_LINE = 120;
/** Units of furniture at one page break. */
const LONGEST = 400;
/** Lines of furniture at a page's border: its number, a header and a footer. */
const AT_BORDER = 3;
const PAGE_NUMBER = /^(?:sid(?:a|an)?\.?\s*)?\(?\d{1,4}\)?(?:\s*(?:\(\d{1,4}\)|av\s+\d{1,4}|\/\s*\d{1,4}))?$/i;
/** List items and whole sentences are printed again and again too, but belong to the text. */
const ITEM_OR_SENTENCE = /^[-–•►●*]|[.;,!?]$/;

function isFurnitureLine(index: TextIndex, line: string): boolean {
  if (PAGE_NUMBER.test(line)) return true;
  if (line.length > LONGEST_LINE || ITEM_OR_SENTENCE.test(line)) return false;
  return (index.lines.get(lineKey(line)) ?? 0) >= REPEATED;
}

/**
 * Whether the letters [from, to), which stand inside of a passage and were not in it, are page furniture: whole lines that
 * come back on other pages, or whole lines that part a sentence in the middle.
 */
export function isPageFurniture(index: TextIndex, from: number, to: number): boolean {
  const { folded } = index;
  if (from === 0 || to >= folded.length) return false;
  const start = letterEnd(folded, from - 1);
  const end = folded.at[to] as number;
  if (end - start > LONGEST) return false;
  const between = folded.text.slice(start, end);
  const lines = between.split(/[\n\f\r]/);
  const edges = [lines[0] ?? '', lines.at(-1) ?? ''];
  // The signs that end the sentence before or open the next one may stand beside it; letters may not.
  if (lines.length < 3 || edges.some((edge) => /[\p{L}\p{N}]/u.test(edge))) return false;
  const inner = lines.slice(1, -1).map((line) => line.trim());
  if (inner.every((line) => line === '' || isFurnitureLine(index, line))) return true;
  if (between.includes('\f') && isAtPageBorder(inner)) return true;
  const next = folded.text.charAt(end);
  return !/[.!?:]/.test(edges[0] as string) && next === next.toLowerCase() && inner.includes('');
}

/** The same where a page's number is among the lines: what goes on behind it went on across a page's border. */
export function isPageBorder(index: TextIndex, from: number, to: number): boolean {
  if (!isPageFurniture(index, from, to)) return false;
  const { text, at } = index.folded;
  const lines = text.slice(letterEnd(index.folded, from - 1), at[to]).split(/[\n\f\r]/);
  return lines.some((line) => PAGE_NUMBER.test(line.trim()));
}

/** Whether the lines beside a form feed are few and short, and a page number is among them. */
function isAtPageBorder(lines: readonly string[]): boolean {
  const printed = lines.filter((line) => line !== '');
  return (
    printed.length <= AT_BORDER &&
    printed.some((line) => PAGE_NUMBER.test(line)) &&
    printed.every((line) => line.length <= LONGEST_LINE)
  );
}

/** The page furniture inside of a passage [start, end) of the text, never at its borders; offsets from its start. */
export function furnitureWithin(index: TextIndex, start: number, end: number): Span[] {
  const passage = index.folded.text.slice(start, end);
  const found: Span[] = [];
  let at = 0;
  const lines = passage.split('\n');
  const isText = (line: string) => line.trim() !== '' && !isFurnitureLine(index, line.trim());
  const firstText = lines.findIndex(isText);
  const lastText = lines.findLastIndex(isText);
  lines.forEach((line, i) => {
    const trimmed = line.trim();
    const isInner = i > firstText && i < lastText && firstText >= 0 && trimmed !== '';
    // A line of running text that happens to come back has text right above or below it.
    const isApart = PAGE_NUMBER.test(trimmed) || isOpen(lines, i, -1) || isOpen(lines, i, 1);
    if (isInner && isApart && isFurnitureLine(index, trimmed)) {
      found.push({ start: at, end: at + line.length });
    }
    at += line.length + 1;
  });
  return found;
}

/** Whether the line has a blank line or a page number beside it. */
function isOpen(lines: readonly string[], i: number, step: 1 | -1): boolean {
  const next = lines[i + step]?.trim() ?? 'text';
  return next === '' || PAGE_NUMBER.test(next);
}
