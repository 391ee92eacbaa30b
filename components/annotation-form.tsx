import { useId, useState } from 'preact/hooks';
import type { Answer, FailureCode, KeptAnnotation } from '../messages/schema';
import { TagField } from './tag-field';
import { useTexts } from './texts';

export interface FormValues {
  tagNames: string[];
  comment: string;
}

/** What whoever shows the form can do with it. */
export interface FormHandle {
  /** Sets a tag, or takes it away from what is stored with it already, and stores everything that is in the form. */
  toggleTag(name: string): void;
}

interface AnnotationFormProps {
  initial: FormValues;
  vocabulary: readonly string[];
  /** True when the annotation is stored already and is being changed. */
  isKept: boolean;
  /** Stores the values; says whether they are durably stored. */
  onSave(values: FormValues): Promise<Answer<KeptAnnotation>>;
  /** Told of every value that is typed and not stored yet, and null once it is: whoever shows the form can keep it. */
  onDraft?(draft: FormValues | null): void;
  onRemove?(): void;
  /** Is given the form's handle. */
  handle?: { current: FormHandle | null };
}

/** Tags and comment of one annotation. What was typed stays in the form until it is stored. */
export function AnnotationForm({
  initial,
  vocabulary,
  isKept,
  onSave,
  onDraft,
  onRemove,
  handle,
}: AnnotationFormProps) {
  const texts = useTexts();
  const id = useId();
  const [values, setValues] = useState(initial);
  const [progress, setProgress] = useState<'idle' | 'saving' | 'saved' | FailureCode>('idle');
  const isFailure = progress !== 'idle' && progress !== 'saving' && progress !== 'saved';

  const change = (part: Partial<FormValues>) => {
    const draft = { ...values, ...part };
    setValues(draft);
    onDraft?.(draft);
    setProgress('idle');
  };

  const save = async (wanted = values) => {
    setProgress('saving');
    const answer = await onSave(wanted);
    if (answer.ok) onDraft?.(null);
    setProgress(answer.ok ? 'saved' : answer.code);
  };

  if (handle) {
    handle.current = {
      toggleTag(name) {
        if (progress === 'saving') return;
        const { tagNames } = values;
        const others = tagNames.filter((each) => each !== name);
        const wanted = isKept && others.length < tagNames.length ? others : [...others, name];
        change({ tagNames: wanted });
        void save({ ...values, tagNames: wanted });
      },
    };
  }

  return (
    <form
      class="annotation-form"
      // Sends nothing anywhere by itself: after an update Firefox has no handler left to prevent it, and the page would go.
      method="dialog"
      onSubmit={(event) => {
        event.preventDefault();
        // A page can send clicks of its own making; only a person's count.
        if (event.isTrusted && progress !== 'saving') void save();
      }}
    >
      <TagField value={values.tagNames} vocabulary={vocabulary} onChange={(tagNames) => change({ tagNames })} />
      <div class="field">
        <label for={id}>{texts.card.comment}</label>
        <textarea
          id={id}
          rows={2}
          value={values.comment}
          onInput={(event) => change({ comment: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
          }}
        />
      </div>
      <div class="actions">
        {/* Not disabled: the button would lose the focus. A second submit does nothing while the first is under way. */}
        <button type="submit" class="primary" aria-disabled={progress === 'saving'}>
          {isKept ? texts.card.saveChanges : texts.card.save}
        </button>
        {isKept && onRemove && (
          <button type="button" class="quiet" onClick={onRemove}>
            {texts.card.remove}
          </button>
        )}
        <output class={isFailure ? 'status failure' : 'status'}>
          {progress === 'saving' && texts.card.saving}
          {progress === 'saved' && texts.card.saved}
          {isFailure && texts.failure[progress]}
        </output>
      </div>
    </form>
  );
}
