import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { tagKey } from './table-keys';

/** Calls `onTagKey` for the keys 1 to 9 in a part of the page. */
export function useTagKeys(part: RefObject<HTMLElement | null>, isOn: boolean, onTagKey: (nth: number) => void): void {
  const latest = useRef(onTagKey);
  latest.current = onTagKey;
  useEffect(() => {
    const element = part.current;
    if (!isOn || !element) return;
    const onKey = (event: KeyboardEvent) => {
      const nth = tagKey(event);
      if (nth === undefined) return;
      event.preventDefault();
      latest.current(nth);
    };
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  }, [part, isOn]);
}
