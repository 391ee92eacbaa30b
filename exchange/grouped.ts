import type { Annotation } from '../storage/schema';
import type { ExportContents } from './export-options';

/** Annotations under one heading. */
export interface TagGroup {
  /** Name of the tag; undefined for those that have none. */
  tag: string | undefined;
  annotations: Annotation[];
}

/** Annotations by tag in Swedish order, those without any last. One with two tags stands under its first. */
export function byTag(contents: ExportContents, annotations: readonly Annotation[]): TagGroup[] {
  const groups = new Map<string | undefined, Annotation[]>();
  for (const annotation of annotations) {
    const tag = annotation.tags.map((id) => contents.tags.get(id)?.name).find((name) => name !== undefined);
    const group = groups.get(tag);
    if (group) group.push(annotation);
    else groups.set(tag, [annotation]);
  }
  const compare = new Intl.Collator('sv').compare;
  return [...groups]
    .map(([tag, grouped]) => ({ tag, annotations: grouped }))
    .sort((one, other) => {
      if (one.tag === undefined || other.tag === undefined)
        return one.tag === other.tag ? 0 : one.tag === undefined ? 1 : -1;
      return compare(one.tag, other.tag);
    });
}
