import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useTexts } from '../../components/texts';
import type { LibraryGrouping, LibrarySort } from '../../storage/library-types';
import { SORTS } from './columns';
import { useLibraryTexts } from './texts';
import { firstOrder, type View } from './view';

/** A pause in typing after which the search is made, in milliseconds. */
const PAUSE_MS = 120;
const GROUPINGS: readonly LibraryGrouping[] = ['document', 'provision', 'tag', 'addressee', 'set', 'kind'];

interface SearchFieldProps {
  value: string;
  onSearch(text: string): void;
  /** The person goes on to what was found. */
  onDown(): void;
}

/** A field that searches while it is typed in. */
export function SearchField({ value, onSearch, onDown }: SearchFieldProps) {
  const texts = useLibraryTexts();
  const [typed, setTyped] = useState(value);
  const pending = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => () => clearTimeout(pending.current), []);

  const search = (text: string, pause: number) => {
    setTyped(text);
    clearTimeout(pending.current);
    pending.current = setTimeout(() => onSearch(text), pause);
  };
  return (
    <input
      type="search"
      class="search"
      aria-label={texts.search}
      placeholder={texts.search}
      title={texts.searchHint}
      value={typed}
      onInput={(event) => search(event.currentTarget.value, PAUSE_MS)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') search(event.currentTarget.value, 0);
        if (event.key !== 'ArrowDown' || event.isComposing) return;
        event.preventDefault();
        onDown();
      }}
    />
  );
}

interface ToolbarProps {
  view: View;
  /** How many rows the list has; null while they are being read. */
  found: number | null;
  total: number;
  /** Groups in the list; 0 where it is not grouped. */
  groups: number;
  areGroupsOpen: boolean;
  isDense: boolean;
  onDense(isDense: boolean): void;
  onView(part: Partial<View>): void;
  onOpenGroups(areOpen: boolean): void;
}

/** How the list is ordered and grouped, and how long it is. */
export function Toolbar(props: ToolbarProps) {
  const { view, found, total, groups, areGroupsOpen, isDense, onDense, onView, onOpenGroups } = props;
  const shared = useTexts();
  const texts = useLibraryTexts();
  const id = useId();
  const number = (count: number) => count.toLocaleString(shared.language);
  return (
    <div class="toolbar">
      <p class="found" role="status">
        {found === null
          ? texts.loading
          : found === total
            ? texts.counted(total)
            : texts.foundOf(number(found), number(total))}
      </p>
      <div class="choice">
        <label for={`${id}-group`}>{texts.groupBy}</label>
        <select
          id={`${id}-group`}
          value={view.grouping ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onView({ grouping: value === '' ? undefined : (value as LibraryGrouping) });
          }}
        >
          <option value="">{texts.ungrouped}</option>
          {GROUPINGS.map((grouping) => (
            <option key={grouping} value={grouping}>
              {texts.groupings[grouping]}
            </option>
          ))}
        </select>
        {groups > 0 && (
          <button type="button" onClick={() => onOpenGroups(!areGroupsOpen)}>
            {areGroupsOpen ? texts.closeGroups : texts.openGroups}
          </button>
        )}
      </div>
      <div class="choice sort-choice">
        <label for={`${id}-sort`}>{texts.sortBy}</label>
        <select
          id={`${id}-sort`}
          value={view.order.by}
          onChange={(event) => {
            onView({ order: firstOrder(event.currentTarget.value as LibrarySort) });
          }}
        >
          {(view.place === 'bin' ? (['deleted', ...SORTS] as const) : SORTS).map((by) => (
            <option key={by} value={by}>
              {texts.sorts[by]}
            </option>
          ))}
        </select>
        <button
          type="button"
          class="direction"
          aria-pressed={view.order.descending ?? false}
          aria-label={texts.reversed}
          title={texts.reversed}
          onClick={() => onView({ order: { ...view.order, descending: !view.order.descending } })}
        >
          <span aria-hidden="true">{view.order.descending ? '▼' : '▲'}</span>
        </button>
      </div>
      <button type="button" class="dense" aria-pressed={isDense} onClick={() => onDense(!isDense)}>
        {texts.denseRows}
      </button>
    </div>
  );
}
