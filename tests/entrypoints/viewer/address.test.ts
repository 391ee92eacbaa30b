import { describe, expect, it } from 'vitest';
import { localPath, viewerPath, wantedFrom } from '../../../entrypoints/viewer/address';
import { policyFor } from '../../../entrypoints/viewer/policy';
import { fileNameOf } from '../../../entrypoints/viewer/web-source';

const search = (path: string) => path.slice(path.indexOf('?'));

describe("the viewer's address", () => {
  it.each([
    'https://www.lillkoping.se/download/18.4f/1700/Granskning av skola.pdf',
    'https://portal.example/file?id=7&name=a%20b.pdf',
    'http://127.0.0.1:8080/å.pdf',
  ])('names %s and gives it back', (address) => {
    expect(wantedFrom(search(viewerPath(address)))).toEqual({ kind: 'web', address });
  });

  it('takes an address that a redirect of the browser put there as it is, with its own signs', () => {
    expect(wantedFrom('?file=https://portal.example/file?id=7&name=a%20b.pdf&local=x')).toEqual({
      kind: 'web',
      address: 'https://portal.example/file?id=7&name=a%20b.pdf&local=x',
    });
  });

  it('names a file of the machine by fingerprint and name', () => {
    expect(wantedFrom(search(localPath('0af3', 'rapport å & ä.pdf')))).toEqual({
      kind: 'local',
      fingerprint: '0af3',
      name: 'rapport å & ä.pdf',
    });
  });

  it.each(['', '?', '?file='])('asks for nothing with %j', (query) => {
    expect(wantedFrom(query)).toEqual({ kind: 'none' });
  });

  it.each(['rapport.pdf', 'javascript:alert(1)', 'data:application/pdf,x', 'ftp://x.se/a.pdf'])(
    'refuses what is no address on the web: %s',
    (address) => {
      expect(wantedFrom(`?file=${address}`)).toEqual({ kind: 'refused', isFile: false, name: '' });
    },
  );

  it.each([
    ['file:///home/eva/Granskning%20av%20skola.pdf', 'Granskning av skola.pdf'],
    ['file:///C:/Rapporter/100%.pdf', '100%.pdf'],
    ['C:\\Rapporter\\rapport.pdf', 'rapport.pdf'],
    ['/home/eva/rapport.pdf#page=2', 'rapport.pdf'],
  ])('knows a file of the machine, which it may not open by itself: %s', (address, name) => {
    expect(wantedFrom(`?file=${encodeURIComponent(address)}`)).toEqual({ kind: 'refused', isFile: true, name });
  });
});

describe("the viewer's policy", () => {
  it("lets it connect to its document's site and to itself", () => {
    const policy = policyFor({
      kind: 'web',
      address: 'https://www.lillkoping.se:8443/a;b/c.pdf?x=https://elsewhere.example',
    });
    expect(policy).toMatch(/connect-src 'self' https:\/\/www\.lillkoping\.se:8443;/);
    expect(policy).not.toContain('elsewhere');
  });

  it.each([
    { kind: 'none' } as const,
    { kind: 'refused', isFile: true, name: 'https://elsewhere.example' } as const,
    { kind: 'local', fingerprint: 'x', name: 'https://elsewhere.example' } as const,
  ])('lets it connect nowhere with %j', (wanted) => {
    expect(policyFor(wanted)).toContain("connect-src 'self';");
    expect(policyFor(wanted)).not.toContain('elsewhere');
  });
});

describe('the name that a server gives a file', () => {
  it.each([
    ['inline; filename="rapport.pdf"', 'rapport.pdf'],
    ['attachment; filename=rapport.pdf; size=12', 'rapport.pdf'],
    [`inline; filename="x.pdf"; filename*=UTF-8''Granskning%20%C3%A5r.pdf`, 'Granskning år.pdf'],
    ['inline; filename="med \\"citat\\".pdf"', 'med "citat".pdf'],
    [`inline; filename*=UTF-8''100%; filename=b.pdf`, 'b.pdf'],
    ['inline', null],
    [null, null],
  ])('%j is %j', (header, name) => {
    expect(fileNameOf(header)).toBe(name);
  });
});
