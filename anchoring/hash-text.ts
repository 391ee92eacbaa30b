import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type Folded, fold } from './fold';

/**
 * SHA-256 of the words of a text, 64 hexadecimal digits. White space, hyphenation, capitals, punctuation, typographic
 * variants, footnote marks and markup residue make no difference: a republished copy of a document has its hash.
 */
export function hashText(text: string): Promise<string> {
  return hashLetters(fold(text));
}

/** {@link hashText} of a text that is folded already. */
export async function hashLetters({ letters, length }: Pick<Folded, 'letters' | 'length'>): Promise<string> {
  const bytes = new Uint8Array(letters.buffer, letters.byteOffset, length * 2);
  // Pages over plain http have no crypto.subtle.
  if (!crypto.subtle) return bytesToHex(sha256(bytes));
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice())));
}
