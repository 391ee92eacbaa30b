import { describe, expect, it } from 'vitest';
import { samePassages } from '../../exchange/same-passages';
import type { Annotation } from '../../storage/schema';
import { exampleContents, unpacked, xml } from './office';

const EXAMPLE = exampleContents();

const [example] = EXAMPLE.annotations;
if (!example) throw new Error('The example is not whole');

let nth = 0;
function kept(exact: string, page: number, more: Partial<Annotation> = {}): Annotation {
  const { quote } = (example as Annotation).target;
  return {
    ...(example as Annotation),
    id: `7f0c2c1e-4c1b-4f57-9c55-${String(nth++).padStart(12, '0')}`,
    kind: 'recommendation',
    provisions: [],
    addressees: ['barn- och utbildningsnämnden'],
    tags: [],
    comment: '',
    target: { ...(example as Annotation).target, page, quote: { ...quote, exact } },
    ...more,
  };
}

const pages = (groups: Annotation[][]) => groups.map((group) => group.map(({ target }) => target.page));

describe('printings of one passage', () => {
  it('are told by their words, whatever their breaks, bullets and numbers', () => {
    const groups = samePassages([
      kept('att stärka upp-\nföljningen av elevhälsan.', 2),
      kept('1. Stärka uppföljningen av skolgången', 2),
      kept('• Stärka uppföljningen av elevhälsan', 9),
      kept('2. stärka uppföljningen  av elevhälsan', 11),
    ]);
    expect(pages(groups)).toEqual([[2, 9, 11], [2]]);
  });

  it('are not those of another document, of other boards, or of another number', () => {
    const words = 'Säkerställa att 25 procent följs upp';
    const groups = samePassages([
      kept(words, 1),
      kept(words, 2, { documentId: '7f0c2c1e-4c1b-4f57-9c55-6c9d0f1f2aff' }),
      kept(words, 3, { addressees: ['socialnämnden'] }),
      kept('Säkerställa att 50 procent följs upp', 4),
      kept(words, 5, { addressees: [] }),
      kept(words, 6, { kind: 'assessment' }),
    ]);
    expect(pages(groups)).toEqual([[1, 5], [2], [3], [4], [6]]);
    const asked = (page: number, answer?: string) => kept('Finns rutiner?', page, { kind: 'question', answer });
    expect(pages(samePassages([asked(1), asked(2, 'Delvis'), asked(3, 'Ja'), asked(4, 'Delvis')]))).toEqual([
      [1, 2, 4],
      [3],
    ]);
  });

  it('are one row of the working paper, with every page, tag and comment', async () => {
    const annotations = [
      kept('Stärka uppföljningen', 2, { comment: 'Från sammanfattningen', addressees: [] }),
      kept('stärka\nuppföljningen.', 14, { comment: 'Från slutsatsen', tags: EXAMPLE.tags.map(({ id }) => id) }),
      kept('Stärka uppföljningen', 14, { comment: 'Från slutsatsen' }),
    ];
    const body = xml((await unpacked({ ...EXAMPLE, annotations }, 'docx'))['word/document.xml']);
    const table = [...body.getElementsByTagName('w:tbl')].at(-1);
    const rows = [...(table?.getElementsByTagName('w:tr') ?? [])].map((row) =>
      [...row.getElementsByTagName('w:tc')].map((cell) =>
        [...cell.getElementsByTagName('w:p')].map((each) =>
          [...each.getElementsByTagName('w:t')]
            .map((run) => run.textContent)
            .join('')
            .replaceAll('\u00A0', ' '),
        ),
      ),
    );
    expect(rows).toHaveLength(2);
    expect(rows[1]).toEqual([
      ['barn- och utbildningsnämnden'],
      ['”Stärka uppföljningen”'],
      ['Granskning av elevhälsan, s. 2', 's. 14'],
      ['Följ upp'],
      ['Från sammanfattningen', 'Från slutsatsen'],
    ]);
    const links = [...(table?.getElementsByTagName('w:hyperlink') ?? [])];
    expect(links).toHaveLength(2);
  });
});
