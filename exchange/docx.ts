import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from 'docx';
import type { Contents } from '../storage/contents';
import { Pace, type Work } from '../storage/pace';
import type { Annotation } from '../storage/schema';
import { citedPage, pageText } from './citation-words';
import { bound, clean, heading, link, paragraph, runs, table } from './docx-parts';
import { ExportContents, type ExportOptions } from './export-options';
import { documentTitle, type ExportField, lineFeeds, oneLine } from './fields';
import { byTag } from './grouped';
import { ownTags } from './own-tags';
import { placeUrl } from './place-link';
import { samePassages } from './same-passages';
import { forceText, type UsedProvision, usedProvisions } from './used-provisions';
import { capital, type FileWords, wordsIn } from './words';

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
    description: clean(`${wordsIn(options.language).workingPaper}: ${options.title}`),
    styles: STYLES,
    hyphenation: { autoHyphenation: true },
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
    { id: 'Table', name: 'Table text', basedOn: 'Normal', run: { size: 19 }, paragraph: { spacing: { after: 40 } } },
    {
      id: 'Source',
      name: 'Source',
      basedOn: 'Normal',
      run: { size: 18, color: '5A5A5A' },
      paragraph: { spacing: { after: 60 } },
    },
    {
      id: 'Quote',
      name: 'Excerpt',
      basedOn: 'Normal',
      paragraph: { spacing: { before: 120, after: 40 }, keepNext: true },
    },
  ],
};

function footer({ title, today, language }: ExportOptions): Footer {
  const words = wordsIn(language);
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({
            size: 17,
            color: '5A5A5A',
            children: [
              clean(`${title} · ${today} · ${pageText('', language)}`),
              PageNumber.CURRENT,
              ` ${words.of} `,
              PageNumber.TOTAL_PAGES,
            ],
          }),
        ],
      }),
    ],
  });
}

/** The paper's parts, in order. */
class WorkingPaper {
  private readonly words: FileWords;

  constructor(
    private readonly all: ExportContents,
    private readonly options: ExportOptions,
    private readonly pace: Pace,
  ) {
    this.words = wordsIn(options.language);
  }

  async blocks(): Promise<Block[]> {
    const { annotations, documents } = this.all;
    const { words } = this;
    const recommendations = annotations.filter(({ kind }) => kind === 'recommendation');
    const others = annotations.filter(({ kind }) => kind !== 'recommendation' && kind !== 'citation');
    // A citation that somebody wrote about or tagged says more than the table of criteria can; one with no provision
    // is not in that table.
    const spokenOf = annotations.filter(
      (annotation) =>
        annotation.kind === 'citation' &&
        (annotation.provisions.length === 0 ||
          annotation.comment.trim() !== '' ||
          ownTags(this.all, annotation).length > 0),
    );
    return [
      new Paragraph({ heading: HeadingLevel.TITLE, children: runs(this.options.title) }),
      paragraph(
        runs(
          `${words.workingPaper} ${this.options.today}. ${words.countedAnnotations(annotations.length)} ${words.outOf} ${words.countedDocuments(documents.size)}.`,
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
    const { words } = this;
    const columns = [
      { name: words.documents, width: 40 },
      { name: capital(words.fields.municipality), width: 20 },
      { name: capital(words.fields.auditor), width: 16 },
      { name: capital(words.fields.date), width: 10 },
      { name: capital(words.fields.diaryNumber), width: 14 },
    ];
    return [heading(words.documents, 1), table(columns, rows)];
  }

  private async criteria(): Promise<Block[]> {
    const { words } = this;
    const tags = this.wants('tags');
    const used = usedProvisions(this.all, this.options.language);
    const rows = [];
    for (const [index, each] of used.entries()) {
      rows.push([...criterion(each, words), ...(tags ? [[runs(this.tagsOf(each.annotations))]] : [])]);
      await this.pace.step(index, used.length);
    }
    if (rows.length === 0) return [];
    const columns = [
      { name: capital(words.fields.provisions), width: 14 },
      { name: words.name, width: 34 },
      { name: words.force, width: 20 },
      { name: words.citedIn, width: 32 },
      ...(tags ? [{ name: capital(words.fields.tags), width: 18 }] : []),
    ];
    return [heading(words.criteria, 1), table(columns, rows)];
  }

  private async recommendations(annotations: readonly Annotation[]): Promise<Block[]> {
    const comments = this.wants('comment');
    const tags = this.wants('tags');
    const rows = [];
    const groups = samePassages(annotations);
    for (const [index, group] of groups.entries()) {
      rows.push([
        [runs([...new Set(group.flatMap(({ addressees }) => addressees))].join(', '))],
        group.slice(0, 1).map((annotation) => runs(quoted(annotation))),
        this.sources(group),
        ...(tags ? [[runs(this.tagsOf(group))]] : []),
        ...(comments ? [commentsOf(group)] : []),
      ]);
      await this.pace.step(index, groups.length);
    }
    if (rows.length === 0) return [];
    const { words } = this;
    const columns = [
      { name: capital(words.fields.addressees), width: 18 },
      { name: words.recommendation, width: 40 },
      { name: words.source, width: 20 },
      ...(tags ? [{ name: capital(words.fields.tags), width: 18 }] : []),
      ...(comments ? [{ name: capital(words.fields.comment), width: 24 }] : []),
    ];
    return [heading(words.recommendations, 1), table(columns, rows)];
  }

  private async others(annotations: readonly Annotation[]): Promise<Block[]> {
    if (annotations.length === 0) return [];
    const blocks: Block[] = [heading(this.words.others, 1)];
    let done = 0;
    for (const group of byTag(this.all, annotations)) {
      blocks.push(heading(group.tag ?? this.words.untagged, 2));
      for (const same of samePassages(group.annotations)) {
        blocks.push(...this.excerpt(same, group.tag));
        done += same.length;
        await this.pace.step(done, annotations.length);
      }
    }
    return blocks;
  }

  /** A quote with what is known and was said of it. @param tag the one that it stands under */
  private excerpt(same: readonly Annotation[], tag: string | undefined): Block[] {
    const { fields } = this.words;
    const fact = (name: string, value: string) => paragraph(runs(`${capital(name)}: ${value}`), 'Source');
    const [first] = same;
    if (!first) return [];
    const sources = this.sources(same).flatMap((source, index) => [...(index > 0 ? runs(', ') : []), ...source]);
    const answer = same.map((annotation) => oneLine(annotation.answer ?? '')).find((each) => each !== '');
    const tags = this.wants('tags') ? this.tagNamesOf(same).filter((name) => name !== tag) : [];
    return [
      paragraph(runs(quoted(first)), 'Quote'),
      ...(answer ? [fact(fields.answer, answer)] : []),
      paragraph(sources, 'Source'),
      ...(this.wants('comment') ? commentsOf(same).map((comment) => paragraph(comment)) : []),
      ...(tags.length > 0 ? [fact(fields.tags, tags.join(', '))] : []),
    ];
  }

  /** The tags that people gave these annotations, each once. */
  private tagNamesOf(annotations: readonly Annotation[]): string[] {
    return [...new Set(annotations.flatMap((annotation) => ownTags(this.all, annotation)))];
  }

  private tagsOf(annotations: readonly Annotation[]): string {
    return this.tagNamesOf(annotations).join(', ');
  }

  /** Where one passage stands: the first place with its document, further ones by their pages. */
  private sources(annotations: readonly Annotation[]): ParagraphChild[][] {
    const cited = new Set<string | number | undefined>();
    return annotations.flatMap((annotation, index) => {
      const page = citedPage(annotation.target);
      if (index > 0 && (page === undefined || cited.has(page))) return [];
      cited.add(page);
      if (index === 0 || page === undefined) return [[this.source(annotation)]];
      return [[this.linked(pageText(page, this.options.language), annotation)]];
    });
  }

  /** Where it stands, as a link to the place. */
  private source(annotation: Annotation): ParagraphChild {
    const document = this.all.documents.get(annotation.documentId);
    const page = citedPage(annotation.target);
    const words = [
      documentTitle(document) || document?.canonicalUrl,
      page === undefined ? undefined : pageText(page, this.options.language),
    ];
    return this.linked(words.filter(Boolean).join(', '), annotation);
  }

  private linked(words: string, annotation: Annotation): ParagraphChild {
    const document = this.all.documents.get(annotation.documentId);
    return link(words, document && placeUrl(document, annotation));
  }
}

/** What was said of annotations, each once. */
function commentsOf(annotations: readonly Annotation[]): ParagraphChild[][] {
  const said = annotations.map(({ comment }) => lineFeeds(comment).trim()).filter((comment) => comment !== '');
  return [...new Set(said)].map((comment) => runs(comment));
}

function criterion(used: UsedProvision, words: FileWords) {
  return [
    [[link(used.short, used.url)]],
    [runs(bound(used.long))],
    [runs(bound(forceText(used, words)))],
    used.places.map((place) => runs(bound(place))),
  ];
}

function quoted(annotation: Annotation): string {
  return `”${oneLine(annotation.target.quote.exact)}”`;
}
