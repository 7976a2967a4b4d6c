import { useId, useRef, useState } from 'react';
import { toFailure, type Failure } from '#lib/Failure.ts';
import type { MadeUploadRequest, UploadRequestWish } from '#links/createUploadRequest.ts';
import { uploadRequestLimits as limits } from '#links/uploadRequestLimits.ts';
import { contentKinds as enKinds } from '#text/en/contentKinds.ts';
import { requestFiles as en } from '#text/en/requestFiles.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { contentKinds as zhKinds } from '#text/zh/contentKinds.ts';
import { requestFiles as zh } from '#text/zh/requestFiles.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { Field } from '#ui/Field.tsx';
import { LifeField } from './LifeField.tsx';
import { DEFAULT_LIFE_SECONDS } from './lifeChoices.ts';
import styles from './UploadRequestDialog.module.css';
import { UploadRequestResult } from './UploadRequestResult.tsx';

export interface UploadRequestDialogProps {
  /** As it is shown. */
  readonly folderName: string;
  /** True where forbid-overwrite does not count. */
  readonly keepsVersions: boolean;
  readonly make: (
    wish: Pick<UploadRequestWish, 'note' | 'lifeSeconds' | 'maxBytes' | 'contentType'>,
    signal: AbortSignal,
  ) => Promise<MadeUploadRequest & { readonly url: string }>;
  /** Milliseconds since 1970 by the bucket's clock. */
  readonly now: () => number;
  readonly onClose: () => void;
}

const MB = 1_000_000;
const SIZES = [10 * MB, 100 * MB, 1000 * MB];

/** Asks what is wanted, and makes the one address at which it can be left. */
export function UploadRequestDialog({ folderName, keepsVersions, make, now, onClose }: UploadRequestDialogProps) {
  const { formats } = useText();
  const words = useTopic({ en, zh });
  const kinds = useTopic({ en: enKinds, zh: zhKinds });
  const formId = useId();
  const making = useRef<AbortController>(undefined);
  const [note, setNote] = useState('');
  const [lifeSeconds, setLifeSeconds] = useState<number | undefined>(DEFAULT_LIFE_SECONDS);
  const [maxBytes, setMaxBytes] = useState<number>(limits.fileBytes);
  const [contentType, setContentType] = useState('');
  const [isMaking, setIsMaking] = useState(false);
  const [made, setMade] = useState<MadeUploadRequest & { readonly url: string }>();
  const [failure, setFailure] = useState<Failure>();

  async function submit(): Promise<void> {
    if (lifeSeconds === undefined || isMaking) return;
    const controller = new AbortController();
    making.current = controller;
    setFailure(undefined);
    setIsMaking(true);
    try {
      setMade(await make({ note: note.trim(), lifeSeconds, maxBytes, contentType }, controller.signal));
    } catch (error) {
      if (!controller.signal.aborted) setFailure(toFailure(error));
    } finally {
      setIsMaking(false);
    }
  }

  function close(): void {
    making.current?.abort();
    onClose();
  }

  if (made !== undefined) {
    return (
      <Dialog
        title={words.title(folderName)}
        onClose={close}
        actions={
          <>
            <Button onClick={() => setMade(undefined)}>{words.again}</Button>
            <Button look="primary" onClick={close}>
              {words.done}
            </Button>
          </>
        }
      >
        <UploadRequestResult made={made} now={now} keepsVersions={keepsVersions} folderName={folderName} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={words.title(folderName)}
      onClose={close}
      actions={
        <Button look="primary" type="submit" form={formId} disabled={lifeSeconds === undefined || isMaking}>
          {isMaking ? words.making : words.makeLink}
        </Button>
      }
    >
      <form
        id={formId}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className={styles.intro}>{words.intro}</p>
        <Field label={words.note} hint={words.noteHint}>
          {(field) => (
            <textarea
              {...field}
              className={styles.note}
              rows={3}
              maxLength={limits.noteLength}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <LifeField onChange={setLifeSeconds} />
        <div className={styles.pair}>
          <Field label={words.maxSize}>
            {(field) => (
              <select {...field} value={maxBytes} onChange={(event) => setMaxBytes(Number(event.target.value))}>
                {SIZES.map((size) => (
                  <option key={size} value={size}>
                    {formats.bytes(size)}
                  </option>
                ))}
                <option value={limits.fileBytes}>{words.maxSizeAny}</option>
              </select>
            )}
          </Field>
          <Field label={words.types}>
            {(field) => (
              <select {...field} value={contentType} onChange={(event) => setContentType(event.target.value)}>
                <option value="">{words.typesAny}</option>
                {Object.entries(kinds).map(([type, label]) => (
                  <option key={type} value={type}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      </form>
      {failure !== undefined && <FailureNotice failure={failure} onRetry={() => void submit()} />}
    </Dialog>
  );
}
