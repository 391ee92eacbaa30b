import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { useTexts } from '../../components/texts';
import { toStorageError } from '../../storage/errors';
import type { AnnotationSet } from '../../storage/schema';
import { type ExportFormat, exportCurrentSet } from './export-current-set';
import { useFileLanguage, usePanelTexts } from './texts';

interface ExportSetProps {
  /** All sets, and the one that is written; undefined until they are known. */
  sets: readonly AnnotationSet[] | undefined;
  current: AnnotationSet | undefined;
  /** What stands beside the button. */
  children: ComponentChildren;
}

/** Ways to write the current set to a file of the user's, behind a button of their own: they are wanted last. */
export function ExportSet({ sets, current, children }: ExportSetProps) {
  const texts = useTexts();
  const own = usePanelTexts();
  const language = useFileLanguage();
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<{ text: string; failed: boolean } | null>(null);

  // The set that the person means: another one becomes the current set when a window deletes it meanwhile.
  const meant = useRef(current);
  const isGone = isOpen && sets !== undefined && meant.current !== undefined && !sets.some(isSet(meant.current));
  if (!isGone) meant.current = current;

  const run = async (format: ExportFormat) => {
    if (isGone && meant.current) {
      setOutcome({ text: own.exportSetGone(meant.current.name, current?.name), failed: true });
      meant.current = current;
      return;
    }
    try {
      const count = await exportCurrentSet(format, language);
      setOutcome({ text: count === 0 ? texts.panel.nothingToExport : texts.panel.exported(count), failed: false });
    } catch (error) {
      setOutcome({ text: texts.failure[toStorageError(error).code], failed: true });
    }
  };

  const closeByEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    setOpen(false);
    opener.current?.focus();
  };

  return (
    // Last of its line, so that Tab comes from the button to what it opens.
    <>
      <p class="links">
        {children}
        <button
          type="button"
          class="quiet open-export"
          ref={opener}
          aria-expanded={isOpen}
          aria-controls={id}
          onKeyDown={closeByEscape}
          onClick={() => setOpen(!isOpen)}
        >
          {own.exportMenu}
        </button>
      </p>
      <fieldset class="export" id={id} hidden={!isOpen} onKeyDown={closeByEscape}>
        <legend class="unseen">{texts.panel.export}</legend>
        <a
          class="library-link"
          href="/library.html#export"
          target="_blank"
          rel="noreferrer"
          title={texts.card.opensInNewTab}
        >
          {own.moreFormats}
        </a>
        <button type="button" data-format="jsonld" onClick={() => run('jsonld')}>
          {texts.panel.exportJsonLd}
        </button>
        <button type="button" data-format="csv" onClick={() => run('csv')}>
          {texts.panel.exportCsv}
        </button>
        <output class={outcome?.failed ? 'status failure' : 'status'}>{outcome?.text}</output>
      </fieldset>
    </>
  );
}

function isSet({ id }: AnnotationSet): (other: AnnotationSet) => boolean {
  return (other) => other.id === id;
}
