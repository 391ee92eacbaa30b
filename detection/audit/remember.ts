/** Results kept of one function; when there are more, all are forgotten. */
const MOST = 2000;

/**
 * The same function, which remembers what it was asked: for pure work on short strings that come again and again.
 * @param work must depend on its argument alone
 */
export function remembering<Result>(work: (words: string) => Result): (words: string) => Result {
  const known = new Map<string, Result>();
  return (words) => {
    let result = known.get(words);
    if (result === undefined) {
      if (known.size >= MOST) known.clear();
      result = work(words);
      known.set(words, result);
    }
    return result;
  };
}
