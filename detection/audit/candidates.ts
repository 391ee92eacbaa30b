import type { Unit } from './units';

/** Units that hold a word worth a closer look, by what it may lead to; each in text order. */
export interface Candidates {
  advice: Unit[];
  questions: Unit[];
  assessments: Unit[];
  deadlines: Unit[];
  /** Units right above an item that may announce questions. */
  questionLeads: Unit[];
}

/**
 * Parts of words that lead somewhere, also when a line end parts them (`rekom-`) or a scan damaged them (`b6r`, `bed6mer`).
 * One short pattern for each purpose: the engine skips through a text by the few letters that such a pattern has, and
 * falls back to reading sign by sign where there are many.
 */
const ADVICE = /kommen[d-]|rekom-|KOMMEN|b[öo6é0]r|ppmana|föresl/g;
const QUESTION = /\?/g;
const ASSESSMENT = /[Bb]ed[öo6éd0]|BED/g;
const DEADLINE = [/[Ss]enast|SENAST/g, /(?:f[öo]re|till) den /g, /varsdatum/g];

/** Words that announce questions. */
const QUESTION_WORD = /evisionsfr|ontrollmål|rågeställning|ranskningsmål/;

/** Characters scanned between two pauses. */
const SLICE = 400_000;

/** Finds the candidates by a few passes over the text. */
export function* findCandidates(text: string, units: readonly Unit[]): Generator<void, Candidates> {
  return {
    advice: yield* unitsWith(text, units, [ADVICE]),
    questions: yield* unitsWith(text, units, [QUESTION]),
    assessments: yield* unitsWith(text, units, [ASSESSMENT]),
    deadlines: yield* unitsWith(text, units, DEADLINE),
    questionLeads: yield* leadsWith(text, units, QUESTION_WORD),
  };
}

/**
 * The units in which one of the patterns matches, each once and in text order.
 * @param patterns global ones
 */
function* unitsWith(text: string, units: readonly Unit[], patterns: readonly RegExp[]): Generator<void, Unit[]> {
  const found = new Set<Unit>();
  for (const pattern of patterns) {
    let index = 0;
    let pause = SLICE;
    for (let from = 0; ; ) {
      // Set each time: another document's search may have run in a pause.
      pattern.lastIndex = from;
      const at = pattern.exec(text)?.index;
      if (at === undefined) break;
      while (index < units.length && (units[index] as Unit).end <= at) index++;
      const unit = units[index];
      if (!unit) break;
      if (unit.start <= at) found.add(unit);
      from = unit.start <= at ? unit.end : unit.start;
      if (from < pause) continue;
      pause = from + SLICE;
      yield;
    }
    yield;
  }
  const list = [...found];
  return patterns.length > 1 ? list.sort((a, b) => a.index - b.index) : list;
}

function* leadsWith(text: string, units: readonly Unit[], pattern: RegExp): Generator<void, Unit[]> {
  const found: Unit[] = [];
  for (let index = 0; index + 1 < units.length; index++) {
    if (index % 4000 === 3999) yield;
    if ((units[index + 1] as Unit).type !== 'item') continue;
    const unit = units[index] as Unit;
    if (pattern.test(text.slice(unit.start, unit.end))) found.push(unit);
  }
  return found;
}
