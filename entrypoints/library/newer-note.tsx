import type { FormValues } from '../../components/annotation-form';
import { NewerNote as SharedNote } from '../../components/newer-note';
import { useLibraryTexts } from './texts';

interface NewerNoteProps {
  /** What is stored now. */
  stored: FormValues;
  onKeep(): void;
  onTake(): void;
}

/** What somebody else stored while the person was typing; what is typed stays a draft until it is saved. */
export function NewerNote(props: NewerNoteProps) {
  const texts = useLibraryTexts();
  const words = { changed: texts.changedWhileTyping, keep: texts.keepTyped, take: texts.takeStored };
  return <SharedNote {...props} words={words} />;
}
