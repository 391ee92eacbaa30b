import type { Tag } from '../storage/schema';
import { softHyphenated } from './soft-hyphens';

/** A tag in its colour; the colour adds nothing that the name does not say. */
export function TagChip({ tag }: { tag: Pick<Tag, 'name' | 'colour' | 'description'> }) {
  return (
    <span class={`tag-chip tag-${tag.colour}`} title={tag.description || undefined} lang="sv">
      {softHyphenated(tag.name)}
    </span>
  );
}
