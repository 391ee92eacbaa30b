import { useId, useState } from 'preact/hooks';
import { useLibraryTexts } from './texts';

/** Files of these endings are offered first; others can be chosen all the same. */
const ACCEPTED = '.jsonld,.json,.gz,.csv,.txt,.tsv';

/** A file to choose, or to drop. */
export function FileDrop({ name, onFile }: { name: string | undefined; onFile(file: File): void }) {
  const texts = useLibraryTexts();
  const id = useId();
  const [isOver, setOver] = useState(false);
  return (
    <fieldset
      class={isOver ? 'file-drop over' : 'file-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer?.files[0];
        if (file) onFile(file);
      }}
    >
      <legend class="unseen">{texts.chooseFile}</legend>
      <label for={id}>{name === undefined ? texts.chooseOrDrop : texts.fileChosen(name)}</label>
      <input
        id={id}
        type="file"
        accept={ACCEPTED}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onFile(file);
        }}
      />
    </fieldset>
  );
}
