import type { Tag } from '../storage/schema';

/** A tag in its colour; the colour adds nothing that the name does not say. */
export function TagChip({ tag }: { tag: Pick<Tag, 'name' | 'colour' | 'description'> }) {
  return (
    <span class={`tag-chip tag-${tag.colour}`} title={tag.description || undefined} lang="sv">
      {tag.name}
    </span>
  );
}
