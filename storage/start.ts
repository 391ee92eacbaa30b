import type { AnnotationSet, Tag, TagColour } from './schema';

/** A tag as stored: `nameKey` is unique, so that one name is one tag. */
export interface TagRow extends Tag {
  nameKey: string;
}

/** The form in which tag names are compared: "Iakttagelse " and "iakttagelse" are one tag; å and a are not. */
export function tagNameKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('sv');
}

export type StartLanguage = 'sv' | 'en';

/** English for English browsers, Swedish for all others: the field speaks Swedish. */
export function startLanguage(): StartLanguage {
  return globalThis.navigator?.language?.toLowerCase().startsWith('en') ? 'en' : 'sv';
}

/** What the set of the start is called. */
export const SET_NAMES: Record<StartLanguage, string> = { sv: 'Min granskning', en: 'My review' };

/** The set that exists from the start. */
export function defaultSet(language: StartLanguage = startLanguage()): AnnotationSet {
  const now = new Date().toISOString();
  return { id: crypto.randomUUID(), name: SET_NAMES[language], created: now, modified: now };
}

type StartTag = [name: string, colour: TagColour, description: string];

/** The vocabulary of the start, the same tags in the same order in each language. */
export const START_TAGS: Record<StartLanguage, StartTag[]> = {
  sv: [
    ['Revisionskriterium', 'blue', 'Den norm som nämnden bedöms mot, oftast ett lagrum'],
    ['Iakttagelse', 'yellow', 'Det som granskningen såg'],
    ['Bedömning', 'purple', 'Revisorernas bedömning'],
    ['Rekommendation', 'orange', 'Det som revisorerna rekommenderar en nämnd'],
    ['Svar', 'green', 'Nämndens svar på en rekommendation'],
    ['Följ upp', 'pink', 'Att återkomma till'],
  ],
  en: [
    ['Audit criterion', 'blue', 'The norm that a board is measured against, mostly a statute provision'],
    ['Audit finding', 'yellow', 'What the review observed'],
    ['Assessment', 'purple', "The auditors' judgement"],
    ['Recommendation', 'orange', 'What the auditors recommend a board'],
    ['Response', 'green', "The board's answer to a recommendation"],
    ['Follow up', 'pink', 'To come back to'],
  ],
};

/** The vocabulary that exists from the start, in its order; it can be changed and deleted like any other. */
export function startTags(language: StartLanguage = startLanguage()): TagRow[] {
  return START_TAGS[language].map(([name, colour, description], order) => ({
    id: crypto.randomUUID(),
    name,
    colour,
    description,
    order,
    nameKey: tagNameKey(name),
  }));
}
