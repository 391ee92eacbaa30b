import type { JSX } from 'preact';
import { softHyphenated } from '../../components/soft-hyphens';
import { TagChip } from '../../components/tag-chip';
import { useTexts } from '../../components/texts';
import { citedPage } from '../../exchange/citation-words';
import { leavesBinAt } from '../../storage/bin';
import type { LibraryRow } from '../../storage/library-types';
import type { SourceDocument, Tag } from '../../storage/schema';
import { labelIn } from './label-in';
import { labelBelow } from './row-label';
import { useLibraryTexts } from './texts';

/** Letters from which a word may be longer than the column of kinds is wide, in bold. */
const SHORT_COLUMN = 12;

interface RowProps {
  row: LibraryRow;
  document: SourceDocument | undefined;
  tags: ReadonlyMap<string, Tag>;
  setName: string;
  isSelected: boolean;
  isInBin: boolean;
  day(instant: string): string;
}

/** The cells of one annotation. What a click on them does, the list knows. */
export function RowCells(props: RowProps): JSX.Element {
  const { row, document, tags, setName, isSelected, isInBin, day } = props;
  const shared = useTexts();
  const texts = useLibraryTexts();
  const kind = shared.kind[row.kind];
  const whole = labelIn(shared, row);
  const label = labelBelow(kind, whole);
  const named = whole || row.quote.slice(0, 80);
  const { municipality, date } = document?.profile ?? {};
  const page = citedPage(row);
  // A day is not broken at its hyphens.
  const facts = [
    municipality,
    date?.replaceAll('-', '\u2011'),
    page === undefined ? undefined : shared.pages.page(page),
  ];
  return (
    <>
      <td aria-colindex={1} class="cell check">
        <input type="checkbox" tabIndex={-1} checked={isSelected} aria-label={texts.select(named)} />
      </td>
      <td aria-colindex={2} class="cell quote-cell">
        <span class="quote" lang="sv">
          {row.quote}
        </span>
        {row.comment !== '' && <span class="comment">{row.comment}</span>}
      </td>
      <td aria-colindex={3} class="cell kind-cell">
        <span class="kind">{kind}</span>
        {label && (
          <span class="label" lang="sv">
            {softHyphenated(label, SHORT_COLUMN)}
          </span>
        )}
      </td>
      <td aria-colindex={4} class="cell tags-cell">
        {row.tags.map((id) => {
          const tag = tags.get(id);
          return tag && <TagChip key={id} tag={tag} />;
        })}
      </td>
      <td aria-colindex={5} class="cell addressee-cell" lang="sv">
        {row.addressees.join(', ')}
      </td>
      <td aria-colindex={6} class="cell document-cell" lang="sv">
        <span class="title">{row.documentTitle || texts.documentUnreadable}</span>
        <span class="facts">{facts.filter(Boolean).join(' · ')}</span>
      </td>
      <td aria-colindex={7} class="cell set-cell">
        {setName}
      </td>
      <td aria-colindex={8} class="cell time-cell">
        {isInBin && row.deleted !== undefined ? day(leavesBinAt(row.deleted).toISOString()) : day(row.modified)}
      </td>
      <td aria-colindex={9} class="cell open-cell">
        <button type="button" tabIndex={-1} class="open" aria-label={`${texts.open}: ${named}`}>
          {texts.open}
        </button>
      </td>
    </>
  );
}
