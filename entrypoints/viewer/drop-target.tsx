import { useEffect, useState } from 'preact/hooks';
import { mayBePdf, openChosen } from './choose-file';
import { useTexts, useViewer } from './context';

/** Lets PDF files be dropped anywhere in the window. */
export function DropTarget() {
  const viewer = useViewer();
  const { start } = useTexts();
  const [isOver, setOver] = useState(false);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const over = (event: DragEvent) => {
      if (!mayBePdf(event.dataTransfer)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      const isPdf = file.type === 'application/pdf' || /\.pdf$/i.test(file.name);
      setRefused(!isPdf);
      if (isPdf) void openChosen(viewer, file);
    };
    addEventListener('dragover', over, { signal });
    addEventListener('dragleave', leave, { signal });
    addEventListener('drop', drop, { signal });
    return () => listening.abort();
  }, [viewer]);
  return (
    <>
      {isOver && <div class="drop-target">{start.drop}</div>}
      <p class="refused" role="alert">
        {isRefused ? start.notPdf : ''}
      </p>
    </>
  );
}
