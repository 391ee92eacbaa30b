import { useEffect, useState } from 'preact/hooks';
import { pageTurn } from '../../storage/pace';

/** A value a task later than it came, so that what is drawn from it holds up nothing else; undefined at first. */
export function useLater<Value>(value: Value): Value | undefined {
  const [later, setLater] = useState<{ value: Value }>();
  useEffect(() => {
    let isCurrent = true;
    void pageTurn().then(() => {
      if (isCurrent) setLater((before) => (before?.value === value ? before : { value }));
    });
    return () => {
      isCurrent = false;
    };
  }, [value]);
  return later?.value;
}
