import type { PagesRead } from '../messages/schema';
import { useTexts } from './texts';

/** What a person has to know of a PDF's pages: how many are read, which hold nothing to read. */
export function PagesStatus({ pages }: { pages: PagesRead }) {
  const texts = useTexts();
  const { total, read, isReading, withoutText, unreadable, failed, labels } = pages;
  const isScanned = !isReading && read === total && withoutText.length === total;
  const isUnreadable =
    !isReading && read === total && unreadable.length > 0 && unreadable.length + withoutText.length === total;
  if (isUnreadable) return <p class="hint">{texts.pages.noLetters}</p>;
  if (isScanned) return <p class="hint">{texts.pages.scanned}</p>;
  return (
    <>
      {isReading && <p class="hint">{texts.pages.reading(read, total)}</p>}
      {!isReading && read < total && <p class="hint">{texts.pages.stopped(read, total)}</p>}
      {withoutText.length > 0 && <p class="hint">{texts.pages.withoutText(pageList(withoutText, labels))}</p>}
      {unreadable.length > 0 && <p class="hint">{texts.pages.unreadable(pageList(unreadable, labels))}</p>}
      {failed.length > 0 && <p class="hint failure">{texts.pages.failed(pageList(failed, labels))}</p>}
    </>
  );
}

/** What a page is called: by its number, unless the document calls it something else. @param page 1 first */
function pageName(page: number, labels?: readonly string[]): string {
  return labels?.[page - 1] || String(page);
}

/** "12", and "12–13" for what runs on to another page; undefined where there are no pages. */
export function pageSpan(place: { page?: number; pageEnd?: number }, labels?: readonly string[]): string | undefined {
  const { page, pageEnd } = place;
  if (page === undefined) return undefined;
  const first = pageName(page, labels);
  return pageEnd === undefined ? first : `${first}–${pageName(pageEnd, labels)}`;
}

/** Page numbers in rising order as a person writes them: "3–5, 8". */
export function pageList(pages: readonly number[], labels?: readonly string[]): string {
  const runs: [first: number, last: number][] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run && run[1] === page - 1) run[1] = page;
    else runs.push([page, page]);
  }
  return runs
    .map(([first, last]) => {
      const name = pageName(first, labels);
      return first === last ? name : `${name}–${pageName(last, labels)}`;
    })
    .join(', ');
}
