import { useState } from 'preact/hooks';
import { deleteSet } from '../../storage/delete-set';
import type { Library } from '../../storage/library';
import type { Uses } from '../../storage/library-types';
import type { AnnotationSet } from '../../storage/schema';
import { chooseSet, createSet, deleteEmptySet, listSets, renameSet } from '../../storage/sets';
import { useActions } from './actions';
import { Dialog } from './dialog';
import { MessageBar } from './message-bar';
import { NameForm } from './name-form';
import { useLibraryTexts } from './texts';
import { bothWays } from './undo-stack';
import type { Vocabulary } from './use-vocabulary';

interface SetsDialogProps {
  library: Library;
  vocabulary: Vocabulary;
  onClose(): void;
}

/** All sets: which is current, new ones, other names, and what becomes of those that are deleted. */
export function SetsDialog({ library, vocabulary, onClose }: SetsDialogProps) {
  const texts = useLibraryTexts();
  const actions = useActions();
  const [edited, setEdited] = useState<{ id: string; as: 'rename' | 'delete' } | null>(null);
  const counts = library.uses('sets');

  const create = (name: string) => {
    const before = vocabulary.current?.id;
    void actions.run(texts.saving, async () => {
      const set = await createSet(name);
      await chooseSet(set.id);
      return {
        done: texts.setCreatedAndChosen(set.name),
        undo: async () => {
          await deleteEmptySet(set.id);
          const { items } = await listSets();
          if (before !== undefined && items.some(({ id }) => id === before)) await chooseSet(before);
          return {};
        },
      };
    });
  };

  const rename = async (set: AnnotationSet, name: string) => {
    setEdited(null);
    await actions.run(texts.saving, async () => {
      const renamed = await renameSet(set.id, name);
      return {
        done: texts.setRenamed(renamed.name),
        undo: bothWays(
          () => renameSet(set.id, set.name),
          () => renameSet(set.id, name),
        ),
      };
    });
  };

  const remove = async (set: AnnotationSet, moveTo: string | null) => {
    setEdited(null);
    await actions.bulk(
      texts.deleting,
      () => texts.setDeleted(set.name),
      (work) => deleteSet(set.id, moveTo === null ? { to: 'bin' } : { to: 'set', setId: moveTo }, work),
    );
  };

  return (
    <Dialog title={texts.dialogs.sets} onClose={onClose}>
      <p class="hint">{texts.setsHint}</p>
      <ul class="managed">
        {vocabulary.sets.map((set) => {
          const count = counts.get(set.id) ?? { inUse: 0, inBin: 0 };
          return (
            <li key={set.id}>
              {edited?.id === set.id && edited.as === 'rename' ? (
                <NameForm
                  label={texts.newName}
                  value={set.name}
                  onName={(name) => rename(set, name)}
                  onCancel={() => setEdited(null)}
                />
              ) : (
                <div class="managed-row">
                  <label class="current">
                    <input
                      type="radio"
                      name="current-set"
                      checked={set.id === vocabulary.current?.id}
                      onChange={() => actions.run(texts.saving, () => choose(set, texts.setChosen))}
                    />
                    <span class="name">{set.name}</span>
                    <span class="count">{texts.counted(count.inUse)}</span>
                  </label>
                  <div class="actions">
                    <button
                      type="button"
                      class="rename"
                      aria-label={`${texts.rename}: ${set.name}`}
                      onClick={() => setEdited({ id: set.id, as: 'rename' })}
                    >
                      {texts.rename}
                    </button>
                    <button
                      type="button"
                      class="delete"
                      aria-label={`${texts.delete}: ${set.name}`}
                      aria-expanded={edited?.id === set.id && edited.as === 'delete'}
                      onClick={() =>
                        count.inUse + count.inBin === 0
                          ? void remove(set, null)
                          : setEdited({ id: set.id, as: 'delete' })
                      }
                    >
                      {texts.delete}
                    </button>
                  </div>
                </div>
              )}
              {edited?.id === set.id && edited.as === 'delete' && (
                <DeleteChoice
                  count={count}
                  others={vocabulary.sets.filter(({ id }) => id !== set.id)}
                  onDelete={(moveTo) => remove(set, moveTo)}
                  onCancel={() => setEdited(null)}
                />
              )}
            </li>
          );
        })}
      </ul>
      <NameForm label={texts.newSet} value="" submit={texts.create} onName={create} />
      <MessageBar onGone={() => undefined} />
    </Dialog>
  );
}

async function choose(set: AnnotationSet, said: (name: string) => string) {
  await chooseSet(set.id);
  return { done: said(set.name) };
}

interface DeleteChoiceProps {
  count: Uses;
  others: readonly AnnotationSet[];
  /** @param moveTo id of the set that takes the annotations; null for the bin */
  onDelete(moveTo: string | null): void;
  onCancel(): void;
}

/** Where the annotations of a set go that is deleted. */
function DeleteChoice({ count, others, onDelete, onCancel }: DeleteChoiceProps) {
  const texts = useLibraryTexts();
  const [to, setTo] = useState('');
  return (
    <div class="delete-choice">
      <label>
        {texts.leftovers(count.inUse)}
        <select value={to} onChange={(event) => setTo(event.currentTarget.value)}>
          <option value="">{texts.toBin}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {texts.toSet(name)}
            </option>
          ))}
        </select>
      </label>
      <div class="actions">
        <button type="button" class="danger confirm" onClick={() => onDelete(to === '' ? null : to)}>
          {texts.deleteSet}
        </button>
        <button type="button" onClick={onCancel}>
          {texts.cancel}
        </button>
      </div>
    </div>
  );
}
