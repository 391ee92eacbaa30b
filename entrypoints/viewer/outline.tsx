import { useEffect, useState } from 'preact/hooks';
import { useTexts, useViewer } from './context';
import { Icon } from './icons';
import type { PDFDocumentProxy } from './pdfjs';

type OutlineItem = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];

/** The document's own table of contents. */
export function Outline() {
  const { pdf } = useViewer();
  const { pane } = useTexts();
  const [items, setItems] = useState<OutlineItem[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    // pdf.js gives null for a document without one; a broken one counts as none.
    void pdf
      ?.getOutline()
      .catch(() => null)
      .then((found: OutlineItem[] | null) => isCurrent && setItems(found ?? []));
    return () => {
      isCurrent = false;
    };
  }, [pdf]);
  if (items === null) return null;
  if (items.length === 0) return <p class="hint">{pane.noOutline}</p>;
  return (
    <div class="outline">
      <OutlineList items={items} />
    </div>
  );
}

function OutlineList({ items }: { items: OutlineItem[] }) {
  return (
    <ul>
      {items.map((item, index) => (
        <OutlineEntry key={index} item={item} />
      ))}
    </ul>
  );
}

function OutlineEntry({ item }: { item: OutlineItem }) {
  const { pages } = useViewer();
  const { pane } = useTexts();
  const hasParts = item.items.length > 0;
  // A negative count says that the entry is closed at first (ISO 32000-2, 12.3.3).
  const [isOpen, setOpen] = useState(!(item.count !== undefined && item.count < 0));
  return (
    <li>
      <span class="outline-entry">
        {hasParts && (
          <button
            type="button"
            class="outline-toggle"
            aria-expanded={isOpen}
            aria-label={pane.expand(item.title)}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name={isOpen ? 'expanded' : 'collapsed'} />
          </button>
        )}
        {item.url ? (
          <a href={item.url} target="_blank" rel="noopener noreferrer nofollow">
            {item.title}
          </a>
        ) : (
          <button type="button" class="outline-title" onClick={() => void goTo(item)}>
            {item.title}
          </button>
        )}
      </span>
      {hasParts && isOpen && <OutlineList items={item.items} />}
    </li>
  );

  async function goTo({ dest, action }: OutlineItem & { action?: string }): Promise<void> {
    if (dest) await pages.links.goToDestination(dest);
    else if (action) pages.links.executeNamedAction(action);
  }
}
