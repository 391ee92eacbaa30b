import type { Section } from './sections';
import type { Outline, Unit } from './units';
import { type Part, PartScanner } from './word-parts';

/** Units that hold a word worth a closer look, by what it may lead to; each in text order. */
export interface Candidates {
  advice: Unit[];
  questions: Unit[];
  assessments: Unit[];
  deadlines: Unit[];
  /** Units that may open a board's answer. */
  labels: Unit[];
  /** Units that may announce questions in the items or clauses below them. */
  questionLeads: Unit[];
}

/** What a part of a word in a unit may lead to. */
const ADVICE = 1;
const NEED = 2;
const QUESTION = 4;
const ASSESSMENT = 8;
const DEADLINE = 16;
const LABEL = 32;
/** Who judges, in any paragraph outside the auditors' own parts. */
const OWN_VOICE = 64;
/** Words of a lead-in to a list of advice: what is to be improved, a board, the auditors. */
const ANNOUNCES = 128;
/** Words that announce questions. */
const ANNOUNCES_QUESTIONS = 256;
/** What leaves the auditors' questions to the clauses below it: "Granskningen ska svara på om:". */
const CLAUSES = 512;
/** What makes a unit a candidate by itself. */
const LEADS = CLAUSES | ADVICE | NEED | QUESTION | ASSESSMENT | DEADLINE | LABEL | ANNOUNCES | ANNOUNCES_QUESTIONS;
/** What counts only at the end of a unit over an item. */
const IN_LEADS = ANNOUNCES | ANNOUNCES_QUESTIONS;

/** Parts of words that lead somewhere, also when a line end parts them (`rekom-`) or a scan damaged them (`b6r`, `bed6mer`). */
const PARTS: readonly Part<number>[] = [
  ...leadingTo(ADVICE, ['kommen[d-]', 'rekom-', 'KOMMEN', 'b[öo6é0]r', 'ppmana', 'föresl', 'rordar', 'rslag:']),
  // Words by which auditors tell a need instead of a recommendation.
  ...leadingTo(NEED, ['behöver', 'behov av', 'måste', 'ngeläg', 'nskvärt', 'vikten av', 'vikt att', 'viktigt']),
  ...leadingTo(NEED, ['rutsätter', 'fterlys', 'äntar ', 'dvändigt', 'sentligt', 'er gärna ']),
  ...leadingTo(QUESTION, ['?']),
  { mark: QUESTION, letters: 'mål ', whole: /mål \d{1,2}\s?[:.–-]/y },
  ...leadingTo(CLAUSES, [' om:']),
  ...leadingTo(ASSESSMENT, ['[Bb]ed[öo6éd0]', 'BED']),
  ...leadingTo(DEADLINE, [
    '[Ss]enast',
    'SENAST',
    'f[öo]re den ',
    'f[öo]re 20',
    'nnan den ',
    'nnan 20',
    'till den ',
    'varsdatum',
    'varstid',
    'ista dag',
    'ista svarsdag',
    'illhanda',
    'motses',
    'på sig att svar',
  ]),
  ...leadingTo(LABEL, ['[nt]s svar', '[nt]s komm', '[nt]s yttr', '[nt]s bem', '[nt]s synp', 'Utfall:']),
  { mark: LABEL, letters: '[nt]s st', whole: /[nt]s st.{1,2}llningst/y },
  { mark: LABEL, letters: 'Svar', whole: /Svar\s?[:\n]/y },
  { mark: LABEL, letters: 'Kommentar', whole: /Kommentar\s?[:\n]/y },
  { mark: LABEL, letters: 'Åtgärd', whole: /Åtgärd(?:er)?\s?[:\n]/y },
  { mark: LABEL, letters: 'de åtgärder', whole: /de åtgärder\s?[:\n]/y },
  { mark: LABEL, letters: 'gna åtgärder', whole: /gna åtgärder\s?[:\n]/y },
  { mark: LABEL, letters: 'Status', whole: /Status(?: \d{4})?:/y },
  { mark: LABEL, letters: 'Läge', whole: /Läget?(?: nu| i dag)?:/y },
  { mark: LABEL, letters: 'edömning ', whole: /edömning \d{4}:/y },
  ...leadingTo(OWN_VOICE, ['evisor', 'evision', 'edömning', 'år uppfattning', 'år mening']),
  { mark: OWN_VOICE, letters: '[Vv]i ', whole: /(?<!\p{L})[Vv]i /uy },
  ...leadingTo(ANNOUNCES, [
    'rbättring',
    'tvecklings',
    'tgärdsf',
    'tgärder:',
    'edskick',
    'ppmaning',
    'ynpunkt',
    'åpekand',
  ]),
  ...leadingTo(ANNOUNCES, ['ämnd', 'tyrelsen', 'irektion', 'evisor', 'evision']),
  ...leadingTo(ANNOUNCES_QUESTIONS, ['evisionsfr', 'ontrollmål', 'rågeställning', 'ranskningsmål']),
];

function leadingTo(mark: number, all: readonly string[]): Part<number>[] {
  return all.map((letters) => ({ letters, mark }));
}

/**
 * Parts of words of which a short line over an item must hold one to be a lead-in or a head: who speaks, to whom, what is to be
 * improved. No part has a letter that scans damage.
 */
const MAY_HEAD =
  /\b(?:vi|jag|ey|bdo)\b|visor|vision|undertecknad|granskarna|granskningsteam|kpmg|pwc|deloitte|komredo|young|thornton|azets|mazars|helseplan|sirona|mnd|tyrels|ullm|irektion|ttring|vecklings|tg.{1,2}rds|medskick|maning|synpunkt|pekand|slag till|ommend|^att [abpuf]|behov av|kvarst/i;

/** Characters of a lead-in's end; of a line over a list that may be its head. */
const LONGEST_LEAD = 600;
const SHORT_LEAD = 40;
/** Characters of a head. */
const LONGEST_HEAD = 60;

/** Characters scanned, and units looked at, between two pauses. */
const SLICE = 400_000;
const UNITS = 10_000;

let scanner: PartScanner<number> | undefined;

/** Finds the candidates by one pass over the text. */
export function* findCandidates(outline: Outline): Generator<void, Candidates> {
  const marks = yield* readMarks(outline);
  yield* readParted(outline, marks);
  const found: Candidates = {
    advice: [],
    questions: [],
    assessments: [],
    deadlines: [],
    labels: [],
    questionLeads: [],
  };
  for (const index of outline.advisory) marks[index] = (marks[index] as number) | ADVICE;
  for (let index = 0; index < outline.length; index++) {
    if (index % UNITS === UNITS - 1) yield;
    const mark = withHead(outline, index, marks[index] as number);
    if ((mark & LEADS) === 0) continue;
    const unit = outline.at(index) as Unit;
    if ((mark & (ADVICE | ANNOUNCES)) !== 0 || ((mark & NEED) !== 0 && mayBeOwn(unit, mark))) found.advice.push(unit);
    if ((mark & QUESTION) !== 0) found.questions.push(unit);
    if ((mark & ASSESSMENT) !== 0) found.assessments.push(unit);
    if ((mark & DEADLINE) !== 0) found.deadlines.push(unit);
    if ((mark & LABEL) !== 0) found.labels.push(unit);
    if ((mark & (ANNOUNCES_QUESTIONS | CLAUSES)) !== 0) found.questionLeads.push(unit);
  }
  return found;
}

/** What each unit's words may lead to. */
function* readMarks(outline: Outline): Generator<void, Uint16Array> {
  scanner ??= new PartScanner(PARTS);
  const { text } = outline;
  const marks = new Uint16Array(outline.length);
  for (let first = 0; first < outline.length; ) {
    const from = outline.start(first);
    let last = first;
    while (last + 1 < outline.length && outline.end(last) - from < SLICE) last++;
    const hits = scanner.scan(text, from, outline.end(last));
    let index = first;
    for (let k = 0; k < hits.length; k += 2) {
      const start = hits[k] as number;
      const part = PARTS[hits[k + 1] as number] as Part<number>;
      while (outline.end(index) <= start) index++;
      const known = marks[index] as number;
      if (start < outline.start(index) || (known & part.mark) !== 0 || !scanner.counts(part, text, start)) continue;
      if ((part.mark & IN_LEADS) === 0 || isInLead(outline, index, start)) marks[index] = known | part.mark;
    }
    first = last + 1;
    yield;
  }
  return marks;
}

const SOFT_HYPHEN = '\u00ad';
/** Units with soft hyphens healed between two pauses. */
const HEALED = 200;

/** Reads units whose words are parted by soft hyphens, as web pages part long words (`rekommenderar` in three pieces), once more as they are meant. */
function* readParted(outline: Outline, marks: Uint16Array): Generator<void> {
  const { text } = outline;
  let index = 0;
  let count = 0;
  for (let at = text.indexOf(SOFT_HYPHEN); at >= 0; ) {
    while (index < outline.length && outline.end(index) <= at) index++;
    if (index >= outline.length) return;
    const start = outline.start(index);
    if (start <= at) {
      const words = outline.words(outline.at(index) as Unit).text;
      const found = (scanner as PartScanner<number>).marks(words, 0, words.length);
      marks[index] = (marks[index] as number) | (isOverItem(outline, index) ? found : found & ~IN_LEADS);
      if (++count % HEALED === 0) yield;
    }
    at = text.indexOf(SOFT_HYPHEN, start <= at ? outline.end(index) : start);
  }
}

/** True for a unit over an item, near whose end a place stands. */
function isInLead(outline: Outline, index: number, at: number): boolean {
  return isOverItem(outline, index) && at >= outline.end(index) - LONGEST_LEAD;
}

function isOverItem(outline: Outline, index: number): boolean {
  return index + 1 < outline.length && outline.type(index + 1) === 'item';
}

/** A unit's mark, for a short line over an item by the words of heads instead of those of lead-ins. */
function withHead(outline: Outline, index: number, mark: number): number {
  const start = outline.start(index);
  const end = outline.end(index);
  if (end - start >= SHORT_LEAD || !isOverItem(outline, index)) return mark;
  return MAY_HEAD.test(outline.text.slice(start, end)) ? mark | ANNOUNCES : mark & ~ANNOUNCES;
}

/** Parts of a report that give others' words. */
const OTHERS: ReadonlySet<Section> = new Set(['criteria', 'background', 'method', 'response']);

/** Whether a need told in a unit may be the auditors' word, by the part it stands in and who is named. */
function mayBeOwn(unit: Unit, mark: number): boolean {
  if (unit.section === 'assessment' || unit.section === 'recommendations') return true;
  // A short line may be the head of a list.
  if (unit.end - unit.start < LONGEST_HEAD) return true;
  return !OTHERS.has(unit.section) && (mark & OWN_VOICE) !== 0;
}
