import type { BlockType, Reading } from '../../../../reading/types';
import type { Paper } from './paper';

/** A piece of a paper that should be one block of a reading. */
export interface Expected {
  type: BlockType;
  words: string;
}

/** Letters and figures only: what line ends, hyphens and raised marks leave the same. */
export function lettersOf(words: string): string {
  return words.normalize('NFKC').replace(/[^\p{L}\d]/gu, '');
}

/** The blocks that a paper should be read as, in order, without notes and contents, which stand where the producer puts them. */
function expectedBlocks(paper: Paper): Expected[] {
  return paper.pieces.flatMap((piece): Expected[] => {
    switch (piece.kind) {
      case 'heading':
      case 'paragraph':
      case 'item':
        return [{ type: piece.kind, words: piece.words }];
      case 'table':
        return piece.rows.flatMap((row) =>
          row.flatMap((cell) => cell.map((words) => ({ type: 'cell' as const, words }))),
        );
      default:
        return [];
    }
  });
}

/**
 * What a reading lacks of a paper: pieces that are not one block, whole and of their kind, in the paper's order.
 * @param anyType counts a piece as found whatever its block's type
 */
export function missingBlocks(paper: Paper, reading: Reading, anyType = false): Expected[] {
  const blocks = reading.blocks.map(({ type, start, end }) => ({
    type,
    letters: lettersOf(reading.text.slice(start, end)),
  }));
  const missing: Expected[] = [];
  let from = 0;
  for (const expected of expectedBlocks(paper)) {
    const letters = lettersOf(expected.words.replace(/[*^]/g, ''));
    const fits = (at: number) => {
      const block = blocks[at];
      return block !== undefined && block.letters === letters && (anyType || block.type === expected.type);
    };
    let at = from;
    while (at < blocks.length && !fits(at)) at++;
    if (at < blocks.length) from = at + 1;
    else missing.push(expected);
  }
  return missing;
}
