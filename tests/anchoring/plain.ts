import type { Span } from '../../reading/types';
import { PLAIN_SHAPES, type PlainPassage, paragraphsOf, pickPassage } from './plain-passages';
import { plainEdits } from './plain-words';
import { asMarkup, asPdf, asScan, type Printing } from './printing';
import type { Random } from './random';
import type { Row, Sheet } from './sheet';
import { type Edit, edited, overlaps, withTrailingSpace, wordsIn } from './text-edits';

/*
 * Truth of the plainest make: one annotation and one change in a document that is else as it was, or ten annotations of
 * which a third is kept, a third edited and a third deleted.
 */

export const PLAIN_CHANGES = [
  'kept',
  'kept, new text before',
  'kept, new text elsewhere',
  'reflowed',
  'edited 1',
  'edited 2',
  'edited 3',
  'edited 5',
  'deleted quote',
  'deleted sentence',
  'deleted paragraph',
  'moved sentence',
  'moved paragraph',
  'near-twin, kept',
  'near-twin, edited 1',
  'near-twin, deleted',
  'near-twin, moved',
  'exact twin, kept',
  'exact twin, edited 2',
  'exact twin, deleted',
  'exact twin, moved',
  'new near-twin, deleted',
  'new exact twin, kept',
  'rewritten',
  'rewritten around',
] as const;
export type PlainChange = (typeof PLAIN_CHANGES)[number];

const NEWS = [
  'Under våren genomfördes en enkät bland samtliga vårdnadshavare i de norra kommundelarna.',
  'Bron över Lillån stängs av för reparation från och med vecka tjugotre.',
  'Ett nytt ärendehanteringssystem upphandlades gemensamt med tre grannkommuner.',
  'Kostnaderna för vinterväghållningen blev högre än vad som hade budgeterats.',
  'Fritidsgården i Östra Hamnen öppnade i nya lokaler efter branden.',
  'Andelen behöriga lärare har stigit sedan den förra mätningen gjordes.',
  'Den gamla vattenreservoaren byggs om till utställningshall och kafé.',
  'Gemensamma upphandlingar prövas först när de befintliga avtalen har gått ut.',
];

/** Where a passage is after one change, and the edits that make it. */
interface Changed {
  edits: Edit[];
  /** Null where the passage is gone; `moved` where it went along with a text that was put in. */
  fate: 'stays' | 'gone' | { insert: Edit; from: number };
}

/** One annotation, one change. */
export function plainCase(random: Random, source: string, change: PlainChange): Sheet {
  for (;;) {
    const shape = random.pick(PLAIN_SHAPES);
    const found = pickPassage(random, source, shape);
    if (!found) continue;
    const { before, passage } = withTwin(random, source, found, change);
    const changed = applied(random, before, passage, change);
    if (!changed || overlaps(changed.edits)) continue;
    const result = edited(before, changed.edits);
    const { fate } = changed;
    const at = typeof fate === 'object' ? result.map(fate.insert.start) + fate.from : 0;
    const truth =
      fate === 'gone'
        ? null
        : fate === 'stays'
          ? { start: result.map(passage.start, true), end: result.map(passage.end) }
          : { start: at, end: at + passage.end - passage.start };
    const row = rowOf(before, passage, change, truth);
    return printed(random, { medium: 'same', before, after: result.text, rows: [row] }, change);
  }
}

/** Ten annotations of one document: kept, edited by up to three words, deleted with their sentence. */
export function plainTen(random: Random, source: string): Sheet {
  const passages: PlainPassage[] = [];
  for (let tries = 0; passages.length < 10 && tries < 400; tries++) {
    const found = pickPassage(random, source, random.pick(PLAIN_SHAPES));
    const isFree = (one: PlainPassage) =>
      one.paragraph.end < (found?.paragraph.start ?? 0) || one.paragraph.start > (found?.paragraph.end ?? 0);
    if (found && passages.every(isFree)) passages.push(found);
  }
  const changes = passages.map((_, i) =>
    i % 3 === 0 ? 'kept' : i % 3 === 1 ? (`edited ${1 + random.below(3)}` as const) : 'deleted sentence',
  );
  const edits = passages.flatMap((passage, i) =>
    changes[i] === 'kept' ? [] : (applied(random, source, passage, changes[i] as PlainChange)?.edits ?? []),
  );
  if (overlaps(edits)) return plainTen(random, source);
  const result = edited(source, edits);
  const rows = passages.map((passage, i) => {
    const change = changes[i] as PlainChange;
    const truth = { start: result.map(passage.start, true), end: result.map(passage.end) };
    return rowOf(source, passage, change, change.startsWith('deleted') ? null : truth);
  });
  return { medium: 'same', before: source, after: result.text, rows };
}

function rowOf(before: string, passage: PlainPassage, change: PlainChange, truth: Span | null): Row {
  const { start, end, shape } = passage;
  return { change, shape, words: wordsIn(before, passage).length, start, end, truth };
}

/** A place between two paragraphs, or behind a sentence, away from a passage's own paragraph. */
function awayFrom(random: Random, text: string, { paragraph }: PlainPassage): number {
  const others = paragraphsOf(text).filter(
    ({ start, end }) => end < paragraph.start - 200 || start > paragraph.end + 200,
  );
  return random.pick(others.length ? others : [{ start: 0, end: 0 }]).end;
}

function withTwin(random: Random, source: string, passage: PlainPassage, change: PlainChange) {
  if (!/^(?:near-|exact )twin/.test(change)) return { before: source, passage };
  const { sentence, paragraph } = passage;
  const at = awayFrom(random, source, passage);
  const unit = passage.shape === 'paragraph' ? paragraph : sentence;
  let twin = source.slice(unit.start, unit.end);
  if (change.startsWith('near')) {
    const whole = { start: 0, end: twin.length };
    twin = edited(twin, plainEdits(random, twin, whole, 1)).text;
  }
  const { text, map } = edited(source, [{ start: at, end: at, text: random.chance(0.5) ? ` ${twin}` : `\n\n${twin}` }]);
  const moved = (span: Span) => ({ start: map(span.start, true), end: map(span.end) });
  const whole = { sentence: moved(sentence), paragraph: moved(paragraph) };
  return { before: text, passage: { ...passage, ...moved(passage), ...whole } };
}

function applied(random: Random, text: string, passage: PlainPassage, change: PlainChange): Changed | null {
  const { sentence, paragraph } = passage;
  const isWhole = passage.shape === 'paragraph';
  const unit = isWhole ? paragraph : sentence;
  const put = (at: number, words: string): Edit => ({ start: at, end: at, text: words });
  const gone = (span: Span): Changed => ({ edits: [{ ...withTrailingSpace(text, span), text: '' }], fate: 'gone' });
  const edit = /edited (\d)/.exec(change);
  if (edit) return { edits: plainEdits(random, text, passage, Number(edit[1])), fate: 'stays' };
  if (change === 'kept, new text before') {
    return { edits: [put(unit.start, `${random.pick(NEWS)}${random.chance(0.5) ? ' ' : '\n\n'}`)], fate: 'stays' };
  }
  if (change === 'kept, new text elsewhere') {
    const news = random.shuffled(NEWS).slice(0, 4).join(' ');
    return { edits: [put(awayFrom(random, text, passage), `\n\n${news}\n\n${news}`)], fate: 'stays' };
  }
  if (/kept|reflowed/.test(change)) {
    const isNew = change === 'new exact twin, kept';
    const copy = `\n\n${text.slice(unit.start, unit.end)}`;
    return { edits: isNew ? [put(awayFrom(random, text, passage), copy)] : [], fate: 'stays' };
  }
  if (change === 'deleted quote') return gone(passage);
  if (change === 'deleted paragraph') return gone(paragraph);
  if (change === 'new near-twin, deleted') {
    const words = text.slice(unit.start, unit.end);
    const near = edited(words, plainEdits(random, words, { start: 0, end: words.length }, 2)).text;
    const at = awayFrom(random, text, passage);
    // A few words go along with a sentence that was moved and edited.
    if (passage.shape === 'phrase' || passage.shape === 'citation') return null;
    return { edits: [...gone(unit).edits, put(at, `\n\n${near}`)], fate: 'gone' };
  }
  if (change.endsWith('deleted') || change === 'deleted sentence') return gone(unit);
  if (change.includes('moved')) {
    const whole = change === 'moved paragraph' ? paragraph : unit;
    const lead = change === 'moved paragraph' || isWhole || random.chance(0.3) ? '\n\n' : ' ';
    const words = text.slice(whole.start, whole.end);
    const insert = put(awayFrom(random, text, passage), lead + words);
    // Beside another printing of its words no one could tell the two apart.
    if (text.slice(Math.max(0, insert.start - words.length - 20), insert.start + words.length + 20).includes(words))
      return null;
    return {
      edits: [...gone(whole).edits, insert],
      fate: { insert, from: lead.length + passage.start - whole.start },
    };
  }
  // The section around it: the paragraphs on both sides.
  const all = paragraphsOf(text);
  const i = all.findIndex(({ start }) => start >= paragraph.start);
  const [first, last] = [all[Math.max(0, i - 3)] as Span, all[Math.min(all.length - 1, i + 3)] as Span];
  const news = (from: number) => random.shuffled(NEWS).slice(from).join(' ');
  if (change === 'rewritten') return { edits: [{ start: first.start, end: last.end, text: news(3) }], fate: 'gone' };
  const edits = [
    { start: first.start, end: unit.start, text: `${news(4)} ` },
    { start: unit.end, end: last.end, text: ` ${news(4)}` },
  ];
  return { edits: edits.filter(({ start, end }) => end > start), fate: 'stays' };
}

/** Reflowed: another medium. The rest stays in its own. */
function printed(random: Random, sheet: Sheet, change: PlainChange): Sheet {
  if (change !== 'reflowed') return sheet;
  const medium = random.pick(['to pdf', 'from pdf', 'to markup', 'to scan', 'from scan'] as const);
  const print = medium.endsWith('pdf') ? asPdf : medium.endsWith('scan') ? asScan : asMarkup;
  const on = ({ start, end }: Span, printing: Printing): Span => ({
    start: printing.map(start),
    end: printing.map(end - 1) + 1,
  });
  const printing = print(medium.startsWith('to') ? sheet.after : sheet.before, random);
  if (medium.startsWith('to')) {
    const rows = sheet.rows.map((row) => ({ ...row, truth: row.truth && on(row.truth, printing) }));
    return { ...sheet, medium, after: printing.text, rows };
  }
  const rows = sheet.rows.map((row) => ({ ...row, ...on(row, printing) }));
  return { ...sheet, medium, before: printing.text, rows };
}
