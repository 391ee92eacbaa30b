import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { AnnotationForm, type FormValues } from '../../components/annotation-form';
import { describePassage } from '../../components/describe-passage';
import { PlacementReview } from '../../components/placement-review';
import { TagChip } from '../../components/tag-chip';
import { useTexts } from '../../components/texts';
import type { Answer, KeptAnnotation, QuotedSpan } from '../../messages/schema';
import type { Span } from '../../reading/types';
import { getAnnotation, updateAnnotation } from '../../storage/annotations';
import { toStorageError } from '../../storage/errors';
import type { Tag } from '../../storage/schema';
import type { Entry } from './entries';
import { usePanelTexts } from './texts';

/** Values that are not stored yet, and the revision that the person saw when the form was opened. */
export interface Draft {
  values: FormValues;
  revision: number;
  /** The text that is annotated: the row may be gone before the draft is stored. */
  quote: string;
}

export interface EntryRowProps {
  entry: Entry;
  /** True for the one row that Tab comes to. */
  isCurrent: boolean;
  tags: readonly Tag[];
  /** What is being typed, by annotation: it outlives the row, which goes while the page is read anew. */
  drafts: Map<string, Draft>;
  onReveal(span: Span): void;
  /** Gives the annotation a new place; says what went wrong, or null. */
  onRetarget(annotation: KeptAnnotation, place: QuotedSpan | null): Promise<string | null>;
  onKeep(entry: Entry): Promise<void>;
  onChanged(): Promise<void>;
  /** The form has stored something. @param named what the annotation is called @param before as it was until then */
  onEdited(named: string, before: KeptAnnotation): void;
  onRemove(entry: Entry, id: string): Promise<void>;
  onCopy(id: string): Promise<void>;
  /** Keeps an annotation that somebody removed, with these values. */
  onSaveAgain(id: string, values: FormValues): Promise<boolean>;
}

/** One passage or annotation: a button that shows it in the text, and what can be done with it. */
export function EntryRow(props: EntryRowProps) {
  const {
    entry,
    isCurrent,
    tags,
    drafts,
    onReveal,
    onRetarget,
    onKeep,
    onChanged,
    onEdited,
    onRemove,
    onCopy,
    onSaveAgain,
  } = props;
  const texts = useTexts();
  const own = usePanelTexts();
  const formId = useId();
  const { kind, quote, start, end, page, passage, placement, repeats } = entry;
  const draft = placement ? drafts.get(placement.annotation.id) : undefined;
  const [isEditing, setEditing] = useState(draft !== undefined);
  /** True from a press of Edit until its form is drawn. */
  const isOpening = useRef(false);
  const openedAt = useRef(draft?.revision ?? 0);
  /** The annotation as it was before what the form has just stored, until the form closes for it. */
  const before = useRef<KeptAnnotation | null>(null);
  const title = passage ? describePassage(passage, texts) : placement?.annotation.label;
  const named = title || quote.slice(0, 80);
  const isLost = start === null || end === null;
  const isKept = placement !== null;
  const tabIndex = isCurrent ? 0 : -1;
  const row = useRef<HTMLLIElement>(null);
  /** Whether the passage was kept when Save or Remove was pressed. */
  const wasKept = useRef<boolean | null>(null);

  // Save gives way to Edit and Remove, and they to Save: the focus passes on to what stands in their place.
  useEffect(() => {
    if (wasKept.current === !isKept) row.current?.querySelector<HTMLElement>(':scope > .actions button')?.focus();
    wasKept.current = null;
    // A passage that is kept again begins as any other, unless something typed is left.
    if (placement) setEditing(drafts.has(placement.annotation.id));
  }, [isKept]);

  // Who wants to edit comes to the form. At once: Edit may be pressed again before an effect has its turn.
  useLayoutEffect(() => {
    if (isEditing && isOpening.current) row.current?.querySelector<HTMLElement>('.tag-input')?.focus();
    isOpening.current = false;
  }, [isEditing]);

  const leaveForm = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !placement) return;
    // What is typed and not stored stays: only the button closes the form then.
    const isTyping = event.target instanceof HTMLInputElement && event.target.value !== '';
    if (isTyping || drafts.has(placement.annotation.id)) return;
    setEditing(false);
    row.current?.querySelector<HTMLElement>('.edit')?.focus();
  };

  const save = async (values: FormValues): Promise<Answer<KeptAnnotation>> => {
    if (!placement) return { ok: false, code: 'not-found' };
    try {
      const { revision } = await updateAnnotation(placement.annotation.id, values, openedAt.current);
      openedAt.current = revision;
      before.current = placement.annotation;
      await onChanged();
      return { ok: true, value: { ...placement.annotation, ...values, revision } };
    } catch (error) {
      return { ok: false, code: toStorageError(error).code };
    }
  };

  /** All that was typed is stored: the form has done its work. The focus goes to its button while it still has one to leave. */
  const closeAfterSaving = () => {
    if (!before.current) return;
    const { activeElement } = document;
    const isHere = activeElement === document.body || row.current?.querySelector('.editing')?.contains(activeElement);
    if (isHere) row.current?.querySelector<HTMLElement>('.edit')?.focus();
    setEditing(false);
    onEdited(named, before.current);
    before.current = null;
  };

  const takeNewest = async (): Promise<FormValues | null> => {
    const now = placement && (await getAnnotation(placement.annotation.id));
    if (!now || now.deleted !== undefined) return null;
    openedAt.current = now.revision;
    return {
      tagNames: now.tags.flatMap((id) => tags.find((tag) => tag.id === id)?.name ?? []),
      comment: now.comment,
    };
  };

  const saveAgain = async (values: FormValues): Promise<Answer<KeptAnnotation>> => {
    if (!placement || !(await onSaveAgain(placement.annotation.id, values))) return { ok: false, code: 'not-found' };
    return { ok: true, value: { ...placement.annotation, ...values } };
  };

  return (
    <li class={`entry kind-${kind}${isKept ? ' kept' : ''}`} ref={row} data-annotation={placement?.annotation.id}>
      <button
        type="button"
        class="place"
        // Not disabled: the arrow keys lead here from row to row.
        aria-disabled={isLost}
        tabIndex={tabIndex}
        onClick={() => {
          if (!isLost) onReveal({ start, end });
        }}
      >
        <span class="kind">
          {texts.kind[kind]}
          {page !== undefined && <span class="page">{texts.pages.page(page)}</span>}
          {placement && <span class="badge">{texts.panel.kept}</span>}
          {repeats && (
            <span class="repeat">
              {repeats === 'kept' && kind === 'citation' ? own.repeat.law : own.repeat[repeats]}
            </span>
          )}
        </span>
        {title && title !== texts.kind[kind] && (
          <span class="title" lang={passage ? undefined : 'sv'}>
            {title}
          </span>
        )}
        <span class="quote" lang="sv">
          {quote}
        </span>
      </button>
      {placement && (
        <PlacementReview
          placement={placement}
          onReveal={onReveal}
          onRetarget={(place) => onRetarget(placement.annotation, place)}
        />
      )}
      {placement && (placement.annotation.tagNames.length > 0 || placement.annotation.comment) && !isEditing && (
        <p class="additions">
          {placement.annotation.tagNames.map((tag) => (
            <TagChip key={tag} tag={tags.find(({ name }) => name === tag) ?? unknownTag(tag)} />
          ))}
          {placement.annotation.comment && <span class="comment">{placement.annotation.comment}</span>}
        </p>
      )}
      <div class="actions">
        {!placement && (
          <button
            type="button"
            class="keep"
            tabIndex={tabIndex}
            aria-label={`${texts.card.save}: ${named}`}
            onClick={() => {
              wasKept.current = isKept;
              void onKeep(entry);
            }}
          >
            {texts.card.save}
          </button>
        )}
        {placement && (
          <>
            <button
              type="button"
              class="edit"
              tabIndex={tabIndex}
              aria-expanded={isEditing}
              aria-controls={formId}
              aria-label={`${texts.panel.edit}: ${named}`}
              onClick={() => {
                openedAt.current = placement.annotation.revision;
                if (isEditing) drafts.delete(placement.annotation.id);
                isOpening.current = !isEditing;
                setEditing(!isEditing);
              }}
            >
              {texts.panel.edit}
            </button>
            <button
              type="button"
              class="quiet remove"
              tabIndex={tabIndex}
              aria-label={`${texts.card.remove}: ${named}`}
              onClick={() => {
                wasKept.current = isKept;
                setEditing(false);
                drafts.delete(placement.annotation.id);
                void onRemove(entry, placement.annotation.id);
              }}
            >
              {texts.card.remove}
            </button>
            <button
              type="button"
              class="quiet copy"
              tabIndex={tabIndex}
              aria-label={`${texts.panel.copy}: ${named}`}
              onClick={() => void onCopy(placement.annotation.id)}
            >
              {texts.panel.copy}
            </button>
          </>
        )}
      </div>
      <fieldset
        class="editing"
        id={formId}
        aria-label={`${texts.panel.edit}: ${named}`}
        hidden={!isEditing}
        onKeyDown={leaveForm}
      >
        {placement && isEditing && (
          <AnnotationForm
            initial={
              draft?.values ?? { tagNames: placement.annotation.tagNames, comment: placement.annotation.comment }
            }
            onDraft={(values) => {
              if (values) drafts.set(placement.annotation.id, { values, revision: openedAt.current, quote });
              else {
                drafts.delete(placement.annotation.id);
                closeAfterSaving();
              }
            }}
            vocabulary={tags.map(({ name }) => name)}
            isKept
            onSave={save}
            clash={{ takeNewest, saveAgain }}
          />
        )}
      </fieldset>
    </li>
  );
}

/** A tag that the vocabulary does not hold yet: it was made a moment ago. */
function unknownTag(name: string): Pick<Tag, 'name' | 'colour' | 'description'> {
  return { name, colour: 'grey', description: '' };
}
