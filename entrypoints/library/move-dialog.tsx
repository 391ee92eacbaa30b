import { useId, useState } from 'preact/hooks';
import { SetChooser } from '../../components/set-chooser';
import { copyAnnotations, moveAnnotations } from '../../storage/bulk';
import { useActions } from './actions';
import { Dialog } from './dialog';
import { useLibraryTexts } from './texts';
import type { Vocabulary } from './use-vocabulary';

interface MoveDialogProps {
  ids: readonly string[];
  vocabulary: Vocabulary;
  onCreateSet(name: string): Promise<string | null>;
  onClose(): void;
}

/** Moves or copies many annotations to a set. */
export function MoveDialog({ ids, vocabulary, onCreateSet, onClose }: MoveDialogProps) {
  const texts = useLibraryTexts();
  const actions = useActions();
  const [setId, setSetId] = useState(vocabulary.current?.id ?? vocabulary.sets[0]?.id);
  const [isCopy, setCopy] = useState(false);
  const id = useId();

  const apply = () => {
    if (setId === undefined) return;
    const name = vocabulary.setsById.get(setId)?.name ?? '';
    onClose();
    if (isCopy)
      void actions.bulk(
        texts.copyingMany,
        (count) => texts.copiedMany(count, name),
        (work) => copyAnnotations(ids, setId, work),
      );
    else
      void actions.bulk(
        texts.moving,
        (count) => texts.moved(count, name),
        (work) => moveAnnotations(ids, setId, work),
      );
  };

  return (
    <Dialog
      title={texts.moveTitle(ids.length)}
      firstField=".body select"
      onClose={onClose}
      onEnter={apply}
      actions={
        <>
          <button type="button" class="primary apply" aria-disabled={setId === undefined} onClick={apply}>
            {isCopy ? texts.copyThere : texts.moveThere}
          </button>
          <button type="button" onClick={onClose}>
            {texts.cancel}
          </button>
        </>
      }
    >
      <SetChooser sets={vocabulary.sets} value={setId} onChoose={setSetId} onCreate={onCreateSet} />
      <fieldset class="radios">
        <legend class="unseen">{texts.moveOrCopy}</legend>
        {[false, true].map((copies) => (
          <label key={String(copies)}>
            <input
              type="radio"
              name={id}
              checked={isCopy === copies}
              onChange={() => setCopy(copies)}
              value={String(copies)}
            />
            {copies ? texts.copyHint : texts.moveHint}
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}
