import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { AnnotationForm, type FormValues } from '../../components/annotation-form';
import { SetChooser } from '../../components/set-chooser';
import { useTexts } from '../../components/texts';
import { provisionNames, provisionUrl } from '../../detection/citations/describe';
import type { FileLanguage } from '../../exchange';
import { quotation } from '../../exchange/citation-text';
import { citedPage } from '../../exchange/citation-words';
import type { Answer, KeptAnnotation } from '../../messages/schema';
import { editAnnotation, getAnnotation } from '../../storage/annotations';
import { moveAnnotations } from '../../storage/bulk';
import { toStorageError } from '../../storage/errors';
import type { Library } from '../../storage/library';
import type { Annotation, SourceDocument } from '../../storage/schema';
import { useActions, wayThrough } from './actions';
import { dayIn, today } from './days';
import { History } from './history';
import { labelIn } from './label-in';
import { NewerNote } from './newer-note';
import { useFileLanguage, useLibraryTexts } from './texts';
import { useTagKeys } from './use-tag-keys';
import type { Vocabulary } from './use-vocabulary';

interface DetailProps {
  id: string;
  library: Library;
  /** Grows with every change of the library: what is shown is read anew. */
  version: number;
  vocabulary: Vocabulary;
  /** What is being typed, by annotation, with the revision that it began from. */
  drafts: Map<string, { values: FormValues; revision: number }>;
  onOpen(id: string): void;
  onRemove(id: string): void;
  onRestore(id: string): void;
  onCreateSet(name: string): Promise<string | null>;
  /** Gives the nth tag, 0 first, or takes it away. */
  onTagKey(id: string, nth: number): void;
}

/** One annotation whole: its words, where they stand, and what can be changed. */
export function Detail(props: DetailProps) {
  const { id, library, version, vocabulary, drafts, onOpen, onRemove, onRestore, onCreateSet, onTagKey } = props;
  const shared = useTexts();
  const texts = useLibraryTexts();
  const language = useFileLanguage();
  const actions = useActions();
  const annotation = useAnnotation(id, version);
  /** The form that is shown, and the revision that it shows. */
  const form = useRef({ key: 0, id: '', revision: 0 });
  const [, drawAnew] = useReducer((times: number) => times + 1, 0);
  const part = useRef<HTMLDivElement>(null);
  /** What somebody else saved was settled: the buttons for that go, and the focus with them. */
  const wasSettled = useRef(false);
  useLayoutEffect(() => {
    if (!wasSettled.current) return;
    wasSettled.current = false;
    part.current?.querySelector('textarea')?.focus();
  });
  const isShown = annotation !== null && annotation !== 'gone' && annotation.deleted === undefined;
  useTagKeys(part, isShown, (nth) => onTagKey(id, nth));

  if (annotation === null) return <p class="hint">{texts.loading}</p>;
  if (annotation === 'gone') return <p class="hint">{shared.failure['not-found']}</p>;
  const document = library.document(annotation.documentId);
  const values = valuesOf(annotation, vocabulary);
  const draft = drafts.get(id);
  // Made anew when somebody else has changed the annotation, unless something is being typed.
  if (form.current.id !== id || (!draft && annotation.revision > form.current.revision)) {
    form.current = { key: form.current.key + 1, id, revision: draft?.revision ?? annotation.revision };
  }

  /** Draws the form anew: with what is typed, if that stays, and no word of what was wrong. */
  const settle = (revision: number) => {
    form.current = { key: form.current.key + 1, id, revision };
    wasSettled.current = true;
    drawAnew(undefined);
  };

  const save = async (next: FormValues): Promise<Answer<KeptAnnotation>> => {
    try {
      const { annotation: saved, undo } = await editAnnotation(id, next, form.current.revision);
      form.current.revision = saved.revision;
      drafts.delete(id);
      // It is stored: the way back is kept whatever else goes on.
      actions.done({
        done: texts.edited,
        joinAs: `edit ${id}`,
        undo: wayThrough(undo, texts),
      });
      return { ok: true, value: { ...saved, tagNames: next.tagNames } };
    } catch (error) {
      return { ok: false, code: toStorageError(error).code };
    }
  };

  const label = labelIn(shared, annotation);
  return (
    <div class="detail" ref={part}>
      <p class="kind">
        {shared.kind[annotation.kind]}
        {label && label !== shared.kind[annotation.kind] && <b lang="sv"> {label}</b>}
      </p>
      <blockquote lang="sv">{annotation.target.quote.exact}</blockquote>
      <Source document={document} page={citedPage(annotation.target)} />
      <div class="actions">
        <button type="button" class="open" onClick={() => onOpen(id)}>
          {texts.openDocument}
        </button>
        {document && (
          <button
            type="button"
            onClick={() =>
              actions.run(texts.copying, async () => {
                await copyCitation(document, annotation, language);
                return { done: texts.copied };
              })
            }
          >
            {texts.copyCitation}
          </button>
        )}
      </div>
      <Provisions annotation={annotation} />
      {annotation.addressees.length > 0 && (
        <p class="fact" lang="sv">
          {texts.filterNames.addressees}: {annotation.addressees.join(', ')}
        </p>
      )}
      {annotation.deleted === undefined ? (
        <>
          <SetChooser
            sets={vocabulary.sets}
            value={annotation.setId}
            onChoose={(setId) => {
              if (setId === annotation.setId) return;
              const name = vocabulary.setsById.get(setId)?.name ?? '';
              void actions.bulk(
                texts.moving,
                (count) => texts.moved(count, name),
                (work) => moveAnnotations([id], setId, work),
              );
            }}
            onCreate={onCreateSet}
          />
          {draft && annotation.revision > draft.revision && (
            <NewerNote
              stored={values}
              onKeep={() => {
                // What is in the map, not what was there when this was drawn: the person may have typed on.
                const typed = drafts.get(id)?.values ?? draft.values;
                drafts.set(id, { values: typed, revision: annotation.revision });
                settle(annotation.revision);
              }}
              onTake={() => {
                drafts.delete(id);
                settle(annotation.revision);
              }}
            />
          )}
          <AnnotationForm
            key={form.current.key}
            initial={draft?.values ?? values}
            vocabulary={vocabulary.tags.map((tag) => tag.name)}
            isKept
            onSave={save}
            settleFirst={texts.settleFirst}
            onDraft={(typed) => {
              if (typed) drafts.set(id, { values: typed, revision: form.current.revision });
              else drafts.delete(id);
            }}
            onRemove={() => onRemove(id)}
          />
        </>
      ) : (
        <>
          {draft && (
            <section class="newer">
              <p class="failure" role="alert">
                {texts.removedWhileTyping}
              </p>
              <blockquote class="typed" lang="sv">
                {draft.values.comment || draft.values.tagNames.join(', ')}
              </blockquote>
              <p class="hint">{texts.restoreKeepsTyped}</p>
            </section>
          )}
          <p class="actions">
            <button type="button" class="primary" onClick={() => onRestore(id)}>
              {texts.restore}
            </button>
          </p>
        </>
      )}
      <p class="fact times">
        {texts.savedOn(dayIn(shared.language)(annotation.created))}
        {annotation.modified !== annotation.created &&
          ` · ${texts.changedOn(dayIn(shared.language)(annotation.modified))}`}
      </p>
      <History annotation={annotation} vocabulary={vocabulary} />
    </div>
  );
}

function valuesOf(annotation: Pick<Annotation, 'tags' | 'comment'>, { tagsById }: Vocabulary): FormValues {
  return {
    tagNames: annotation.tags.flatMap((tag) => tagsById.get(tag)?.name ?? []),
    comment: annotation.comment,
  };
}

/** The annotation as stored, read anew with every change; `gone` when it is not there any more, or cannot be read. */
function useAnnotation(id: string, version: number): Annotation | 'gone' | null {
  const [annotation, setAnnotation] = useState<Annotation | 'gone' | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const show = (next: Annotation | 'gone') => {
      if (isCurrent) setAnnotation(next);
    };
    getAnnotation(id).then(
      (found) => show(found ?? 'gone'),
      () => show('gone'),
    );
    return () => {
      isCurrent = false;
    };
  }, [id, version]);
  return annotation === null || annotation === 'gone' || annotation.id === id ? annotation : null;
}

function Source({ document, page }: { document: SourceDocument | undefined; page: string | number | undefined }) {
  const shared = useTexts();
  const texts = useLibraryTexts();
  if (!document) return <p class="failure">{texts.documentUnreadable}</p>;
  const { municipality, auditor, date, diaryNumber } = document.profile;
  const facts = [municipality, auditor, date, diaryNumber, page === undefined ? undefined : shared.pages.page(page)];
  return (
    <div class="source" lang="sv">
      <p class="title">{document.title || document.profile.title || document.canonicalUrl}</p>
      <p class="facts">{facts.filter(Boolean).join(' · ')}</p>
    </div>
  );
}

function Provisions({ annotation }: { annotation: Annotation }) {
  const shared = useTexts();
  if (annotation.provisions.length === 0) return null;
  return (
    <ul class="provisions">
      {annotation.provisions.map((provision) => {
        const { long } = provisionNames(provision);
        const url = provisionUrl(provision);
        return (
          <li key={long} lang="sv">
            {url ? (
              <a href={url} target="_blank" rel="noreferrer" title={shared.card.opensInNewTab}>
                {long}
              </a>
            ) : (
              long
            )}
          </li>
        );
      })}
    </ul>
  );
}

async function copyCitation(document: SourceDocument, annotation: Annotation, language: FileLanguage): Promise<void> {
  const { text, html } = quotation(document, annotation, today(), language);
  const blob = (content: string, type: string) => new Blob([content], { type });
  await navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': blob(text, 'text/plain'), 'text/html': blob(html, 'text/html') }),
  ]);
}
