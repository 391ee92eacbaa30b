import { getSettings } from '../../storage/settings';
import { viewerPath } from '../viewer/address';

/**
 * Sends PDF files of the sites that the user has granted to the viewer, where the browser can tell them by their
 * response's headers: Chrome 128 and newer. Firefox has nothing of the kind. Called by the background and the viewer.
 */
const REDIRECT_RULE = 1;
/** Rules of single tabs that may show one file in the browser's own viewer; session rules, told apart by the tab. */
const FIRST_TAB_RULE = 1000;

type Rule = Browser.declarativeNetRequest.Rule;

const MAIN_FRAME = 'main_frame' as Browser.declarativeNetRequest.ResourceType;

/** The rules as Chrome 128 knows them; the types do not have its conditions on headers. */
interface HeaderCondition {
  responseHeaders: { header: string; values: string[] }[];
  excludedResponseHeaders?: { header: string; values: string[] }[];
}

const PDF_HEADERS: HeaderCondition = {
  responseHeaders: [{ header: 'content-type', values: ['application/pdf', 'application/pdf;*'] }],
  // What the site wants saved stays a download.
  excludedResponseHeaders: [{ header: 'content-disposition', values: ['attachment*'] }],
};

function redirectRule(): Rule {
  const condition = {
    regexFilter: '^https?://.*',
    resourceTypes: [MAIN_FRAME],
    requestMethods: ['get'],
    ...PDF_HEADERS,
  };
  return {
    id: REDIRECT_RULE,
    priority: 1,
    action: {
      type: 'redirect' as Rule['action']['type'],
      redirect: { regexSubstitution: `${browser.runtime.getURL('/')}${viewerPath('')}\\0` },
    },
    condition: condition as Rule['condition'],
  };
}

/** Whether the browser understands conditions on response headers; one that does not would drop them and send every page. */
export async function canOpenPdfsByThemselves(): Promise<boolean> {
  const rules = browser.declarativeNetRequest as typeof browser.declarativeNetRequest | undefined;
  if (!rules?.updateSessionRules || !import.meta.env.CHROME) return false;
  const id = FIRST_TAB_RULE - 1;
  const condition = { urlFilter: '|https://revisionspennan.invalid/', resourceTypes: [MAIN_FRAME], ...PDF_HEADERS };
  try {
    await rules.updateSessionRules({
      removeRuleIds: [id],
      addRules: [
        { id, action: { type: 'block' as Rule['action']['type'] }, condition: condition as Rule['condition'] },
      ],
    });
    const kept = (await rules.getSessionRules()).find((rule) => rule.id === id);
    await rules.updateSessionRules({ removeRuleIds: [id] });
    return kept !== undefined && 'responseHeaders' in kept.condition;
  } catch {
    return false;
  }
}

/** Puts the rule in force or takes it away, as the settings say. The browser applies it to granted sites only. */
export async function keepPdfsHere(): Promise<void> {
  if (!(await canOpenPdfsByThemselves())) return;
  const { openPdfsHere } = await getSettings();
  await browser.declarativeNetRequest.updateDynamicRules({
    removeRuleIds: [REDIRECT_RULE],
    addRules: openPdfsHere ? [redirectRule()] : [],
  });
}

/** Lets one tab show one address as it is, until the browser is closed. */
export async function letThrough(tabId: number, address: string): Promise<void> {
  if (!(await canOpenPdfsByThemselves())) return;
  const id = FIRST_TAB_RULE + (tabId % 1_000_000);
  const url = address.replace(/#.*/, '');
  await browser.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [id],
    addRules: [
      {
        id,
        priority: 2,
        action: { type: 'allow' as Rule['action']['type'] },
        condition: {
          urlFilter: `|${url}|`,
          isUrlFilterCaseSensitive: true,
          tabIds: [tabId],
          resourceTypes: [MAIN_FRAME],
        },
      },
    ],
  });
}
