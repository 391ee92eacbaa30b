/** Typing and clicking in what is ours is no business of the page's own shortcuts and handlers. */
const KEPT_IN = [
  'keydown',
  'keyup',
  'keypress',
  'beforeinput',
  'input',
  'copy',
  'cut',
  'paste',
  'click',
  'pointerdown',
  'mousedown',
  'mouseup',
];

const ours = new WeakSet<Node>();

/** An element of ours in the page, and where in it content is rendered. */
export interface OwnElement {
  host: HTMLElement;
  root: HTMLElement;
}

/**
 * Makes an element of ours, not yet in the page: with a closed shadow root, so that the page can neither read nor restyle
 * what the user keeps.
 * @param tag a name of ours; no page has such an element
 */
export function createOwnElement(page: Document, tag: string, css: string): OwnElement {
  const host = page.createElement(tag);
  // The tests reach into it from outside; in a released build it is closed to everyone.
  const shadow = host.attachShadow({ mode: import.meta.env.MODE === 'production' ? 'closed' : 'open' });
  addStyle(shadow, css);
  const root = page.createElement('div');
  shadow.append(root);
  for (const type of KEPT_IN) root.addEventListener(type, (event) => event.stopPropagation());
  ours.add(host);
  return { host, root };
}

/** Whether a node of the page is an element of ours, or is slotted into one. */
export function isOwnElement(node: Node): boolean {
  for (let each: Node | null = node; each; each = each.parentNode) if (ours.has(each)) return true;
  return false;
}

/** Constructed sheets need no leave from the page's content security policy; Firefox refuses them to content scripts. */
function addStyle(shadow: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    const style = shadow.ownerDocument.createElement('style');
    style.textContent = css;
    shadow.append(style);
  }
}
