/**
 * The address that annotations of the sample report are kept under: a page of the extension has another one in every
 * browser, and an exported set must not depend on it. Nothing can ever lie there (RFC 2606, `.invalid`).
 */
export const SAMPLE_ADDRESS = 'https://exempel.revisionspennan.invalid/granskningsrapport';

/** The page of the extension that shows it. */
export const SAMPLE_PAGE = '/sample.html';
