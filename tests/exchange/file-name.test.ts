import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { exportFileName } from '../../exchange';

// Hundreds of generated cases: on a machine that is busy they take longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 });

describe('the name of an export file', () => {
  it.each([
    ['Granskning 2026 elevhälsan', 'Granskning 2026 elevhälsan.csv'],
    ['Granskning 2026: elevhälsan', 'Granskning 2026 elevhälsan.csv'],
    ['Åtgärder/Översyn', 'Åtgärder Översyn.csv'],
    ['A\u030Atga\u0308rder', 'Åtgärder.csv'],
    ['../../etc/passwd', 'etc passwd.csv'],
    ['C:\\Windows', 'C Windows.csv'],
    ['.gömd', 'gömd.csv'],
    ['--rf', 'rf.csv'],
    ['~/hem', 'hem.csv'],
    ['slut. ', 'slut.csv'],
    ['rad\nbryt\tning', 'rad bryt ning.csv'],
    ['a\u202Efdp.exe', 'a fdp.exe.csv'],
    ['CON', 'Revisionspennan CON.csv'],
    ['lpt1.rapport', 'Revisionspennan lpt1.rapport.csv'],
    ['Konsum', 'Konsum.csv'],
    ['', 'Revisionspennan.csv'],
    ['???', 'Revisionspennan.csv'],
    ['\uD800', 'Revisionspennan.csv'],
  ])('%j → %j', (name, file) => {
    expect(exportFileName(name, 'csv')).toBe(file);
  });

  it('is short in bytes and does not cut a character in two', () => {
    const file = exportFileName('👩‍👩‍👧‍👧'.repeat(50), 'jsonld');
    expect(new TextEncoder().encode(file).length).toBeLessThanOrEqual(130);
    expect(file.replace(/👩‍👩‍👧‍👧/gu, '')).toBe('.jsonld');
  });

  it('is safe whatever the set is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const file = exportFileName(name, 'csv');
        expect(file).toMatch(/^[^.\s~-][^<>:"/\\|?*\p{Cc}]*\.csv$/u);
        expect(file).not.toMatch(/[\s.]\.csv$/u);
        expect(file.isWellFormed()).toBe(true);
        expect(exportFileName(file.slice(0, -4), 'csv')).toBe(file);
      }),
    );
  });
});
