import { execFile } from 'node:child_process';
import { access, constants, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { Paper, Piece } from './paper';

const run = promisify(execFile);

/** How LibreOffice Writer sets a paper. */
export interface WriterLook {
  columns: 1 | 2;
  hyphenated: boolean;
  justified: boolean;
  font: string;
  size: number;
}

export const writerLooks: Record<string, WriterLook> = {
  'one column': { columns: 1, hyphenated: false, justified: false, font: 'Liberation Sans', size: 11 },
  'two columns, hyphenated, justified': {
    columns: 2,
    hyphenated: true,
    justified: true,
    font: 'Liberation Serif',
    size: 10,
  },
};

/** Path of LibreOffice, or null where it is not installed. */
export async function findWriter(): Promise<string | null> {
  const places = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const folder of places) {
    const path = join(folder, 'soffice');
    if (
      await access(path, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
  return null;
}

const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function spans(words: string, notes: Map<string, string>): string {
  return escapeXml(words)
    .replace(/\*\*([^*]+)\*\*/g, '<text:span text:style-name="B">$1</text:span>')
    .replace(/\*([^*]+)\*/g, '<text:span text:style-name="I">$1</text:span>')
    .replace(/\^(\d+)\^/g, (_, mark: string) => {
      const note = notes.get(mark);
      return note === undefined
        ? `<text:span text:style-name="S">${mark}</text:span>`
        : `<text:note text:note-class="footnote"><text:note-citation>${mark}</text:note-citation><text:note-body><text:p text:style-name="Footnote"><text:tab/>${escapeXml(note)}</text:p></text:note-body></text:note>`;
    });
}

function list(words: string, level: number): string {
  const inner = `<text:list-item><text:p text:style-name="P">${words}</text:p></text:list-item>`;
  return level > 1
    ? `<text:list text:style-name="L"><text:list-item><text:list>${inner}</text:list></text:list-item></text:list>`
    : `<text:list text:style-name="L">${inner}</text:list>`;
}

function pieceXml(piece: Piece, notes: Map<string, string>): string {
  switch (piece.kind) {
    case 'heading':
      return `<text:h text:style-name="H${piece.level}" text:outline-level="${piece.level}">${spans(piece.words, notes)}</text:h>`;
    case 'paragraph':
      return `<text:p text:style-name="P">${spans(piece.words, notes)}</text:p>`;
    case 'item':
      return list(spans(piece.words, notes), piece.level);
    case 'contents':
      return `<text:p text:style-name="T">${spans(piece.words, notes)}<text:tab/>${piece.page}</text:p>`;
    case 'note':
      return '';
    case 'table': {
      const columns = Math.max(...piece.rows.map((row) => row.length));
      const rows = piece.rows
        .map(
          (row) =>
            `<table:table-row>${row
              .map(
                (cell) =>
                  `<table:table-cell table:style-name="C">${cell.map((words) => `<text:p text:style-name="P">${spans(words, notes)}</text:p>`).join('') || '<text:p/>'}</table:table-cell>`,
              )
              .join('')}</table:table-row>`,
        )
        .join('');
      return `<table:table><table:table-column table:number-columns-repeated="${columns}"/>${rows}</table:table>`;
    }
  }
}

function flatOdf(paper: Paper, look: WriterLook): string {
  const notes = new Map<string, string>();
  const cited = new Set<string>();
  for (const piece of paper.pieces) {
    if (piece.kind === 'note') notes.set(piece.mark, piece.words);
    else if ('words' in piece) for (const match of piece.words.matchAll(/\^(\d+)\^/g)) cited.add(match[1] as string);
  }
  const body = paper.pieces
    .map((piece) =>
      piece.kind === 'note' && !cited.has(piece.mark)
        ? `<text:p text:style-name="Footnote">${piece.mark} ${escapeXml(piece.words)}</text:p>`
        : pieceXml(piece, notes),
    )
    .join('\n');
  const { size, font } = look;
  const sizes = [size * 1.8, size * 1.4, size * 1.18, size];
  const heading = (level: number) =>
    `<style:style style:name="H${level}" style:family="paragraph" style:default-outline-level="${level}"><style:paragraph-properties fo:margin-top="10pt" fo:margin-bottom="4pt" fo:keep-with-next="always"/><style:text-properties fo:font-size="${sizes[level - 1]}pt" fo:font-weight="bold" style:font-name="${font}"/></style:style>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="${font}" svg:font-family="'${font}'"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties style:tab-stop-distance="1.25cm"/><style:text-properties style:font-name="${font}" fo:font-size="${size}pt" fo:language="sv" fo:country="SE" fo:hyphenate="${look.hyphenated}" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:default-style>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="6pt" fo:line-height="115%" fo:text-align="${look.justified ? 'justify' : 'start'}"/></style:style>
<style:style style:name="Footnote" style:family="paragraph"><style:text-properties fo:font-size="${size * 0.8}pt"/></style:style>
<style:style style:name="T" style:family="paragraph"><style:paragraph-properties><style:tab-stops><style:tab-stop style:position="${look.columns === 1 ? 16 : 7.5}cm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties></style:style>
${[1, 2, 3, 4].map(heading).join('')}
</office:styles>
<office:automatic-styles>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="S" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.1cm"/></style:style>
<text:list-style style:name="L">${[1, 2]
    .map(
      (level) =>
        `<text:list-level-style-bullet text:level="${level}" text:bullet-char="${level === 1 ? '•' : '–'}"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="${0.6 * level}cm" fo:text-indent="-0.6cm" fo:margin-left="${0.6 * level}cm"/></style:list-level-properties></text:list-level-style-bullet>`,
    )
    .join('')}</text:list-style>
<style:style style:name="Sect" style:family="section"><style:section-properties><style:columns fo:column-count="${look.columns}" fo:column-gap="0.7cm"/></style:section-properties></style:style>
<style:page-layout style:name="pl"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2.4cm" fo:margin-right="2.4cm"/><style:header-style><style:header-footer-properties fo:min-height="1cm" fo:margin-bottom="0.5cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="1cm" fo:margin-top="0.5cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pl"><style:header><text:p>${escapeXml(paper.header)}<text:tab/>2022-12-15</text:p></style:header><style:footer><text:p>${escapeXml(paper.footer).replace('#', '<text:page-number>1</text:page-number> (<text:page-count>1</text:page-count>)')}</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>${look.columns > 1 ? `<text:section text:style-name="Sect" text:name="S1">${body}</text:section>` : body}</office:text></office:body></office:document>`;
}

/** Sets papers with LibreOffice, all in one run of the program. */
export async function printWithWriter(
  soffice: string,
  papers: ReadonlyMap<string, { paper: Paper; look: WriterLook }>,
): Promise<Map<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), 'writer-'));
  try {
    const files = [...papers].map(([name, { paper, look }], k) => ({ name, file: `${k}`, xml: flatOdf(paper, look) }));
    for (const { file, xml } of files) await writeFile(join(folder, `${file}.fodt`), xml);
    await run(
      soffice,
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        ...files.map(({ file }) => join(folder, `${file}.fodt`)),
      ],
      { timeout: 300_000, maxBuffer: 2 ** 26 },
    );
    const printed = new Map<string, Uint8Array>();
    for (const { name, file } of files) printed.set(name, await readFile(join(folder, `${file}.pdf`)));
    return printed;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
