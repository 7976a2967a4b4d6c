import { useState } from 'react';
import { STORAGE_CLASSES } from '#cos/storageClasses.ts';
import type { Failure } from '#lib/Failure.ts';
import type { ObjectEdit } from '#operations/ObjectEdit.ts';
import { storageClassLabel } from '#ui/storageClassLabel.ts';
import { useLateText } from '#text/useLateText.ts';
import { Field } from '#ui/Field.tsx';
import { Problem } from '#ui/Problem.tsx';
import type { EditDraft } from './EditDraft.ts';
import styles from './EditForm.module.css';
import { EditPairs } from './EditPairs.tsx';
import { readDraft } from './readDraft.ts';
import { RewriteNote } from './RewriteNote.tsx';

export interface EditFormProps {
  /** A button elsewhere sends it. */
  readonly formId: string;
  readonly before: EditDraft;
  readonly areMany: boolean;
  /** Why the tags cannot be edited. */
  readonly tagsFailure: Failure | undefined;
  readonly isArchived: boolean;
  readonly losesAcl: boolean;
  readonly onSave: (edit: ObjectEdit) => void;
}

/** The fields, what is wrong with them, and what a change costs. */
export function EditForm({ formId, before, areMany, tagsFailure, isArchived, losesAcl, onSave }: EditFormProps) {
  const { t } = useLateText();
  const [draft, setDraft] = useState(before);
  const [isLossAccepted, setIsLossAccepted] = useState(false);
  const [wasTried, setWasTried] = useState(false);
  const { problems: found, edit, isRewrite } = readDraft(before, draft);
  const problems = wasTried ? found : undefined;
  const change = (part: Partial<EditDraft>): void => setDraft({ ...draft, ...part });
  const placeholder = areMany ? t.asEachHasIt : undefined;
  const isNothing = Object.keys(edit).length === 0;

  function save(): void {
    setWasTried(true);
    if (found === undefined && !isNothing && (!isRewrite || isLossAccepted)) onSave(edit);
  }

  return (
    <form
      id={formId}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {areMany && <p className={styles.note}>{t.editManyAdvice}</p>}
      <div className={styles.columns}>
        <Field
          label={t.contentType}
          hint={t.contentTypeHint}
          problem={problems?.contentType === true ? t.contentTypeWrong : undefined}
        >
          {(field) => (
            <input
              {...field}
              value={draft.contentType}
              placeholder={placeholder}
              spellCheck={false}
              onChange={(event) => change({ contentType: event.target.value })}
            />
          )}
        </Field>
        <Field label={t.storageClass}>
          {(field) => (
            <select
              {...field}
              value={draft.storageClass}
              onChange={(event) => change({ storageClass: event.target.value })}
            >
              {areMany && <option value="">{t.asEachHasIt}</option>}
              {classesWith(before.storageClass).map((storageClass) => (
                <option key={storageClass} value={storageClass}>
                  {storageClassLabel(storageClass, t)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t.cacheControl} problem={problems?.cacheControl === true ? t.headerWrong : undefined}>
          {(field) => (
            <input
              {...field}
              value={draft.cacheControl}
              placeholder={placeholder ?? 'max-age=3600'}
              dir={areMany ? undefined : 'ltr'}
              spellCheck={false}
              onChange={(event) => change({ cacheControl: event.target.value })}
            />
          )}
        </Field>
        <Field label={t.contentDisposition} problem={problems?.contentDisposition === true ? t.headerWrong : undefined}>
          {(field) => (
            <input
              {...field}
              value={draft.contentDisposition}
              placeholder={placeholder ?? 'attachment'}
              dir={areMany ? undefined : 'ltr'}
              spellCheck={false}
              onChange={(event) => change({ contentDisposition: event.target.value })}
            />
          )}
        </Field>
      </div>
      <EditPairs {...{ draft, change, problems, areMany, tagsFailure }} />
      {isRewrite && (
        <RewriteNote
          isArchived={isArchived}
          losesAcl={losesAcl}
          isAccepted={isLossAccepted}
          isMissed={wasTried && !isLossAccepted}
          onAccept={setIsLossAccepted}
        />
      )}
      {wasTried && isNothing && found === undefined && <Problem>{t.nothingChanged}</Problem>}
    </form>
  );
}

/** One that we do not know stays a choice for the object that has it. */
function classesWith(present: string): readonly string[] {
  const known: readonly string[] = STORAGE_CLASSES;
  return present === '' || known.includes(present) ? known : [present, ...known];
}
