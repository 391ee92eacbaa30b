import type { AnnotationSet, Tag, TagColour } from './schema';

/** A tag as stored: `nameKey` is unique, so that one name is one tag. */
export interface TagRow extends Tag {
  nameKey: string;
}

/** The form in which tag names are compared: "Iakttagelse " and "iakttagelse" are one tag; å and a are not. */
export function tagNameKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('sv');
}

/** The set that exists from the start. */
export function defaultSet(): AnnotationSet {
  const now = new Date().toISOString();
  return { id: crypto.randomUUID(), name: 'Min granskning', created: now, modified: now };
}

const START_TAGS: [name: string, colour: TagColour, description: string][] = [
  ['Revisionskriterium', 'blue', 'Den norm som nämnden bedöms mot, oftast ett lagrum'],
  ['Iakttagelse', 'yellow', 'Det som granskningen såg'],
  ['Bedömning', 'purple', 'Revisorernas bedömning'],
  ['Rekommendation', 'orange', 'Det som revisorerna rekommenderar en nämnd'],
  ['Svar', 'green', 'Nämndens svar på en rekommendation'],
  ['Följ upp', 'pink', 'Att återkomma till'],
];

/** The vocabulary that exists from the start; it can be changed and deleted like any other. */
export function startTags(): TagRow[] {
  return START_TAGS.map(([name, colour, description]) => ({
    id: crypto.randomUUID(),
    name,
    colour,
    description,
    nameKey: tagNameKey(name),
  }));
}
