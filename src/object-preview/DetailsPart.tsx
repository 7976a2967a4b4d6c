import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isAbortError, toFailure } from '#lib/Failure.ts';
import { useLateText } from '#text/useLateText.ts';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import styles from './DetailsPart.module.css';

export interface DetailsPartProps<T> {
  readonly title: string;
  readonly query: UseQueryResult<T>;
  /** Why these keys cannot see it; it is not asked for then. */
  readonly denied?: string | undefined;
  readonly children: (data: T) => ReactNode;
}

/** One part of the details: on its way, there, or why not, with the right that is missing. */
export function DetailsPart<T>({ title, query, denied, children }: DetailsPartProps<T>) {
  const { t } = useLateText();
  const { data, error, isFetching, refetch } = query;
  const hasFailed = data === undefined && error !== null && !isFetching && !isAbortError(error);
  return (
    <section className={styles.part} aria-busy={isFetching}>
      <h3>{title}</h3>
      {data !== undefined && children(data)}
      {hasFailed && <FailureNotice failure={toFailure(error)} onRetry={() => void refetch()} />}
      {data === undefined && !hasFailed && denied !== undefined && <p className={styles.waiting}>{denied}</p>}
      {data === undefined && !hasFailed && denied === undefined && <p className={styles.waiting}>{t.loading}</p>}
    </section>
  );
}
