import { useState } from 'preact/hooks';
import { useTexts } from '../../components/texts';
import { toStorageError } from '../../storage/errors';
import { type ExportFormat, exportCurrentSet } from './export-current-set';
import { useFileLanguage, usePanelTexts } from './texts';

/** Buttons that write the current set to a file of the user's, and the way to the library's other formats. */
export function ExportSet() {
  const texts = useTexts();
  const own = usePanelTexts();
  const language = useFileLanguage();
  const [outcome, setOutcome] = useState<{ text: string; failed: boolean } | null>(null);

  const run = async (format: ExportFormat) => {
    try {
      const count = await exportCurrentSet(format, language);
      setOutcome({ text: count === 0 ? texts.panel.nothingToExport : texts.panel.exported(count), failed: false });
    } catch (error) {
      setOutcome({ text: texts.failure[toStorageError(error).code], failed: true });
    }
  };

  return (
    <fieldset class="export">
      <legend class="unseen">{texts.panel.export}</legend>
      <button type="button" data-format="jsonld" onClick={() => run('jsonld')}>
        {texts.panel.exportJsonLd}
      </button>
      <button type="button" data-format="csv" onClick={() => run('csv')}>
        {texts.panel.exportCsv}
      </button>
      <a
        class="library-link"
        href="/library.html#export"
        target="_blank"
        rel="noreferrer"
        title={texts.card.opensInNewTab}
      >
        {own.moreFormats}
      </a>
      <output class={outcome?.failed ? 'status failure' : 'status'}>{outcome?.text}</output>
    </fieldset>
  );
}
