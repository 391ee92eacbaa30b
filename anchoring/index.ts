export { anchorAll, anchorAllNow } from './anchor-all';
export { describeTarget, describeTargetSliced } from './describe-target';
export { hashText } from './hash-text';
export { identifyText, likeness, sketchKeys, type TextIdentity } from './identify-text';
export type * from './types';
export { type WordDifference, wordDifference } from './word-difference';
