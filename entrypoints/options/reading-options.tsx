import { useEffect, useState } from 'preact/hooks';
import { useTexts } from '../../components/texts';
import type { PassageKind } from '../../detection/types';
import { ANNOTATION_KINDS } from '../../storage/schema';
import { canOpenPdfsByThemselves, keepPdfsHere } from '../background/pdf-redirect';
import { useOptionsTexts } from './texts';
import type { SettingsState } from './use-settings';

type Part = Pick<SettingsState, 'change'> & { settings: NonNullable<SettingsState['settings']> };

/** What is selected by hand is no passage: it is painted once it is saved, whatever is chosen here. */
const PASSAGE_KINDS = ANNOTATION_KINDS.filter((kind) => kind !== 'selection');

/** Which kinds of passages are painted in the text. */
export function Kinds({ settings, change }: Part) {
  const { kinds } = useTexts();
  const { reading: texts } = useOptionsTexts();
  const { hiddenKinds } = settings;
  const show = (kind: PassageKind, isShown: boolean) => {
    const others = hiddenKinds.filter((each) => each !== kind);
    void change({ hiddenKinds: isShown ? others : [...others, kind] });
  };
  return (
    <fieldset class="kinds" aria-labelledby="reading">
      <p class="hint">{texts.kindsAbout}</p>
      {PASSAGE_KINDS.map((kind) => (
        <label key={kind} class="choice">
          <input
            type="checkbox"
            name={kind}
            checked={!hiddenKinds.includes(kind)}
            onChange={(event) => show(kind, event.currentTarget.checked)}
          />
          {kinds[kind]}
        </label>
      ))}
    </fieldset>
  );
}

/** Whether pages show how much was found. */
export function CountOnPage({ settings, change }: Part) {
  const texts = useTexts();
  return (
    <label class="choice">
      <input
        type="checkbox"
        name="show-count"
        checked={settings.showCount}
        onChange={(event) => void change({ showCount: event.currentTarget.checked })}
      />
      {texts.count.show}
    </label>
  );
}

/** How PDF files open and look. */
export function PdfFiles({ settings, change }: Part) {
  const { pdf: texts } = useOptionsTexts();
  const [can, setCan] = useState<boolean | null>(null);
  useEffect(() => {
    void canOpenPdfsByThemselves().then(setCan);
  }, []);
  const open = async (openPdfsHere: boolean) => {
    await change({ openPdfsHere });
    await keepPdfsHere();
  };
  return (
    <>
      {can && (
        <label class="choice">
          <input
            type="checkbox"
            name="open-pdfs-here"
            checked={settings.openPdfsHere}
            onChange={(event) => void open(event.currentTarget.checked)}
          />
          {texts.openHere}
        </label>
      )}
      <p class="hint">{can === false ? texts.cannotOpenHere : texts.openHereAbout}</p>
      <label class="choice">
        <input
          type="checkbox"
          name="dark-pages"
          checked={settings.darkPages}
          onChange={(event) => void change({ darkPages: event.currentTarget.checked })}
        />
        {texts.darkPages}
      </label>
    </>
  );
}
