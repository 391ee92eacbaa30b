import type { ByteSource } from './byte-source';

/** The head of a stream's object with its dictionary (ISO 32000-2, 7.3.8). Inline pictures have none: they are page content. */
const STREAM_HEAD = /\bobj\s*<<((?:(?!endobj|stream)[\s\S]){1,2000})>>\s*stream\r?\n/g;
const STREAM_END = /endstream/g;
/** Bytes of a line's end that may stand between a stream and its `endstream`. */
const LINE_END = 2;
const IMAGE = /\/Subtype\s*\/Image\b/;
/** A length, or the object that holds it. */
const LENGTH = /\/Length\s+(\d+)\b(\s+\d+\s+R\b)?/;
/** Smaller pictures are fetched: it takes fewer requests, in bytes. */
const LEAST = 2 ** 15;
/** Of a long part its ends are looked at, in bytes: what stands between them has come already. */
const EDGE = 2 ** 17;
const NUMBER_OBJECT = /\b(\d+)\s+\d+\s+obj\s+(\d+)\s+endobj/g;

/** A stretch of the file, in bytes, half-open. */
interface Stretch {
  begin: number;
  end: number;
}

/**
 * The same bytes for somebody who reads text alone: pdf.js asks for a page's pictures before it reads the page's text,
 * though it never looks at them. Zeros stand in their place, so that a file of scans is not fetched to learn that it
 * holds no text.
 *
 * A picture is known by its dictionary, which pdf.js has to read first, and by `endstream` where its length says that it
 * ends. One whose dictionary or end was not seen, for example because two parts divide it, is fetched as it is.
 */
export function withoutPictures(source: ByteSource): ByteSource {
  const pictures = new Pictures();
  pictures.lookAt(0, source.beginning);
  const fetched = async ({ begin, end }: Stretch) => {
    const bytes = await source.read(begin, end);
    if (bytes.length > 2 * EDGE) {
      pictures.lookAt(begin, bytes.subarray(0, EDGE));
      pictures.lookAt(end - EDGE, bytes.subarray(-EDGE));
    } else pictures.lookAt(begin, bytes);
    return bytes;
  };
  const read = async (begin: number, end: number) => {
    const parts = pictures.between(begin, end);
    const [only] = parts;
    if (only && only.begin === begin && only.end === end) return fetched(only);
    const bytes = new Uint8Array(end - begin);
    await Promise.all(parts.map(async (part) => bytes.set(await fetched(part), part.begin - begin)));
    return bytes;
  };
  return { ...source, read };
}

interface Head {
  /** First byte of the picture. */
  begin: number;
  /** In bytes, or the number of the object that says it. */
  length: { bytes: number } | { object: number };
}

/** The pictures of a file, as far as parts of it have been looked at. */
class Pictures {
  /** Those whose ends were not seen yet. */
  #heads: Head[] = [];
  readonly #sure: Stretch[] = [];
  readonly #seen = new Set<number>();
  /** Where `endstream` stands. */
  readonly #ends = new Set<number>();
  readonly #numbers = new Map<number, number>();

  lookAt(begin: number, bytes: Uint8Array): void {
    const text = new TextDecoder('latin1').decode(bytes);
    for (const { index } of text.matchAll(STREAM_END)) this.#ends.add(begin + index);
    for (const [, object, value] of text.matchAll(NUMBER_OBJECT)) this.#numbers.set(Number(object), Number(value));
    for (const { 0: head, 1: dictionary = '', index } of text.matchAll(STREAM_HEAD)) {
      const from = begin + index + head.length;
      const [, length, isObject] = LENGTH.exec(dictionary) ?? [];
      if (length === undefined || !IMAGE.test(dictionary) || this.#seen.has(from)) continue;
      this.#seen.add(from);
      this.#heads.push({ begin: from, length: isObject ? { object: Number(length) } : { bytes: Number(length) } });
    }
    this.#heads = this.#heads.filter((head) => {
      const picture = this.#whole(head);
      if (picture && picture.end - picture.begin >= LEAST) this.#sure.push(picture);
      return !picture;
    });
  }

  /** What is left of [begin, end) when the pictures are taken out, in the file's order. */
  between(begin: number, end: number): Stretch[] {
    const inside = this.#sure.filter((picture) => picture.end > begin && picture.begin < end);
    const parts: Stretch[] = [];
    let at = begin;
    for (const picture of inside.sort((one, other) => one.begin - other.begin)) {
      if (picture.begin > at) parts.push({ begin: at, end: picture.begin });
      at = Math.max(at, picture.end);
    }
    if (at < end) parts.push({ begin: at, end });
    return parts;
  }

  #whole({ begin, length }: Head): Stretch | null {
    const bytes = 'bytes' in length ? length.bytes : this.#numbers.get(length.object);
    if (bytes === undefined) return null;
    const end = begin + bytes;
    for (let more = 0; more <= LINE_END; more++) if (this.#ends.has(end + more)) return { begin, end };
    return null;
  }
}
