import type { UnsentPassages } from '../../messages/schema';
import type { Entry } from './entries';

/** What the list shows: everything, what is kept, what a person has to settle, or one kind. */
export type Shown = 'all' | 'kept' | 'review' | Entry['kind'];

/** The list's filter. */
export interface Choice {
  shown: Shown;
  /** Name of a tag; `all`, or `none` for annotations without any: in objects, since a tag may be called so too. */
  tag: { is: 'all' } | { is: 'none' } | { is: 'tag'; name: string };
}

export const EVERYTHING: Choice = { shown: 'all', tag: { is: 'all' } };

/** Whether a row is shown. */
export function isChosen(entry: Entry, { shown, tag }: Choice): boolean {
  return isShown(entry, shown) && hasTag(entry, tag);
}

function isShown({ kind, placement }: Entry, shown: Shown): boolean {
  switch (shown) {
    case 'all':
      return true;
    case 'kept':
      return placement !== null;
    case 'review':
      return placement !== null && !placement.annotation.isElsewhere && UNSETTLED.has(placement.verdict);
    default:
      return kind === shown;
  }
}

/** Verdicts that ask something of a person. */
const UNSETTLED: ReadonlySet<string> = new Set(['changed', 'ambiguous', 'orphaned']);

function hasTag({ placement }: Entry, tag: Choice['tag']): boolean {
  if (tag.is === 'all') return true;
  if (!placement) return false;
  const { tagNames } = placement.annotation;
  return tag.is === 'none' ? tagNames.length === 0 : tagNames.includes(tag.name);
}

/** How many of the passages that the panel was not sent would be shown; none of them is kept. */
export function unsentChosen(unsent: UnsentPassages, { shown, tag }: Choice): number {
  if (tag.is !== 'all' || shown === 'kept' || shown === 'review' || shown === 'selection') return 0;
  if (shown !== 'all') return unsent[shown] ?? 0;
  return Object.values(unsent).reduce((sum, count) => sum + count, 0);
}

/** Names of the tags of the document's annotations, in Swedish order. */
export function tagsIn(entries: readonly Entry[]): string[] {
  const names = new Set(entries.flatMap(({ placement }) => placement?.annotation.tagNames ?? []));
  return [...names].sort((one, other) => one.localeCompare(other, 'sv'));
}
