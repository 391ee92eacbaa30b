import { DASHES } from './number-words';
import type { Pinpoint, PinpointList } from './pinpoint';
import { Gap, NO_TOKEN, type Token } from './tokens';
import { Word } from './words';

const AND = new Set(['och', 'samt', 'eller', 'respektive']);

const isOfStatute = (token: Token): boolean =>
  token.gap < Gap.block && (token.kind === 'section' || /^(?:kap|kapitel|kapitlet)$/.test(token.value));

/**
 * Articles of an EU act or a convention: `artikel 30`, `art. 6.1 c`, `Artikel 33 och 34`, `artiklarna 12–15`.
 * @returns one pinpoint an article, null where none stands at `index`
 */
export function readArticles(tokens: readonly Token[], index: number): PinpointList | null {
  const at = (k: number): Token => tokens[k] ?? NO_TOKEN;
  const sign = (k: number, value: string): boolean =>
    at(k).kind === 'sign' && at(k).value === value && at(k).gap < Gap.block;
  const word = at(index);
  if ((word.flags & Word.article) === 0) return null;
  let k = index + 1;
  if (word.value === 'art' && sign(k, '.')) k++;
  const pins: Pinpoint[] = [];
  for (let guard = 0; guard < 30; guard++) {
    const number = at(k);
    if (number.kind !== 'number' || number.value.length > 3 || number.gap >= Gap.block) break;
    // `artikel 6.1 e och 2 kap. 2 § dataskyddslagen`: a chapter of another law.
    if (pins.length > 0 && isOfStatute(at(k + 1))) break;
    const pin: Pinpoint = {
      from: pins.length === 0 ? index : k,
      to: k + 1,
      chapter: null,
      section: number.value + number.raw,
      shape: 'article',
    };
    k++;
    if (at(k).kind === 'sign' && DASHES.has(at(k).value) && at(k + 1).kind === 'number') {
      pin.sectionEnd = at(k + 1).value;
      k += 2;
    }
    // `6.1 c`, `9.2`: paragraph and point.
    if (sign(k, '.') && at(k).gap === Gap.none && at(k + 1).kind === 'number' && at(k + 1).gap === Gap.none) {
      pin.paragraph = Number(at(k + 1).value);
      if (at(k + 1).raw) pin.item = at(k + 1).raw;
      k += 2;
    }
    if (at(k).kind === 'word' && /^[a-h]$/.test(at(k).raw) && at(k).gap <= Gap.space) {
      pin.item = at(k).raw;
      k++;
      if (sign(k, ')')) k++;
      if (DASHES.has(at(k).value) && /^[a-z]$/.test(at(k + 1).raw)) k += 2;
    }
    pin.to = k;
    pins.push(pin);
    let next = k;
    if (sign(next, ',')) next++;
    if (AND.has(at(next).value)) next++;
    if ((at(next).flags & Word.article) !== 0) next++;
    if (next === k) break;
    k = next;
  }
  const last = pins[pins.length - 1];
  return last ? { pins, from: index, to: last.to } : null;
}
