import { beginsItem, goesOn, goesOnBehindBreak, spaceAbove } from './continuation';
import { type BodyLine, bodyLine, type Draft, markerLength } from './drafts';
import { headingLevel } from './headings';
import type { LayoutLine, PageLayout } from './layout';
import { columnKey, type PageMetrics } from './metrics';
import { TableJoiner } from './table-join';

/** Pages worked through between two yields. */
const PAGES_A_SLICE = 6;
const LINES_A_SLICE = 800;
/** White above a block, over the usual distance of baselines, that sets it apart. */
const APART = 1.18;
/** Indents that differ by less, in font sizes, are one. */
const SAME_INDENT = 0.6;
/** Notes at the end of what was a web page lead back to their marks by a sign that nothing else ends with. */
const LEADS_BACK = /\u21a9\ufe0e?$/u;
const BOLD = /bold|black|heavy|semib|demib|halbfett|medium/i;

/** What is known of each page beside its layout. */
export interface MarkedPage {
  layout: PageLayout;
  metrics: PageMetrics;
  furniture: Uint8Array;
  notes: Uint8Array;
}

/** Puts the lines of pages together to blocks, in reading order; a block that goes on over pages is one. */
export function* readDrafts(pages: readonly MarkedPage[]): Generator<void, Draft[]> {
  const builder = new DraftBuilder(pages);
  for (const page of pages.keys()) {
    if (page % PAGES_A_SLICE === PAGES_A_SLICE - 1) yield;
    yield* builder.readPage(page);
  }
  for (const draft of builder.drafts)
    if (draft.type !== 'furniture' && LEADS_BACK.test(lastWords(draft))) draft.type = 'footnote';
  yield* markHeadings(builder.drafts);
  yield* markIndentedItems(builder.drafts);
  yield* setItemLevels(builder.drafts);
  return builder.drafts;
}

class DraftBuilder {
  readonly drafts: Draft[] = [];
  /** The paragraph or item that the next line may go on with. */
  private open: Draft | null = null;
  private note: Draft | null = null;
  private readonly tables = new TableJoiner();

  constructor(private readonly pages: readonly MarkedPage[]) {}

  *readPage(page: number): Generator<void, void> {
    const { layout, metrics, furniture, notes } = this.pages[page] as MarkedPage;
    const previous = this.pages[page - 1];
    if (previous && previous.layout.page !== layout.page - 1) this.open = null;
    this.note = null;
    const previousTable = this.tables.beginPage();
    for (let index = 0; index < layout.lines.length; index++) {
      if (index % LINES_A_SLICE === LINES_A_SLICE - 1) yield;
      const own = layout.lines[index] as LayoutLine;
      const line = bodyLine(layout, page, index, metrics, columnKey(own));
      if (furniture[index] === 1) this.push({ type: 'furniture', lines: [line], gapAbove: true, skip: 0 });
      else if (notes[index] === 1) this.note = this.push({ type: 'footnote', lines: [line], gapAbove: false, skip: 0 });
      else if (notes[index] === 2 && this.note) this.note.lines.push(line);
      else if (own.cell) this.cell(line, own.cell, previousTable);
      else this.words(line);
    }
  }

  private push(draft: Draft): Draft {
    this.drafts.push(draft);
    return draft;
  }

  private words(line: BodyLine): void {
    this.tables.leave();
    const { open } = this;
    const last = open?.lines.at(-1);
    if (open && last && !open.cell) {
      const together = last.page === line.page && last.own.flow === line.own.flow;
      if (together ? goesOn(open, line) : this.isBehind(last, line) && goesOnBehindBreak(open, line)) {
        open.lines.push(line);
        return;
      }
    }
    const isItem = beginsItem(open?.cell ? null : open, line);
    const gapAbove =
      !last || last.page !== line.page || last.own.flow !== line.own.flow || spaceAbove(last, line) > APART;
    this.open = this.push({
      type: isItem ? 'item' : 'paragraph',
      lines: [line],
      gapAbove,
      skip: isItem ? markerLength(line) : 0,
    });
  }

  /** True for a line of the next column, or of the next page. */
  private isBehind(last: BodyLine, line: BodyLine): boolean {
    if (line.page !== last.page) return true;
    return line.own.baseline < last.own.baseline || line.own.flow !== last.own.flow;
  }

  private cell(line: BodyLine, cell: NonNullable<LayoutLine['cell']>, previousTable: boolean): void {
    const place = this.tables.place(line, cell, previousTable);
    const { open } = this;
    const last = open?.lines.at(-1);
    if (open?.cell && last && last.page === line.page && samePlace(open.cell, place)) {
      if (goesOnInCell(open, line)) {
        open.lines.push(line);
        return;
      }
    } else {
      const broken = this.tables.lastOf(place);
      if (broken && goesOnBehindBreak(broken, line)) {
        broken.lines.push(line);
        this.open = broken;
        return;
      }
    }
    const isItem = line.own.labelled === true || (line.marker?.kind === 'bullet' && line.marker.sign !== 'o');
    this.open = this.push({
      type: 'cell',
      lines: [line],
      cell: place,
      gapAbove: false,
      skip: isItem ? markerLength(line) : 0,
    });
    this.tables.remember(place, this.open);
  }
}

function samePlace(a: NonNullable<Draft['cell']>, b: NonNullable<Draft['cell']>): boolean {
  return a.table === b.table && a.row === b.row && a.column === b.column;
}

/** Cells are narrow: a line that leaves room says little there, a sign or white above it does. */
function goesOnInCell(draft: Draft, line: BodyLine): boolean {
  const last = draft.lines.at(-1) as BodyLine;
  if (goesOn(draft, line)) return true;
  if (line.own.labelled || line.marker?.kind === 'bullet' || spaceAbove(last, line) > APART) return false;
  return !/[.:;?!]$/.test(last.words) || /^\p{Ll}/u.test(line.words);
}

function wordsOf(draft: Draft | undefined): string {
  if (!draft) return '';
  return draft.lines.length === 1
    ? (draft.lines[0] as BodyLine).words
    : draft.lines
        .slice(0, 6)
        .map((line) => line.words)
        .join(' ');
}

function* markHeadings(drafts: readonly Draft[]): Generator<void, void> {
  const body = drafts.filter(({ type }) => type !== 'furniture' && type !== 'footnote');
  for (const [k, draft] of body.entries()) {
    if (k % LINES_A_SLICE === LINES_A_SLICE - 1) yield;
    if (draft.type === 'cell' || draft.lines.length > 4) continue;
    const first = draft.lines[0] as BodyLine;
    if (first.own.labelled) continue;
    const behind = body[k + 1];
    const { metrics, own } = first;
    const level = headingLevel({
      words: wordsOf(draft),
      lineCount: draft.lines.length,
      ratio: own.size / metrics.size,
      emphasised: draft.lines.every((line) => isEmphasised(line)),
      gapAbove: draft.gapAbove,
      gapBelow: behind?.gapAbove ?? true,
      before: lastWords(body[k - 1]),
      behind: behind?.lines[0]?.words ?? '',
      noisy: metrics.noisy,
    });
    if (level > 0) Object.assign(draft, { type: 'heading', level, skip: 0 });
  }
}

function lastWords(draft: Draft | undefined): string {
  return draft?.lines.at(-1)?.words ?? '';
}

/** True for a line that is bold, by its font's name where that is known, else by a font that the body text has not. */
function isEmphasised({ own, metrics, layout }: BodyLine): boolean {
  if (!own.uniform || own.font === metrics.font || metrics.noisy) return false;
  const name = layout.fontNames?.[own.font];
  return name === undefined || BOLD.test(name);
}

/**
 * Lists whose bullets are drawn leave but their indent: paragraphs set in below a lead-in or a heading, and those behind
 * them at the same indent or deeper.
 */
function* markIndentedItems(drafts: readonly Draft[]): Generator<void, void> {
  let previous: Draft | undefined;
  /** Indent of the open list's outermost items. */
  let outermost = 0;
  for (const [k, draft] of drafts.entries()) {
    if (k % LINES_A_SLICE === LINES_A_SLICE - 1) yield;
    if (draft.type === 'furniture' || draft.type === 'footnote') continue;
    if (draft.type === 'paragraph' && previous && isIndented(draft)) {
      const indent = indentOf(draft);
      const near = SAME_INDENT * (draft.lines[0] as BodyLine).own.size;
      const leadIn =
        previous.type === 'paragraph' && /(?::|\batt)$/.test(lastWords(previous)) && indent > indentOf(previous);
      const sibling = previous.type === 'item' && previous.skip === 0 && indent >= outermost - near;
      // Under a heading or a line without colon only what is set in as a whole, and not a first line alone.
      const below = previous.type !== 'item' && indentOf(previous) < near && draft.lines.length > 1;
      if (leadIn || sibling || below) draft.type = 'item';
    }
    if (draft.type === 'item' && previous?.type !== 'item') outermost = indentOf(draft);
    previous = draft;
  }
}

/** How far a block's words stand from their column's left edge, points. */
function indentOf({ lines }: Draft): number {
  const [first] = lines as [BodyLine];
  return first.own.wordsLeft - first.column.left;
}

function isIndented({ lines }: Draft): boolean {
  const [first, second] = lines as [BodyLine, BodyLine | undefined];
  const least = first.column.left + first.own.size;
  return first.own.left > least && (!second || second.page !== first.page || second.own.left > least);
}

/** Levels of items from where they begin. */
function* setItemLevels(drafts: readonly Draft[]): Generator<void, void> {
  let lefts: number[] = [];
  for (const [k, draft] of drafts.entries()) {
    if (k % LINES_A_SLICE === LINES_A_SLICE - 1) yield;
    if (draft.type === 'furniture' || draft.type === 'footnote') continue;
    const first = draft.lines[0] as BodyLine;
    const left = first.own.left - first.column.left;
    const near = SAME_INDENT * first.own.size;
    if (draft.type !== 'item') {
      if (draft.type !== 'paragraph' || left < (lefts[0] ?? 0) + near) lefts = [];
      continue;
    }
    while (lefts.length > 0 && (lefts.at(-1) as number) > left + near) lefts.pop();
    if (lefts.length === 0 || (lefts.at(-1) as number) < left - near) lefts.push(left);
    draft.level = Math.min(6, lefts.length);
  }
}
