import { escapeHtml } from './html';
import { plainDigits, type ReportBlock, reportBlocks } from './report-blocks';

/** What the page's site says of the report; `date` is ISO. */
export interface ReportFacts {
  title: string;
  municipality: string;
  date: string;
}

/**
 * A report as a municipality's web site would publish it: site menu, cookie banner, breadcrumbs, then
 * the report in `<main>` with headings, lists, tables and linked footnotes. The words of the report
 * are kept; page headers and the table of contents' page numbers are left out, as an editor would.
 */
export function reportPage(source: string, facts: ReportFacts): string {
  const blocks = reportBlocks(source);
  const notes = blocks.filter((block) => block.type === 'footnote');
  const running = blocks.filter((block) => block.type !== 'footnote' && block.type !== 'furniture');
  const body = `${bodyHtml(running)}${notes.length ? footnoteList(notes) : ''}`;
  return municipalSite(body, facts);
}

function bodyHtml(blocks: readonly ReportBlock[]): string {
  let html = '';
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at];
    if (!block) break;
    const run = sameType(blocks, at);
    if (block.type === 'item') html += itemsHtml(run.filter((each) => each.type === 'item'));
    else if (block.type === 'row') html += tableHtml(run.filter((each) => each.type === 'row'));
    else if (block.type === 'contents') html += contentsHtml(run.filter((each) => each.type === 'contents'));
    else for (const each of run) html += singleHtml(each);
    at += run.length;
  }
  return html;
}

function sameType(blocks: readonly ReportBlock[], from: number): ReportBlock[] {
  const run: ReportBlock[] = [];
  for (const block of blocks.slice(from)) {
    if (block.type === blocks[from]?.type) run.push(block);
    else break;
  }
  return run;
}

function singleHtml(block: ReportBlock): string {
  if (block.type === 'heading') return `<h${block.level}>${inlineHtml(block.text)}</h${block.level}>\n`;
  return block.type === 'paragraph' ? `<p>${inlineHtml(block.text)}</p>\n` : '';
}

function itemsHtml(items: readonly { depth: number; text: string }[]): string {
  let html = '';
  for (let at = 0; at < items.length; ) {
    const children = items.slice(at + 1);
    const end = children.findIndex(({ depth }) => depth <= (items[at]?.depth ?? 1));
    const nested = end < 0 ? children : children.slice(0, end);
    html += `<li>${inlineHtml(items[at]?.text ?? '')}${nested.length ? `\n${itemsHtml(nested)}` : ''}</li>\n`;
    at += 1 + nested.length;
  }
  return `<ul>\n${html}</ul>\n`;
}

function tableHtml(rows: readonly { cells: string[] }[]): string {
  const cell = (text: string): string => {
    // Some converters leave HTML in cells; each of its elements becomes a line of the cell.
    const lines = text.split(/<[^>]+>/).flatMap((line) => line.trim() || []);
    return `<td>${lines.map((line) => `<p>${inlineHtml(line.replace(/^• /, ''))}</p>`).join('')}</td>`;
  };
  const body = rows.map(({ cells }) => `<tr>${cells.map(cell).join('')}</tr>\n`).join('');
  return `<div class="table-responsive"><table><tbody>\n${body}</tbody></table></div>\n`;
}

function contentsHtml(lines: readonly { text: string }[]): string {
  const items = lines.map(({ text }) => `<li><a href="#innehall">${escapeHtml(text)}</a></li>`).join('\n');
  return `<nav class="toc" aria-label="Innehåll" id="innehall"><ul>\n${items}\n</ul></nav>\n`;
}

function footnoteList(notes: readonly { mark: string; text: string }[]): string {
  const items = notes.map(
    ({ mark, text }) =>
      `<li id="fn${mark}" value="${mark}">${inlineHtml(text)} <a href="#ref${mark}" aria-label="Tillbaka till texten">↩</a></li>`,
  );
  return `<section class="footnotes" aria-label="Fotnoter"><hr><ol>\n${items.join('\n')}\n</ol></section>\n`;
}

/** Emphasis and footnote marks as tags; everything else as text, with some characters as entities. */
function inlineHtml(text: string): string {
  return escapeHtml(text)
    .replace(/&lt;sup&gt;(\d+)&lt;\/sup&gt;/g, (_, mark: string) => markHtml(mark))
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (marks) => markHtml(plainDigits(marks)))
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/\*(.+?)\*/g, '<em>$1</em>')
    .replaceAll('å', '&aring;')
    .replaceAll('§', '&sect;')
    .replaceAll('–', '&ndash;');
}

function markHtml(mark: string): string {
  return `<sup><a href="#fn${mark}" id="ref${mark}">${mark}</a></sup>`;
}

function municipalSite(body: string, { title, municipality, date }: ReportFacts): string {
  const kommun = escapeHtml(municipality);
  const menu = [
    'Barn och utbildning',
    'Omsorg och stöd',
    'Bygga, bo och miljö',
    'Trafik och resor',
    'Kommun och politik',
  ];
  const links = menu.map((entry) => `<li><a href="/">${entry}</a></li>`).join('');
  return `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} - ${kommun}</title>
<meta property="article:published_time" content="${date}">
<style>
body { margin: 0; font: 17px/1.6 system-ui, sans-serif; color: #222; }
header, footer { background: #1d4f6b; color: #fff; padding: 1rem 2rem; }
header a, footer a { color: inherit; }
.menu ul { display: flex; gap: 1.5rem; list-style: none; padding: 0; margin: .5rem 0 0; }
.breadcrumbs { padding: .5rem 2rem; font-size: .85em; }
.layout { display: flex; gap: 3rem; padding: 0 2rem; }
main { max-width: 44rem; }
td { border: 1px solid #bbb; padding: .25rem .6rem; vertical-align: top; }
.cookies { position: fixed; inset: auto 0 0 0; background: #f3efe4; padding: .7rem 2rem; }
.skip { position: absolute; left: -999em; }
</style>
</head>
<body>
<a class="skip" href="#content">Till innehållet</a>
<div class="cookies" role="region" aria-label="Kakor"><p>Vi använder kakor för att webbplatsen ska fungera.
<button type="button" onclick="this.closest('.cookies').remove()">Jag förstår</button></p></div>
<header><a href="/">${kommun}</a> <form role="search"><label>Sök <input name="q" type="search"></label></form>
<nav class="menu" aria-label="Huvudmeny"><ul>${links}</ul></nav></header>
<nav class="breadcrumbs" aria-label="Brödsmulor"><a href="/">Start</a> / <a href="/">Kommun och politik</a> / <a href="/">Revision</a></nav>
<div class="layout">
<main id="content">
<article>
<p class="published">Publicerad <time datetime="${date}">${date}</time></p>
${body}</article>
</main>
<aside aria-label="Kontakt"><h2>Kontakt</h2><p>Kommunens växel</p></aside>
</div>
<footer><p>${kommun} · <a href="/">Om webbplatsen</a> · <a href="/">Tillgänglighet</a></p></footer>
</body>
</html>
`;
}
