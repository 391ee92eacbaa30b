import { describe, expect, it } from 'vitest';
import { hashText, identifyText, likeness, sketchKeys } from '../../anchoring';
import type { TextIdentity } from '../../anchoring/identify-text';
import type { Block } from '../../reading/types';
import { formulaicReport } from './formulaic-report';
import { Random } from './random';

function identityOf(text: string, blocks: Block[] = []): TextIdentity {
  const work = identifyText({ text, blocks });
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const sketchOf = (text: string, blocks: Block[] = []): number[] => {
  const { sketch } = identityOf(text, blocks);
  if (!sketch) throw new Error('Too short for a sketch');
  return sketch;
};

/** Words that no other call gives. */
const prose = (words: number, seed: string) =>
  Array.from({ length: words }, (_, index) => `${seed}${(index * 7919) % 997}x${index}`).join(' ');

describe('a text is known by', () => {
  it('the hash of its words', async () => {
    expect(await identityOf('Nämnden bör följa upp.').textHash).toBe(await hashText('Nämnden bör följa upp.'));
  });

  it('a sketch that line breaks, hyphens at line ends and bullets do not change', () => {
    const text = `${prose(400, 'ord')} nämndens ansvar`;
    const printed = text.replaceAll(' ord1', ' •\nord1').replace('nämndens', 'nämn-\ndens');
    expect(likeness(sketchOf(text), sketchOf(printed))).toBe(1);
  });

  it('a sketch that knows the text among running headers and footers', () => {
    const body = prose(600, 'ord').split(' ');
    let text = '';
    const blocks: Block[] = [];
    for (let page = 0; page < 12; page++) {
      const header = `Kommunens revisorer, granskning av något viktigt, sida ${page} av tolv\n`;
      blocks.push({ type: 'furniture', start: text.length, end: text.length + header.length });
      text += `${header}${body.slice(page * 50, page * 50 + 50).join(' ')}\n`;
    }
    expect(likeness(sketchOf(body.join(' ')), sketchOf(text, blocks))).toBe(1);
  });

  it('no sketch where there are but a few words', () => {
    expect(identityOf(prose(100, 'ord')).sketch).toBeUndefined();
  });
});

describe('likeness', () => {
  it('is the share of text that two have in common', () => {
    const shared = prose(3000, 'ord');
    expect(likeness(sketchOf(shared), sketchOf(`${shared} ${prose(300, 'nytt')}`))).toBeGreaterThan(0.75);
    expect(likeness(sketchOf(shared), sketchOf(`${prose(300, 'ord')} ${prose(2700, 'annat')}`))).toBeLessThan(0.3);
    expect(likeness(sketchOf(shared), sketchOf(prose(3000, 'annat')))).toBeLessThan(0.1);
  });

  it('of reports that are written after one pattern is far from sameness', () => {
    const one = sketchOf(formulaicReport(new Random(1)));
    const other = sketchOf(formulaicReport(new Random(2)));
    expect(likeness(one, one)).toBe(1);
    expect(likeness(one, other)).toBeLessThan(0.6);
  });
});

describe('keys', () => {
  it('are shared by like texts and by no others', () => {
    const shared = prose(3000, 'ord');
    const keys = new Set(sketchKeys(sketchOf(shared)));
    const common = (text: string) => sketchKeys(sketchOf(text)).filter((key) => keys.has(key)).length;
    expect(common(`${shared} ${prose(600, 'nytt')}`)).toBeGreaterThan(2);
    expect(common(prose(3000, 'annat'))).toBe(0);
  });
});
