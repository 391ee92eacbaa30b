import { useTexts } from '../../components/texts';
import type { Annotation } from '../../storage/schema';
import { dayIn } from './days';
import { useLibraryTexts } from './texts';
import type { Vocabulary } from './use-vocabulary';

/** What an annotation was before: comments and tags that were replaced, the latest first. */
export function History({ annotation, vocabulary }: { annotation: Annotation; vocabulary: Vocabulary }) {
  const shared = useTexts();
  const texts = useLibraryTexts();
  const day = dayIn(shared.language);
  const tagNames = (ids: readonly string[]) =>
    ids.map((id) => vocabulary.tagsById.get(id)?.name ?? texts.nameless).join(', ');
  const earlier = annotation.history.toReversed().flatMap(({ time, before }) => {
    const parts = [
      ...(before.comment === undefined ? [] : [`${shared.card.comment}: ${before.comment || texts.empty}`]),
      ...(before.tags === undefined ? [] : [`${shared.card.tags}: ${tagNames(before.tags) || texts.empty}`]),
      ...(before.setId === undefined
        ? []
        : [`${texts.columns.set}: ${vocabulary.setsById.get(before.setId)?.name ?? texts.nameless}`]),
    ];
    return parts.length === 0 ? [] : [{ text: `${texts.until(day(time))} ${parts.join(' · ')}` }];
  });
  if (earlier.length === 0) return null;
  return (
    <details class="history">
      <summary>{texts.history(earlier.length)}</summary>
      <ol>
        {earlier.map(({ text }, index) => (
          <li key={`${index} ${text}`}>{text}</li>
        ))}
      </ol>
    </details>
  );
}
