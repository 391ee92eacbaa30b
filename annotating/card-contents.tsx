import type { ComponentChild } from 'preact';
import { TextsProvider } from '../components/texts';
import type { Texts } from '../locales';
import { Card, type CardProps } from './card';
import type { OpenReading } from './document-source';
import { HelpCard, type HelpCardProps } from './help-card';
import { SelectionButton, type SelectionButtonProps } from './selection-button';

export { cardProps } from './card-props';

/** What is shown beside a text, worded; apart from {@link CardOpener}, so that it is fetched when it is first needed. */
export function card<Reading extends OpenReading>(props: CardProps<Reading>, texts: Texts): ComponentChild {
  return (
    <TextsProvider value={texts}>
      <Card {...props} />
    </TextsProvider>
  );
}

export function selectionButton(props: SelectionButtonProps, texts: Texts): ComponentChild {
  return (
    <TextsProvider value={texts}>
      <SelectionButton {...props} />
    </TextsProvider>
  );
}

export function help(props: HelpCardProps, texts: Texts): ComponentChild {
  return (
    <TextsProvider value={texts}>
      <HelpCard {...props} />
    </TextsProvider>
  );
}
