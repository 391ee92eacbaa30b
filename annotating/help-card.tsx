import { isHelpKey } from '../components/help-key';
import { HelpSheet } from '../components/help-sheet';
import { useTexts } from '../components/texts';

export interface HelpCardProps {
  /** Names of tags in the person's order: the first nine have keys. */
  tags: readonly string[];
  onClose(): void;
}

/** The sheet of shortcuts on a page of the web, where nothing else of ours is open. */
export function HelpCard({ tags, onClose }: HelpCardProps) {
  const texts = useTexts();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && !isHelpKey(event)) return;
    event.preventDefault();
    onClose();
  };
  return (
    <section class="card" role="dialog" aria-label={texts.keys.title} tabIndex={-1} onKeyDown={onKeyDown}>
      <div class="head">
        <h2>{texts.keys.title}</h2>
        <button type="button" class="close" aria-label={texts.card.close} onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <HelpSheet where="page" tags={tags} />
    </section>
  );
}
