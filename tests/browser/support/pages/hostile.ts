import { barePage, escapeHtml } from './html';

/** A page that a reader must neither break, nor be broken or slowed by. */
export interface HostilePage {
  html: string;
  headers?: Record<string, string>;
}

/** Eight ordinary sentences; among them one citation (5 kap. 1 § skollagen) and one recommendation. */
const prose = [
  'Granskningen visar att förvaltningen saknar en samlad bild av hur rutinerna följs.',
  'Enligt 5 kap. 1 § skollagen (2010:800) ska utbildningen bedrivas på ett visst sätt.',
  'Vi rekommenderar barn- och utbildningsnämnden att följa upp rutinerna varje år.',
  'De intervjuade beskriver arbetet på olika sätt.',
  'Ansvaret är fördelat mellan rektorer och enhetschefer.',
  'Nämnden har fått muntlig information vid två tillfällen.',
  'Underlagen har inte sparats.',
  'Arbetet fortsätter under nästa år.',
];
const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, index) => `<p>${prose[index % prose.length]}</p>`).join('\n');

/** One recommendation that would start a script or load an image where it was ever put into a page as HTML. */
const markupText =
  'Vi rekommenderar socialnämnden att <img src=x onerror="window.pwned=1"> säkerställa <script>window.pwned=1</script> rutinerna.';

const hiddenText = 'enligt 9 kap. 9 § skollagen';
const visibleText = 'enligt 2 kap. 2 § skollagen';

/** Hostile pages by name; the server shows them at `/hostile/<name>`. */
export const hostilePages: Record<string, () => HostilePage> = {
  /** 100,000 elements, 12,500 blocks of eight inline elements each. */
  nodes: () => {
    const block = (at: number): string => {
      const words = (prose[at % prose.length] ?? '').split(' ');
      const size = Math.ceil(words.length / 7);
      const spans = Array.from({ length: 7 }, (_, part) => words.slice(part * size, (part + 1) * size).join(' '));
      return `<p>${spans.map((span) => `<span>${span}</span>`).join(' ')}</p>`;
    };
    return { html: barePage('Många noder', Array.from({ length: 12_500 }, (_, at) => block(at)).join('\n')) };
  },

  /** Something in the page changes every 10 ms: text, attributes, elements. `window.ticks` counts. */
  mutating: () => ({
    html: barePage(
      'Ständig ändring',
      `<main><p>Kommunen styrs enligt 6 kap. 6 § kommunallagen (2017:725).</p>${paragraphs(200)}<p id="clock"></p><div id="feed"></div></main>
<script>window.ticks = 0; setInterval(() => {
  ticks++;
  clock.textContent = 'Klockan är ' + Date.now();
  document.body.dataset.tick = ticks;
  const line = document.createElement('p');
  line.textContent = 'Rad ' + ticks;
  feed.append(line);
  if (feed.childElementCount > 20) feed.firstChild.remove();
}, 10);</script>`,
    ),
  }),

  /** Text that looks like HTML, in places that are detected, and in the title. `window.pwned` must stay undefined. */
  markup: () => ({
    html: barePage(
      'Rapport <script>window.pwned=1</script> & "annat"',
      `<main><h1>Rapport &lt;b&gt;</h1><p>${escapeHtml(markupText)}</p>
<p>Enligt 5 kap. 1 § skollagen &lt;/p&gt;&lt;script&gt;window.pwned=1&lt;/script&gt; gäller &amp;lt;b&amp;gt;.</p></main>`,
    ),
  }),

  /**
   * A page with highlights of its own, one under our name, that clears the whole registry each second.
   * `window.clears` counts.
   */
  highlights: () => ({
    html: barePage(
      'Egna markeringar',
      `<main>${paragraphs(16)}</main>
<script>window.clears = 0;
const range = new Range(); range.selectNodeContents(document.querySelector('p'));
const mark = () => { for (const name of ['search', 'revisionspennan-citation']) CSS.highlights.set(name, new Highlight(range)); };
mark(); setInterval(() => { CSS.highlights.clear(); mark(); clears++; }, 1000);</script>`,
      '<style>::highlight(search), ::highlight(revisionspennan-citation) { background: lime }</style>',
    ),
  }),

  /** Built-in objects frozen or replaced before anything of ours can run. */
  frozen: () => ({
    html: barePage(
      'Frusna prototyper',
      `<main>${paragraphs(16)}</main>`,
      `<script>
const refuse = () => { throw new Error('taken by the page'); };
JSON.parse = JSON.stringify = refuse;
for (const name of ['Map', 'Set', 'WeakMap', 'Promise', 'IntersectionObserver']) window[name] = refuse;
Array.prototype.map = Array.prototype.filter = Array.from = refuse;
Element.prototype.attachShadow = Document.prototype.createTreeWalker = Document.prototype.createRange = refuse;
Node.prototype.appendChild = Element.prototype.append = refuse;
String.prototype.matchAll = RegExp.prototype.exec = refuse;
for (const name of ['Array', 'Object', 'String', 'Function']) Object.freeze(window[name].prototype);
</script>`,
    ),
  }),

  empty: () => ({ html: barePage('', '') }),

  /** A million characters in one text node. */
  long: () => {
    const once = prose.join(' ');
    return { html: barePage('En enda nod', `<p>${`${once} `.repeat(Math.ceil(1_000_000 / once.length))}</p>`) };
  },

  /** Only the sentence with 2 kap. 2 § is there to be read; every 9 kap. 9 § is hidden or somebody's own writing. */
  hidden: () => ({
    html: barePage(
      'Dolt',
      `<main><h1>Dolt</h1><p id="visible">Detta gäller ${visibleText}.</p>
<p hidden>Dolt ${hiddenText}.</p>
<p style="display: none">Dolt ${hiddenText}.</p>
<p style="visibility: hidden">Dolt ${hiddenText}.</p>
<template><p>Dolt ${hiddenText}.</p></template>
<noscript><p>Dolt ${hiddenText}.</p></noscript>
<script type="text/plain">Dolt ${hiddenText}.</script>
<style>/* Dolt ${hiddenText}. */</style>
<textarea>Skrivet ${hiddenText}.</textarea>
<input value="Skrivet ${hiddenText}."><select><option>Val ${hiddenText}</option></select>
<div contenteditable="true">Skrivet ${hiddenText}.</div>
<iframe srcdoc="&lt;p&gt;Ram ${hiddenText}.&lt;/p&gt;"></iframe></main>`,
    ),
  }),

  /** The strictest policy a page can have: nothing may load or run, not even a style. */
  csp: () => ({
    html: barePage('Sträng policy', `<main>${paragraphs(16)}</main>`),
    headers: { 'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'" },
  }),

  /**
   * A page that pretends to be the extension: it posts messages, dispatches events and clicks that no
   * person made, and tries to reach runtime messaging. What it gets back is in `window.answers`.
   */
  impostor: () => ({
    html: barePage(
      'Bedragare',
      `<main>${paragraphs(16)}</main>
<script>window.answers = []; window.tries = 0;
addEventListener('message', (event) => { if (!event.data?.fromImpostor) answers.push(event.data); });
const drafts = ['saveAnnotation', 'save', 'removeAnnotation', 'exportSet'];
setInterval(() => {
  tries++;
  for (const type of drafts) {
    postMessage({ fromImpostor: true, type, id: tries, data: { exact: 'påhittat' }, timestamp: Date.now() }, '*');
    document.dispatchEvent(new CustomEvent(type, { detail: { exact: 'påhittat' } }));
    try { window.chrome?.runtime?.sendMessage?.({ type }, (answer) => answers.push(answer)); } catch {}
    try { window.browser?.runtime?.sendMessage?.({ type }).then((answer) => answers.push(answer), () => {}); } catch {}
  }
  for (const paragraph of document.querySelectorAll('p')) {
    const box = paragraph.getBoundingClientRect();
    for (const name of ['pointerdown', 'mousedown', 'mouseup', 'click'])
      paragraph.dispatchEvent(new MouseEvent(name, { bubbles: true, composed: true, clientX: box.left + 60, clientY: box.top + 8 }));
  }
  for (const element of document.documentElement.children) {
    for (const button of element.shadowRoot?.querySelectorAll('button') ?? []) button.click();
  }
}, 200);</script>`,
    ),
  }),
};
