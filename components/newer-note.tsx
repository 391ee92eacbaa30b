import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { FormValues } from './annotation-form';
import { useTexts } from './texts';

interface NewerNoteProps {
  /** What is stored now. */
  stored: FormValues;
  /** The library says it in words of its own: there nothing is stored by the choice alone. */
  words?: { changed: string; keep: string; take: string };
  /** The person has seen it and goes on with what they typed. */
  onKeep(): void;
  /** The person gives up what they typed. */
  onTake(): void;
}

/** What somebody else stored while the person was typing: shown beside the draft, so that neither is lost unseen. */
export function NewerNote({ stored, words, onKeep, onTake }: NewerNoteProps) {
  const texts = useTexts();
  const id = useId();
  const note = useInSight();
  return (
    <section class="newer" aria-labelledby={id} ref={note}>
      <p id={id} class="failure" role="alert">
        {words?.changed ?? texts.clash.changed}
      </p>
      <blockquote class="stored" lang="sv">
        {stored.comment || texts.clash.noComment}
      </blockquote>
      <p class="fact" lang="sv">
        {texts.card.tags}: {stored.tagNames.join(', ') || '–'}
      </p>
      <div class="actions">
        <button type="button" class="keep-typed" onClick={onKeep}>
          {words?.keep ?? texts.clash.keep}
        </button>
        <button type="button" class="take-stored" onClick={onTake}>
          {words?.take ?? texts.clash.take}
        </button>
      </div>
    </section>
  );
}

interface GoneNoteProps {
  /** The text that was annotated, where it is not shown beside. */
  quote?: string;
  /** What was typed, where it is not shown beside. */
  children?: ComponentChildren;
  onSaveAgain(): void;
  /** The person gives up what they typed. */
  onDrop?(): void;
}

/** The annotation was removed elsewhere while the person was typing: what was typed can be kept all the same. */
export function GoneNote({ quote, children, onSaveAgain, onDrop }: GoneNoteProps) {
  const texts = useTexts();
  const note = useInSight();
  return (
    <section class="newer gone" ref={note}>
      <p class="failure" role="alert">
        {texts.clash.gone}
      </p>
      {quote !== undefined && (
        <p class="quote" lang="sv">
          {quote}
        </p>
      )}
      {children}
      <div class="actions">
        <button type="button" class="save-again" onClick={onSaveAgain}>
          {texts.clash.saveAgain}
        </button>
        {onDrop && (
          <button type="button" class="quiet drop" onClick={onDrop}>
            {texts.clash.drop}
          </button>
        )}
      </div>
    </section>
  );
}

/** The note stands below what was pressed, which in a low card is where nobody sees it. */
function useInSight() {
  const note = useRef<HTMLElement>(null);
  useEffect(() => note.current?.scrollIntoView({ block: 'nearest' }), []);
  return note;
}
