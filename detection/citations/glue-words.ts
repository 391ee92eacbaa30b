import { words } from './endings';

/** Folded words that tie laws and places to each other, or part them. */

export const CHAIN = words('och samt eller respektive resp jamte liksom inklusive inkl eller');

/** Between a chapter and those of its sections that matter most. */
export const SPECIFYING = words('sarskilt framst i synnerhet huvudsakligen bland annat dar bl a .');

export const WORD_GLUE = new Set(
  'i sarskilt framst dess jfr se bl a inte minst daribland bland annat inklusive exempelvis huvudsakligen'.split(' '),
);

export const AFTER_GLUE = words(
  'i allt samtliga av ur enligt den nya gamla tidigare gallande svenska davarande aldre nuvarande da numera upphavda kommande ' +
    'till ars',
);

/** Words that end the phrase behind `5 § i …`. */
export const ENDS_PHRASE = words('att som om ska skall ar har for vid framgar anges lagen samma');

/** Words that say that a law is another country's. */
export const FOREIGN = words(
  'finska finsk finlands finlandska norska norges danska danmarks alandska alands tyska islandska estniska',
);

/** `BVL`, `TSFL`, `IVOFS`: what a law outside the catalogue may be called; no board, office or word in capitals is. */
export const LAW_LIKE = /^(?!KF$|ENL$|TILL$|SKALL$|HVB$)\p{Lu}\p{L}*\p{Lu}?(?:[LFB]s?|FS)$/u;
