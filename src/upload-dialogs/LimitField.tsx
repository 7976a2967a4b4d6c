import { useLateText } from '#text/useLateText.ts';
import { Field } from '#ui/Field.tsx';

export interface LimitFieldProps {
  readonly label: string;
  /** The value cannot be used. */
  readonly isWrong: boolean;
  /** As typed. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A speed limit in MB/s; empty is none. */
export function LimitField({ label, isWrong, value, onChange }: LimitFieldProps) {
  const { t } = useLateText();
  return (
    <Field label={label} problem={isWrong ? t.limitOutside : undefined}>
      {(field) => (
        <input
          {...field}
          inputMode="decimal"
          autoComplete="off"
          placeholder={t.noLimit}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
