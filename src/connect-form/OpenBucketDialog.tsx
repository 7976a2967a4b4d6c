import { useId, useState, type FormEvent } from 'react';
import { isBucketName, isConnectionPrefix } from '#config/bucketNames.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import { connections as en } from '#text/en/connections.ts';
import { regionName } from '#text/regionNames.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { connections as zh } from '#text/zh/connections.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Field } from '#ui/Field.tsx';
import styles from './OpenBucketDialog.module.css';

export type WantedBucket = Pick<Connection, 'bucket' | 'region' | 'prefix' | 'access'>;

export interface OpenBucketDialogProps {
  /** Those the deployment allows, at least one. */
  readonly regions: readonly string[];
  /** False in a deployment without a key service: nothing can be opened with keys. */
  readonly hasKeys: boolean;
  readonly onOpen: (wanted: WantedBucket) => void;
  readonly onClose: () => void;
}

/** Asks which bucket. Only what can be one is handed on; whether it exists the bucket itself says. */
export function OpenBucketDialog({ regions, hasKeys, onOpen, onClose }: OpenBucketDialogProps) {
  const { t, language } = useText();
  const words = useTopic({ en, zh });
  const formId = useId();
  const hintId = useId();
  const [bucket, setBucket] = useState('');
  const [region, setRegion] = useState(regions[0] ?? '');
  const [folder, setFolder] = useState('');
  const [isPublic, setIsPublic] = useState(!hasKeys);
  const [wasTried, setWasTried] = useState(false);
  const name = bucket.trim();
  const prefix = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
  const isRight = isBucketName(name) && isConnectionPrefix(prefix);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setWasTried(true);
    if (isRight) onOpen({ bucket: name, region, prefix, access: isPublic ? 'anonymous' : 'credentials' });
  }

  return (
    <Dialog
      title={words.openOtherTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button look="primary" type="submit" form={formId}>
            {words.open}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit}>
        <Field
          label={words.bucketField}
          hint={words.bucketHint}
          problem={wasTried && !isBucketName(name) ? words.bucketWrong : undefined}
        >
          {(field) => (
            <input
              {...field}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a dialog the person just opened
              autoFocus
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={bucket}
              onChange={(event) => setBucket(event.target.value)}
            />
          )}
        </Field>
        <Field label={words.regionField}>
          {(field) => (
            <select {...field} value={region} onChange={(event) => setRegion(event.target.value)}>
              {regions.map((each) => (
                <option key={each} value={each}>
                  {regionName(each, language)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={words.folderField}
          hint={words.folderHint}
          problem={wasTried && !isConnectionPrefix(prefix) ? words.folderWrong : undefined}
        >
          {(field) => (
            <input
              {...field}
              autoComplete="off"
              spellCheck={false}
              placeholder="photos/2026/"
              value={folder}
              onChange={(event) => setFolder(event.target.value)}
            />
          )}
        </Field>
        <label className={styles.check}>
          <input
            type="checkbox"
            aria-describedby={hintId}
            checked={isPublic}
            disabled={!hasKeys}
            onChange={(event) => setIsPublic(event.target.checked)}
          />
          {words.withoutKeys}
        </label>
        <p id={hintId} className={styles.hint}>
          {hasKeys ? words.withoutKeysHint : `${words.noKeyService} ${words.withoutKeysHint}`}
        </p>
      </form>
    </Dialog>
  );
}
