import { useId, type ReactNode } from 'react';
import styles from './Field.module.css';
import { useSpokenProblem } from './useSpokenProblem.ts';

export interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with the value. */
  readonly problem?: string | undefined;
  readonly children: (control: {
    readonly id: string;
    readonly 'aria-invalid': boolean;
    readonly 'aria-describedby': string | undefined;
  }) => ReactNode;
}

/** A labelled control; what is wrong with it is said under it, and to screen readers with it. */
export function Field({ label, hint, problem, children }: FieldProps) {
  const id = useId();
  useSpokenProblem(problem);
  const said = problem ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-invalid': problem !== undefined,
        'aria-describedby': said === undefined ? undefined : `${id}-said`,
      })}
      {said !== undefined && (
        <p id={`${id}-said`} className={problem ? styles.problem : styles.hint}>
          {said}
        </p>
      )}
    </div>
  );
}
