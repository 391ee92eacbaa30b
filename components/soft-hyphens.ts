/** Letters from which a word is long: shorter ones have room in most columns. */
const LONG = 15;
/** Letters before the first break and after the last. */
const LEAST = 3;
/** Vowel, consonants, and the first of the next syllable's vowels. */
const SYLLABLE_END = /(?<=[aeiouyåäöéü])([^aeiouyåäöéü\u00AD]+)(?=[aeiouyåäöéü])/giu;
/** Consonants that begin a syllable together. */
const ONSET = /(?:[bdfgkpt]r|[bfgkp]l|[kstd]v|s[kpt]|[dghklst]j)$/iu;
/** Two letters for one sound, which stay together with what is before them: no break is as good as a wrong one. */
const ONE_SOUND = /^(?:ng|ck|x)$/iu;
const SOFT_HYPHEN = '\u00AD';

/**
 * A text to show, its long words with soft hyphens where Swedish may break them: the last consonant goes with the vowel
 * after it ("revi-sions-kri-te-rium"; Svenska skrivregler, avstavning). Few browsers have Swedish patterns of their own
 * for `hyphens: auto`. For what is shown only: never for what is stored, compared or copied.
 * @param long letters from which a word is long
 */
export function softHyphenated(text: string, long: number = LONG): string {
  return text.replace(new RegExp(`\\p{L}{${long},}`, 'gu'), (word) =>
    word.replace(SYLLABLE_END, (consonants: string, _: string, at: number) => {
      if (ONE_SOUND.test(consonants)) return consonants;
      const own = consonants.length > 2 && ONSET.test(consonants) ? 2 : 1;
      const place = at + consonants.length - own;
      if (place < LEAST || word.length - place < LEAST) return consonants;
      return `${consonants.slice(0, -own)}${SOFT_HYPHEN}${consonants.slice(-own)}`;
    }),
  );
}
