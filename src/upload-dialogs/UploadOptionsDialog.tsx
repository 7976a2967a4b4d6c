import { useId, useState } from 'react';
import { STORAGE_CLASSES } from '#cos/storageClasses.ts';
import { storageClassLabel } from '#ui/storageClassLabel.ts';
import { useLateText } from '#text/useLateText.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Field } from '#ui/Field.tsx';
import { PairFields } from '#ui/PairFields.tsx';
import { LimitField } from './LimitField.tsx';
import { parseUploadSettings } from './parseUploadSettings.ts';
import styles from './UploadOptionsDialog.module.css';
import { NO_SETTINGS, type UploadSettingsDraft } from './UploadSettings.ts';

export interface UploadOptionsDialogProps {
  readonly draft: UploadSettingsDraft;
  readonly onUse: (draft: UploadSettingsDraft) => void;
  readonly onClose: () => void;
}

/** How the uploads to come are written, and how fast. Nothing changes before `Use`, and nothing wrong can be used. */
export function UploadOptionsDialog({ draft: initial, onUse, onClose }: UploadOptionsDialogProps) {
  const { t } = useLateText();
  const [draft, setDraft] = useState(initial);
  const [wasTried, setWasTried] = useState(false);
  const formId = useId();
  const parsed = parseUploadSettings(draft);
  const problems = wasTried && 'problems' in parsed ? parsed.problems : undefined;
  const change = (part: Partial<UploadSettingsDraft>): void => setDraft({ ...draft, ...part });
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
        <PairFields
          legend={t.metadata}
          prefix="x-cos-meta-"
          pairs={draft.metadata}
          onChange={(metadata) => change({ metadata })}
          problems={problems && new Map([...problems.metadata].map(([row, problem]) => [row, rowProblems[problem]]))}
          problem={problems?.isMetadataTooLarge === true ? t.metadataTooLarge : undefined}
          labels={{ name: t.metadataName, value: t.metadataValue, remove: t.metadataRemove, add: t.metadataAdd }}
        />
      </form>
    </Dialog>
  );
}
