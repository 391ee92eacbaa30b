import type { Feature } from 'write-excel-file/universal';
import {
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility';

/** A link of a cell to an address. */
export interface CellLink {
  /** "K2". */
  cell: string;
  url: string;
}

/** What a sheet has beyond its cells. */
export interface SheetExtras {
  /** What the sheet is called. */
  name: string;
  /** The cells that a filter button stands over: "A1:L100". */
  filter: string;
  links: readonly CellLink[];
}

const WORKBOOK = 'xl/workbook.xml';
const SHEET = 'xl/worksheets/sheet{id}.xml';
const LINK_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Filters, links and how to print, for the library's sheets: it writes neither itself, and offers this way to add them. */
export function sheetExtras(sheets: readonly SheetExtras[]): Feature<Blob> {
  return {
    files: {
      transform: {
        [WORKBOOK]: {
          transform: (xml) => withTitles(xml, sheets),
        },
        [SHEET]: {
          transform: (xml, _, { sheetIndex }) => withExtras(xml, sheets[sheetIndex]),
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_, { sheetIndex }) =>
            (sheets[sheetIndex]?.links ?? [])
              .map(({ url }, index) =>
                getSelfClosingTagMarkup('Relationship', {
                  Id: linkId(index),
                  Type: LINK_TYPE,
                  Target: url,
                  TargetMode: 'External',
                }),
              )
              .join(''),
        },
      },
    },
  };
}

/** The header row comes back on every printed page (ECMA-376, part 1, 18.2.5: `_xlnm.Print_Titles`). */
function withTitles(xml: string, sheets: readonly SheetExtras[]): string {
  const titles = sheets.map(
    ({ name }, index) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${name.replaceAll("'", "''")}'!$1:$1</definedName>`,
  );
  const order = getOrderOfSiblings(WORKBOOK, 'workbook') ?? [];
  const markup = `<definedNames>${titles.join('')}</definedNames>`;
  // The library writes the element without content.
  const bare = xml.replace(/<definedNames\s*(?:\/>|><\/definedNames>)/, '');
  return insertElementMarkupAccordingToOrderOfSiblings(bare, markup, order, 'workbook');
}

function withExtras(xml: string, extras: SheetExtras | undefined): string {
  if (!extras) return xml;
  // The format demands an order of the parts of a sheet.
  const order = getOrderOfSiblings(SHEET, 'worksheet') ?? [];
  const insert = (into: string, markup: string) =>
    insertElementMarkupAccordingToOrderOfSiblings(into, markup, order, 'worksheet');
  // Printed one page wide, and as many high as it takes.
  const fitted = insert(xml, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>').replace(
    '<pageSetup ',
    '<pageSetup fitToWidth="1" fitToHeight="0" ',
  );
  const filtered = insert(fitted, getSelfClosingTagMarkup('autoFilter', { ref: extras.filter }));
  if (extras.links.length === 0) return filtered;
  const links = extras.links
    .map(({ cell }, index) =>
      getSelfClosingTagMarkup('hyperlink', { ref: cell, 'r:id': linkId(index), 'xmlns:r': RELATIONS }),
    )
    .join('');
  return insert(filtered, `<hyperlinks>${links}</hyperlinks>`);
}

function linkId(index: number): string {
  return `rId-link-${index + 1}`;
}
