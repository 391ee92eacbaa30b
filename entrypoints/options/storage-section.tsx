import { useEffect, useState } from 'preact/hooks';
import { type Space, storageSpace } from '../../storage/space';
import { useOptionsTexts } from './texts';

/** How much is kept, how safely, and the ways to tags and backups, which the library has. */
export function StorageSection() {
  const { storage: texts, language } = useOptionsTexts();
  const [space, setSpace] = useState<Space | null>(null);
  useEffect(() => {
    void storageSpace().then(setSpace);
  }, []);
  const size = new Intl.NumberFormat(language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  return (
    <>
      <p>{texts.about}</p>
      {space?.used !== undefined && <p class="used">{texts.used(size.format(space.used / 1e6))}</p>}
      {space && <p>{space.persistent ? texts.persistent : texts.notPersistent}</p>}
      <ul class="links">
        <li>
          <a href="/library.html">{texts.library}</a>
        </li>
        <li>
          <a href="/library.html#tags">{texts.tags}</a>
        </li>
        <li>
          <a href="/library.html#storage">{texts.backup}</a>
        </li>
      </ul>
    </>
  );
}
