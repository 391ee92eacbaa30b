import { useState } from 'preact/hooks';

const KEY = 'denseRows';

/** Whether rows are low, so that more of them are seen at once: as the person last wanted them in this browser. */
export function useDense(): [isDense: boolean, setDense: (isDense: boolean) => void] {
  const [isDense, setDense] = useState(() => localStorage.getItem(KEY) !== null);
  return [
    isDense,
    (wanted) => {
      setDense(wanted);
      if (wanted) localStorage.setItem(KEY, '1');
      else localStorage.removeItem(KEY);
    },
  ];
}
