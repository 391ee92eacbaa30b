import type { ByteSource } from './byte-source';
import { ViewerFailure } from './failures';

/** Readers accept the header within the first 1,024 bytes (ISO 32000-2, annex I); files of mail gateways have bytes before it. */
const HEADER_WITHIN = 1024;
/** The last line of a PDF stands within the last 1,024 bytes (the same annex). */
const END_WITHIN = 1024;

/**
 * Looks at the first bytes before pdf.js does, which would only say that the structure is invalid.
 * @throws ViewerFailure `empty`, `web-page`, `not-pdf`
 */
export function checkBeginning({ length, beginning }: ByteSource): void {
  if (length === 0) throw new ViewerFailure('empty');
  const text = latin1(beginning.subarray(0, HEADER_WITHIN));
  if (text.includes('%PDF-')) return;
  throw new ViewerFailure(/^\W*<(!doctype html|html|head|body|script)\b/i.test(text) ? 'web-page' : 'not-pdf');
}

/** Whether the end of the file is there, so that a cut file can be told from a broken one. */
export async function hasEnding(source: ByteSource): Promise<boolean> {
  const tail = await source.read(Math.max(0, source.length - END_WITHIN), source.length);
  return latin1(tail).includes('%%EOF');
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);
