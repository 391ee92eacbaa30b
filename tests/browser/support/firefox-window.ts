import type { ExtensionBrowser } from './launch';

/**
 * Firefox's own window, which no page and no driver of pages reaches: its toolbar and its questions. WebDriver BiDi gives
 * it to drivers of a browser that was started with `--remote-allow-system-access`, as ours is.
 */

interface Connection {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
}
interface Tree {
  contexts: { context: string }[];
}
interface Evaluated {
  type: 'success' | 'exception';
  result?: { value?: unknown };
  exceptionDetails?: { text: string };
}

/** Runs a script in the browser's window. @returns its value, a string, number or boolean */
async function evaluate({ browser }: ExtensionBrowser, expression: string): Promise<unknown> {
  const { connection } = browser as unknown as { connection: Connection };
  const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as Tree;
  const answer = await connection.send('script.evaluate', {
    expression,
    target: { context: tree.contexts[0]?.context },
    awaitPromise: true,
  });
  const { type, result, exceptionDetails } = answer.result as Evaluated;
  if (type === 'exception') throw new Error(exceptionDetails?.text);
  return result?.value;
}

/** Does what a click on the extension's toolbar button does, in the tab that is in front. */
export async function clickToolbarButton(extension: ExtensionBrowser): Promise<void> {
  const host = new URL(extension.extensionUrl('')).hostname;
  await evaluate(
    extension,
    `(async () => {
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const policy = WebExtensionPolicy.getByHostname('${host}');
      await ExtensionParent.apiManager.asyncLoadModule('browserAction');
      await ExtensionParent.apiManager.global.browserActionFor(policy.extension).triggerAction(window);
    })()`,
  );
}

/** Waits for the browser's question whether the extension may read a site, and answers it. @returns what it asks */
export async function answerQuestion(extension: ExtensionBrowser, answer: 'allow' | 'deny'): Promise<string> {
  for (let waited = 0; waited < 10_000; waited += 200) {
    const asked = await evaluate(
      extension,
      `(() => {
        const shown = document.querySelector('#addon-webext-permissions-notification');
        if (!shown || PopupNotifications.panel.state !== 'open') return '';
        return shown.textContent.trim() || shown.getAttribute('label') || 'asked';
      })()`,
    );
    if (typeof asked === 'string' && asked !== '') {
      const button = answer === 'allow' ? 'button' : 'secondaryButton';
      // Firefox takes no click for half a second, so that nobody answers by accident.
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await evaluate(extension, `PopupNotifications.panel.firstElementChild.${button}.click(), true`);
      return asked;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('Firefox asked nothing within ten seconds.');
}

/** Does what the keys of one of the extension's commands do: Alt+Shift and this letter. */
export async function pressExtensionKeys(extension: ExtensionBrowser, letter: string): Promise<void> {
  await evaluate(
    extension,
    `(() => {
      const keys = [...document.querySelectorAll('keyset[id^="ext-keyset"] key')];
      const own = keys.find((key) => key.getAttribute('key')?.toUpperCase() === '${letter}');
      if (!own) throw new Error('No command has these keys: ' + keys.map((key) => key.outerHTML).join());
      own.doCommand();
      return true;
    })()`,
  );
}
