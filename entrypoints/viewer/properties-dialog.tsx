import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useTexts, useViewer, useViewerState } from './context';
import { type Property, propertiesOf } from './properties';

/** What the document says of itself, over the pages. Escape closes it. */
export function PropertiesDialog() {
  const isShown = useViewerState((state) => state.isShowingProperties);
  return isShown ? <Properties /> : null;
}

function Properties() {
  const viewer = useViewer();
  const texts = useTexts();
  const [properties, setProperties] = useState<readonly Property[] | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => viewer.state.set({ isShowingProperties: false });
  useEffect(() => {
    const { pdf, source, state } = viewer;
    const { fileName, page } = state.get();
    const language = document.documentElement.lang;
    if (pdf && source)
      void propertiesOf(pdf, { fileName, size: source.length, page, texts, language }).then(setProperties);
  }, [viewer, texts]);
  useLayoutEffect(() => {
    if (properties) dialog.current?.showModal();
  }, [properties]);
  if (!properties) return null;
  return (
    <dialog ref={dialog} class="properties" aria-labelledby="properties-title" onClose={close}>
      <h2 id="properties-title">{texts.properties.title}</h2>
      <dl>
        {properties.map(([name, value]) => (
          <div key={name}>
            <dt>{texts.properties.names[name]}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" class="primary">
          {texts.properties.close}
        </button>
      </form>
    </dialog>
  );
}
