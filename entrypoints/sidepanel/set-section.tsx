import { HelpButton } from '../../components/help-dialog';
import { SetChooser } from '../../components/set-chooser';
import { ExportSet } from './export-set';
import { LibraryLink } from './library-link';
import { SaveAllButtons, type SaveAllProps } from './save-all';
import { usePanelTexts } from './texts';
import { useSets } from './use-sets';

interface SetSectionProps extends SaveAllProps {
  onChoose(id: string): void;
  onCreate(name: string): Promise<string | null>;
}

/** Where new annotations go, the way to save all passages of a kind there at once, and the ways on from here. */
export function SetSection({ onChoose, onCreate, ...saving }: SetSectionProps) {
  const texts = usePanelTexts();
  const sets = useSets();
  return (
    <section class="set" aria-label={texts.set.section}>
      {sets && (
        <SetChooser
          sets={sets.sets}
          value={sets.current?.id}
          label={texts.set.label}
          onChoose={onChoose}
          onCreate={onCreate}
        />
      )}
      <SaveAllButtons {...saving} />
      <ExportSet sets={sets?.sets} current={sets?.current}>
        <LibraryLink />
        <HelpButton look="sign" />
      </ExportSet>
    </section>
  );
}
