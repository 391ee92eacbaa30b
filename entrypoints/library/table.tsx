import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useTexts } from '../../components/texts';
import type { Library } from '../../storage/library';
import type { LibrarySort } from '../../storage/library-types';
import type { AnnotationSet, Tag } from '../../storage/schema';
import { dayIn } from './days';
import { GroupCells, groupName } from './group-row';
import { Head } from './head';
import type { Line } from './lines';
import { RowCells } from './row';
import { extendedTo, idsOfLine, type Selection, toggled } from './selection';
import { tableKeys } from './table-keys';
import { useLibraryTexts } from './texts';
import { useLineHeights, useVirtualLines } from './use-virtual-lines';
import type { View } from './view';

/** The line that Tab leads to: its key, and where it stood last. */
export interface ActiveLine {
  key: string | null;
  index: number;
}

export interface TableProps {
  library: Library;
  lines: readonly Line[];
  view: View;
  tags: ReadonlyMap<string, Tag>;
  sets: ReadonlyMap<string, AnnotationSet>;
  selection: Selection;
  active: ActiveLine;
  /** Id of the annotation whose details are open. */
  detailId: string | null;
  /** Whether rows are low. */
  isDense: boolean;
  onSort(by: LibrarySort): void;
  onSelect(change: (before: Selection) => Selection): void;
  onActive(active: ActiveLine): void;
  onToggleGroup(key: string): void;
  onDetails(id: string): void;
  onOpen(id: string): void;
  onSelectAll(): void;
  onDelete(): void;
  /** Leaves what is open or chosen. */
  onEscape(): void;
  /** Gives the nth tag, 0 first. */
  onTagKey(nth: number): void;
}

/** ARIA in HTML, section 4: a table may be a grid, and its rows and cells are the grid's. Groups make it a tree. */
const GRID = { role: 'grid', 'aria-multiselectable': true } as const;
const TREE = { role: 'treegrid', 'aria-multiselectable': true } as const;

/** Where the active line is now; the nearest where it has gone. */
export function activeIndex({ key, index }: ActiveLine, lines: readonly Line[]): number {
  if (lines[index]?.key === key) return index;
  const found = key === null ? -1 : lines.findIndex((line) => line.key === key);
  return found >= 0 ? found : Math.max(0, Math.min(index, lines.length - 1));
}

/**
 * The list of annotations: a grid whose rows have the focus one at a time (WAI-ARIA Authoring Practices, "Grid").
 * Only rows in sight have elements; `aria-rowcount` and `aria-rowindex` tell of the others.
 */
export function Table(props: TableProps) {
  const { library, lines, view, tags, sets, selection, active, detailId, isDense } = props;
  const { onSort, onSelect, onActive, onToggleGroup, onDetails, onOpen } = props;
  const shared = useTexts();
  const texts = useLibraryTexts();
  const scroller = useRef<HTMLTableSectionElement>(null);
  const probes = useRef<HTMLDivElement>(null);
  const heights = useLineHeights(probes);
  const current = activeIndex(active, lines);
  const rows = useVirtualLines(scroller, lines, heights, current);
  const day = useMemo(() => dayIn(shared.language), [shared]);
  /** The focus is to follow the active line, or was in a line that is gone. */
  const wantsFocus = useRef(false);
  const hadFocus = useRef(false);

  useLayoutEffect(() => {
    const isLost = hadFocus.current && (document.activeElement === document.body || !document.activeElement);
    if (!wantsFocus.current && !isLost) return;
    const line = scroller.current?.querySelector<HTMLElement>('[data-active]');
    if (!line) return;
    wantsFocus.current = false;
    line.focus({ preventScroll: true });
  });
  // A new question begins at its first answer.
  const question = `${view.place} ${view.text} ${JSON.stringify(view.filters)} ${view.order.by} ${view.order.descending} ${view.grouping}`;
  const asked = useRef(question);
  useEffect(() => {
    if (asked.current === question) return;
    asked.current = question;
    rows.scrollToOffset(0);
  }, [question, rows]);

  // What takes room below the list, the bar for what is chosen, does not cover the row that the person is in.
  const inSight = useRef(current);
  inSight.current = current;
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let height = element.clientHeight;
    const observer = new ResizeObserver(() => {
      const isLower = element.clientHeight < height;
      height = element.clientHeight;
      if (isLower && element.contains(document.activeElement)) rows.scrollToIndex(inSight.current, { align: 'auto' });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [rows]);

  const moveTo = (index: number) => {
    const to = Math.max(0, Math.min(index, lines.length - 1));
    wantsFocus.current = true;
    onActive({ key: lines[to]?.key ?? null, index: to });
    rows.scrollToIndex(to, { align: 'auto' });
    return to;
  };
  const linesInWindow = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / heights.row) - 1);
  const onKeyDown = tableKeys({ ...props, current, linesInWindow, moveTo });

  const choose = (line: Line, index: number, isStretch: boolean) => {
    if (isStretch) wantsFocus.current = true;
    onActive({ key: line.key, index });
    onSelect((before) => (isStretch ? extendedTo(before, lines, current, index) : toggled(before, line)));
  };
  /** The line that something happened on; undefined outside all lines. */
  const lineOf = (target: EventTarget | null): { line: Line; index: number } | undefined => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
    const index = Number(row?.dataset.index);
    const line = row ? lines[index] : undefined;
    return line && { line, index };
  };
  const onClick = (event: MouseEvent) => {
    const hit = lineOf(event.target);
    if (!hit) return;
    const { line, index } = hit;
    const isBox = event.target instanceof HTMLInputElement;
    if (isBox || (line.type === 'row' && (event.shiftKey || event.ctrlKey || event.metaKey))) {
      return choose(line, index, event.shiftKey);
    }
    onActive({ key: line.key, index });
    if (line.type === 'group') return onToggleGroup(line.group.key);
    if (event.target instanceof Element && event.target.closest('button')) return onOpen(line.id);
    onDetails(line.id);
  };

  return (
    <div class={isDense ? 'grid dense' : 'grid'}>
      <div class="probes" ref={probes} aria-hidden="true">
        <div class="row-height" />
        <div class="group-height" />
      </div>
      <table
        {...(view.grouping ? TREE : GRID)}
        aria-label={view.place === 'bin' ? texts.bin : texts.annotations}
        aria-rowcount={lines.length + 1}
        aria-colcount={9}
        onMouseDown={(event) => {
          // Choosing a stretch of rows is not to select their text.
          if (event.shiftKey) event.preventDefault();
        }}
        onClick={onClick}
        onKeyDown={onKeyDown}
        onFocusIn={() => {
          hadFocus.current = true;
        }}
        onFocusOut={(event) => {
          if (event.relatedTarget !== null) hadFocus.current = false;
        }}
      >
        <Head view={view} onSort={onSort} />
        {/* Rows have the focus, not what scrolls them, which Firefox would make a stop. */}
        <tbody class="scroller" ref={scroller} tabIndex={-1} style={{ '--all': `${rows.getTotalSize()}px` }}>
          {rows.getVirtualItems().map(({ index, start, size }) => {
            const line = lines[index];
            if (!line) return null;
            const isActive = index === current;
            const isSelected = idsOfLine(line).every((id) => selection.ids.has(id));
            const attributes = {
              'data-active': isActive ? '' : undefined,
              'data-index': index,
              tabIndex: isActive ? 0 : -1,
              'aria-rowindex': index + 2,
              'aria-selected': isSelected,
              'aria-level': view.grouping ? (line.type === 'group' ? 1 : 2) : undefined,
              style: { transform: `translateY(${start}px)`, height: `${size}px` },
            } as const;
            if (line.type === 'group') {
              return (
                <tr key={line.key} {...attributes} class="line group" aria-expanded={line.isOpen}>
                  <GroupCells
                    line={line}
                    name={groupName(line.group, view.grouping, texts, shared)}
                    isSelected={isSelected}
                  />
                </tr>
              );
            }
            const row = library.row(line.id);
            if (!row) return null;
            const isDetailed = row.id === detailId ? ' detailed' : '';
            return (
              <tr key={line.key} {...attributes} class={`line columns annotation kind-${row.kind}${isDetailed}`}>
                <RowCells
                  row={row}
                  document={library.document(row.documentId)}
                  tags={tags}
                  setName={sets.get(row.setId)?.name ?? ''}
                  isSelected={isSelected}
                  isInBin={view.place === 'bin'}
                  day={day}
                />
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
