import { useRef, useState } from 'preact/hooks';
import { useTexts } from '../../components/texts';
import type { Library } from '../../storage/library';
import { deleteTag, mergeTags } from '../../storage/merge-tags';
import type { Tag } from '../../storage/schema';
import { addStartTags, orderTags, tagByName, updateTag } from '../../storage/tags';
import { undoOfNewTags } from '../../storage/undo';
import { useActions, wayThrough } from './actions';
import { Dialog } from './dialog';
import { MessageBar } from './message-bar';
import { NameForm } from './name-form';
import { TagEditor } from './tag-editor';
import { useLibraryTexts } from './texts';
import { bothWays } from './undo-stack';
import type { Vocabulary } from './use-vocabulary';

interface TagsDialogProps {
  library: Library;
  vocabulary: Vocabulary;
  onClose(): void;
}

/** The person's vocabulary: new tags, other names and colours, their order on the keys, merging, deleting. */
export function TagsDialog({ library, vocabulary, onClose }: TagsDialogProps) {
  const shared = useTexts();
  const texts = useLibraryTexts();
  const actions = useActions();
  const [edited, setEdited] = useState<string | null>(null);
  const { tags } = vocabulary;
  const uses = library.uses('tags');
  const list = useRef<HTMLOListElement>(null);

  const leave = (id?: string) => {
    setEdited(null);
    requestAnimationFrame(() => {
      const opener = id && list.current?.querySelector<HTMLElement>(`[data-tag="${CSS.escape(id)}"] .edit`);
      (opener || list.current)?.focus();
    });
  };

  const update = (before: Tag, patch: Partial<Tag>) => {
    leave(before.id);
    return actions.run(texts.saving, async () => {
      const { name, colour, description } = before;
      await updateTag(before.id, patch);
      return {
        done: texts.tagSaved(patch.name ?? name),
        undo: bothWays(
          () => updateTag(before.id, { name, colour, description }),
          () => updateTag(before.id, patch),
        ),
      };
    });
  };

  const create = (name: string) =>
    actions.run(texts.saving, async () => {
      const known = new Set(tags.map(({ id }) => id));
      const tag = await tagByName(name);
      if (known.has(tag.id)) return { done: texts.tagExists(tag.name) };
      return {
        done: texts.tagCreated(tag.name),
        undo: async (work) => {
          const { undo: token } = await deleteTag(tag.id, work);
          return { again: wayThrough(token, texts) };
        },
      };
    });

  const move = (index: number, by: -1 | 1) => {
    const ids = tags.map(({ id }) => id);
    const [moved] = ids.splice(index, 1);
    if (moved === undefined) return;
    const before = tags.map(({ id }) => id);
    ids.splice(index + by, 0, moved);
    void actions.run(texts.saving, async () => {
      await orderTags(ids);
      return {
        done: texts.tagMoved(tags[index]?.name ?? '', index + by + 1),
        joinAs: 'order tags',
        undo: bothWays(
          () => orderTags(before),
          () => orderTags(ids),
        ),
      };
    });
  };

  return (
    <Dialog title={texts.dialogs.tags} isWide onClose={onClose}>
      <p class="hint">{texts.tagsHint}</p>
      <ol class="managed tags-managed" ref={list} tabIndex={-1}>
        {tags.map((tag, index) => (
          <li key={tag.id} data-tag={tag.id}>
            <div class="managed-row">
              <span class="key">{index < 9 && <kbd>{index + 1}</kbd>}</span>
              <span class={`tag-swatch tag-${tag.colour}`} aria-hidden="true" />
              <span class="name" lang="sv">
                {tag.name}
                {tag.description && <span class="description">{tag.description}</span>}
              </span>
              <span class="count">{texts.uses(uses.get(tag.id)?.inUse ?? 0)}</span>
              <div class="actions">
                <button
                  type="button"
                  class="up"
                  aria-label={texts.moveUp(tag.name)}
                  aria-disabled={index === 0}
                  onClick={() => index > 0 && move(index, -1)}
                >
                  <span aria-hidden="true">↑</span>
                </button>
                <button
                  type="button"
                  class="down"
                  aria-label={texts.moveDown(tag.name)}
                  aria-disabled={index === tags.length - 1}
                  onClick={() => index < tags.length - 1 && move(index, 1)}
                >
                  <span aria-hidden="true">↓</span>
                </button>
                <button
                  type="button"
                  class="edit"
                  aria-expanded={edited === tag.id}
                  aria-label={`${shared.panel.edit}: ${tag.name}`}
                  onClick={() => (edited === tag.id ? leave(tag.id) : setEdited(tag.id))}
                >
                  {shared.panel.edit}
                </button>
              </div>
            </div>
            {edited === tag.id && (
              <TagEditor
                tag={tag}
                uses={uses.get(tag.id)?.inUse ?? 0}
                others={tags.filter(({ id }) => id !== tag.id)}
                onSave={(patch) => update(tag, patch)}
                onMerge={(into) => {
                  leave();
                  const name = vocabulary.tagsById.get(into)?.name ?? '';
                  void actions.bulk(
                    texts.merging,
                    (count) => texts.merged(tag.name, name, count),
                    (work) => mergeTags([tag.id], into, work),
                  );
                }}
                onDelete={() => {
                  leave();
                  void actions.bulk(
                    texts.deleting,
                    (count) => texts.tagDeleted(tag.name, count),
                    (work) => deleteTag(tag.id, work),
                  );
                }}
                onCancel={() => leave(tag.id)}
              />
            )}
          </li>
        ))}
      </ol>
      {tags.length === 0 && <p>{texts.noTags}</p>}
      <NameForm label={texts.newTag} value="" submit={texts.create} onName={create} />
      <p class="actions">
        <button
          type="button"
          class="quiet start-tags"
          onClick={() =>
            actions.run(texts.saving, async () => {
              const made = await addStartTags(shared.language === 'en' ? 'en' : 'sv');
              const done = texts.startTagsAdded(made.length);
              return made.length > 0 ? { done, undo: wayThrough(undoOfNewTags(made), texts) } : { done };
            })
          }
        >
          {texts.addStartTags}
        </button>
      </p>
      <MessageBar onGone={() => list.current?.focus()} />
    </Dialog>
  );
}
