import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testBuild } from './support/build';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import { broken, locked, long, PASSWORD, report, truncated } from './support/pdf/pdf-files';
import { type PdfServer, startPdfServer } from './support/pdf/pdf-server';
import { control, failureText, openViewer, waitForText, wordsOf } from './support/pdf/viewer-page';

let server: PdfServer;
let extension: ExtensionBrowser;
let page: Page;

const html = Buffer.from('<!DOCTYPE html><html><head><title>Logga in</title></head><body>Logga in</body></html>');

describe.each(['chromium', 'firefox'] as const)('documents that cannot be read, in %s', (name) => {
  beforeAll(async () => {
    server = await startPdfServer();
    server.serve('/empty.pdf', { bytes: Buffer.alloc(0) });
    server.serve('/login.pdf', { bytes: html });
    server.serve('/login-honest.pdf', { bytes: html, type: 'text/html' });
    server.serve('/picture.pdf', { bytes: Buffer.from('\x89PNG\r\n\x1a\n'.repeat(50), 'latin1') });
    server.serve('/broken.pdf', { bytes: broken() });
    server.serve('/cut.pdf', { bytes: report().subarray(0, 120) });
    server.serve('/forbidden.pdf', { bytes: html, status: 403, type: 'text/html' });
    server.serve('/login-wanted.pdf', { bytes: html, status: 401, type: 'text/html' });
    server.serve('/gone.pdf', { bytes: html, status: 410, type: 'text/html' });
    server.serve('/error.pdf', { bytes: html, status: 500, type: 'text/html' });
    server.serve('/half.pdf', { bytes: report(), ranges: false, stopsAfter: { bytes: 3000, closes: true } });
    server.serve('/truncated.pdf', { bytes: truncated() });
    server.serve('/locked.pdf', { bytes: locked() });
    extension = await launchWithExtension(name, testBuild(name));
  });
  afterAll(async () => {
    await extension?.close();
    await server?.close();
  });
  afterEach(() => page?.close().catch(() => undefined));

  it.each([
    ['/empty.pdf', 'empty', ''],
    ['/login.pdf', 'web-page', ''],
    ['/login-honest.pdf', 'web-page', ''],
    ['/picture.pdf', 'not-pdf', ''],
    ['/broken.pdf', 'broken', ''],
    ['/cut.pdf', 'truncated', ''],
    ['/forbidden.pdf', 'forbidden', '403'],
    ['/login-wanted.pdf', 'forbidden', '401'],
    ['/missing.pdf', 'missing', '404'],
    ['/gone.pdf', 'missing', '410'],
    ['/error.pdf', 'server', '500'],
    ['/half.pdf', 'stopped', ''],
  ] as const)('%s: says in one sentence that it is %s, and what can be done', async (path, code, status) => {
    page = await openViewer(extension, server.url(path));
    expect(await failureText(page)).toBe((await wordsOf(page)).failure[code]);
    expect(await page.$eval('.sheet', (sheet) => sheet.textContent)).toContain(status);
    expect((await page.$$('.sheet .actions button')).length).toBeGreaterThanOrEqual(2);
  });

  it('a server that is not there: says so, and Try again opens the file once it is', async () => {
    const late = await startPdfServer();
    const address = late.url('/report.pdf');
    await late.close();
    page = await openViewer(extension, address);
    expect(await failureText(page)).toBe((await wordsOf(page)).failure.unreachable);
  });

  it('Try again opens a file that the server gives at last', async () => {
    server.serve('/later.pdf', { bytes: html, status: 500, type: 'text/html' });
    page = await openViewer(extension, server.url('/later.pdf'));
    await failureText(page);
    server.serve('/later.pdf', { bytes: report() });
    await page.click('.sheet .primary');
    await waitForText(page, 'Sida 1:');
  });

  it('a site that is not allowed: asks for it, and says what that means', async () => {
    server.serve('/report.pdf', { bytes: report() });
    page = await openViewer(extension, server.strangeUrl('/report.pdf'));
    const words = await wordsOf(page);
    expect(await failureText(page)).toBe(words.failure['not-permitted']);
    expect(await page.$eval('.sheet .primary', (button) => button.textContent)).toBe(words.failed.allow('localhost'));
    expect(await page.$eval('.sheet', (sheet) => sheet.textContent)).toContain(words.failed.allowed);
  });

  it('an address that leads to another site: says so, and how the file comes along all the same', async () => {
    server.serve('/report.pdf', { bytes: report() });
    server.serve('/leads-on.pdf', { bytes: html, leadsTo: server.strangeUrl('/report.pdf') });
    page = await openViewer(extension, server.url('/leads-on.pdf'));
    const words = await wordsOf(page);
    expect(await failureText(page)).toBe(words.failure.elsewhere);
    expect(await page.$$eval('.sheet .primary', (all) => all.map((each) => each.textContent))).toEqual([
      words.failed.openInBrowser,
    ]);
  });

  it('an address that leads on within its site opens', async () => {
    server.serve('/report.pdf', { bytes: report() });
    server.serve('/leads-on.pdf', { bytes: html, leadsTo: '/report.pdf' });
    page = await openViewer(extension, server.url('/leads-on.pdf'));
    await waitForText(page, 'Sida 1:');
  });

  it('a cut file that shows some of its pages says that others may be missing', async () => {
    page = await openViewer(extension, server.url('/truncated.pdf'));
    await waitForText(page, 'Sida 1:');
    await page.waitForSelector('.trouble', { timeout: 10_000 });
    expect(await page.$eval('.trouble', (bar) => bar.textContent)).toContain((await wordsOf(page)).trouble.truncated);
  });

  it('a server that stops half-way: pages stay, and Try again fetches the rest', async () => {
    const bytes = long(5000, 20 * 2 ** 20);
    server.serve('/stops.pdf', { bytes });
    page = await openViewer(extension, server.url('/stops.pdf'));
    await waitForText(page, 'Sida 1:');
    expect(server.requests.filter(({ path }) => path === '/stops.pdf').some(({ range }) => range !== null)).toBe(true);
    server.serve('/stops.pdf', { bytes, stopsAfter: { bytes: 100, closes: true } });
    await page.click('#page-number');
    await page.keyboard.type('5000');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.trouble button', { timeout: 20_000 });
    expect(await page.$eval('.trouble', (bar) => bar.textContent)).toContain((await wordsOf(page)).trouble.stopped);
    server.serve('/stops.pdf', { bytes });
    await page.click('.trouble button');
    await waitForText(page, 'Sida 5000:');
  });

  it('a locked file asks for its password, says when it is wrong, and opens with the right one', async () => {
    page = await openViewer(extension, server.url('/locked.pdf'));
    await page.waitForSelector('#password');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('password');
    await page.keyboard.type('fel');
    await page.keyboard.press('Enter');
    // While the password is tried there is no question.
    await page.waitForFunction(() => document.querySelector('#password-wrong')?.textContent);
    expect(await page.$eval('#password-wrong', (each) => each.textContent)).toBe((await wordsOf(page)).password.wrong);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('password');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await waitForText(page, 'bakom lösenordet');
  });

  it('the question for a password can be left', async () => {
    page = await openViewer(extension, server.url('/locked.pdf'));
    await page.waitForSelector('#password');
    await page.click('.sheet .actions button:not(.primary)');
    expect(await failureText(page)).toBe((await wordsOf(page)).failure.cancelled);
    await page.click('.sheet .primary');
    await page.waitForSelector('#password');
    await page.keyboard.press('Escape');
    expect(await failureText(page)).toBe((await wordsOf(page)).failure.cancelled);
  });

  it('a slow file shows how much has come, and can be left', async () => {
    server.serve('/slow.pdf', { bytes: report(), ranges: false, stopsAfter: { bytes: 4000, closes: false } });
    page = await openViewer(extension, server.url('/slow.pdf'));
    await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) > 0.1);
    await page.waitForFunction(
      (words) => document.querySelector('.sheet .silent')?.textContent === words,
      { timeout: 20_000, polling: 100 },
      (await wordsOf(page)).loading.silent,
    );
    await page.click('.sheet button');
    expect(await failureText(page)).toBe((await wordsOf(page)).failure.cancelled);
  });

  it('another document can be opened after each failure', async () => {
    page = await openViewer(extension, server.url('/broken.pdf'));
    await failureText(page);
    await page.evaluate(
      (address) => location.assign(`?file=${encodeURIComponent(address)}`),
      server.url('/report.pdf'),
    );
    await waitForText(page, 'Sida 1:');
    await control(page, '0');
  });
});
