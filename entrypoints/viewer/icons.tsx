/** Signs of the toolbar's buttons, as paths in a square of 20. Each button has its name besides. */
const PATHS = {
  pane: 'M3 4h14v12H3zM8 4v12',
  find: 'M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4zM12.6 12.6 17 17',
  up: 'M4 12.5 10 7l6 5.5',
  down: 'M4 7.5 10 13l6-5.5',
  minus: 'M4 10h12',
  plus: 'M4 10h12M10 4v12',
  rotate: 'M15.5 11A5.8 5.8 0 1 1 14 6.2M14 3v3.4h-3.4',
  print: 'M6 8V3h8v5M6 14H3V8h14v6h-3M6 12h8v5H6z',
  save: 'M10 3v9M6 8.5l4 4 4-4M4 16h12',
  more: 'M10 4.6v.1M10 10v.1M10 15.4v.1',
  close: 'M5 5l10 10M15 5 5 15',
  collapsed: 'M8 5l5 5-5 5',
  expanded: 'M5 8l5 5 5-5',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
