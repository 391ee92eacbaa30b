import type { Pace } from '../storage/pace';
import { fileError, type ProblemCode } from './import-error';

/** Text of this many bytes at most is read: a hundred thousand annotations are a tenth of it. */
export const MOST_BYTES = 400_000_000;

const GZIP = [0x1f, 0x8b];
/** First bytes of archives, which are never opened: a zip may unfold to any size and hold anything. */
const PACKED: number[][] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a],
  [0x28, 0xb5, 0x2f, 0xfd],
];
/** Bytes at either end of an archive that are searched for the names of its parts: its contents stand at the end. */
const NAMES = 100_000;

/**
 * The text of a file: UTF-8 or UTF-16 with its mark, or Windows-1252, which Excel still writes; packed with gzip or
 * not. What unfolds beyond the limit is given up when it does, not after.
 * @param most bytes, of the file and of what it unfolds to. @throws ImportError
 */
export async function importText(file: Blob, pace: Pace, most: number = MOST_BYTES): Promise<string> {
  if (file.size === 0) throw fileError('empty', 'The file is empty');
  if (file.size > most) throw fileError('too-large', `More than ${most} bytes`, String(most));
  const begin = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  if (PACKED.some((sign) => startsWith(begin, sign))) {
    throw fileError(await archiveKind(file), 'An archive');
  }
  const bytes = startsWith(begin, GZIP) ? await unfolded(file, pace, most) : new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0) throw fileError('empty', 'Nothing in it');
  return decoded(bytes);
}

/** The files of an office are zips, known by the names of their parts (ECMA-376, part 2): nothing is unpacked for it. */
async function archiveKind(file: Blob): Promise<ProblemCode> {
  const ends = [file.slice(0, NAMES), file.slice(Math.max(0, file.size - NAMES))];
  const names = new TextDecoder('latin1').decode(await new Blob(ends).arrayBuffer());
  if (!names.includes('[Content_Types].xml')) return 'packed';
  if (names.includes('xl/workbook.')) return 'excel';
  return names.includes('word/document.xml') ? 'word' : 'packed';
}

function startsWith(bytes: Uint8Array, sign: readonly number[]): boolean {
  return sign.every((byte, index) => bytes[index] === byte);
}

async function unfolded(file: Blob, pace: Pace, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      pace.check();
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > most) throw fileError('too-large', `Unfolds to more than ${most} bytes`, String(most));
      chunks.push(value);
    }
  } catch (error) {
    await reader.cancel().catch(() => {});
    // The stream's own errors are type errors; everything else is ours or the person's.
    if (error instanceof TypeError) throw fileError('broken-gzip', error.message);
    throw error;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function decoded(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Binary files have zero bytes, texts of Windows have none.
    if (bytes.subarray(0, 10_000).includes(0)) throw fileError('not-text', 'No text');
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
