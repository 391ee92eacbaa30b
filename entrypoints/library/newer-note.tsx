import { useId } from 'preact/hooks';
import type { FormValues } from '../../components/annotation-form';
import { useLibraryTexts } from './texts';

interface NewerNoteProps {
  /** What is stored now. */
  stored: FormValues;
  /** The person has seen it and goes on with what they typed. */
  onKeep(): void;
  /** The person gives up what they typed. */
  onTake(): void;
}

/** What somebody else stored while the person was typing: shown beside the draft, so that neither is lost unseen. */
export function NewerNote({ stored, onKeep, onTake }: NewerNoteProps) {
  const texts = useLibraryTexts();
  const id = useId();
  return (
    <section class="newer" aria-labelledby={id}>
      <p id={id} class="failure" role="alert">
        {texts.changedWhileTyping}
      </p>
      <blockquote class="stored" lang="sv">
        {stored.comment || texts.noComment}
      </blockquote>
      <p class="fact" lang="sv">
        {texts.filterNames.tags}: {stored.tagNames.join(', ') || '–'}
      </p>
      <div class="actions">
        <button type="button" class="keep-typed" onClick={onKeep}>
          {texts.keepTyped}
        </button>
        <button type="button" class="take-stored" onClick={onTake}>
          {texts.takeStored}
        </button>
      </div>
    </section>
  );
}
