import { useLibraryTexts } from './texts';
import type { Place } from './view';

interface EmptyListProps {
  place: Place;
  /** There are annotations, but none that the search and filters let through. */
  isFiltered: boolean;
  onClear(): void;
  onImport(): void;
  onLeaveBin(): void;
}

/** In place of a list without rows: why it is empty, and what to do. */
export function EmptyList({ place, isFiltered, onClear, onImport, onLeaveBin }: EmptyListProps) {
  const texts = useLibraryTexts();
  if (isFiltered) {
    return (
      <div class="empty">
        <p>{texts.nothingFound}</p>
        <button type="button" onClick={onClear}>
          {texts.clearFilters}
        </button>
      </div>
    );
  }
  if (place === 'bin') {
    return (
      <div class="empty">
        <p>{texts.binEmpty}</p>
        <button type="button" onClick={onLeaveBin}>
          {texts.toLibrary}
        </button>
      </div>
    );
  }
  return (
    <div class="empty">
      <h2>{texts.emptyTitle}</h2>
      <p>{texts.emptyText}</p>
      <button type="button" onClick={onImport}>
        {texts.importFile}
      </button>
    </div>
  );
}
