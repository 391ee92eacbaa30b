/** Commands of the browser's keyboard that the open page carries out; their names stand in the manifest. */
export const PAGE_COMMANDS = ['next-passage', 'previous-passage', 'save-passage', 'tag-passage', 'show-help'] as const;
export type PageCommand = (typeof PAGE_COMMANDS)[number];

/** Commands that the browser itself or the background carries out. */
const OTHER_COMMANDS = ['_execute_action', '_execute_sidebar_action', 'toggle-panel', 'open-in-viewer'] as const;
export type CommandName = PageCommand | (typeof OTHER_COMMANDS)[number];

/** A command with the keys that the person has for it now, as the browser writes them ("Alt+Shift+J"); empty for none. */
export interface Shortcut {
  name: CommandName;
  keys: string;
}

/** In the order in which people are told of them. */
const ORDER: readonly CommandName[] = [...PAGE_COMMANDS, ...OTHER_COMMANDS];

/** The shortcuts among what the browser says of its commands, in their order; what is none of ours is left out. */
export function shortcutsOf(commands: readonly { name?: string; shortcut?: string }[]): Shortcut[] {
  return ORDER.flatMap((name) => {
    const command = commands.find((each) => each.name === name);
    return command ? [{ name, keys: command.shortcut ?? '' }] : [];
  });
}

export function isPageCommand(name: string): name is PageCommand {
  return PAGE_COMMANDS.some((each) => each === name);
}
