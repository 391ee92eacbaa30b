import sampleReport from '../../sample/granskningsrapport.html?raw';

/** Puts the sample report into a page of ours: its text, its title and its looks. */
export function showReport(page: Document): void {
  const report = new DOMParser().parseFromString(sampleReport, 'text/html');
  page.title = report.title;
  // The policy of our pages lets no style element in; a constructed sheet needs no leave.
  for (const style of report.querySelectorAll('style')) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style.textContent ?? '');
    page.adoptedStyleSheets.push(sheet);
  }
  page.body.append(...report.body.children);
}
