import type { Annotation, AnnotationKind } from '../storage/schema';
import { tagNameKey } from '../storage/start';
import type { ExportContents } from './export-options';
import { TAGS_BY_KIND } from './kind-tags';

/** Kinds that stand in tables of their own, whose headings say what the kind's usual tag says. */
const WITH_TABLES: readonly AnnotationKind[] = ['citation', 'recommendation'];

/** Names of an annotation's tags; where it stands in a table of its kind, only those that say more than the table's heading. */
export function ownTags({ tags }: Pick<ExportContents, 'tags'>, annotation: Annotation): string[] {
  const { kind } = annotation;
  const usual = new Set((WITH_TABLES.includes(kind) ? (TAGS_BY_KIND[kind] ?? []) : []).map(tagNameKey));
  return annotation.tags.flatMap((id) => {
    const name = tags.get(id)?.name ?? '';
    return name === '' || usual.has(tagNameKey(name)) ? [] : [name];
  });
}
