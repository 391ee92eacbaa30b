import { describe, expect, it } from 'vitest';
import { citation, placeUrl, quotation } from '../../exchange';
import { exampleContents } from './office';

describe('a citation for the clipboard', () => {
  const [document] = exampleContents().documents;
  const [annotation] = exampleContents().annotations;
  if (!document || !annotation) throw new Error('The example is not whole');

  it('is what a report has in its notes', () => {
    const whole = {
      ...document,
      title: 'Granskning av <elevhälsan>',
      profile: { municipality: 'Perstorps kommun', auditor: 'KPMG', date: '2022-12-15' },
    };
    expect(citation(whole, annotation, '2026-11-22')).toEqual({
      text: 'Perstorps kommun, Granskning av <elevhälsan>, KPMG, 2022-12-15, s.\u00A05, https://www.bjorkfors.se/rapport.pdf (hämtad\u00A02026-11-22)',
      html: 'Perstorps kommun, <i>Granskning av &lt;elevhälsan&gt;</i>, KPMG, 2022-12-15, s.\u00A05, <a href="https://www.bjorkfors.se/rapport.pdf">https://www.bjorkfors.se/rapport.pdf</a> (hämtad\u00A02026-11-22)',
    });
    expect(quotation(whole, annotation, '2026-11-22').text).toMatch(/^”SoL 5:1a” \(Perstorps kommun/);
  });

  it('says page and day in English where that was chosen', () => {
    expect(citation(document, annotation, '2026-11-22', 'en').text).toMatch(
      /, p\.\u00A05, .*\(retrieved\u00A02026-11-22\)$/,
    );
  });

  it('names the page as it is printed, where the file says so', () => {
    const labelled = { target: { ...annotation.target, page: 12, pageLabel: 'Bilaga-2' } };
    expect(citation(document, labelled, '2026-11-22').text).toContain(', s.\u00A0Bilaga-2, ');
    // The link needs the number.
    expect(placeUrl(document, { ...annotation, ...labelled })).toMatch(/#page=12$/);
  });

  it('names both pages of what runs on to another', () => {
    const both = { target: { ...annotation.target, page: 12, pageEnd: 13 } };
    expect(citation(document, both, '2026-11-22').text).toContain(', s.\u00A012–13, ');
    expect(citation(document, both, '2026-11-22', 'en').text).toContain(', pp.\u00A012–13, ');
    const labelled = { target: { ...both.target, pageLabel: 'iv', pageEndLabel: 'v' } };
    expect(citation(document, labelled, '2026-11-22').text).toContain(', s.\u00A0iv–v, ');
    expect(placeUrl(document, { ...annotation, ...both })).toMatch(/#page=12$/);
  });

  it('leaves out what is not known', () => {
    const bare = { ...document, canonicalUrl: 'urn:uuid:7f0c2c1e-4c1b-4f57-9c55-6c9d0f1f2a01', profile: {} };
    expect(citation(bare, undefined, '2026-11-22').text).toBe('Granskning av elevhälsan');
  });
});

describe('a link to the place', () => {
  const [document] = exampleContents().documents;
  const [annotation] = exampleContents().annotations;
  if (!document || !annotation) throw new Error('The example is not whole');
  const quoted = (exact: string) => {
    const { page: _, ...target } = annotation.target;
    return { target: { ...target, quote: { ...target.quote, exact } } };
  };

  it.each([
    ['stärka uppföljningen', '#:~:text=st%C3%A4rka%20uppf%C3%B6ljningen'],
    ['barn- och\nutbildning, skola', '#:~:text=barn%2D%20och%20utbildning%2C%20skola'],
    [
      'ett två tre fyra fem sex sju åtta nio tio elva tolv tretton',
      '#:~:text=ett%20tv%C3%A5%20tre%20fyra%20fem,nio%20tio%20elva%20tolv%20tretton',
    ],
  ])('%j → %s', (quote, fragment) => {
    expect(placeUrl(document, quoted(quote))).toBe(`https://www.bjorkfors.se/rapport.pdf${fragment}`);
  });

  it('is the page of a PDF, and none where there is no address', () => {
    expect(placeUrl(document, annotation)).toBe('https://www.bjorkfors.se/rapport.pdf#page=5');
    expect(placeUrl({ ...document, canonicalUrl: 'file:///C:/rapport.pdf' }, annotation)).toBeUndefined();
  });
});
