import type { Line } from './lines';

/** Which annotations are chosen, and where a stretch that is chosen with Shift begins. */
export interface Selection {
  ids: ReadonlySet<string>;
  /** Key of the line. */
  anchor: string | null;
}

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchor: null };

/** Ids of a line: its own, or all of its group's. */
export function idsOfLine(line: Line): readonly string[] {
  return line.type === 'row' ? [line.id] : line.group.ids;
}

/** A line is chosen or not any more; the next stretch begins there. */
export function toggled(selection: Selection, line: Line): Selection {
  const own = idsOfLine(line);
  const ids = new Set(selection.ids);
  if (own.every((id) => ids.has(id))) for (const id of own) ids.delete(id);
  else for (const id of own) ids.add(id);
  return { ids, anchor: line.key };
}

/**
 * All from the anchor to this line besides what is chosen already.
 * @param from where the stretch begins when there is no anchor, or when it is not shown any more
 */
export function extendedTo(selection: Selection, lines: readonly Line[], from: number, to: number): Selection {
  const known = selection.anchor === null ? -1 : lines.findIndex(({ key }) => key === selection.anchor);
  const begin = known < 0 ? from : known;
  const ids = new Set(selection.ids);
  for (const line of lines.slice(Math.min(begin, to), Math.max(begin, to) + 1)) {
    if (line.type === 'row') ids.add(line.id);
    else if (!line.isOpen) for (const id of line.group.ids) ids.add(id);
  }
  return { ids, anchor: lines[begin]?.key ?? null };
}

export function allSelected(ids: readonly string[], anchor: string | null): Selection {
  return { ids: new Set(ids), anchor };
}
