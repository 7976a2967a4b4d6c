import { useSpokenProblem } from './useSpokenProblem.ts';

export interface ProblemProps {
  readonly id?: string | undefined;
  readonly className?: string | undefined;
  readonly children: string;
}

/** What is wrong with a form, shown in its place and said once. */
export function Problem({ id, className, children }: ProblemProps) {
  useSpokenProblem(children);
  return (
    <p id={id} className={className}>
      {children}
    </p>
  );
}
