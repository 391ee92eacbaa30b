import type { OptionsTexts } from '.';

/** `1 site`, `2 sites`. */
const sitesOf = (count: number) => `${count} ${count === 1 ? 'site' : 'sites'}`;

export const optionsEn: OptionsTexts = {
  language: 'en',
  windowTitle: 'Settings – Revisionspennan',
  title: 'Settings of Revisionspennan',
  failed: 'The settings cannot be read or stored right now. Reload the page and try again.',
  languageTitle: 'Language',
  languageLabel: 'Language of Revisionspennan',
  languageAbout: 'Takes effect at once, also in the side panel, the library and pages that are open.',
  languages: { auto: 'As the browser', sv: 'Swedish', en: 'English' },
  sites: {
    title: 'Where Revisionspennan reads by itself',
    now: (places) => `Now reads by itself on ${places}. Other pages are read when you click.`,
    nowClick: 'Now reads only when you click the button in the toolbar.',
    nowEverywhere: 'Now reads by itself on all sites.',
    nowMunicipal: (count) => `${sitesOf(count)} of municipalities and regions`,
    nowOwn: (count) => `${sitesOf(count)} that you have chosen`,
    municipal: 'Sites of Swedish municipalities and regions',
    municipalAbout: (count) =>
      `290 municipalities and 21 regions, and the portal Netpublicator that several of them share: ${count} addresses with their subdomains. Add other vendors’ portals yourself below.`,
    allowMunicipal: 'Allow municipalities and regions',
    allowRest: 'Allow the rest',
    granted: (count, all) => `${count} of ${all} are allowed.`,
    removeMunicipal: 'Remove municipalities and regions',
    own: 'Sites that you choose',
    ownAbout: 'A site with its subdomains, for example that of an audit firm or a portal.',
    address: 'Address of the site',
    add: 'Add',
    noAddress: 'That is no web address. Write it like example.se, or paste it from the address bar.',
    remove: 'Remove',
    removeSite: (site) => `Remove ${site}`,
    everywhere: 'All sites',
    everywhereAbout: 'Every page that you open is read. What is read does not leave the computer here either.',
    allowEverywhere: 'Allow all sites',
    removeEverywhere: 'Remove all sites',
    included: 'Included already, since all sites are allowed.',
    click: 'Only when I click',
    clickAbout:
      'The button in the toolbar reads the page you are on, without any permission. This always holds where nothing else is allowed.',
    removeAll: 'Remove all permissions',
    allowed: 'Allowed. Pages that are open already are read now.',
    refused: 'Nothing was changed: the browser gave no permission.',
    removed: 'The permission is removed. Open pages forget it when they are reloaded.',
    notRemoved: 'The browser did not remove the permission. Change it in the browser’s settings for extensions.',
  },
  reading: {
    title: 'Highlights in the text',
    kindsAbout: 'What is not highlighted is in the side panel all the same. What you have saved is always highlighted.',
  },
  pdf: {
    title: 'PDF files',
    openHere: 'Open PDF files of allowed sites in Revisionspennan',
    openHereAbout: 'Other PDF files you open with the button in the toolbar, or by right-clicking the link.',
    cannotOpenHere:
      'This browser lets no extension open PDF files by itself. Open them with the button in the toolbar, or by right-clicking the link.',
    darkPages: 'Show the pages light on dark',
  },
  storage: {
    title: 'What you have saved',
    about: 'Everything is kept in the browser on this computer and is sent nowhere.',
    used: (size) => `Takes up ${size}.`,
    persistent: 'The browser keeps the annotations even when the computer runs short of space.',
    notPersistent:
      'The browser may remove the annotations if the computer runs short of space. Save a backup now and then.',
    library: 'Open the library',
    tags: 'Arrange the tags',
    backup: 'Storage and backup',
  },
  welcome: {
    windowTitle: 'Welcome to Revisionspennan',
    title: 'Revisionspennan is ready to use',
    does: 'Revisionspennan reads Swedish municipal audit reports, cover letters, responses and minutes with you, and highlights statute citations, recommendations and audit questions in the text.',
    keeps:
      'What you save gets tags and comments, is found again when you come back, and can be taken out to Excel, Word and other programs.',
    stays: 'Nothing leaves the browser: there is no account, no server and no statistics.',
    choose: 'Choose where it reads by itself',
    chooseAbout:
      'You need not choose anything. The browser asks you before anything is allowed, and you can change your mind at any time in the settings. It says “read and change” or “access your data”, as for every extension: Revisionspennan reads, and changes nothing on the pages.',
    begin: 'How to begin',
    beginAbout:
      'Open an audit report, as a web page or a PDF file, and click the button of Revisionspennan in the toolbar. Then click a highlight in the text, or select text yourself.',
    pin: 'Is the button not in sight? It is behind the puzzle piece in the toolbar. There you can pin it, too.',
    options: 'All settings',
    openViewer: 'Open a PDF file',
    sample: 'Try it on a sample',
    guide: 'Read the guide',
    privacy: 'How what you read and save is protected',
  },
  help: {
    title: 'Help',
    guide: 'Guide',
    sample: 'Try it on a sample',
    privacy: 'Privacy',
  },
};
