import { useTexts, useViewer, useViewerState } from './context';
import { FITS } from './state';

const SCALES = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];
const CUSTOM = 'custom';

export function ZoomSelect() {
  const { pages } = useViewer();
  const { bar } = useTexts();
  const isReading = useViewerState(({ stage }) => stage === 'reading');
  const fit = useViewerState((state) => state.fit);
  const scale = useViewerState((state) => state.scale);
  const isOwn = !fit && !SCALES.includes(scale);
  return (
    <select
      class="zoom-select"
      aria-label={bar.zoom}
      disabled={!isReading}
      value={fit || (isOwn ? CUSTOM : String(scale))}
      onChange={(event) => {
        pages.viewer.currentScaleValue = event.currentTarget.value;
      }}
    >
      {FITS.map((each) => (
        <option key={each} value={each}>
          {bar.fits[each]}
        </option>
      ))}
      {isOwn && (
        <option value={CUSTOM} disabled>
          {bar.percent(String(Math.round(scale * 100)))}
        </option>
      )}
      {SCALES.map((each) => (
        <option key={each} value={String(each)}>
          {bar.percent(String(each * 100))}
        </option>
      ))}
    </select>
  );
}
