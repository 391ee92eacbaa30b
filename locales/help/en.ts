import type { HelpTexts } from '.';

export const helpEn: HelpTexts = {
  sample: {
    title: 'Try it on a sample',
    about:
      'The report below is made up, but the law in it is real. What you save goes to the library, where you can remove it again.',
    steps: [
      'Click something that is highlighted in the text: a card tells what it is.',
      'Choose a tag, write a comment if you like, and save.',
      'Open the side panel. It lists all that was found in the report, and what you have saved.',
    ],
    openPanel: 'Open the side panel',
    library: 'The library',
    guide: 'Guide',
    noPanel: 'The browser did not open the side panel. Click the button of Revisionspennan in the toolbar instead.',
  },
  page: {
    guide: 'Guide',
    privacy: 'Privacy',
    windowTitle: (page: string) => `${page} – Revisionspennan`,
    contents: 'Contents',
    pages: 'Pages of Revisionspennan',
    sample: 'Try it on a sample',
    library: 'The library',
    options: 'Settings',
    otherLanguage: 'På svenska',
  },
};
