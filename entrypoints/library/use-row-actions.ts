import { useState } from 'preact/hooks';
import { getAnnotation } from '../../storage/annotations';
import { emptyBin } from '../../storage/bin';
import { removeAnnotations, restoreAnnotations, tagAnnotations } from '../../storage/bulk';
import type { Library } from '../../storage/library';
import { createSet, deleteEmptySet } from '../../storage/sets';
import { useActions } from './actions';
import type { ConfirmDialogProps } from './confirm-dialog';
import { openPlace } from './open-place';
import { useLibraryTexts } from './texts';
import type { Vocabulary } from './use-vocabulary';
import type { Place } from './view';

interface RowActionsOptions {
  library: Library;
  vocabulary: Vocabulary;
  place: Place;
  /** Rows may be gone with the focus in them. */
  onDone(): void;
}

/** What is done with annotations from several places of the page. */
export function useRowActions({ library, vocabulary, place, onDone }: RowActionsOptions) {
  const texts = useLibraryTexts();
  const { run, bulk, say } = useActions();
  const [question, setQuestion] = useState<ConfirmDialogProps | null>(null);

  const open = async (id: string) => {
    await run(texts.opening, async () => {
      const annotation = await getAnnotation(id);
      const document = annotation && library.document(annotation.documentId);
      if (!annotation || !document) return { done: texts.documentUnreadable };
      return (await openPlace(document, annotation)) ? null : { done: texts.noAddress };
    });
  };

  const remove = async (ids: readonly string[]) => {
    if (ids.length === 0) return;
    await bulk(texts.deleting, texts.deleted, (work) => removeAnnotations(ids, work));
    onDone();
  };

  const restore = async (ids: readonly string[]) => {
    await bulk(texts.restoring, texts.restored, (work) => restoreAnnotations(ids, work));
    onDone();
  };

  const askToPurge = (ids: readonly string[]) => {
    if (ids.length === 0) return;
    const close = () => setQuestion(null);
    setQuestion({
      title: texts.purgeTitle(ids.length),
      text: texts.purgeText,
      yes: texts.purge,
      onClose: close,
      onYes: async () => {
        close();
        await run(texts.deleting, async (work) => ({ done: texts.purged(await emptyBin(ids, work)) }));
        onDone();
      },
    });
  };

  /** Gives all of them the nth tag; takes it away where all have it. */
  const toggleTag = async (ids: readonly string[], nth: number) => {
    const tag = vocabulary.tags[nth];
    if (place === 'bin' || ids.length === 0) return;
    if (!tag) return say({ type: 'done', text: texts.noTagOnKey(nth + 1), canUndo: false });
    const haveAll = ids.every((id) => library.row(id)?.tags.includes(tag.id));
    const change = haveAll ? { remove: [tag.id] } : { add: [tag.id] };
    const said = haveAll ? texts.untaggedWith : texts.taggedWith;
    await bulk(
      texts.tagging,
      (count) => said(count, tag.name),
      (work) => tagAnnotations(ids, change, work),
    );
  };

  const create = async (name: string): Promise<string | null> => {
    let made: string | null = null;
    await run(texts.saving, async () => {
      const set = await createSet(name);
      made = set.id;
      return {
        done: texts.setCreated(set.name),
        undo: async () => {
          await deleteEmptySet(set.id);
          return {};
        },
      };
    });
    return made;
  };

  return { open, remove, restore, askToPurge, toggleTag, createSet: create, question };
}
