import { useEffect, useState } from 'preact/hooks';
import { type ExportField, type ExportFormat, writeExport } from '../../exchange';
import { contentsOf } from '../../storage/contents';
import { today } from './days';
import { useFileLanguage, useLibraryTexts } from './texts';

/** Annotations that are enough to see what will come. */
const ROWS = 3;
/** Signs of the file that are shown. */
const MOST = 2500;

/** Formats whose files are text that a person can read as it is. */
export const TEXT_FORMATS: readonly ExportFormat[] = ['jsonld', 'markdown', 'ris', 'csl'];

interface FilePreviewProps {
  ids: readonly string[];
  format: ExportFormat;
  /** Those chosen, for formats that have them. */
  fields: readonly ExportField[];
  title: string;
}

/** The beginning of the file itself, made of the first annotations. */
export function FilePreview({ ids, format, fields, title }: FilePreviewProps) {
  const texts = useLibraryTexts();
  const language = useFileLanguage();
  const [text, setText] = useState('');
  const first = ids.slice(0, ROWS).join();
  const columns = fields.join();

  useEffect(() => {
    let isCurrent = true;
    const show = (beginning: string) => isCurrent && setText(beginning);
    const wanted = columns === '' ? [] : (columns.split(',') as ExportField[]);
    const options = { title, today: today(), language, fields: wanted };
    beginningOf(first === '' ? [] : first.split(','), format, options).then(
      show,
      // What is wrong is said when the file is written.
      () => show(''),
    );
    return () => {
      isCurrent = false;
    };
  }, [first, format, title, language, columns]);

  return (
    <section class="preview" aria-label={texts.preview}>
      <p class="hint">{texts.previewOf(ids.length, title)}</p>
      {text !== '' && <pre lang="sv">{text}</pre>}
    </section>
  );
}

async function beginningOf(
  ids: readonly string[],
  format: ExportFormat,
  options: Parameters<typeof writeExport>[2],
): Promise<string> {
  if (ids.length === 0) return '';
  const { blob } = await writeExport(format, await contentsOf({ ids }), options);
  const text = await blob.text();
  return text.length > MOST ? `${text.slice(0, MOST).toWellFormed()} …` : text;
}
