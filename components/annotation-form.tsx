import { useId, useRef, useState } from 'preact/hooks';
import type { Answer, FailureCode, KeptAnnotation } from '../messages/schema';
import { GoneNote, NewerNote } from './newer-note';
import { TagField } from './tag-field';
import { useTexts } from './texts';

export interface FormValues {
  tagNames: string[];
  comment: string;
}

/** What can be done when somebody else has changed or removed what the form is about. */
export interface FormClash {
  /** What is stored now; null where the annotation is gone. From then on a save replaces that. */
  takeNewest(): Promise<FormValues | null>;
  /** Keeps the values although the annotation was removed. */
  saveAgain(values: FormValues): Promise<Answer<KeptAnnotation>>;
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
  /** The ways out of a clash; without them the form only says that there is one. */
  clash?: FormClash;
  /** What a save is answered with while somebody else's stands unsettled; for whoever shows the ways out beside the form. */
  settleFirst?: string;
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
  clash,
  settleFirst,
  handle,
}: AnnotationFormProps) {
  const texts = useTexts();
  const id = useId();
  const [values, setValues] = useState(initial);
  const [progress, setProgress] = useState<'idle' | 'saving' | 'saved' | FailureCode>('idle');
  const isFailure = progress !== 'idle' && progress !== 'saving' && progress !== 'saved';

  /** What is in the form: keys may follow each other before it is drawn. */
  const latest = useRef(values);
  const isStored = useRef(isKept);
  isStored.current ||= isKept;
  /** The keys that are being carried out, one after the other. */
  const keys = useRef<Promise<void>>(Promise.resolve());
  /** What somebody else has stored meanwhile. */
  const [newer, setNewer] = useState<FormValues | 'gone' | null>(null);
  const isClashing = useRef(false);
  const field = useRef<HTMLTextAreaElement>(null);

  const set = (next: FormValues) => {
    latest.current = next;
    setValues(next);
  };

  const change = (part: Partial<FormValues>) => {
    const draft = { ...latest.current, ...part };
    set(draft);
    onDraft?.(draft);
    setProgress('idle');
  };

  const clashWith = (stored: FormValues | null) => {
    isClashing.current = true;
    setNewer(stored ?? 'gone');
  };

  const settle = () => {
    // The buttons go, and the focus would be lost with them.
    if (isClashing.current) field.current?.focus();
    isClashing.current = false;
    setNewer(null);
  };

  const save = async (store = onSave) => {
    const wanted = latest.current;
    setProgress('saving');
    const answer = await store(wanted);
    if (answer.ok) {
      isStored.current = true;
      settle();
      // What was typed meanwhile is not stored.
      const isAll = latest.current === wanted;
      onDraft?.(isAll ? null : latest.current);
      setProgress(isAll ? 'saved' : 'idle');
      return;
    }
    if (clash && answer.code === 'conflict') clashWith(await clash.takeNewest());
    else if (clash && isStored.current && answer.code === 'not-found') clashWith(null);
    setProgress(answer.code);
  };

  if (handle) {
    handle.current = {
      toggleTag(name) {
        keys.current = keys.current.then(() => {
          const { tagNames } = latest.current;
          const others = tagNames.filter((each) => each !== name);
          change({ tagNames: isStored.current && others.length < tagNames.length ? others : [...others, name] });
          // Nobody replaces by a key what they have not settled.
          return isClashing.current ? undefined : save();
        });
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
          ref={field}
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
          {isFailure &&
            newer === null &&
            (progress === 'conflict' && settleFirst ? settleFirst : texts.failure[progress])}
        </output>
      </div>
      {clash && newer === 'gone' && <GoneNote onSaveAgain={() => void save(clash.saveAgain)} />}
      {newer !== null && newer !== 'gone' && (
        <NewerNote
          stored={newer}
          onKeep={() => void save()}
          onTake={() => {
            set(newer);
            settle();
            onDraft?.(null);
            setProgress('idle');
          }}
        />
      )}
    </form>
  );
}
