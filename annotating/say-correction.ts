import type { Passage, ProfileCorrections } from '../detection/types';
import type { Answer, KeptCorrection } from '../messages/schema';
import type { CorrectionChange } from '../storage/schema';
import type { OpenReading, Place } from './document-source';
import { newId } from './new-id';
import type { OpenDocument } from './open-document';

/** Keeps all that a person has set right in the profile; what follows from it is found anew. */
export async function correctProfile<Reading extends OpenReading>(
  document: OpenDocument<Reading>,
  corrections: ProfileCorrections,
): Promise<Answer<null>> {
  const { reading } = document;
  if (!reading) return { ok: false, code: 'not-found' };
  return shown(document, await document.store.correctProfile(await document.describe(reading), corrections));
}

/**
 * Keeps what a person says of a passage; the answer comes when it is durably stored.
 * @param found the passage as detection found it
 * @param label what it was called then
 */
export async function correct<Reading extends OpenReading>(
  document: OpenDocument<Reading>,
  place: Place<Reading>,
  found: Passage,
  label: string,
  change: CorrectionChange,
): Promise<Answer<KeptCorrection>> {
  const draft = { id: newId(), target: await document.identities.targetAt(place), kind: found.kind, label, change };
  return shown(document, await document.store.saveCorrection(draft, await document.describe(place.reading)));
}

/** Takes a correction away: the passage is again what was found. */
export async function uncorrect<Reading extends OpenReading>(
  document: OpenDocument<Reading>,
  id: string,
): Promise<Answer<KeptCorrection>> {
  return shown(document, await document.store.removeCorrection(id));
}

async function shown<Value, Reading extends OpenReading>(
  document: OpenDocument<Reading>,
  answer: Answer<Value>,
): Promise<Answer<Value>> {
  if (answer.ok) await document.reloadAnnotations();
  return answer;
}
