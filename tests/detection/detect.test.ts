import { describe, expect, it } from 'vitest';
import { detect, detectNow } from '../../detection';
import { readText } from '../../reading/text';

const REPORT = `# Granskning av avtal

## Sammanfattning

Vi rekommenderar kommunstyrelsen att:

- följa upp avtalen enligt 6 kap. 6 § kommunallagen
- anta en riktlinje

Svar önskas senast 2024-05-31.

## Rekommendationer

Vi rekommenderar kommunstyrelsen att:

- följa upp avtalen enligt 6 kap. 6 § kommunallagen
`;

describe('detection', () => {
  it('gives the passages in text order, with a reason for each', () => {
    const { passages } = detectNow(readText(REPORT));
    expect(passages.map((passage) => passage.kind)).toEqual([
      'recommendation',
      'citation',
      'recommendation',
      'deadline',
      'recommendation',
      'citation',
    ]);
    for (const passage of passages) expect(passage.reason.rule).not.toBe('');
    expect([...passages].sort((a, b) => a.start - b.start)).toEqual(passages);
  });

  it('knows a recommendation that is printed twice', () => {
    const same = detectNow(readText(REPORT)).passages.flatMap((p) => (p.kind === 'recommendation' ? [p.same] : []));
    expect(same).toEqual([0, 1, 0]);
  });

  it('gives the same in slices as at once, and pauses in a long text', () => {
    const reading = readText(REPORT.repeat(200));
    const work = detect(reading);
    let pauses = 0;
    let step = work.next();
    for (; !step.done; step = work.next()) pauses++;
    expect(pauses).toBeGreaterThan(20);
    expect(step.value).toEqual(detectNow(reading));
  });

  it('lets two documents be read by turns', () => {
    const one = detect(readText(REPORT.repeat(100)));
    const other = detect(readText(`Ingress.\n\n${REPORT}`.repeat(100)));
    const alone = detectNow(readText(REPORT.repeat(100)));
    let a = one.next();
    for (let b = other.next(); !a.done || !b.done; ) {
      if (!a.done) a = one.next();
      if (!b.done) b = other.next();
    }
    expect(a.value).toEqual(alone);
  });

  it.each(['', ' ', '§', 'Rekommendationer', 'Vi rekommenderar att:', 'Nämndens svar:', '?', 'senast 2024-01-01'])(
    'has nothing to say about %j',
    (text) => {
      expect(detectNow(readText(text)).passages).toEqual([]);
    },
  );
});
