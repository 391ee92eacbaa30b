import { parseHTML } from 'linkedom';

/** The same page as its site might serve it on another day. */
export type Variant = 'changed' | 'late' | 'accordion' | 'spa';

/**
 * A page with the same words in another form.
 * `changed`: other tags around the same words; `late`: the second half is inserted by script after one
 * second; `accordion`: every section is closed until its heading is clicked; `spa`: everything in
 * `<main>` is fetched and shown by script, and `#next` shows the page at `data-next` instead.
 */
export function pageVariant(html: string, variant: Variant): string {
  const { document } = parseHTML(html);
  const content = document.querySelector('article') ?? document.querySelector('main') ?? document.body;
  if (variant === 'changed') changeMarkup(document, content);
  else if (variant === 'late') deferHalf(document, content);
  else if (variant === 'accordion') closeSections(document, content);
  else serveByScript(document, content);
  return document.toString();
}

function changeMarkup(document: Document, content: Element): void {
  for (const text of textNodes(document, content)) splitIntoSpans(document, text);
  rename(document, content, 'p', 'div', { class: 'text-block' });
  rename(document, content, 'ul', 'div', { role: 'list' });
  rename(document, content, 'ul > li, [role=list] > li', 'div', { role: 'listitem' });
  rename(document, content, 'table', 'div', { role: 'table' });
  rename(document, content, 'tr', 'div', { role: 'row', style: 'display: grid; grid-template-columns: 1fr 2fr' });
  rename(document, content, 'td, th', 'div', { role: 'cell' });
  rename(document, content, 'tbody, thead', 'div', { role: 'rowgroup' });
  for (const heading of content.querySelectorAll('h2, h3')) {
    const wrapper = document.createElement('div');
    wrapper.className = 'section-title';
    heading.replaceWith(wrapper);
    wrapper.append(heading);
  }
}

/** Puts every third run of four words into a tag of its own, so that sentences no longer are one text node. */
function splitIntoSpans(document: Document, text: Text): void {
  const runs = text.data.match(/(?:\S+\s*){1,4}|\s+/g) ?? [];
  if (runs.length < 2) return;
  const pieces = runs.flatMap((run, index): Node[] => {
    if (index % 3 !== 1) return [document.createTextNode(run)];
    const wrapper = document.createElement(index % 2 ? 'span' : 'em');
    wrapper.textContent = run;
    return [document.createComment(' '), wrapper];
  });
  text.replaceWith(...pieces);
}

function textNodes(document: Document, root: Element): Text[] {
  const walker = document.createTreeWalker(root, 4);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest('script, style, template')) found.push(node as Text);
  }
  return found;
}

function rename(
  document: Document,
  root: Element,
  selector: string,
  tag: string,
  attributes: Record<string, string>,
): void {
  for (const element of root.querySelectorAll(selector)) {
    const renamed = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) renamed.setAttribute(name, value);
    if (element.id) renamed.id = element.id;
    renamed.append(...element.childNodes);
    element.replaceWith(renamed);
  }
}

function deferHalf(document: Document, content: Element): void {
  const children = [...content.children];
  const template = document.createElement('template');
  template.id = 'late';
  template.innerHTML = children
    .slice(Math.ceil(children.length / 2))
    .map((child) => {
      child.remove();
      return child.outerHTML;
    })
    .join('\n');
  content.append(template);
  addScript(
    document,
    `setTimeout(() => {
  const late = document.getElementById('late');
  late.replaceWith(late.content);
  document.documentElement.dataset.late = 'there';
}, 1000);`,
  );
}

function closeSections(document: Document, content: Element): void {
  for (const heading of content.querySelectorAll('h2')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('aria-expanded', 'false');
    button.append(...heading.childNodes);
    heading.append(button);
    const body = document.createElement('div');
    body.setAttribute('hidden', '');
    for (let next = heading.nextElementSibling; next && !next.matches('h2'); next = heading.nextElementSibling) {
      body.append(next);
    }
    heading.after(body);
  }
  addScript(
    document,
    `for (const button of document.querySelectorAll('h2 > button')) button.onclick = () => {
  const body = button.parentElement.nextElementSibling;
  body.hidden = !body.hidden;
  button.setAttribute('aria-expanded', String(!body.hidden));
};`,
  );
}

function serveByScript(document: Document, content: Element): void {
  const template = document.createElement('template');
  template.id = 'view';
  template.innerHTML = content.innerHTML;
  content.innerHTML = '<p>Laddar …</p>';
  document.body.append(template);
  addScript(
    document,
    `const outlet = document.querySelector('article') ?? document.querySelector('main') ?? document.body;
const next = document.createElement('button');
next.id = 'next';
next.textContent = 'Nästa sida';
next.onclick = async () => {
  const address = new URL(location.href).searchParams.get('next') ?? '/sample';
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
  history.pushState({}, '', address);
  document.title = page.title;
  outlet.replaceChildren(next, ...(page.querySelector('article') ?? page.querySelector('main') ?? page.body).childNodes);
  document.documentElement.dataset.view = address;
};
setTimeout(() => outlet.replaceChildren(next, document.getElementById('view').content.cloneNode(true)), 100);`,
  );
}

function addScript(document: Document, source: string): void {
  const script = document.createElement('script');
  script.textContent = source;
  document.body.append(script);
}
