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
 * Parts of words that lead somewhere, each in its own group: `rekommendera`, `bör`; `?`; `bedöma`; `senast`, `före den`,
 * `till den`, `svarsdatum`; `revisionsfråga`, `kontrollmål`. Also when a line end parts them (`rekom-`) or a scan damaged them (`b6r`, `bed6mer`). Plain
 * enough for the engine to skip through the text by first letters.
 */
const TRIGGERS =
  /(kommen[d-]|rekom-|KOMMEN|b(?:ö|o|6|é|0)r)|(\?)|(bed(?:ö|o|6|é|d|0)|Bed(?:ö|o|6|é|d|0)|BED)|([Ss]enast|före den|fore den|till den |varsdatum|SENAST)|(evisionsfr|rågest|ontrollm|ranskningsm|elfråg)/g;

/** Characters scanned between two pauses. */
const SLICE = 400_000;

/** Finds the candidates in one pass over the text. */
export function* findCandidates(text: string, units: readonly Unit[]): Generator<void, Candidates> {
  const result: Candidates = { advice: [], questions: [], assessments: [], deadlines: [], questionLeads: [] };
  const lists = [result.advice, result.questions, result.assessments, result.deadlines, result.questionLeads];
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
  return result;
}
