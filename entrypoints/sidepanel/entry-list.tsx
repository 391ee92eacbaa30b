import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { useTexts } from '../../components/texts';
import type { Entry } from './entries';
import { EntryRow, type EntryRowProps } from './entry-row';

interface EntryListProps extends Omit<EntryRowProps, 'entry' | 'isCurrent'> {
  entries: readonly Entry[];
  list: RefObject<HTMLOListElement | null>;
  /** A digit was pressed on a row: its nth tag, 0 first. */
  onTagKey(entry: Entry, nth: number): void;
}

/**
 * The rows. One of them is current: Tab comes to it and goes on from it, the arrow keys, Home and End lead to the others.
 * A screen reader's own commands reach all of them, as items and buttons of a list.
 */
export function EntryList({ entries, list, onTagKey, ...row }: EntryListProps) {
  const texts = useTexts();
  const [currentKey, setCurrent] = useState<string | null>(null);
  const current = Math.max(
    0,
    entries.findIndex(({ key }) => key === currentKey),
  );

  const goTo = (index: number) => {
    const entry = entries[Math.max(0, Math.min(index, entries.length - 1))];
    if (!entry) return;
    setCurrent(entry.key);
    rowsOf(list)[entries.indexOf(entry)]?.querySelector<HTMLElement>('.place')?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { target, key, code } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
    if (!(target instanceof HTMLElement) || target.closest('input, textarea, select, form')) return;
    const at = rowsOf(list).findIndex((each) => each.contains(target));
    const entry = entries[at];
    if (!entry) return;
    const digit = /^Digit([1-9])$/.exec(code)?.[1];
    if (key === 'ArrowDown') goTo(at + 1);
    else if (key === 'ArrowUp') goTo(at - 1);
    else if (key === 'Home') goTo(0);
    else if (key === 'End') goTo(entries.length - 1);
    else if (digit !== undefined) onTagKey(entry, Number(digit) - 1);
    else return;
    event.preventDefault();
  };

  return (
    <ol
      class="entries"
      ref={list}
      tabIndex={-1}
      aria-label={texts.panel.inThisDocument}
      onKeyDown={onKeyDown}
      onFocusIn={({ target }) => {
        const at = rowsOf(list).findIndex((each) => target instanceof Node && each.contains(target));
        const entry = entries[at];
        if (entry) setCurrent(entry.key);
      }}
    >
      {entries.map((entry, index) => (
        <EntryRow key={entry.key} entry={entry} isCurrent={index === current} {...row} />
      ))}
    </ol>
  );
}

function rowsOf(list: RefObject<HTMLOListElement | null>): Element[] {
  return [...(list.current?.children ?? [])];
}
