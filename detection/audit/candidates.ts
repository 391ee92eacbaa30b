import type { Unit } from './units';

/** Units that hold a word worth a closer look, by what it may lead to; each in text order. */
export interface Candidates {
  advice: Unit[];
  questions: Unit[];
  assessments: Unit[];
  deadlines: Unit[];
}

/** Parts of words, short enough that a line-end hyphen or one misread letter leaves one of them whole. */
const TRIGGERS: Record<keyof Candidates, readonly string[]> = {
  advice: ['ekomm', 'ommend', 'EKOMM', 'bör', 'b6r', 'bér', ' bor '],
  questions: ['?'],
  assessments: ['bedöm', 'bed6', 'bedém', 'bedom', 'beddm', 'Bedöm'],
  deadlines: ['enast', 'illhanda', 'före den', 'till den ', 'svar '],
};

/** Finds each trigger by a plain search over the whole text: the cheapest scan there is. */
export function* findCandidates(text: string, units: readonly Unit[]): Generator<void, Candidates> {
  const result: Candidates = { advice: [], questions: [], assessments: [], deadlines: [] };
  for (const kind of Object.keys(TRIGGERS) as (keyof Candidates)[]) {
    const hits = new Uint8Array(units.length);
    for (const trigger of TRIGGERS[kind]) {
      markUnits(text, units, trigger, hits);
      yield;
    }
    result[kind] = units.filter((unit) => hits[unit.index] === 1);
  }
  return result;
}

function markUnits(text: string, units: readonly Unit[], trigger: string, hits: Uint8Array): void {
  let index = 0;
  let at = text.indexOf(trigger);
  while (at >= 0) {
    while (index < units.length && (units[index] as Unit).end <= at) index++;
    const unit = units[index];
    if (!unit) return;
    if (unit.start <= at) {
      hits[unit.index] = 1;
      at = text.indexOf(trigger, unit.end);
    } else at = text.indexOf(trigger, unit.start);
  }
}
