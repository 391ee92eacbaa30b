import type { Library } from '../../storage/library';
import type { DialogName } from './header';
import { SetsDialog } from './sets-dialog';
import { TagsDialog } from './tags-dialog';
import type { Vocabulary } from './use-vocabulary';

interface OpenDialogProps {
  name: DialogName;
  library: Library;
  version: number;
  vocabulary: Vocabulary;
  /** Ids of the annotations that are chosen. */
  chosen: readonly string[];
  /** Ids of what search and filters let through. */
  found: readonly string[];
  isFiltered: boolean;
  onCreateSet(name: string): Promise<string | null>;
  onDialog(name: DialogName | null): void;
}

/** The window that was asked for. */
export function OpenDialog({ name, vocabulary, version, onCreateSet, onDialog }: OpenDialogProps) {
  const close = () => onDialog(null);
  switch (name) {
    case 'sets':
      return <SetsDialog vocabulary={vocabulary} version={version} onCreateSet={onCreateSet} onClose={close} />;
    case 'tags':
      return <TagsDialog vocabulary={vocabulary} version={version} onClose={close} />;
    default:
      return null;
  }
}
