import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Below each of these widths, in rem, the list shows less of a row. */
const ROOMS = [
  { name: 'less', below: 90 },
  { name: 'little', below: 74 },
  { name: 'cards', below: 46 },
] as const;

/**
 * Tells the style sheet how much room the list has, in `data-room`: the names of all widths that it is below. A container
 * query would say the same, but has Chromium lay out the list slower with every row that has ever been in it.
 */
export function useRoom(list: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const tell = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const room = ROOMS.filter(({ below }) => element.clientWidth <= below * rem).map(({ name }) => name);
      const names = room.join(' ');
      if (element.dataset.room !== names) element.dataset.room = names;
    };
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    tell();
    return () => observer.disconnect();
  }, [list]);
}
