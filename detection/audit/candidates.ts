import type { Unit } from './units';

/** Units that hold a word worth a closer look, by what it may lead to; each in text order. */
export interface Candidates {
  advice: Unit[];
  questions: Unit[];
  assessments: Unit[];
  deadlines: Unit[];
  /** Units that may announce questions. */
  questionLeads: Unit[];
}

/**
 * Parts of words that lead somewhere, each in its own group: `rekommendera`, `bör`, `uppmana`, `föreslå`; `?`; `bedöma`; `senast`, `före den`,
 * `till den`, `svarsdatum`. Also when a line end parts them (`rekom-`) or a scan damaged them (`b6r`, `bed6mer`). Plain
 * enough for the engine to skip through the text by first letters.
 */
const TRIGGERS =
  /(kommen[d-]|rekom-|KOMMEN|b(?:ö|o|6|é|0)r|ppmana|föresl)|(\?)|(bed(?:ö|o|6|é|d|0)|Bed(?:ö|o|6|é|d|0)|BED)|([Ss]enast|före den|fore den|till den |varsdatum|SENAST)/g;

/** Long words that announce questions; searched for one by one, because a plain search skips by their length. */
const QUESTION_WORDS = ['evisionsfr', 'ontrollmål', 'rågeställning', 'ranskningsmål'];

/** Characters scanned between two pauses. */
const SLICE = 400_000;

/** Finds the candidates in one pass over the text. */
export function* findCandidates(text: string, units: readonly Unit[]): Generator<void, Candidates> {
  const result: Candidates = { advice: [], questions: [], assessments: [], deadlines: [], questionLeads: [] };
  const lists = [result.advice, result.questions, result.assessments, result.deadlines];
  let index = 0;
  let pause = SLICE;
  TRIGGERS.lastIndex = 0;
  for (let match = TRIGGERS.exec(text); match; match = TRIGGERS.exec(text)) {
    const at = match.index;
    while (index < units.length && (units[index] as Unit).end <= at) index++;
    const unit = units[index];
    if (!unit) break;
    if (unit.start > at) continue;
    for (let group = 0; group < lists.length; group++) {
      const list = lists[group] as Unit[];
      if (match[group + 1] !== undefined && list.at(-1) !== unit) list.push(unit);
    }
    if (at < pause) continue;
    pause = at + SLICE;
    const next = TRIGGERS.lastIndex;
    yield;
    // Another document's search may have run meanwhile.
    TRIGGERS.lastIndex = next;
  }
  yield;
  const leads = new Set<Unit>();
  for (const word of QUESTION_WORDS) {
    for (const unit of unitsWith(text, units, word)) leads.add(unit);
    yield;
  }
  result.questionLeads = [...leads].sort((a, b) => a.index - b.index);
  return result;
}

function* unitsWith(text: string, units: readonly Unit[], word: string): Generator<Unit> {
  let index = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    while (index < units.length && (units[index] as Unit).end <= at) index++;
    const unit = units[index];
    if (!unit) return;
    if (unit.start <= at) yield unit;
  }
}
