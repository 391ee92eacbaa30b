import { describe, expect, it } from 'vitest';
import { detectNow } from '../../../detection';
import { readText } from '../../../reading/text';

/** Fills the page's width, so that one can see which lines were ended before it. */
const FULL =
  'Granskningen har omfattat samtal med sex chefer och en genomgång av de beslut som\nnämnden har fattat om badplatserna under de senaste två åren och av dess budget.\n\n';

function recommended(list: string): string[] {
  const text = `Granskning av badplatser\n\n${FULL}${list}\n\nGranskningen gjordes i maj.\n`;
  return detectNow(readText(text))
    .passages.filter(({ kind }) => kind === 'recommendation')
    .map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '));
}

describe('items that begin with "att", without bullets and stops', () => {
  it.each([
    [
      'two short lines below the board',
      'Vi rekommenderar fritidsnämnden\natt följa upp vattenproverna varje sommar\natt upprätta en plan för badplatserna',
      ['att följa upp vattenproverna varje sommar', 'att upprätta en plan för badplatserna'],
    ],
    [
      'below a colon',
      'Vi lämnar följande rekommendationer till fritidsnämnden:\n\natt badplatserna besiktigas varje vår\natt en förteckning över livbojar förs',
      ['att badplatserna besiktigas varje vår', 'att en förteckning över livbojar förs'],
    ],
    [
      'an item of two lines, the next below room for its first word',
      'Vi rekommenderar fritidsnämnden\natt följa upp vattenproverna varje sommar och redovisa dem för de föreningar som\nhyr badplatserna\natt upprätta en plan för livbojarna',
      [
        'att följa upp vattenproverna varje sommar och redovisa dem för de föreningar som hyr badplatserna',
        'att upprätta en plan för livbojarna',
      ],
    ],
    [
      'further lines that stand deeper than the items, which are full',
      'Vi rekommenderar fritidsnämnden\n att badplatserna besiktigas varje vår av någon som kan bedöma bryggor, räcken och\n  stegar\n att anställda årligen utbildas i hur den som har skadat sig på en brygga tas om\n att en förteckning över livbojar förs',
      [
        'att badplatserna besiktigas varje vår av någon som kan bedöma bryggor, räcken och stegar',
        'att anställda årligen utbildas i hur den som har skadat sig på en brygga tas om',
        'att en förteckning över livbojar förs',
      ],
    ],
  ])('%s', (_name, list, items) => {
    expect(recommended(list)).toEqual(items);
  });

  it.each([
    [
      'in the middle of a sentence, behind a full line',
      'Vi rekommenderar fritidsnämnden\natt följa upp vattenproverna varje sommar och därvid beakta nämndens skyldighet\natt lämna besked till dem som badar där.',
      [
        'att följa upp vattenproverna varje sommar och därvid beakta nämndens skyldighet att lämna besked till dem som badar där.',
      ],
    ],
    [
      'behind a word that no item ends with',
      'Vi rekommenderar fritidsnämnden att\n\natt se över vattenproverna för\natt stärka skyddet av dem som badar\natt upprätta en plan för livbojarna',
      ['att se över vattenproverna för att stärka skyddet av dem som badar', 'att upprätta en plan för livbojarna'],
    ],
    [
      'in a column whose lines are all ended early',
      'Vi rekommenderar fritidsnämnden att\n\natt badplatserna besiktigas\nså ofta som lagen kräver\natt de besiktigas av någon\nsom kan bedöma dem',
      ['att badplatserna besiktigas så ofta som lagen kräver att de besiktigas av någon som kan bedöma dem'],
    ],
  ])('a line that goes on is none: %s', (_name, list, items) => {
    expect(recommended(list)).toEqual(items);
  });
});
