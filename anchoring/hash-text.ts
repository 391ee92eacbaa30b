import { fold } from './fold';

/**
 * SHA-256 of the words of a text, 64 hexadecimal digits. White space, hyphenation, capitals, punctuation, typographic
 * variants, footnote marks and markup residue make no difference: a republished copy of a document has its hash.
 */
export async function hashText(text: string): Promise<string> {
  const { letters, length } = fold(text);
  const bytes = new Uint8Array(letters.buffer, letters.byteOffset, length * 2);
  const digest = await crypto.subtle.digest('SHA-256', bytes.slice());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
