import { useId, useState } from 'react';
import type { RestoreTier } from '#cos/CosObject.ts';
import type { RestoreWish } from '#operations/restoreArchived.ts';
import { useLateText } from '#text/useLateText.ts';
import { Button } from '#ui/Button.tsx';
import { ChoiceCards } from '#ui/ChoiceCards.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Field } from '#ui/Field.tsx';
import styles from './RestoreDialog.module.css';

export interface RestoreDialogProps {
  readonly title: string;
  readonly areMany: boolean;
  /** All of it is in the deep archive, which knows no `Expedited`. */
  readonly isDeep: boolean;
  readonly onRestore: (wish: RestoreWish) => void;
  readonly onClose: () => void;
}

const DEFAULT_DAYS = '7';

/** For how long, and how soon. */
export function RestoreDialog({ title, areMany, isDeep, onRestore, onClose }: RestoreDialogProps) {
  const { t } = useLateText();
  const [days, setDays] = useState(DEFAULT_DAYS);
  const [tier, setTier] = useState<RestoreTier>('Standard');
  const [wasTried, setWasTried] = useState(false);
  const formId = useId();
  const isWrong = !/^\d{1,3}$/.test(days.trim()) || Number(days) < 1 || Number(days) > 365;
  const tiers = [
    { value: 'Expedited', words: t.tierExpedited, hint: t.tierExpeditedHint, isOff: isDeep },
    { value: 'Standard', words: t.tierStandard, hint: t.tierStandardHint },
    { value: 'Bulk', words: t.tierBulk, hint: t.tierBulkHint },
  ] as const;

  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button look="primary" type="submit" form={formId}>
            {t.restore}
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
          if (isWrong) return;
          onClose();
          onRestore({ days: Number(days), tier });
        }}
      >
        <p className={styles.note}>{t.restoreAdvice}</p>
        {areMany && <p className={styles.note}>{t.restoreManyAdvice}</p>}
        <Field label={t.restoreDays} problem={wasTried && isWrong ? t.restoreDaysWrong : undefined}>
          {(field) => (
            <input {...field} inputMode="numeric" value={days} onChange={(event) => setDays(event.target.value)} />
          )}
        </Field>
        <ChoiceCards legend={t.restoreTier} value={tier} choices={tiers} onChoose={setTier} />
      </form>
    </Dialog>
  );
}
