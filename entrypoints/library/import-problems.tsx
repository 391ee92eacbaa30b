import type { ImportProblem } from '../../exchange';
import type { LibraryTexts } from '../../locales/library';
import { useLibraryTexts } from './texts';

/** What is wrong, and where: "rad 12, kolumn Citat: Citatet saknas". */
function problemText({ code, row, column, path, value }: ImportProblem, texts: LibraryTexts): string {
  const place = [
    ...(row === undefined ? (path === '' ? [] : [path]) : [texts.atRow(row)]),
    ...(column === undefined ? [] : [texts.atColumn(column)]),
  ].join(', ');
  const what = value === undefined ? texts.problems[code] : `${texts.problems[code]} (${value})`;
  return place === '' ? what : `${place}: ${what}`;
}

/** The first problems of a file; `count` is how many there are. */
export function ImportProblems({ problems, count }: { problems: readonly ImportProblem[]; count: number }) {
  const texts = useLibraryTexts();
  return (
    <>
      <ul class="problems">
        {problems.map((problem) => {
          const text = problemText(problem, texts);
          return <li key={text}>{text}</li>;
        })}
      </ul>
      {count > problems.length && <p class="hint">{texts.andMore(count - problems.length)}</p>}
    </>
  );
}
