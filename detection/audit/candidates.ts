import type { Section } from './sections';
import type { Outline, Unit } from './units';

/** Units that hold a word worth a closer look, by what it may lead to; each in text order. */
export interface Candidates {
  advice: Unit[];
  questions: Unit[];
  assessments: Unit[];
  deadlines: Unit[];
  /** Units that may open a board's answer. */
  labels: Unit[];
  /** Units right above an item that may announce questions. */
  questionLeads: Unit[];
}

/**
 * Parts of words that lead somewhere, also when a line end parts them (`rekom-`) or a scan damaged them (`b6r`, `bed6mer`).
 * Several short patterns rather than a long one, the rest of a word looked at only behind its first letters: the engine skips
 * through a text by the letters that a pattern begins with, and falls back to reading sign by sign where these are many.
 */
const ADVICE = [/kom(?:men[d-]|(?<=rekom)-)|KOMMEN/g, /b[öo6é0]r/g, /ppm(?=ana)|föresl/g];
/** Words of a lead-in to a list of advice: what is to be improved, a board, the auditors. */
const MAY_ANNOUNCE =
  /rbättring|tvecklings|tgärdsf|edskick|ppmaning|ynpunkt|åpekand|ämnd|tyrelsen|irektion|evis(?:or|ion)/;
/**
 * Parts of words of which a short line over an item must hold one to be a lead-in or a head: who speaks, to whom, what is to be
 * improved. No part has a letter that scans damage.
 */
const MAY_HEAD =
  /\b(?:vi|jag|ey|bdo)\b|visor|vision|undertecknad|granskarna|granskningsteam|kpmg|pwc|deloitte|komredo|young|thornton|azets|mazars|helseplan|sirona|mnd|tyrels|ullm|irektion|ttring|vecklings|tg.{1,2}rds|medskick|maning|synpunkt|pekand|slag till|ommend|^att [abpuf]|behov av|kvarst/i;
/** Words by which auditors tell a need instead of a recommendation. */
const NEED = [
  /beh(?=över|ov av)|mås(?=te)/g,
  /ngel(?=äg)|nskv(?=ärt)/g,
  /vikt(?=en? av| att|igt)/g,
  /ruts(?=ätter)|fter(?=lys)/g,
  /änta(?=r )/g,
  /dvän(?=digt)|sent(?=ligt)/g,
  /er g(?=ärna )/g,
];
const QUESTION = /\?/g;
const ASSESSMENT = /[Bb]ed[öo6éd0]|BED/g;
const DEADLINE = [
  /[Ss]enast|SENAST/g,
  /[el] den (?<=(?:f[öo]re|till) den )/g,
  /varsda(?=tum)/g,
  /illha(?=nda)/g,
  /motse(?=s)/g,
];

const LABEL = [
  /[nt]s (?:svar|komm|yttr|st.{1,2}llningst|bem|synp)/g,
  /(?:Svar|Kommentar)\s?[:\n]/g,
  /Sta(?=tus(?: \d{4})?:)/g,
  /Läg(?=et?(?: nu| i dag)?:)/g,
  /Utf(?=all:)/g,
  /edömning \d(?=\d{3}:)/g,
];

/** Words that announce questions. */
const QUESTION_WORD = /evisionsfr|ontrollmål|rågeställning|ranskningsmål/;

/** Characters of a lead-in's end; of a line over a list that may be its head. */
const LONGEST_LEAD = 600;
const SHORT_LEAD = 40;

/** Characters scanned between two pauses. */
const SLICE = 400_000;

/** Finds the candidates by a few passes over the text. */
export function* findCandidates(outline: Outline): Generator<void, Candidates> {
  return {
    advice: yield* adviceIn(outline),
    questions: yield* unitsWith(outline, [QUESTION]),
    assessments: yield* unitsWith(outline, [ASSESSMENT]),
    deadlines: yield* unitsWith(outline, DEADLINE),
    labels: yield* unitsWith(outline, LABEL),
    questionLeads: yield* leadsWith(outline, QUESTION_WORD),
  };
}

/** Characters of a head. */
const LONGEST_HEAD = 60;
/** Parts of a report that give others' words. */
const OTHERS: ReadonlySet<Section> = new Set(['criteria', 'background', 'method', 'response']);
/** Who judges, in any paragraph outside the auditors' own parts. */
const OWN_VOICE = /(?:^|[^\p{L}])[Vv]i |evis(?:or|ion)|edömning/u;

/** Whether a need told in a unit may be the auditors' word, by the part it stands in and who is named. */
function mayBeOwn(outline: Outline, unit: Unit): boolean {
  if (unit.section === 'assessment' || unit.section === 'recommendations') return true;
  // A short line may be the head of a list.
  if (unit.end - unit.start < LONGEST_HEAD) return true;
  return !OTHERS.has(unit.section) && OWN_VOICE.test(outline.text.slice(unit.start, unit.end));
}

/** Units that hold a word of advice, that head advice, or that leave improvements to a list. */
function* adviceIn(outline: Outline): Generator<void, Unit[]> {
  const units = new Set([
    ...(yield* unitsWith(outline, ADVICE)),
    ...(yield* unitsWith(outline, NEED)).filter((unit) => mayBeOwn(outline, unit)),
    ...outline.advisory.map((index) => outline.at(index) as Unit),
    ...(yield* leadsWith(outline, MAY_ANNOUNCE, { below: SHORT_LEAD, pattern: MAY_HEAD })),
  ]);
  return [...units].sort((a, b) => a.index - b.index);
}

/**
 * The units in which one of the patterns matches, each once and in text order.
 * @param patterns global ones
 */
function* unitsWith(outline: Outline, patterns: readonly RegExp[]): Generator<void, Unit[]> {
  const found = new Set<number>();
  for (const pattern of patterns) {
    let index = 0;
    let pause = SLICE;
    for (let from = 0; ; ) {
      // Set each time: another document's search may have run in a pause.
      pattern.lastIndex = from;
      const at = pattern.exec(outline.text)?.index;
      if (at === undefined) break;
      while (index < outline.length && outline.end(index) <= at) index++;
      if (index === outline.length) break;
      const inside = outline.start(index) <= at;
      if (inside) found.add(index);
      from = inside ? outline.end(index) : outline.start(index);
      if (from < pause) continue;
      pause = from + SLICE;
      yield;
    }
    yield;
  }
  const indices = [...found];
  if (patterns.length > 1) indices.sort((a, b) => a - b);
  return indices.map((index) => outline.at(index) as Unit);
}

/** The units right above an item whose last words hold what a pattern looks for; short ones by a pattern of their own. */
function* leadsWith(
  outline: Outline,
  pattern: RegExp,
  short?: { below: number; pattern: RegExp },
): Generator<void, Unit[]> {
  const found: Unit[] = [];
  for (let index = 0; index + 1 < outline.length; index++) {
    if (index % 4000 === 3999) yield;
    if (outline.type(index + 1) !== 'item') continue;
    const end = outline.end(index);
    const length = end - outline.start(index);
    const words = outline.text.slice(end - Math.min(length, LONGEST_LEAD), end);
    if ((short && length < short.below ? short.pattern : pattern).test(words)) found.push(outline.at(index) as Unit);
  }
  return found;
}
