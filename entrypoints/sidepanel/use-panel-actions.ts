import { useEffect, useRef, useState } from 'preact/hooks';
import type { FormValues } from '../../components/annotation-form';
import { copyQuotation } from '../../components/copy-quotation';
import { useTexts } from '../../components/texts';
import type { ProfileCorrections } from '../../detection/types';
import { notifyPages } from '../../messages/notify';
import { sendMessage } from '../../messages/protocol';
import {
  type Answer,
  type KeptAnnotation,
  keptAnnotationSchema,
  type OpenDocumentState,
  parseAnswer,
  type QuotedSpan,
  type SaveAll,
  type SavedMany,
  savedManySchema,
} from '../../messages/schema';
import { getAnnotation, removeAnnotation, restoreAnnotation, updateAnnotation } from '../../storage/annotations';
import { StorageError, toStorageError } from '../../storage/errors';
import { unsaveAnnotations } from '../../storage/save-many';
import type { Tag } from '../../storage/schema';
import { chooseSet, createSet, currentSet } from '../../storage/sets';
import { type Entry, entriesOf } from './entries';
import { countUnkept } from './save-all';
import { useFileLanguage, usePanelTexts } from './texts';
import { useSavingProgress } from './use-saving-progress';

/** What the panel says below its list: what was done, with the way back where there is one, or why something failed. */
export type Message = { done: string; undo?(): Promise<Undone> } | { failure: string } | null;

/** What is said when something is undone, and the annotation whose row gets the focus. */
interface Undone {
  said?: string;
  focus?: string;
}

/** Where the focus goes when the list has changed: to the row of an annotation, or to where one was that is gone. */
type WantedFocus = { annotation: string } | { gone: string; index: number } | 'list';

const disconnected = (): Answer<never> => ({ ok: false, code: 'disconnected' });

interface Surroundings {
  tabId: number;
  state: OpenDocumentState;
  list: { current: HTMLOListElement | null };
  tags: readonly Tag[];
  refresh(): Promise<void>;
}

/** All that a person does in the panel with the open document, what is said of it, and where the focus goes after it. */
export function usePanelActions({ tabId, state, list, tags, refresh }: Surroundings) {
  const texts = useTexts();
  const own = usePanelTexts();
  const language = useFileLanguage();
  const [message, setMessage] = useState<Message>(null);
  /** What a row shows by itself once it is done, said to who does not see it. */
  const [heard, setHeard] = useState('');
  const [progress, setProgress] = useSavingProgress(tabId);
  const wantedFocus = useRef<WantedFocus | null>(null);
  /** The last tag key of each row that is being carried out; with the annotation it leaves there. */
  const tagging = useRef(new Map<string, Promise<string | undefined>>());

  useEffect(() => {
    const wanted = wantedFocus.current;
    const rows = list.current;
    if (!wanted || !rows) return;
    const rowOf = (id: string) => rows.querySelector(`[data-annotation="${CSS.escape(id)}"]`);
    if (wanted === 'list') rows.focus();
    else if ('annotation' in wanted) {
      const place = rowOf(wanted.annotation)?.querySelector<HTMLElement>('.place');
      if (!place) return;
      place.focus();
    } else {
      if (rowOf(wanted.gone)) return;
      const row = rows.children[Math.min(wanted.index, rows.children.length - 1)];
      // A passage that is not kept any more still has its row, and the focus in it.
      if (isFocusLost()) (row?.querySelector<HTMLElement>('.place') ?? rows).focus();
    }
    wantedFocus.current = null;
  });

  const fail = (code: keyof typeof texts.failure) => setMessage({ failure: texts.failure[code] });

  /** Writes, tells the open pages, shows what is there then. @returns whether it was written */
  const attempt = async (work: () => Promise<Message>): Promise<boolean> => {
    let said: Message;
    try {
      said = await work();
    } catch (error) {
      said = { failure: texts.failure[toStorageError(error).code] };
    }
    await notifyPages();
    await refresh();
    setMessage(said);
    return said === null || 'done' in said;
  };

  const remove = async (entry: Entry, id: string) => {
    const index = [...(list.current?.children ?? [])].findIndex((row) => row.matches(`[data-annotation="${id}"]`));
    await attempt(async () => {
      await removeAnnotation(id);
      wantedFocus.current = { gone: id, index: Math.max(0, index) };
      return {
        done: texts.card.removed,
        undo: async () => {
          await restoreAnnotation(id);
          return { focus: entry.placement?.annotation.id ?? id };
        },
      };
    });
  };

  const retarget = async ({ id, target }: KeptAnnotation, place: QuotedSpan | null): Promise<string | null> => {
    const answer = await sendMessage('retarget', { id, place }, tabId).catch(disconnected);
    await refresh();
    if (answer.ok) {
      const undo = async () => {
        await updateAnnotation(id, { target });
        return { focus: id };
      };
      setMessage({ done: texts.review.reattached, undo });
      return null;
    }
    return place === null && answer.code === 'not-found' ? texts.review.nothingSelected : texts.failure[answer.code];
  };

  /** The button goes with its message: the focus passes to what came back, or to the list. */
  const undo = async (work: () => Promise<Undone>) => {
    const isDone = await attempt(async () => {
      const { said, focus } = await work();
      wantedFocus.current = focus === undefined ? 'list' : { annotation: focus };
      return said === undefined ? null : { done: said };
    });
    if (!isDone) list.current?.focus();
  };

  const copy = async (id: string) => {
    try {
      await copyQuotation(id, language);
      setMessage({ done: texts.panel.copied });
    } catch {
      setMessage({ failure: texts.panel.notCopied });
    }
  };

  const savePassage = async ({ start, end, quote }: Entry): Promise<Answer<KeptAnnotation>> => {
    if (start === null || end === null) return { ok: false, code: 'not-found' };
    const answer = await sendMessage('savePassage', { start, end, quote }, tabId).catch(disconnected);
    return parseAnswer(answer, keptAnnotationSchema);
  };

  const keep = async (entry: Entry) => {
    setHeard('');
    const answer = await savePassage(entry);
    if (answer.ok) {
      setMessage(null);
      setHeard(texts.walk.saved(answer.value.label || entry.quote.slice(0, 80)));
    } else fail(answer.code);
    await refresh();
  };

  /** Sets the nth tag on a row, or takes it away; a passage that is not kept is kept first. One key after the other. */
  const toggleTag = async (entry: Entry, nth: number) => {
    const tag = tags[nth];
    if (!tag) return setMessage({ failure: own.noTagOnKey(nth + 1) });
    const { key } = entry;
    const before = tagging.current.get(key);
    const turn = (async () => toggleTagOf(entry, tag, (await before) ?? entry.placement?.annotation.id))();
    tagging.current.set(key, turn);
    await turn;
    if (tagging.current.get(key) === turn) tagging.current.delete(key);
  };

  /** @param known the annotation, if the passage is kept by now; @returns the annotation, if it is kept after it */
  const toggleTagOf = async (entry: Entry, tag: Tag, known: string | undefined): Promise<string | undefined> => {
    let id = known;
    if (id === undefined) {
      const answer = await savePassage(entry);
      if (!answer.ok) {
        fail(answer.code);
        return undefined;
      }
      ({ id } = answer.value);
    }
    const kept = id;
    const isNew = known === undefined;
    await attempt(async () => {
      // What is stored, not what is drawn: the key before this one may not be drawn yet.
      const now = await getAnnotation(kept);
      if (!now) throw new StorageError('not-found', `Annotation ${kept} is gone`);
      const isTaken = !isNew && now.tags.includes(tag.id);
      const patch = isTaken
        ? { tags: now.tags.filter((each) => each !== tag.id) }
        : { tags: now.tags, tagNames: [tag.name] };
      await updateAnnotation(kept, patch, now.revision);
      wantedFocus.current = { annotation: kept };
      return {
        done: isTaken ? own.untagged(tag.name) : own.tagged(tag.name),
        undo: async () => {
          if (isNew) {
            await removeAnnotation(kept);
            return {};
          }
          await updateAnnotation(kept, { tags: now.tags });
          return { focus: kept };
        },
      };
    });
    return kept;
  };

  const saveAll = async (kind: SaveAll['kind']) => {
    const total = countUnkept(entriesOf(state).filter((entry) => entry.kind === kind && entry.passage !== null));
    setProgress({ done: 0, total: total + (state.unsent[kind] ?? 0) });
    setMessage(null);
    const answered = await sendMessage('saveAll', { kind }, tabId).catch(disconnected);
    const answer = parseAnswer<SavedMany>(answered, savedManySchema);
    setProgress(null);
    await refresh();
    if (!answer.ok) return fail(answer.code);
    const { made, already, repeated = 0, stopped } = answer.value;
    const set = await currentSet().catch(() => undefined);
    const done = [
      own.saveAll.saved(made.length, set?.name ?? ''),
      ...(repeated > 0 ? [own.saveAll.repeated(repeated)] : []),
      ...(already > 0 ? [own.saveAll.already(already)] : []),
      ...(stopped === 'cancelled' ? [own.saveAll.stopped] : []),
    ];
    const isFailed = stopped !== undefined && stopped !== 'cancelled';
    const said = isFailed ? own.saveAll.failed(made.length, texts.failure[stopped]) : done.join(', ');
    const undoAll = async () => ({ said: own.saveAll.undone(await unsaveAnnotations(made)) });
    setMessage({ done: said, ...(made.length > 0 ? { undo: undoAll } : {}) });
  };

  const correct = async (corrections: ProfileCorrections, done: string): Promise<boolean> => {
    const before = state.profileCorrections;
    const send = async (wanted: ProfileCorrections) => {
      const answer = await sendMessage('correctOpenDocument', wanted, tabId).catch(disconnected);
      await refresh();
      if (!answer.ok) fail(answer.code);
      return answer.ok;
    };
    if (JSON.stringify(corrections) === JSON.stringify(before)) {
      setMessage({ done: own.profile.unchanged });
      return true;
    }
    if (!(await send(corrections))) return false;
    const undoIt = async () => {
      await send(before);
      return {};
    };
    setMessage({ done, undo: undoIt });
    return true;
  };

  /** Takes an annotation that somebody removed out of the bin, with what the person was typing about it. */
  const saveAgain = (id: string, values: FormValues): Promise<boolean> =>
    attempt(async () => {
      await restoreAnnotation(id);
      await updateAnnotation(id, values);
      wantedFocus.current = { annotation: id };
      return { done: texts.card.saved };
    });

  /** What was changed in a row's form is stored. @param before the annotation as it was until then */
  const sayEdited = (named: string, { id, tagNames, comment }: KeptAnnotation) => {
    const undoIt = async () => {
      await updateAnnotation(id, { tagNames, comment });
      return { focus: id };
    };
    setMessage({ done: texts.walk.saved(named), undo: undoIt });
  };

  const choose = async (id: string) => {
    await attempt(async () => ({ done: own.set.chosen((await chooseSet(id)).name) }));
  };

  const create = async (name: string): Promise<string | null> => {
    let made: string | null = null;
    await attempt(async () => {
      made = (await createSet(name)).id;
      return null;
    });
    return made;
  };

  return {
    message,
    heard,
    closeMessage: () => setMessage(null),
    progress,
    remove,
    retarget,
    undo,
    copy,
    keep,
    toggleTag,
    saveAgain,
    sayEdited,
    saveAll,
    correct,
    choose,
    create,
    changed: async () => {
      await notifyPages();
      await refresh();
    },
  };
}

function isFocusLost(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body;
}
