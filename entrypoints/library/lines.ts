import type { LibraryAnswer, LibraryGroup } from '../../storage/library-types';

/** One line of the list: the heading of a group, or an annotation. */
export type Line =
  | { type: 'group'; key: string; group: LibraryGroup; isOpen: boolean }
  | { type: 'row'; key: string; id: string };

/**
 * The answer as lines. An annotation with two tags stands in two groups, so that keys are made of group and id.
 * @param isOpen which groups show their rows
 */
export function linesOf(answer: LibraryAnswer, isGrouped: boolean, isOpen: (groupKey: string) => boolean): Line[] {
  if (!isGrouped) return answer.ids.map((id) => ({ type: 'row', key: id, id }));
  const lines: Line[] = [];
  for (const group of answer.groups) {
    const open = isOpen(group.key);
    lines.push({ type: 'group', key: `group ${group.key}`, group, isOpen: open });
    if (open) for (const id of group.ids) lines.push({ type: 'row', key: `${group.key} ${id}`, id });
  }
  return lines;
}
