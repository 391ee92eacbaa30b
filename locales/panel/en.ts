import type { PanelTexts } from './index';

/** A number with its thousands apart: `110,000`. */
const grouped = (count: number) => count.toLocaleString('en');

/** The number with the right form of the word. */
const counted = (count: number, one: string, other: string) => `${grouped(count)} ${count === 1 ? one : other}`;

export const panelEn: PanelTexts = {
  profile: {
    label: 'About the document',
    unsure: (count) => `${counted(count, 'fact', 'facts')} to check`,
    title: 'Title',
    municipality: 'Municipality or region',
    auditor: 'Auditor',
    date: 'Date',
    kind: 'Kind of document',
    diaryNumber: 'Diary number',
    kinds: {
      report: 'Audit report',
      missive: 'Missive',
      response: 'Response',
      minutes: 'Minutes',
      'follow-up': 'Follow-up',
    },
    missing: 'Not found in the text',
    none: 'None',
    outside: "Not in the text: taken from the address, the file's name or the page's own data.",
    several: 'The document names several audit firms.',
    unlabelled: 'The document does not call it a diary number.',
    corrected: 'Corrected by you.',
    documentSays: (words) => `The document says: ${words}`,
    documentIsSilent: 'The document says nothing.',
    asDocument: 'As the document says',
    asDocumentFor: (field) => `${field}: as the document says`,
    edit: 'Correct these facts',
    editHint:
      "What you correct is kept with the document. An empty field means that there is none; without a date the document's own holds.",
    save: 'Save corrections',
    cancel: 'Cancel',
    done: 'The facts are corrected',
    restored: 'The fact is as the document says',
    unchanged: 'Nothing was changed',
  },
  law: {
    dated: (date) => `Dated ${date}:`,
    estimated: (date) =>
      `No date was found; the text suggests about ${date}. Correct the date if the wrong law is given:`,
    undated: 'No date was found. Correct the date if the wrong law is given:',
    inForce: (name, sfs) => `${name} means ${sfs}, in force then`,
    newest: (name, sfs) => `${name} was read as ${sfs}, the newest`,
    numbered: (name, sfs) => `${name} means ${sfs}, as the document states`,
    unsure: (name, sfs) => `${name} was read as ${sfs}, not certain`,
    repealed: (date) => `repealed ${date}`,
    more: (count) => `Show ${counted(count, 'more law', 'more laws')}`,
    fewer: 'Show fewer laws',
  },
  repeat: {
    kept: 'Repetition, already saved',
    earlier: 'Repetition',
    law: 'Provision already saved',
  },
  saveAll: {
    citation: (count) => `Save all provisions (${grouped(count)})`,
    recommendation: (count) => `Save all recommendations (${grouped(count)})`,
    citationDone: 'All provisions are saved',
    recommendationDone: 'All recommendations are saved',
    progress: (done, total) => `Saving ${grouped(done)} of ${grouped(total)}`,
    saved: (count, set) => `${counted(count, 'annotation', 'annotations')} saved in ${set}`,
    repeats: (found, repeats) =>
      `${grouped(repeats)} of ${grouped(found)} recommendations ${repeats === 1 ? 'is a repetition' : 'are repetitions'}. Each is saved once.`,
    already: (count) => `${grouped(count)} already there`,
    repeated: (count) => `${grouped(count)} of them printed more than once, saved once`,
    all: 'Save all',
    short: {
      citation: (count) => `provisions (${grouped(count)})`,
      recommendation: (count) => `recommendations (${grouped(count)})`,
    },
    stop: 'Cancel',
    stopped: 'the rest was cancelled',
    failed: (count, why) => `${counted(count, 'annotation was', 'annotations were')} saved, the rest was not. ${why}`,
    undone: (count) => `${counted(count, 'annotation', 'annotations')} removed again`,
  },
  set: {
    label: 'Save in',
    section: 'Set',
    chosen: (name) => `New annotations now go to ${name}`,
  },
  filter: {
    tag: 'Tag',
    allTags: 'All',
    untagged: 'Without tags',
    review: 'To be settled',
    nothing: 'Nothing here matches the choice.',
    showAll: 'Show all',
  },
  exportMenu: 'Export',
  moreFormats: 'Excel, Word and more …',
  exportSetGone: (name, next) =>
    next === undefined
      ? `The set “${name}” was deleted. There is no other to export.`
      : `The set “${name}” was deleted. “${next}” is chosen now: press again to export it.`,
  limited: (shown, total) => `The first ${shown} of ${total} are shown.`,
  keys: 'Arrow keys move between the rows. Keys 1–9 set tags on the row.',
  tagged: (tag) => `The tag ${tag} is set`,
  untagged: (tag) => `The tag ${tag} is removed`,
  noTagOnKey: (key) => `There is no tag on key ${key}.`,
  unreadable: (count) =>
    `${counted(count, 'saved annotation', 'saved annotations')} of this document could not be read. Nothing is deleted: the library can save them to a file, under Storage.`,
  dismiss: 'Close the message',
  revoked: (site) =>
    `You have taken away the permission to read ${site}. What you have saved is still there. The page is not read by itself when it is reloaded.`,
  allowAgain: 'Allow again',
  onlyNow: 'Read this time only.',
  unread: {
    pageTitle: 'The page is not being read',
    page: 'It can be read now. If Revisionspennan has just been updated, the page is read anew; what you have saved is still there.',
    read: 'Read the page',
    notAllowedTitle: 'Revisionspennan may not read this page',
    notAllowed: 'Click the Revisionspennan button in the toolbar to have this page read.',
    notAllowedKeys: (keys) =>
      `Click the Revisionspennan button in the toolbar, or press ${keys}, to have this page read.`,
    orAlways: 'Or let it read by itself:',
    allowSite: (site) => `Always on ${site}`,
    allowMunicipal: 'Municipalities and regions',
    moreChoices: 'More choices in the settings',
    refused: 'Nothing was changed: the browser gave no permission.',
    browserPageTitle: "One of the browser's own pages",
    browserPage: 'No extension can read it. Open an audit report on the web, or a PDF file.',
    ownPageTitle: 'No document is open',
    ownPage: 'Open an audit report on the web, or a PDF file.',
    pdfTitle: "A PDF file in the browser's viewer",
    pdf: 'Revisionspennan cannot reach the text there. Open the file in Revisionspennan to have it read.',
    openPdf: 'Open in Revisionspennan',
    loading: 'The page is loading …',
    choosePdf: 'Open a PDF file',
    emptyTitle: 'No text to read',
    empty:
      'The page has no text, or shows it in a frame that is not read. If it is a document, open it by itself or as a PDF file.',
  },
};
