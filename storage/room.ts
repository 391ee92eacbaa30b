/** Room for slots at first. */
const FIRST_ROOM = 1024;

/** The array with room for a slot: itself, or a copy of twice the length. */
export function withRoom<Numbers extends Int32Array | Float64Array | Uint8Array>(
  numbers: Numbers,
  slot: number,
): Numbers {
  if (slot < numbers.length) return numbers;
  const length = Math.max(FIRST_ROOM, slot + 1, numbers.length * 2);
  const grown = new (numbers.constructor as new (length: number) => Numbers)(length);
  grown.set(numbers);
  return grown;
}
