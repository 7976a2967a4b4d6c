import { Field } from '#ui/Field.tsx';

export interface ChoiceProps {
  readonly label: string;
  readonly hint?: string;
  /** Value and what it is called. */
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

/** One of a few, in force at once. */
export function Choice({ label, hint, options, value, onChoose }: ChoiceProps) {
  return (
    <Field label={label} hint={hint}>
      {(field) => (
        <select {...field} value={value} onChange={(event) => onChoose(event.target.value)}>
          {options.map(([each, name]) => (
            <option key={each} value={each}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
