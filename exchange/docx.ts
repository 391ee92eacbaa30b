import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import type { Contents } from '../storage/contents';
import { Pace, type Work } from '../storage/pace';
import type { Annotation } from '../storage/schema';
import { bound, clean, heading, link, paragraph, runs, table } from './docx-parts';
import { ExportContents, type ExportOptions } from './export-options';
import { documentTitle, type ExportField, lineFeeds, oneLine } from './fields';
import { byTag } from './grouped';
import { placeUrl } from './place-link';
import { forceText, type UsedProvision, usedProvisions } from './used-provisions';

type Block = Paragraph | Table;

/** A4, in twentieths of a point; the margins are two centimetres. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_134 } as const;

/**
 * Annotations as a Word document, a working paper: documents, audit criteria, recommendations with addressee and
 * source, and what else was kept, by tag. The library writes the file in one go: in a page, run this in a worker when
 * there are many rows.
 */
export async function docxBlob(contents: Contents, options: ExportOptions, work: Work = {}): Promise<Blob> {
  const all = new ExportContents(contents);
  const paper = new WorkingPaper(all, options, new Pace(work));
  const file = new Document({
    title: clean(options.title),
    creator: 'Revisionspennan',
    description: clean(`Arbetspapper: ${options.title}`),
    styles: STYLES,
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height, orientation: PageOrientation.LANDSCAPE },
            margin: { top: PAGE.margin, right: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin },
          },
        },
        footers: { default: footer(options) },
        children: await paper.blocks(),
      },
    ],
  });
  return Packer.toBlob(file);
}

const STYLES = {
  default: {
    document: {
      run: { font: 'Calibri', size: 21, language: { value: 'sv-SE' } },
      paragraph: { spacing: { after: 100 } },
    },
    title: { run: { size: 40, bold: true, color: '1F2A36' }, paragraph: { spacing: { after: 60 } } },
    heading1: { run: { size: 28, bold: true, color: '1F2A36' }, paragraph: { spacing: { before: 320, after: 120 } } },
    heading2: { run: { size: 23, bold: true, color: '1F2A36' }, paragraph: { spacing: { before: 220, after: 80 } } },
  },
  paragraphStyles: [
    { id: 'Table', name: 'Tabelltext', basedOn: 'Normal', run: { size: 19 }, paragraph: { spacing: { after: 40 } } },
    {
      id: 'Source',
      name: 'Källa',
      basedOn: 'Normal',
      run: { size: 18, color: '5A5A5A' },
      paragraph: { spacing: { after: 60 } },
    },
    {
      id: 'Quote',
      name: 'Utdrag',
      basedOn: 'Normal',
      paragraph: { spacing: { before: 120, after: 40 }, keepNext: true },
    },
  ],
};

function footer({ title, today }: ExportOptions): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({
            size: 17,
            color: '5A5A5A',
            children: [clean(`${title} · ${today} · s.\u00A0`), PageNumber.CURRENT, ' av ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
}

/** The paper's parts, in order. */
class WorkingPaper {
  constructor(
    private readonly all: ExportContents,
    private readonly options: ExportOptions,
    private readonly pace: Pace,
  ) {}

  async blocks(): Promise<Block[]> {
    const { annotations } = this.all;
    const recommendations = annotations.filter(({ kind }) => kind === 'recommendation');
    const others = annotations.filter(({ kind }) => kind !== 'recommendation' && kind !== 'citation');
    // A citation that somebody wrote about or tagged says more than the table of criteria can.
    const spokenOf = annotations.filter(
      ({ kind, comment, tags }) => kind === 'citation' && (comment.trim() !== '' || tags.length > 0),
    );
    return [
      new Paragraph({ heading: HeadingLevel.TITLE, children: runs(this.options.title) }),
      paragraph(
        runs(
          `Arbetspapper ${this.options.today}. ${counted(annotations.length, 'anteckning', 'anteckningar')} ur ${counted(this.all.documents.size, 'dokument', 'dokument')}.`,
        ),
        'Source',
      ),
      ...this.documents(),
      ...(await this.criteria()),
      ...(await this.recommendations(recommendations)),
      ...(await this.others([...others, ...spokenOf])),
    ];
  }

  private wants(field: ExportField): boolean {
    return this.options.fields?.includes(field) ?? true;
  }

  private documents(): Block[] {
    const rows = [...this.all.documents.values()].map((document) => {
      const { municipality = '', auditor = '', date = '', diaryNumber = '' } = document.profile;
      const url = /^https?:/.test(document.canonicalUrl) ? document.canonicalUrl : undefined;
      return [
        [[link(documentTitle(document) || document.canonicalUrl, url)]],
        [runs(oneLine(municipality))],
        [runs(oneLine(auditor))],
        [runs(date.replaceAll('-', '\u2011'))],
        [runs(oneLine(diaryNumber))],
      ];
    });
    if (rows.length === 0) return [];
    const columns = [
      { name: 'Dokument', width: 40 },
      { name: 'Kommun', width: 20 },
      { name: 'Revisor', width: 16 },
      { name: 'Datum', width: 10 },
      { name: 'Diarienummer', width: 14 },
    ];
    return [heading('Dokument', 1), table(columns, rows)];
  }

  private async criteria(): Promise<Block[]> {
    const used = usedProvisions(this.all);
    const rows = [];
    for (const [index, each] of used.entries()) {
      rows.push(criterion(each));
      await this.pace.step(index, used.length);
    }
    if (rows.length === 0) return [];
    const columns = [
      { name: 'Lagrum', width: 14 },
      { name: 'Namn', width: 34 },
      { name: 'Gäller', width: 20 },
      { name: 'Åberopas i', width: 32 },
    ];
    return [heading('Revisionskriterier', 1), table(columns, rows)];
  }

  private async recommendations(annotations: readonly Annotation[]): Promise<Block[]> {
    const comments = this.wants('comment');
    const rows = [];
    for (const [index, annotation] of annotations.entries()) {
      rows.push([
        [runs(annotation.addressees.join(', '))],
        [runs(quoted(annotation))],
        [[this.source(annotation)]],
        ...(comments ? [[runs(lineFeeds(annotation.comment))]] : []),
      ]);
      await this.pace.step(index, annotations.length);
    }
    if (rows.length === 0) return [];
    const columns = [
      { name: 'Adressat', width: 16 },
      { name: 'Rekommendation', width: 40 },
      { name: 'Källa', width: 20 },
      ...(comments ? [{ name: 'Kommentar', width: 24 }] : []),
    ];
    return [heading('Rekommendationer', 1), table(columns, rows)];
  }

  private async others(annotations: readonly Annotation[]): Promise<Block[]> {
    if (annotations.length === 0) return [];
    const blocks: Block[] = [heading('Övriga anteckningar', 1)];
    let done = 0;
    for (const group of byTag(this.all, annotations)) {
      blocks.push(heading(group.tag ?? 'Utan tagg', 2));
      for (const annotation of group.annotations) {
        blocks.push(paragraph(runs(quoted(annotation)), 'Quote'), paragraph([this.source(annotation)], 'Source'));
        if (this.wants('comment') && annotation.comment.trim() !== '') {
          blocks.push(paragraph(runs(lineFeeds(annotation.comment))));
        }
        await this.pace.step(done++, annotations.length);
      }
    }
    return blocks;
  }

  /** Where it stands, as a link to the place. */
  private source(annotation: Annotation) {
    const document = this.all.documents.get(annotation.documentId);
    const { page } = annotation.target;
    const words = [
      documentTitle(document) || document?.canonicalUrl,
      page === undefined ? undefined : `s.\u00A0${page}`,
    ];
    return link(words.filter(Boolean).join(', '), document && placeUrl(document, annotation));
  }
}

function criterion(used: UsedProvision) {
  return [
    [[link(used.short, used.url)]],
    [runs(bound(used.long))],
    [runs(bound(forceText(used)))],
    used.places.map((place) => runs(bound(place))),
  ];
}

function quoted(annotation: Annotation): string {
  return `”${oneLine(annotation.target.quote.exact)}”`;
}

function counted(count: number, one: string, many: string): string {
  return `${count}\u00A0${count === 1 ? one : many}`;
}
