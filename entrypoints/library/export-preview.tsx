import { useEffect, useState } from 'preact/hooks';
import type { ExportField } from '../../exchange';
import { ExportContents } from '../../exchange/export-options';
import { FieldReader } from '../../exchange/fields';
import { contentsOf } from '../../storage/contents';
import { useFileLanguage, useLibraryTexts } from './texts';

/** Rows that are enough to see what will come. */
const ROWS = 3;

interface PreviewRow {
  id: string;
  cells: { field: ExportField; text: string }[];
}

interface ExportPreviewProps {
  ids: readonly string[];
  fields: readonly ExportField[];
  title: string;
}

/** The first rows as they will stand in the file. */
export function ExportPreview({ ids, fields, title }: ExportPreviewProps) {
  const language = useFileLanguage();
  const texts = useLibraryTexts();
  const [rows, setRows] = useState<readonly PreviewRow[]>([]);
  const first = ids.slice(0, ROWS).join();
  const columns = fields.join();

  useEffect(() => {
    let isCurrent = true;
    const wanted = columns === '' ? [] : (columns.split(',') as ExportField[]);
    contentsOf({ ids: first === '' ? [] : first.split(',') }).then(
      (contents) => {
        if (!isCurrent) return;
        const reader = new FieldReader(new ExportContents(contents), undefined, language);
        setRows(
          contents.annotations.map((annotation) => ({
            id: annotation.id,
            cells: wanted.map((field) => ({ field, text: reader.text(field, annotation) })),
          })),
        );
      },
      // What is wrong is said when the file is written.
      () => isCurrent && setRows([]),
    );
    return () => {
      isCurrent = false;
    };
  }, [first, columns, language]);

  return (
    <section class="preview" aria-label={texts.preview}>
      <p class="hint">{texts.previewOf(ids.length, title)}</p>
      <ol lang="sv">
        {rows.map(({ id, cells }) => (
          <li key={id}>
            <dl>
              {cells
                .filter(({ text }) => text !== '')
                .map(({ field, text }) => (
                  <div key={field}>
                    <dt>{texts.fieldNames[field]}</dt>
                    <dd>{text}</dd>
                  </div>
                ))}
            </dl>
          </li>
        ))}
      </ol>
    </section>
  );
}
