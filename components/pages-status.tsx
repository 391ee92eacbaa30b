import type { PagesRead } from '../messages/schema';
import { useTexts } from './texts';

/** What a person has to know of a PDF's pages: how many are read, which hold nothing to read. */
export function PagesStatus({ pages }: { pages: PagesRead }) {
  const texts = useTexts();
  const { total, read, isReading, withoutText, failed } = pages;
  const isScanned = !isReading && read === total && withoutText.length === total;
  if (isScanned) return <p class="hint">{texts.pages.scanned}</p>;
  return (
    <>
      {isReading && <p class="hint">{texts.pages.reading(read, total)}</p>}
      {!isReading && read < total && <p class="hint">{texts.pages.stopped(read, total)}</p>}
      {withoutText.length > 0 && <p class="hint">{texts.pages.withoutText(pageList(withoutText))}</p>}
      {failed.length > 0 && <p class="hint failure">{texts.pages.failed(pageList(failed))}</p>}
    </>
  );
}

/** Page numbers in rising order as a person writes them: "3–5, 8". */
export function pageList(pages: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run && run[1] === page - 1) run[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}
