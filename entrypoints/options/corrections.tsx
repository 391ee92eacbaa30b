import { liveQuery } from 'dexie';
import { useEffect, useRef, useState } from 'preact/hooks';
import { describePassage } from '../../components/describe-passage';
import { useTexts } from '../../components/texts';
import { provisionNames } from '../../detection/citations/describe';
import { citedPage } from '../../exchange/citation-words';
import type { Texts } from '../../locales';
import { notifyPages } from '../../messages/notify';
import { type ListedCorrection, listCorrections, removeCorrection, restoreCorrection } from '../../storage/corrections';
import { toStorageError } from '../../storage/errors';
import type { Correction } from '../../storage/schema';

/** Everything that the person has corrected, by document, with a way to take each correction back. */
export function Corrections() {
  const texts = useTexts();
  const [rows, setRows] = useState<readonly ListedCorrection[] | null>(null);
  const [removed, setRemoved] = useState<Correction | null>(null);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const subscription = liveQuery(listCorrections).subscribe({
      next: ({ items }) => setRows(items),
      // The page says elsewhere that nothing can be read.
      error: () => setRows([]),
    });
    return () => subscription.unsubscribe();
  }, []);

  const attempt = async (work: Promise<unknown>, gone: Correction | null, words: string) => {
    try {
      await work;
      setRemoved(gone);
      setSaid(words);
      void notifyPages();
    } catch (error) {
      setSaid(texts.failure[toStorageError(error).code]);
    }
    // The button that was pressed goes with its row.
    list.current?.focus();
  };

  return (
    <>
      <p class="hint">{rows?.length === 0 ? texts.corrections.none : texts.corrections.about}</p>
      <ul class="corrections" ref={list} tabIndex={-1} aria-label={texts.corrections.title}>
        {rows?.map(({ correction, document }) => (
          <li key={correction.id}>
            <div>
              <strong>{outcome(correction, texts)}</strong>
              <p class="hint">{texts.correct.was(correction.label)}</p>
              <p class="quote" lang="sv">
                ”{correction.target.quote.exact}”
              </p>
              <p class="hint">
                {document?.title || document?.profile.title || texts.corrections.unnamed}
                {pageWords(correction, texts)}
              </p>
            </div>
            <button
              type="button"
              aria-label={texts.corrections.removeOne(correction.label)}
              onClick={() => attempt(removeCorrection(correction.id), correction, texts.corrections.removed)}
            >
              {texts.corrections.remove}
            </button>
          </li>
        ))}
      </ul>
      <output class="actions">
        {said}
        {removed && (
          <button type="button" onClick={() => attempt(restoreCorrection(removed), null, texts.corrections.back)}>
            {texts.card.undo}
          </button>
        )}
      </output>
    </>
  );
}

/** ", s. 12–13"; nothing where the document has no pages. */
function pageWords({ target }: Correction, texts: Texts): string {
  const page = citedPage(target);
  return page === undefined ? '' : `, ${texts.pages.page(page)}`;
}

/** What the correction makes of its passage. */
function outcome({ kind, change }: Correction, texts: Texts): string {
  switch (change.type) {
    case 'none':
      return texts.correct.dismissed[kind];
    case 'provisions':
      return change.provisions.map((provision) => provisionNames(provision).long).join(', ');
    case 'addressees':
      return kind === 'recommendation'
        ? describePassage(
            { kind, addressees: change.addressees, start: 0, end: 0, reason: { rule: 'corrected' } },
            texts,
          )
        : change.addressees.join(', ');
  }
}
