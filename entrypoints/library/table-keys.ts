import { extendedTo, toggled } from './selection';
import type { TableProps } from './table';

interface KeyContext extends TableProps {
  /** Index of the active line. */
  current: number;
  linesInWindow: number;
  /** Makes a line the active one and gives it the focus. @returns the index that it came to */
  moveTo(index: number): number;
}

/**
 * Which tag a key stands for, 0 first: 1 to 9, wherever no text is typed. Undefined for all other keys.
 */
export function tagKey(event: KeyboardEvent): number | undefined {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  const isTyped =
    event.target instanceof Element && event.target.matches('textarea, select, input:not([type=checkbox])');
  const isOther = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing;
  return digit === undefined || isTyped || isOther ? undefined : Number(digit) - 1;
}

/** What keys do in the list. On a button or box within a line, only the keys that lead away from it are ours. */
export function tableKeys(context: KeyContext): (event: KeyboardEvent) => void {
  const { lines, current, linesInWindow, moveTo } = context;

  const move = (event: KeyboardEvent, index: number) => {
    const to = moveTo(index);
    if (event.shiftKey) context.onSelect((before) => extendedTo(before, lines, current, to));
  };

  return (event) => {
    const line = lines[current];
    if (!line || event.altKey || event.isComposing || !(event.target instanceof HTMLElement)) return;
    const isOnLine = event.target.matches('[data-index]');
    const isCommand = event.ctrlKey || event.metaKey;
    const key = event.key === ' ' ? 'Space' : event.key;
    const handled = (): boolean => {
      switch (key) {
        case 'ArrowDown':
          move(event, current + 1);
          return true;
        case 'ArrowUp':
          move(event, current - 1);
          return true;
        case 'ArrowRight':
        case 'ArrowLeft':
          return sideways(event.target as HTMLElement, key === 'ArrowRight');
        case 'Escape':
          if (isOnLine) context.onEscape();
          else moveTo(current);
          return true;
      }
      if (!isOnLine) return false;
      switch (key) {
        case 'PageDown':
          move(event, current + linesInWindow);
          return true;
        case 'PageUp':
          move(event, current - linesInWindow);
          return true;
        case 'Home':
          move(event, 0);
          return true;
        case 'End':
          move(event, lines.length - 1);
          return true;
        case 'Space':
          context.onSelect((before) =>
            event.shiftKey ? extendedTo(before, lines, current, current) : toggled(before, line),
          );
          return true;
        case 'Enter':
          if (line.type === 'group') context.onToggleGroup(line.group.key);
          else if (isCommand) context.onOpen(line.id);
          else context.onDetails(line.id);
          return true;
        case 'Delete':
          context.onDelete();
          return true;
        case 'a':
          if (isCommand) context.onSelectAll();
          return isCommand;
      }
      const nth = tagKey(event);
      if (nth === undefined) return false;
      context.onTagKey(nth);
      return true;
    };
    if (!handled()) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Opens and closes groups; in a row, goes from the row to its controls and back. */
  function sideways(from: HTMLElement, isForward: boolean): boolean {
    const row = from.closest<HTMLElement>('[data-index]');
    const line = lines[current];
    if (!row || !line) return false;
    if (line.type === 'group' && from === row) {
      if (line.isOpen !== isForward) context.onToggleGroup(line.group.key);
      return true;
    }
    const stops = [row, ...row.querySelectorAll<HTMLElement>('input, button')].filter(
      (each) => each.getClientRects().length > 0,
    );
    const next = stops[stops.indexOf(from) + (isForward ? 1 : -1)];
    next?.focus();
    return true;
  }
}
