import { useEffect, useState } from 'react';
import type { ObjectAcl } from '#cos/CosObject.ts';
import { isAbortError, toFailure, type Failure } from '#lib/Failure.ts';
import type { AccessWish } from '#operations/AccessWish.ts';
import { useLateText } from '#text/useLateText.ts';
import { Button } from '#ui/Button.tsx';
import { ChoiceCards } from '#ui/ChoiceCards.tsx';
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import styles from './AccessDialog.module.css';
import { aclText } from './aclText.ts';

export interface AccessDialogProps {
  readonly title: string;
  /** Asks whether everybody really is to read it. */
  readonly riskTitle: string;
  /** Reads the state of the one object; undefined when there are many. */
  readonly load: ((signal: AbortSignal) => Promise<ObjectAcl>) | undefined;
  readonly onSet: (access: AccessWish) => void;
  readonly onClose: () => void;
}

/** Who may read one object or many. Letting everybody is asked about once more, with what it means. */
export function AccessDialog({ title, riskTitle, load, onSet, onClose }: AccessDialogProps) {
  const text = useLateText();
  const { t } = text;
  const [now, setNow] = useState<ObjectAcl | { readonly failure: Failure }>();
  const [wish, setWish] = useState<AccessWish>();
  const [isAsking, setIsAsking] = useState(false);
  useEffect(() => {
    if (load === undefined) return undefined;
    const stop = new AbortController();
    load(stop.signal).then(setNow, (error: unknown) => {
      if (!isAbortError(error)) setNow({ failure: toFailure(error) });
    });
    return () => stop.abort();
    // oxlint-disable-next-line react/exhaustive-deps -- mounted once per question: a new one is a new component
  }, []);
  const choices = [
    { value: 'public-read', words: t.accessEverybody, hint: t.accessEverybodyHint },
    { value: 'default', words: t.accessAsBucket, hint: t.accessAsBucketHint },
    { value: 'private', words: t.accessNobody, hint: t.accessNobodyHint },
  ] as const;

  function set(access: AccessWish): void {
    onClose();
    onSet(access);
  }

  if (isAsking) {
    return (
      <ConfirmDialog title={riskTitle} action={t.accessRiskDo} onConfirm={() => set('public-read')} onClose={onClose}>
        <ul className={styles.risks}>
          {t.accessRisks.map((risk) => (
            <li key={risk}>{risk}</li>
          ))}
        </ul>
      </ConfirmDialog>
    );
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button
            look="primary"
            disabled={wish === undefined}
            onClick={() => {
              if (wish === 'public-read') setIsAsking(true);
              else if (wish !== undefined) set(wish);
            }}
          >
            {t.accessSet}
          </Button>
        </>
      }
    >
      {load === undefined ? (
        <p className={styles.note}>
          {t.accessManyAdvice} {t.accessReplaces}
        </p>
      ) : (
        <div className={styles.note} aria-busy={now === undefined}>
          {now === undefined && <p>{t.loading}</p>}
          {now !== undefined && 'failure' in now && <FailureNotice failure={now.failure} />}
          {now !== undefined && !('failure' in now) && (
            <p>
              {t.accessNow} {aclText(now, text)}
            </p>
          )}
        </div>
      )}
      <ChoiceCards legend={title} isLegendHidden value={wish} choices={choices} onChoose={setWish} />
      <details className={styles.bucket}>
        <summary>{t.accessOfBucket}</summary>
        <p className={styles.note}>{t.accessOfBucketAdvice}</p>
      </details>
    </Dialog>
  );
}
