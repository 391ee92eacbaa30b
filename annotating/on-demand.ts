/**
 * Code that a page does without until its first citations are shown. Each part is a file of the extension, fetched once.
 */
export const restOfDetection = () => import('../detection/rest');
export const anchoring = () => import('../anchoring');
export const keptPlaces = () => import('./kept-places');
