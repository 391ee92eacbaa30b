import type { Annotation, AnnotationKind } from '../storage/schema';
import { tagNameKey } from '../storage/start';
import type { ExportContents } from './export-options';

/** The tags that a passage of a kind is offered when it is kept (`storage/start.ts`): they say what the kind says. */
const OF_KIND: Partial<Record<AnnotationKind, readonly string[]>> = {
  citation: ['Revisionskriterium', 'Audit criterion'],
  recommendation: ['Rekommendation', 'Recommendation'],
};

/** Names of an annotation's tags beyond that of its kind: those that a person chose. */
export function ownTags({ tags }: Pick<ExportContents, 'tags'>, annotation: Annotation): string[] {
  const usual = new Set((OF_KIND[annotation.kind] ?? []).map(tagNameKey));
  return annotation.tags.flatMap((id) => {
    const name = tags.get(id)?.name ?? '';
    return name === '' || usual.has(tagNameKey(name)) ? [] : [name];
  });
}
