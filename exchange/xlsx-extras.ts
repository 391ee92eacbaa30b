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
  /** The cells that a filter button stands over: "A1:L100". */
  filter: string;
  links: readonly CellLink[];
}

const SHEET = 'xl/worksheets/sheet{id}.xml';
const LINK_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Filters and links for the library's sheets: it writes neither itself, and offers this way to add them. */
export function sheetExtras(sheets: readonly SheetExtras[]): Feature<Blob> {
  return {
    files: {
      transform: {
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

function withExtras(xml: string, extras: SheetExtras | undefined): string {
  if (!extras) return xml;
  // The format demands an order of the parts of a sheet.
  const order = getOrderOfSiblings(SHEET, 'worksheet') ?? [];
  const insert = (into: string, markup: string) =>
    insertElementMarkupAccordingToOrderOfSiblings(into, markup, order, 'worksheet');
  const filtered = insert(xml, getSelfClosingTagMarkup('autoFilter', { ref: extras.filter }));
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
