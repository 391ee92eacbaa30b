import type { Passage } from '../detection/types';
import { sendMessage } from '../messages/protocol';
import type { Answer, SaveAll, SavedMany } from '../messages/schema';
import type { OpenReading } from './document-source';
import type { OpenDocument } from './open-document';
import { fullestPrintings, groupPrintings } from './printings';
import { saveMany, type Wanted } from './save-many';

/** Time between two words to the panel of how far the saving has come, in milliseconds. */
const PACE_MS = 100;

/**
 * Keeps every passage of a kind once, however often the document prints it; what is kept in any of its places already
 * is left as it is. The panel is told how far it has come.
 *
 * @param additionsOf what a passage is kept with; @param signal ends the work, what is stored by then stays
 */
export async function saveAllOf<Reading extends OpenReading>(
  document: OpenDocument<Reading>,
  kind: SaveAll['kind'],
  additionsOf: (passage: Passage) => Omit<Wanted, 'passage'>,
  signal: AbortSignal,
): Promise<Answer<SavedMany>> {
  const { reading } = document;
  if (!reading) return { ok: false, code: 'not-found' };
  const isKept = document.areKept();
  const groups = groupPrintings(document.passages.filter((passage) => passage.kind === kind));
  const left = groups.filter((group) => !group.some(isKept));
  const wanted = fullestPrintings(left, reading).map((passage) => ({ passage, ...additionsOf(passage) }));
  let told = Number.NEGATIVE_INFINITY;
  const answer = await saveMany(
    document,
    wanted,
    (done, total) => {
      const now = performance.now();
      if (done < total && now - told < PACE_MS) return;
      told = now;
      sendMessage('savingProgress', { done, total }).catch(() => {});
    },
    signal,
  );
  if (!answer.ok) return answer;
  const { made, already, stopped } = answer.value;
  // Of a saving that was ended it is not known which were made; then nothing is said of it.
  const repeated = stopped ? 0 : left.filter(({ length }) => length > 1).length;
  return {
    ok: true,
    value: {
      made,
      already: already + groups.length - left.length,
      ...(repeated > 0 ? { repeated } : {}),
      ...(stopped ? { stopped } : {}),
    },
  };
}
