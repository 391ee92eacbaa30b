import { useEffect, useState } from 'preact/hooks';
import type { FormValues } from '../../components/annotation-form';
import { GoneNote } from '../../components/newer-note';
import { useTexts } from '../../components/texts';
import type { OpenDocumentState } from '../../messages/schema';
import { getAnnotation } from '../../storage/annotations';
import type { Draft } from './entry-row';

interface LostDraftsProps {
  state: OpenDocumentState;
  drafts: Map<string, Draft>;
  /** Keeps the annotation after all, with what was typed. @returns whether it is stored */
  onSaveAgain(id: string, values: FormValues): Promise<boolean>;
}

/** What was being typed about annotations that somebody removed meanwhile: their rows are gone, the words are not. */
export function LostDrafts({ state, drafts, onSaveAgain }: LostDraftsProps) {
  const texts = useTexts();
  const [lost, setLost] = useState<readonly string[]>([]);

  useEffect(() => {
    let isCurrent = true;
    const shown = new Set(state.placements.map(({ annotation }) => annotation.id));
    const missing = [...drafts.keys()].filter((id) => !shown.has(id));
    // A page that is read anew has no rows for a moment: only the store tells what is gone.
    Promise.all(missing.map(isGone)).then((gone) => {
      if (isCurrent) setLost(missing.filter((_, index) => gone[index]));
    });
    return () => {
      isCurrent = false;
    };
  }, [state, drafts]);

  const drop = (id: string) => {
    drafts.delete(id);
    setLost(lost.filter((each) => each !== id));
  };

  return (
    <>
      {lost.map((id) => {
        const draft = drafts.get(id);
        if (!draft) return null;
        const { comment, tagNames } = draft.values;
        const saveAgain = async () => {
          // Before the row is back: it would open its form again.
          drafts.delete(id);
          const isStored = await onSaveAgain(id, draft.values);
          if (!isStored) drafts.set(id, draft);
          setLost((before) => (isStored ? before.filter((each) => each !== id) : [...before]));
        };
        return (
          <div key={id} class="lost-draft">
            <GoneNote quote={draft.quote} onSaveAgain={() => void saveAgain()} onDrop={() => drop(id)}>
              <blockquote class="stored" lang="sv">
                {comment || texts.clash.noComment}
              </blockquote>
              <p class="fact" lang="sv">
                {texts.card.tags}: {tagNames.join(', ') || '–'}
              </p>
            </GoneNote>
          </div>
        );
      })}
    </>
  );
}

async function isGone(id: string): Promise<boolean> {
  try {
    const stored = await getAnnotation(id);
    return stored === undefined || stored.deleted !== undefined;
  } catch {
    // It is there and cannot be read: another message says so.
    return false;
  }
}
