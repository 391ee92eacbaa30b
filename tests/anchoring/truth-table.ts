import type { Span } from '../../reading/types';
import { BOARDS } from './formulaic-report';
import { asMarkup, asPdf, asScan, type Printing } from './printing';
import type { Random } from './random';
import type { Medium, Row, Shape, Sheet } from './sheet';
import { type Edit, edited, overlaps, paragraphOf, unitsOf, withTrailingSpace, wordsIn } from './text-edits';
import { otherWord, wordEdits } from './word-edits';

/** What was done to the passage, or around it, between the two texts. */
export const CHANGES = [
  'kept',
  'inserted before',
  'edited 1',
  'edited 2',
  'edited 3',
  'edited 5',
  'deleted',
  'moved sentence',
  'moved paragraph',
  'near-twin, kept',
  'near-twin, edited 1',
  'near-twin, deleted',
  'exact twin, kept',
  'exact twin, edited 2',
  'exact twin, deleted',
  'rewritten',
] as const;
export type Change = (typeof CHANGES)[number];

interface Passage extends Span {
  change: Change;
  shape: Shape;
  /** The sentences that the passage is in. */
  unit: Span;
}

const NEW_SENTENCES = [
  'Protokollen visar att frågan bordlades vid två tillfällen.',
  'Enhetscheferna har infört ett nytt schema för jourverksamheten.',
  'Lokalerna i Södra Ovanby byggs om och väntas stå klara till hösten.',
  'Fullmäktige har därefter antagit en ny ekonomistyrningspolicy.',
  'Sjukfrånvaron minskade med två procentenheter jämfört med föregående år.',
  'En extern konsult anlitades för att kartlägga processerna.',
  'Avtalet med leverantören löper ut vid årsskiftet.',
  'Kommunen deltar i ett regionalt nätverk för krisberedskap.',
  'Medborgarundersökningen visar ett högre förtroende än tidigare.',
  'Budgeten för nästa år innehåller medel för två nya tjänster.',
];

function shaped(
  random: Random,
  text: string,
  units: readonly Span[],
  i: number,
): { span: Span; unit: Span; shape: Shape } {
  const unit = units[i] as Span;
  const words = wordsIn(text, unit);
  const roll = random.below(10);
  const last = units[i + 2 + random.below(3)];
  if (roll === 0 && last && last.end - unit.start < 2500) {
    const whole = { start: unit.start, end: last.end };
    return { span: whole, unit: whole, shape: 'long' };
  }
  if (roll <= 3 && words.length >= 4) {
    const cited = /\b(?:SoL \d+:\d+|\d+ kap\. \d+(?: a)? §(?: \w+)?|[a-zåäö]+lagen|LOU|LVU|LSS)/u.exec(
      text.slice(unit.start, unit.end),
    );
    if (cited) {
      const start = unit.start + cited.index;
      return { span: { start, end: start + cited[0].length }, unit, shape: 'short' };
    }
    const first = random.below(words.length - 2);
    const span = { start: words[first]?.start ?? unit.start, end: words[first + 1 + random.below(2)]?.end ?? unit.end };
    if (span.end - span.start >= 5 && span.end - span.start <= 24) return { span, unit, shape: 'short' };
  }
  if (roll <= 5 && words.length >= 8) {
    const first = random.below(words.length >> 1);
    const end = words[Math.min(words.length - 1, first + (words.length >> 1))]?.end ?? unit.end;
    return { span: { start: words[first]?.start ?? unit.start, end }, unit, shape: 'half' };
  }
  return { span: unit, unit, shape: 'sentence' };
}

export interface SheetOptions {
  medium: Medium;
  changes: readonly Change[];
  /** Passages in one sheet, at most. */
  passages: number;
  /** Part of the other sentences that are edited, deleted or followed by a new one. */
  unrest: number;
}

/** Makes a document's two versions and the fates of its passages. */
export function makeSheet(random: Random, source: string, options: SheetOptions): Sheet {
  const { text: before, passages } = withTwins(random, source, options);
  const taken: Span[] = passages.map(({ unit }) => withTrailingSpace(before, unit));
  const edits: Edit[] = [];
  const moves: { passage: Passage; insert: Edit; from: number }[] = [];
  const free = (span: Span) => taken.every((other) => other.end <= span.start || other.start >= span.end);
  const units = unitsOf(before);
  const destination = (): Edit | null => {
    for (let tries = 0; tries < 20; tries++) {
      const unit = random.pick(units);
      if (free({ start: unit.start - 1, end: unit.end + 2 })) {
        taken.push({ start: unit.end - 1, end: unit.end + 1 });
        return { start: unit.end, end: unit.end, text: '' };
      }
    }
    return null;
  };
  const kept: Passage[] = [];
  for (const passage of passages) {
    const { change, unit } = passage;
    const edit = /edited (\d)/.exec(change);
    if (edit) edits.push(...wordEdits(random, before, passage, Number(edit[1])));
    else if (change === 'inserted before') {
      edits.push({ start: unit.start, end: unit.start, text: `${random.pick(NEW_SENTENCES)} ` });
    } else if (change.endsWith('deleted')) edits.push({ ...withTrailingSpace(before, unit), text: '' });
    else if (change.startsWith('moved')) {
      const whole = change === 'moved sentence' ? unit : paragraphOf(before, unit);
      const others = taken.filter((other) => other.start !== unit.start);
      const isFree = others.every((other) => other.end <= whole.start || other.start >= whole.end);
      const insert = isFree ? destination() : null;
      if (!insert || (insert.start >= whole.start && insert.start <= whole.end)) continue;
      const text = before.slice(whole.start, whole.end);
      insert.text = change === 'moved sentence' ? ` ${text}` : `\n\n${text}`;
      taken.push(withTrailingSpace(before, whole));
      edits.push({ ...withTrailingSpace(before, whole), text: '' }, insert);
      const lead = change === 'moved sentence' ? 1 : 2;
      moves.push({ passage, insert, from: lead + passage.start - whole.start });
    } else if (change === 'rewritten') {
      const i = units.findIndex(({ start }) => start >= unit.start);
      let start = unit.start;
      let end = unit.end;
      for (let j = i - 1; j >= 0 && j > i - 5 && free(units[j] as Span); j--) start = (units[j] as Span).start;
      for (let j = i + 1; j < units.length && j < i + 5; j++) {
        const next = units[j] as Span;
        if (next.end <= end) continue;
        if (!free(next)) break;
        end = next.end;
      }
      taken.push({ start, end });
      edits.push({ start, end, text: random.shuffled(NEW_SENTENCES).slice(0, 6).join(' ') });
    }
    kept.push(passage);
  }
  for (const unit of units) {
    if (!random.chance(options.unrest) || !free(withTrailingSpace(before, unit))) continue;
    taken.push(withTrailingSpace(before, unit));
    const kind = random.below(3);
    if (kind === 0) edits.push(...wordEdits(random, before, unit, 1 + random.below(3)));
    else if (kind === 1) edits.push({ ...withTrailingSpace(before, unit), text: '' });
    else edits.push({ start: unit.end, end: unit.end, text: ` ${random.pick(NEW_SENTENCES)}` });
  }
  // What was moved and what was rewritten may, rarely, have met: such a draw is thrown away.
  if (overlaps(edits)) return makeSheet(random, source, options);
  const result = edited(before, edits);
  const rows = kept.map((passage): Row => {
    const move = moves.find((one) => one.passage === passage);
    const gone = passage.change.endsWith('deleted') || passage.change === 'rewritten';
    const length = passage.end - passage.start;
    const moved = move ? result.map(move.insert.start) + move.from : 0;
    return {
      change: passage.change,
      shape: passage.shape,
      words: wordsIn(before, passage).length,
      start: passage.start,
      end: passage.end,
      truth: gone
        ? null
        : move
          ? { start: moved, end: moved + length }
          : { start: result.map(passage.start, passage.change === 'inserted before'), end: result.map(passage.end) },
    };
  });
  return printed(random, { medium: options.medium, before, after: result.text, rows });
}

/** Picks the passages, and puts twins of some of them elsewhere into the text. */
function withTwins(random: Random, source: string, options: SheetOptions): { text: string; passages: Passage[] } {
  const units = unitsOf(source);
  const passages: Passage[] = [];
  const edits: Edit[] = [];
  for (const i of random.shuffled(units.map((_, index) => index)).slice(0, options.passages * 2)) {
    if (passages.length === options.passages) break;
    const { span, unit, shape } = shaped(random, source, units, i);
    // A selection holds no tags: what a reader marks is what a reader sees.
    if (wordsIn(source, span).length === 0 || /[<>]/.test(source.slice(unit.start, unit.end))) continue;
    if (passages.some((other) => other.unit.start < unit.end + 2 && unit.start < other.unit.end + 2)) continue;
    passages.push({ ...span, unit, shape, change: random.pick(options.changes) });
  }
  for (const { change, unit } of passages) {
    if (!change.includes('twin')) continue;
    const place = random.pick(units);
    if (passages.some((other) => other.unit.start <= place.end && place.end <= other.unit.end)) continue;
    let text = source.slice(unit.start, unit.end);
    if (change.startsWith('near')) {
      const words = wordsIn(text, { start: 0, end: text.length });
      const board = words.find(({ start, end }) => BOARDS.includes(text.slice(start, end))) ?? random.pick(words);
      const other = otherWord(random, text.slice(board.start, board.end));
      text = text.slice(0, board.start) + other + text.slice(board.end);
    }
    edits.push({ start: place.end, end: place.end, text: ` ${text}` });
  }
  const result = edited(source, edits);
  const at = (offset: number) => result.map(offset, true);
  const moved = passages.map((passage) => ({
    ...passage,
    start: at(passage.start),
    end: result.map(passage.end),
    unit: { start: at(passage.unit.start), end: result.map(passage.unit.end) },
  }));
  return { text: result.text, passages: moved };
}

function printed(random: Random, sheet: Sheet): Sheet {
  const { medium } = sheet;
  const on = (span: Span, printing: Printing): Span => ({
    start: printing.map(span.start),
    end: printing.map(span.end - 1) + 1,
  });
  if (medium === 'same') return sheet;
  if (medium.startsWith('to')) {
    const print = medium === 'to pdf' ? asPdf : medium === 'to scan' ? asScan : asMarkup;
    const after = print(sheet.after, random);
    const rows = sheet.rows.map((row) => ({ ...row, truth: row.truth && on(row.truth, after) }));
    return { ...sheet, after: after.text, rows };
  }
  const before = medium === 'from pdf' ? asPdf(sheet.before, random) : asScan(sheet.before, random);
  return { ...sheet, before: before.text, rows: sheet.rows.map((row) => ({ ...row, ...on(row, before) })) };
}
