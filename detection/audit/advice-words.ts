import { seen } from './damage';

/** Pattern sources and patterns that several rules of advice share; over lower-case healed text. */

export const VERB = seen('rekommendera[rst]?');
/** Word boundaries that know Swedish letters. */
/** What stands before a letter within a word. Looked for behind a word's first letter: the engine then skips to that letter. */
const INSIDE = '[\\p{L}-]';
export const BEGIN = `(?<!${INSIDE})`;
export const END = '(?![\\p{L}])';

/** `nämnden rekommenderas att`, `rekommenderas nämnden`, `nämnden uppmanas att`. */
export const PASSIVE = /(?<![\p{L}-])(?:rekommenderas|uppmanas)(?![\p{L}])/u;
export const SHALL = new RegExp(`b(?<!${INSIDE}b)${seen('ör')}${END}`, 'u');
/** What auditors say instead of "bör". */
export const NEED = new RegExp(`(?:b(?<!${INSIDE}b)${seen('ehöver')}|m(?<!${INSIDE}m)${seen('åste')})${END}`, 'u');
/** A sentence that gives what another body or a document says. */
export const REPORTED = new RegExp(
  `^${seen('(?:enligt|av|i) (?:socialstyrelse|skr|skl|ivo|skolverk|vägledning|riktlinj|policy|reglemente|allmänna|rkr|msb|boverk|lag|föreskrift|handbok|den nationella|överenskommelse|plan|rutin)')}`,
  'u',
);
