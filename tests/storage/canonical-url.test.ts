import { describe, expect, it } from 'vitest';
import { canonicalUrl, urlKey } from '../../storage/canonical-url';

describe('addresses of one document', () => {
  it.each([
    ['http and https', 'http://bjorkfors.se/a', 'https://bjorkfors.se/a'],
    ['www', 'https://www.bjorkfors.se/a', 'https://bjorkfors.se/a'],
    ['trailing slash', 'https://bjorkfors.se/a/', 'https://bjorkfors.se/a'],
    ['the bare host', 'https://bjorkfors.se', 'http://www.bjorkfors.se/'],
    ['fragment', 'https://bjorkfors.se/a#sida-5', 'https://bjorkfors.se/a'],
    ['text fragment', 'https://bjorkfors.se/a#:~:text=n%C3%A4mnden', 'https://bjorkfors.se/a'],
    ['upper-case host', 'https://WWW.Bjorkfors.SE/a', 'https://bjorkfors.se/a'],
    ['default port', 'https://bjorkfors.se:443/a', 'https://bjorkfors.se/a'],
    ['campaign parameters', 'https://bjorkfors.se/a?utm_source=x&utm_medium=y', 'https://bjorkfors.se/a'],
    ['click ids', 'https://bjorkfors.se/a?fbclid=1&gclid=2&msclkid=3', 'https://bjorkfors.se/a'],
    ['tracking beside content', 'https://bjorkfors.se/a?id=7&utm_campaign=z', 'https://bjorkfors.se/a?id=7'],
    ['order of parameters', 'https://bjorkfors.se/a?b=2&a=1', 'https://bjorkfors.se/a?a=1&b=2'],
    ['escaped å ä ö', 'https://bjorkfors.se/n%C3%A4mnd', 'https://bjorkfors.se/nämnd'],
    ['case of escapes', 'https://bjorkfors.se/n%c3%a4mnd', 'https://bjorkfors.se/n%C3%A4mnd'],
    ['composed and decomposed', 'https://bjorkfors.se/a%CC%8Ar.pdf', 'https://bjorkfors.se/%C3%A5r.pdf'],
    ['punycode', 'https://xn--malm-8qa.se/a', 'https://malmö.se/a'],
    ['credentials', 'https://anna:x@bjorkfors.se/a', 'https://bjorkfors.se/a'],
    ['escaped space', 'https://bjorkfors.se/en%20rapport.pdf', 'https://bjorkfors.se/en rapport.pdf'],
  ])('are equal in spite of %s', (_, one, other) => {
    expect(urlKey(one)).toBeDefined();
    expect(urlKey(one)).toBe(urlKey(other));
  });

  it.each([
    ['content parameter', 'https://bjorkfors.se/visa?id=1', 'https://bjorkfors.se/visa?id=2'],
    ['parameter or none', 'https://bjorkfors.se/visa?id=1', 'https://bjorkfors.se/visa'],
    ['node address', 'https://bjorkfors.se/1?sv.url=12.4a', 'https://bjorkfors.se/1?sv.url=12.4b'],
    ['path', 'https://bjorkfors.se/a', 'https://bjorkfors.se/b'],
    ['case of path', 'https://bjorkfors.se/A', 'https://bjorkfors.se/a'],
    ['å and a', 'https://bjorkfors.se/r%C3%A5d', 'https://bjorkfors.se/rad'],
    ['sub-domain', 'https://moten.bjorkfors.se/a', 'https://bjorkfors.se/a'],
    ['port', 'http://127.0.0.1:8001/a', 'http://127.0.0.1:8002/a'],
    ['escaped slash', 'https://bjorkfors.se/a%2Fb', 'https://bjorkfors.se/a/b'],
    ['escaped question mark', 'https://bjorkfors.se/a%3Fb', 'https://bjorkfors.se/a?b'],
    ['local files', 'file:///C:/a.pdf', 'file:///C:/b.pdf'],
  ])('differ by %s', (_, one, other) => {
    expect(urlKey(one)).not.toBe(urlKey(other));
  });

  it('are compared as written where escapes are Latin-1', () => {
    expect(urlKey('https://bjorkfors.se/n%E4mnd')).toBe(urlKey('http://www.bjorkfors.se/n%E4mnd'));
    expect(urlKey('https://bjorkfors.se/n%E4mnd')).not.toBe(urlKey('https://bjorkfors.se/n%F6mnd'));
  });

  it.each([
    '',
    'rapport.pdf',
    'about:blank',
    'data:text/html,x',
    'blob:https://bjorkfors.se/0',
    'javascript:alert(1)',
    'https://',
  ])('that cannot be opened again have no key: %j', (url) => {
    expect(canonicalUrl(url)).toBeUndefined();
    expect(urlKey(url)).toBeUndefined();
  });
});

describe('the address that is kept', () => {
  it('still opens the page: protocol, www, slash and parameters stay', () => {
    expect(canonicalUrl('http://www.bjorkfors.se/a/?b=2&a=1&utm_source=x#del')).toBe(
      'http://www.bjorkfors.se/a/?b=2&a=1',
    );
  });

  it('keeps a query without tracking letter by letter', () => {
    expect(canonicalUrl('https://bjorkfors.se/?q=n%c3%a4mnd+x&flag')).toBe('https://bjorkfors.se/?q=n%c3%a4mnd+x&flag');
  });

  it('holds no password', () => {
    expect(canonicalUrl('https://anna:hemligt@bjorkfors.se/a')).toBe('https://bjorkfors.se/a');
  });
});
