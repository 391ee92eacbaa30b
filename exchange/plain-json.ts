import { ImportError, pathText } from './import-error';

/** Deeper than any export of ours by far, and far from what overflows a checker's stack. */
const DEEPEST = 64;

interface Step {
  value: unknown;
  path: PropertyKey[];
}

/**
 * Refuses values that no honest file holds and that could harm what reads them: nesting deeper than 64 levels
 * and the key `__proto__`. `at` is where the value stands in its file. Walks without recursion, so that depth itself cannot break it.
 * @throws ImportError
 */
export function refuseHarmfulJson(json: unknown, at: readonly PropertyKey[] = []): void {
  const steps: Step[] = [{ value: json, path: [...at] }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { value, path } = step;
    if (typeof value !== 'object' || value === null) continue;
    if (path.length > DEEPEST)
      throw new ImportError([{ code: 'too-deep', path: pathText(path), message: 'Nested too deeply' }]);
    if (Object.hasOwn(value, '__proto__')) {
      throw new ImportError([
        { code: 'forbidden-key', path: pathText(path), message: 'The key __proto__ is not allowed' },
      ]);
    }
    for (const [key, child] of Object.entries(value)) {
      if (typeof child === 'object' && child !== null) {
        steps.push({ value: child, path: [...path, Array.isArray(value) ? Number(key) : key] });
      }
    }
  }
}
