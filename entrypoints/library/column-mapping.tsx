import { useId } from 'preact/hooks';
import { CSV_TARGETS, type CsvMapping, type CsvTable, type CsvTarget } from '../../exchange';
import { useLibraryTexts } from './texts';

interface ColumnMappingProps {
  table: CsvTable;
  mapping: CsvMapping;
  onChange(mapping: CsvMapping): void;
}

/** Says of each column of a table what it holds. */
export function ColumnMapping({ table, mapping, onChange }: ColumnMappingProps) {
  const texts = useLibraryTexts();
  const id = useId();
  const heldBy = (column: number) => CSV_TARGETS.find((target) => mapping[target] === column);
  const choose = (column: number, wanted: string) => {
    const next: CsvMapping = { ...mapping };
    const before = heldBy(column);
    if (before) delete next[before];
    if (wanted !== '') next[wanted as CsvTarget] = column;
    onChange(next);
  };
  return (
    <fieldset class="mapping">
      <legend>{texts.mappingHint(table.rows)}</legend>
      <ul>
        {table.headings.map((heading, column) => (
          <li key={`${column} ${heading}`}>
            <label for={`${id}-${column}`}>
              <b>{heading || texts.columnNumber(column + 1)}</b>
              <span class="sample" lang="sv">
                {table.sample.map((row) => row[column] ?? '').find((cell) => cell.trim() !== '') ?? ''}
              </span>
            </label>
            <select
              id={`${id}-${column}`}
              value={heldBy(column) ?? ''}
              onChange={(event) => choose(column, event.currentTarget.value)}
            >
              <option value="">{texts.notUsed}</option>
              {CSV_TARGETS.map((target) => (
                <option key={target} value={target}>
                  {texts.fieldNames[target]}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      {mapping.quote === undefined && <p class="failure">{texts.problems['no-quote-column']}</p>}
    </fieldset>
  );
}
