import type { LibrarySort } from '../../storage/library-types';
import { columnsOf } from './columns';
import { useLibraryTexts } from './texts';
import type { View } from './view';

/** The headings of the list; each orders it. */
export function Head({ view, onSort }: { view: View; onSort(by: LibrarySort): void }) {
  const texts = useLibraryTexts();
  const { by: ordered, descending = false } = view.order;
  return (
    <thead class="head">
      <tr class="line columns" aria-rowindex={1}>
        <th scope="col" aria-colindex={1} class="cell check">
          <span class="unseen">{texts.columns.choose}</span>
        </th>
        {columnsOf(view.place).map(({ name, by }, index) => (
          <th
            key={name}
            scope="col"
            aria-colindex={index + 2}
            class={`cell ${name}-cell`}
            aria-sort={by === ordered ? (descending ? 'descending' : 'ascending') : undefined}
          >
            <button type="button" class="sort" onClick={() => onSort(by)}>
              {texts.columns[name]}
              <span aria-hidden="true">{by === ordered ? (descending ? ' ▼' : ' ▲') : ''}</span>
            </button>
          </th>
        ))}
        <th scope="col" aria-colindex={9} class="cell open-cell">
          <span class="unseen">{texts.open}</span>
        </th>
      </tr>
    </thead>
  );
}
