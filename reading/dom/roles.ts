/** What an element means for the reading: whether its text is read, and which kind of block it makes. */

/** Elements whose text nobody reads, or that hold what the user types. */
const UNREAD = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE IFRAME FRAME OBJECT EMBED CANVAS SVG MATH VIDEO AUDIO PICTURE MAP INPUT TEXTAREA SELECT DATALIST OPTION METER PROGRESS DIALOG'.split(
    ' ',
  ),
);

const BLOCK_TAGS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LEGEND LI MAIN MENU NAV OL P PRE SEARCH SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);

const FURNITURE_TAGS = new Set(['NAV', 'SEARCH', 'MENU']);
const FURNITURE_ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'dialog',
  'alertdialog',
  'menu',
  'menubar',
  'toolbar',
  'tablist',
]);
const FOOTNOTE_ROLES = new Set(['doc-footnote', 'doc-endnote', 'doc-endnotes']);
const FOOTNOTE_CLASS = /(^|[\s_-])(footnotes?|endnotes?|fotnot(er)?|slutnot(er)?)($|[\s_-])/i;

/** What ARIA roles stand for, in terms of the elements that have them by nature. */
const TAG_OF_ROLE: Record<string, string> = {
  list: 'UL',
  listitem: 'LI',
  table: 'TABLE',
  grid: 'TABLE',
  row: 'TR',
  cell: 'TD',
  gridcell: 'TD',
  columnheader: 'TH',
  rowheader: 'TH',
};

const tagOf = (element: Element): string => element.tagName.toUpperCase();

/** The element's tag in capitals; where it has a list's or a table's role, the tag that has this role by nature. */
export function semanticTag(element: Element): string {
  const role = element.getAttribute('role');
  return (role !== null && TAG_OF_ROLE[role]) || tagOf(element);
}

/** True for elements that are never read, hidden by markup, or typed into by the user. */
export function isUnread(element: Element): boolean {
  const tag = tagOf(element);
  if (UNREAD.has(tag)) return true;
  if (element.hasAttribute('hidden')) return true;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable !== 'false') return true;
  const role = element.getAttribute('role');
  if (role === 'textbox' || role === 'searchbox' || role === 'combobox') return true;
  return tag === 'BUTTON' && !element.closest('h1,h2,h3,h4,h5,h6,summary,dt,[role="heading"]');
}

/** The only child that is seen of a closed `<details>`: its first summary, or none (null); undefined where all children are seen. */
export function onlyChildSeen(element: Element): Element | null | undefined {
  if (tagOf(element) !== 'DETAILS' || element.hasAttribute('open')) return undefined;
  return [...element.children].find((child) => tagOf(child) === 'SUMMARY') ?? null;
}

/** Menus, page headers and footers: text of the site, not of the document. */
export function isFurniture(element: Element): boolean {
  const role = element.getAttribute('role');
  if (role !== null && FURNITURE_ROLES.has(role)) return true;
  const tag = tagOf(element);
  if (FURNITURE_TAGS.has(tag)) return role !== 'list';
  return (tag === 'HEADER' || tag === 'FOOTER') && !element.closest('main,article,section,[role="main"]');
}

/** Sections and asides that hold notes. */
export function isFootnotes(element: Element): boolean {
  const role = element.getAttribute('role');
  if (role !== null && FOOTNOTE_ROLES.has(role)) return true;
  const tag = tagOf(element);
  if (
    tag !== 'SECTION' &&
    tag !== 'ASIDE' &&
    tag !== 'OL' &&
    tag !== 'UL' &&
    tag !== 'DIV' &&
    tag !== 'LI' &&
    tag !== 'P'
  )
    return false;
  return (
    FOOTNOTE_CLASS.test(element.getAttribute('class') ?? '') ||
    FOOTNOTE_CLASS.test(element.id) ||
    ((tag === 'LI' || tag === 'P') && isNoteOfMark(element))
  );
}

/** True for a note that links back to its raised mark in the text, whatever the site calls it. */
function isNoteOfMark(element: Element): boolean {
  if (element.id === '') return false;
  return [...element.querySelectorAll('a[href^="#"]')].some((link) => {
    const mark = element.ownerDocument.getElementById(link.getAttribute('href')?.slice(1) ?? '');
    return mark !== null && mark.closest('sup') !== null;
  });
}

/** 1–6 for headings, 0 for everything else. */
export function headingLevel(element: Element): number {
  const tag = tagOf(element);
  if (/^H[1-6]$/.test(tag)) return Number(tag[1]);
  if (element.getAttribute('role') !== 'heading') return 0;
  const level = Number(element.getAttribute('aria-level'));
  return level >= 1 && level <= 6 ? level : 2;
}

/** How the element is laid out: `none` is not seen at all, `block` parts the text, `inline` does not. */
export type Layout = 'none' | 'block' | 'inline';

/**
 * Layout from the element's computed style where there is a window (a browser), else from its tag.
 * `whiteSpace` tells whether its white space is shown as written.
 */
export function layoutOf(
  element: Element,
  window: Window | null,
): { layout: Layout; visible: boolean; preserved: boolean } {
  const tag = tagOf(element);
  if (!window) return { layout: BLOCK_TAGS.has(tag) ? 'block' : 'inline', visible: true, preserved: tag === 'PRE' };
  const style = window.getComputedStyle(element);
  const display = style.display;
  const visible = style.visibility === 'visible' || style.visibility === '';
  const preserved = style.whiteSpace.startsWith('pre') || style.whiteSpace === 'break-spaces';
  if (display === 'none' || style.contentVisibility === 'hidden' || isOutOfSight(style))
    return { layout: 'none', visible: false, preserved };
  const inline =
    display === ''
      ? !BLOCK_TAGS.has(tag)
      : display.startsWith('inline') || display === 'contents' || display.startsWith('ruby');
  return { layout: inline ? 'inline' : 'block', visible, preserved };
}

/** Text that is there for screen readers or scripts only: clipped to nothing, folded to no height, of no size, off the page. */
function isOutOfSight(style: CSSStyleDeclaration): boolean {
  if (style.fontSize === '0px') return true;
  // Sizes are asked for only where they can hide anything: each answer may cost a layout.
  const clips = style.overflowY === 'hidden' || style.overflowY === 'clip';
  if (clips && (style.height === '0px' || (style.height === '1px' && style.width === '1px'))) return true;
  if (style.position !== 'absolute' && style.position !== 'fixed') return false;
  return (
    Number.parseFloat(style.left) < -999 ||
    Number.parseFloat(style.top) < -999 ||
    style.clip === 'rect(0px, 0px, 0px, 0px)'
  );
}
