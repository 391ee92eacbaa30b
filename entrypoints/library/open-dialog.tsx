import type { Library } from '../../storage/library';
import { ExportDialog } from './export-dialog';
import type { DialogName } from './header';
import { ImportDialog } from './import-dialog';
import { SetsDialog } from './sets-dialog';
import { StorageDialog } from './storage-dialog';
import { TagsDialog } from './tags-dialog';
import type { Vocabulary } from './use-vocabulary';

interface OpenDialogProps {
  name: DialogName;
  library: Library;
  vocabulary: Vocabulary;
  /** Ids of the annotations that are chosen. */
  chosen: readonly string[];
  /** Ids of what search and filters let through. */
  found: readonly string[];
  isFiltered: boolean;
  onDialog(name: DialogName | null): void;
}

/** The window that was asked for. */
export function OpenDialog(props: OpenDialogProps) {
  const { name, library, vocabulary, chosen, found, isFiltered, onDialog } = props;
  const close = () => onDialog(null);
  switch (name) {
    case 'sets':
      return <SetsDialog library={library} vocabulary={vocabulary} onClose={close} />;
    case 'tags':
      return <TagsDialog library={library} vocabulary={vocabulary} onClose={close} />;
    case 'export':
      return (
        <ExportDialog
          library={library}
          vocabulary={vocabulary}
          chosen={chosen}
          found={found}
          isFiltered={isFiltered}
          onClose={close}
        />
      );
    case 'import':
      return <ImportDialog vocabulary={vocabulary} onClose={close} />;
    case 'storage':
      return <StorageDialog library={library} onRestore={() => onDialog('import')} onClose={close} />;
  }
}
