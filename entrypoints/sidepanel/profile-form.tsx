import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { municipalities, regions } from '../../data/municipalities';
import { PROFILE_FIELDS } from '../../detection/corrected-profile';
import type { DocumentKind, DocumentProfile, ProfileCorrections } from '../../detection/types';
import { usePanelTexts } from './texts';

type Values = Record<(typeof PROFILE_FIELDS)[number], string>;

const KINDS: readonly DocumentKind[] = ['report', 'missive', 'response', 'minutes', 'follow-up'];
/** The store's limit for a field, UTF-16 units. */
const LONGEST = 1000;

interface ProfileFormProps {
  profile: DocumentProfile;
  /** As the document itself has it. */
  own: DocumentProfile;
  onSave(corrections: ProfileCorrections): Promise<void>;
  onCancel(): void;
}

/** Every field of the profile to set right. */
export function ProfileForm({ profile, own, onSave, onCancel }: ProfileFormProps) {
  const { profile: texts } = usePanelTexts();
  const id = useId();
  const [values, setValues] = useState<Values>(() => valuesOf(profile));
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, []);
  const change = (field: keyof Values, value: string) => setValues((before) => ({ ...before, [field]: value }));

  return (
    <form
      class="profile-form"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void onSave(correctionsFrom(values, own));
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <p class="hint" id={`${id}-hint`}>
        {texts.editHint}
      </p>
      {PROFILE_FIELDS.map((field) => (
        <div class="field" key={field}>
          <label for={`${id}-${field}`}>{texts[field]}</label>
          {field === 'kind' ? (
            <select
              id={`${id}-${field}`}
              value={values.kind}
              onChange={(event) => change(field, event.currentTarget.value)}
            >
              <option value="">{texts.missing}</option>
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {texts.kinds[kind]}
                </option>
              ))}
            </select>
          ) : field === 'title' ? (
            <textarea
              id={`${id}-${field}`}
              rows={2}
              lang="sv"
              maxLength={LONGEST}
              value={values.title}
              onInput={(event) => change(field, event.currentTarget.value)}
            />
          ) : (
            <input
              id={`${id}-${field}`}
              type={field === 'date' ? 'date' : 'text'}
              max={field === 'date' ? '2999-12-31' : undefined}
              lang="sv"
              maxLength={LONGEST}
              autocomplete="off"
              list={field === 'municipality' ? `${id}-places` : undefined}
              value={values[field]}
              onInput={(event) => change(field, event.currentTarget.value)}
            />
          )}
        </div>
      ))}
      <datalist id={`${id}-places`}>
        {[...municipalities(), ...regions()].map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div class="actions">
        <button type="submit" class="primary">
          {texts.save}
        </button>
        <button type="button" onClick={onCancel}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
}

function valuesOf(profile: DocumentProfile): Values {
  return Object.fromEntries(PROFILE_FIELDS.map((field) => [field, profile[field] ?? ''])) as Values;
}

/** What differs from the document's own words; an empty field means that there is none, but for the date. */
export function correctionsFrom(values: Values, own: DocumentProfile): ProfileCorrections {
  const corrections: ProfileCorrections = {};
  for (const field of PROFILE_FIELDS) {
    const value = values[field].replace(/\s+/g, ' ').trim();
    if (value === (own[field] ?? '') || (field === 'date' && value === '')) continue;
    Object.assign(corrections, { [field]: value === '' ? null : value });
  }
  return corrections;
}
