import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { PROFILE_FIELDS } from '../../detection/corrected-profile';
import type { ProfileCorrections } from '../../detection/types';
import type { OpenDocumentState } from '../../messages/schema';
import { LawFacts } from './law-facts';
import { lawsInTime } from './laws-in-time';
import { ProfileForm } from './profile-form';
import { usePanelTexts } from './texts';

type Field = (typeof PROFILE_FIELDS)[number];

interface ProfileProps {
  state: OpenDocumentState;
  /** Keeps all that is set right. @param done what to say then; says whether it was kept */
  onCorrect(corrections: ProfileCorrections, done: string): Promise<boolean>;
}

/** What is known of the document, what of that is not sure, and the way to set it right. */
export function Profile({ state, onCorrect }: ProfileProps) {
  const { profile: texts } = usePanelTexts();
  const [isOpen, setOpen] = useState(false);
  const [isEditing, setEditing] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  // Before anything is painted, so that the focus is never lost for a moment.
  useLayoutEffect(() => {
    // The form goes; the button that opened it is there again.
    if (wasEditing.current && !isEditing) editButton.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);

  const { profile, ownProfile, profileCorrections, profileDoubts } = state;
  const laws = lawsInTime(state.passages.map(({ passage }) => passage));
  const isUnsure = (field: Field) => profileCorrections[field] === undefined && profileDoubts[field] !== undefined;
  const unsure = PROFILE_FIELDS.filter(isUnsure).length + (profile.date === undefined ? 1 : 0);
  const shown = (field: Field) => (field === 'kind' ? profile.kind && texts.kinds[profile.kind] : profile[field]);
  const own = (field: Field) =>
    field === 'kind' ? ownProfile.kind && texts.kinds[ownProfile.kind] : ownProfile[field];
  const names = [profile.municipality, profile.auditor, profile.date].filter(Boolean).join(' · ');
  const kind = shown('kind');

  const restore = async (field: Field) => {
    const { [field]: _, ...rest } = profileCorrections;
    if (await onCorrect(rest, texts.restored)) editButton.current?.focus();
  };

  return (
    <section class="profile" aria-label={texts.label}>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span class="line">
            <span lang="sv">{names}</span>
            {names && kind ? ` · ${kind}` : (kind ?? (names ? '' : texts.label))}
          </span>
          {unsure > 0 && <span class="doubt">{texts.unsure(unsure)}</span>}
        </summary>
        {isEditing ? (
          <ProfileForm
            profile={profile}
            own={ownProfile}
            onCancel={() => setEditing(false)}
            onSave={async (corrections) => {
              if (await onCorrect(corrections, texts.done)) setEditing(false);
            }}
          />
        ) : (
          <>
            <dl>
              {PROFILE_FIELDS.map((field) => (
                <div key={field} data-field={field}>
                  <dt>{texts[field]}</dt>
                  <dd>
                    <span class={shown(field) ? undefined : 'missing'} lang={shown(field) ? 'sv' : undefined}>
                      {shown(field) || (profileCorrections[field] === null ? texts.none : texts.missing)}
                    </span>
                    {isUnsure(field) && <span class="doubt">{texts[profileDoubts[field] ?? 'outside']}</span>}
                    {profileCorrections[field] !== undefined && (
                      <span class="corrected">
                        {texts.corrected} {own(field) ? texts.documentSays(own(field) ?? '') : texts.documentIsSilent}{' '}
                        <button
                          type="button"
                          class="quiet"
                          aria-label={texts.asDocumentFor(texts[field])}
                          onClick={() => void restore(field)}
                        >
                          {texts.asDocument}
                        </button>
                      </span>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
            <button type="button" class="correct" ref={editButton} onClick={() => setEditing(true)}>
              {texts.edit}
            </button>
          </>
        )}
      </details>
      <LawFacts laws={laws} dated={profile.date} all={isOpen} />
    </section>
  );
}
