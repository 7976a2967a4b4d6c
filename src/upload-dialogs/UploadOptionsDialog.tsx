import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Field } from '#ui/Field.tsx';
import { LimitField } from './LimitField.tsx';
import { parseUploadSettings } from './parseUploadSettings.ts';
import { storageClassLabel } from './storageClassLabel.ts';
import styles from './UploadOptionsDialog.module.css';
import { NO_SETTINGS, STORAGE_CLASSES, type UploadSettingsDraft } from './UploadSettings.ts';

export interface UploadOptionsDialogProps {
  readonly draft: UploadSettingsDraft;
  readonly onUse: (draft: UploadSettingsDraft) => void;
  readonly onClose: () => void;
}

/** How the uploads to come are written, and how fast. Nothing changes before `Use`, and nothing wrong can be used. */
export function UploadOptionsDialog({ draft: initial, onUse, onClose }: UploadOptionsDialogProps) {
  const { t } = useText();
  const [draft, setDraft] = useState(initial);
  const [wasTried, setWasTried] = useState(false);
  const formId = useId();
  const parsed = parseUploadSettings(draft);
  const problems = wasTried && 'problems' in parsed ? parsed.problems : undefined;
  const change = (part: Partial<UploadSettingsDraft>): void => setDraft({ ...draft, ...part });
  const changeRow = (index: number, part: Partial<UploadSettingsDraft['metadata'][number]>): void =>
    change({ metadata: draft.metadata.map((row, at) => (at === index ? Object.assign({}, row, part) : row)) });
  const rowProblems = { name: t.metadataNameWrong, twice: t.metadataTwice, noValue: t.metadataNoValue };

  return (
    <Dialog
      title={t.uploadOptions}
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" className={styles.reset} onClick={() => setDraft(NO_SETTINGS)}>
            {t.resetOptions}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button look="primary" type="submit" form={formId}>
            {t.useOptions}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setWasTried(true);
          if ('settings' in parsed) onUse(draft);
        }}
      >
        <p className={styles.note}>{t.uploadOptionsAdvice}</p>
        <Field label={t.storageClass} hint={/ARCHIVE/.test(draft.storageClass) ? t.archiveHint : undefined}>
          {(field) => (
            <select
              {...field}
              value={draft.storageClass}
              onChange={(event) => change({ storageClass: event.target.value })}
            >
              <option value="">{t.storageClassDefault}</option>
              {STORAGE_CLASSES.map((storageClass) => (
                <option key={storageClass} value={storageClass}>
                  {storageClassLabel(storageClass, t)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div className={styles.pair}>
          <LimitField
            label={t.limitEach}
            isWrong={problems?.ownLimit !== undefined}
            value={draft.ownLimit}
            onChange={(ownLimit) => change({ ownLimit })}
          />
          <LimitField
            label={t.limitAll}
            isWrong={problems?.sharedLimit !== undefined}
            value={draft.sharedLimit}
            onChange={(sharedLimit) => change({ sharedLimit })}
          />
        </div>
        <fieldset className={styles.metadata}>
          <legend>{t.metadata}</legend>
          {draft.metadata.map((row, index) => {
            const problem = problems?.metadata.get(index);
            const number = String(index + 1);
            return (
              // oxlint-disable-next-line react/no-array-index-key -- rows have no other identity, and hold no state
              <div key={index} className={styles.row}>
                <span className={styles.prefix} aria-hidden>
                  x-cos-meta-
                </span>
                <input
                  aria-label={t.metadataName(number)}
                  aria-invalid={problem !== undefined}
                  autoComplete="off"
                  spellCheck={false}
                  value={row.name}
                  onChange={(event) => changeRow(index, { name: event.target.value })}
                />
                <input
                  aria-label={t.metadataValue(number)}
                  autoComplete="off"
                  value={row.value}
                  onChange={(event) => changeRow(index, { value: event.target.value })}
                />
                <IconButton
                  label={t.metadataRemove(number)}
                  icon={<X size={15} />}
                  size="small"
                  onClick={() => change({ metadata: draft.metadata.filter((_, at) => at !== index) })}
                />
                {problem !== undefined && (
                  <p role="alert" className={styles.problem}>
                    {rowProblems[problem]}
                  </p>
                )}
              </div>
            );
          })}
          {problems?.isMetadataTooLarge === true && (
            <p role="alert" className={styles.problem}>
              {t.metadataTooLarge}
            </p>
          )}
          <Button
            size="small"
            icon={<Plus size={15} />}
            onClick={() => change({ metadata: [...draft.metadata, { name: '', value: '' }] })}
          >
            {t.metadataAdd}
          </Button>
        </fieldset>
      </form>
    </Dialog>
  );
}
