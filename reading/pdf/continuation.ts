import { isOpenEnded, startsLowerCase } from '../text/lines';
import type { BodyLine, Draft } from './drafts';
import { pitchOf } from './metrics';

/** White between two lines, over the usual distance of their baselines, that parts paragraphs. */
const GAP = 1.17;
/** The same where a sentence plainly goes on. */
const WIDE_GAP = 1.2;
/** How far a raised sign pushes its line down, over the usual distance of baselines. */
const PUSHED = 0.15;
/** Sizes that differ by more are no one paragraph's. */
const SAME_SIZE = 1.15;
const SAME_SIZE_IN_NOISE = 1.5;
/** Indents that differ by less, in font sizes, are one. */
const SAME_INDENT = 0.7;
/** Deepest indent of a paragraph's first line, in font sizes. */
const DEEPEST_INDENT = 4.5;
/** Share of the column that a line may leave free and still be a full one, set ragged with long words behind. */
const RAGGED = 0.3;
const NEARLY_FULL = 0.14;

/** Share of the column that a line of running text takes, its paragraph's last one left out. */
const LONG_LINE = 0.75;

const HYPHEN = /\p{L}[-\u2010\u00ad]$/u;

/** What stands between a block's last line and the next one. */
interface Between {
  last: BodyLine;
  next: BodyLine;
  open: boolean;
  lower: boolean;
  hyphen: boolean;
  /** The next line's first word had no room on the last line: the line broke because it was full. */
  full: boolean;
}

function between(last: BodyLine, next: BodyLine): Between {
  const hyphen = HYPHEN.test(last.words);
  const lower = startsLowerCase(next.words, { start: 0 });
  return {
    last,
    next,
    open: hyphen || isOpenEnded(last.words, { start: 0, end: last.words.length }),
    lower,
    hyphen,
    full: freeSpace(last, next) <= 0,
  };
}

/** Points that are left on a line behind the next line's first word, were it put there; 0 or less for a full line. */
function freeSpace(last: BodyLine, next: BodyLine): number {
  const first = /^\S+/.exec(next.words)?.[0] ?? '';
  const letter = (next.own.right - next.own.left) / Math.max(1, next.words.length);
  const needed = first.length * letter + 0.3 * last.own.size;
  return last.column.right - last.own.right - needed - 0.2 * last.own.size;
}

function sameSize(a: BodyLine, b: BodyLine): boolean {
  const ratio = Math.max(a.own.size, b.own.size) / Math.min(a.own.size, b.own.size);
  return ratio <= (a.metrics.noisy ? SAME_SIZE_IN_NOISE : SAME_SIZE);
}

/** True where a line whole in one font meets one whole in another: a heading and its text. */
function changesFont({ last, next, open, lower, full }: Between): boolean {
  if (!last.own.uniform || !next.own.uniform || last.own.font === next.own.font || last.metrics.noisy) return false;
  return !(full && open && lower);
}

/** True when a list's sign or number at a line's beginning is one, and no word of a sentence that wrapped there. */
export function beginsItem(draft: Draft | null, line: BodyLine): boolean {
  const { marker } = line;
  if (line.own.labelled) return true;
  if (!marker || marker.kind === 'footnote' || marker.kind === 'markdown-heading') return false;
  const last = draft?.lines.at(-1);
  if (!draft || !last || last.own.flow !== line.own.flow || last.page !== line.page) return true;
  if (marker.kind === 'bullet' && !/^[-–—*+o]$/.test(marker.sign)) return true;
  const link = between(last, line);
  if (!link.full || !link.open) return true;
  // The line before was full and its sentence goes on: only a place of its own makes this an item.
  const first = (draft.lines[0] as BodyLine).own;
  const { size } = line.own;
  if (draft.type === 'item') return line.own.left < first.wordsLeft - SAME_INDENT * size || hangs(line);
  return Math.abs(line.own.left - last.own.left) > SAME_INDENT * size || hangs(line);
}

/** True when a wide space stands between a list's sign and its words. */
function hangs({ own, marker }: BodyLine): boolean {
  return own.wordsLeft - own.left > ((marker?.content ?? 1) * 0.5 + 0.75) * own.size;
}

/** White above a line, over the usual distance of baselines. */
export function spaceAbove(last: BodyLine, next: BodyLine): number {
  const size = Math.max(last.own.size, next.own.size);
  return (next.own.baseline - last.own.baseline) / pitchOf(next.metrics, size);
}

/** True when a line is the next one of a block in the same column or cell of the same page. */
export function goesOn(draft: Draft, next: BodyLine): boolean {
  const last = draft.lines.at(-1) as BodyLine;
  const space = spaceAbove(last, next);
  if (next.own.baseline < last.own.baseline - 0.5 * last.own.size) return false;
  if (Math.abs(next.own.baseline - last.own.baseline) < 0.4 * last.own.size) return true;
  if (!sameSize(last, next) || beginsItem(draft, next)) return false;
  const link = between(last, next);
  if (changesFont(link)) return false;
  const sure = link.open && link.lower && link.full;
  if (space > (sure ? WIDE_GAP : GAP) + (next.own.raised ? PUSHED : 0)) return false;
  if (!fitsIndent(draft, link)) return false;
  if (link.full || link.hyphen) return true;
  const free = freeSpace(last, next) / Math.max(1, last.column.right - last.column.left);
  // Nearly full, and no sentence ends there: words that must not be parted begin the next line.
  if (link.open && free < NEARLY_FULL) return true;
  // A line that had room for the next word ends a paragraph, unless its sentence plainly goes on.
  if (!link.open || !link.lower || next.words.startsWith('att ')) return isLargeTitle(draft, next) && link.open;
  return free < RAGGED;
}

/** Titles break where they look best. */
function isLargeTitle(draft: Draft, next: BodyLine): boolean {
  return next.own.size > 1.2 * next.metrics.size && draft.lines.length < 4;
}

function fitsIndent(draft: Draft, { last, next, open, full }: Between): boolean {
  const first = (draft.lines[0] as BodyLine).own;
  const { size } = next.own;
  const near = SAME_INDENT * size;
  if (draft.type === 'item') {
    if (next.own.left < first.left - near) return false;
    if (next.own.left < first.wordsLeft - near) return full;
    return next.own.left <= first.wordsLeft + 2 * near || (open && full);
  }
  const step = next.own.left - last.own.left;
  if (Math.abs(step) <= near) return true;
  if (isCentred(last, next)) return true;
  if (step < 0) return draft.lines.length === 1 && -step <= DEEPEST_INDENT * size;
  return open && full;
}

function isCentred(last: BodyLine, next: BodyLine): boolean {
  return Math.abs(last.own.left + last.own.right - next.own.left - next.own.right) < next.own.size;
}

/** True when a block that a column's or page's end broke off goes on with a line. */
export function goesOnBehindBreak(draft: Draft, next: BodyLine): boolean {
  const last = draft.lines.at(-1) as BodyLine;
  if (next.own.labelled || !sameSize(last, next)) return false;
  const link = between(last, next);
  if (changesFont(link) || (next.marker && beginsItem(null, next) && !isCutNumber(link))) return false;
  if (link.hyphen && link.lower) return true;
  const indent = next.own.left - next.column.left;
  const first = draft.lines[0] as BodyLine;
  const near = SAME_INDENT * next.own.size;
  if (!link.open) {
    if (!link.full || link.lower) return false;
    // A second sentence of an item: set where the item's words are, without a sign.
    const inset = first.own.wordsLeft - first.column.left;
    if (draft.type === 'item') return inset > near && Math.abs(indent - inset) <= near;
    // A paragraph's last line is seldom full; where it is, and a long line follows, the break fell between two sentences.
    const isLong = next.own.right - next.own.left > LONG_LINE * (next.column.right - next.column.left);
    return draft.lines.length > 1 && isLong && Math.abs(indent - (last.own.left - last.column.left)) <= near;
  }
  if (link.lower) {
    if (link.full || freeSpace(last, next) < RAGGED * (last.column.right - last.column.left)) return true;
    // Set in without a sign it may be an item of a list whose bullets are drawn: those begin in lower case too.
    const mayBeItem = draft.skip === 0 && first.own.left > first.column.left + first.own.size;
    return !mayBeItem && !next.words.startsWith('att ');
  }
  return link.full && indent <= Math.max(first.own.wordsLeft - first.column.left, 0) + SAME_INDENT * next.own.size;
}

/** `enligt 5 kap.` at a page's end and `1 § SoL` on the next: a number, but none of a list. */
function isCutNumber({ open, full, next }: Between): boolean {
  return open && full && next.marker?.kind === 'number' && !hangs(next);
}
