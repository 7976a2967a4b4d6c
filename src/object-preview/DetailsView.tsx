import { useQuery } from '@tanstack/react-query';
import { callWithRetries } from '#cos/callWithRetries.ts';
import { isAbortError, toFailure } from '#lib/Failure.ts';
import { useText } from '#text/useText.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import styles from './DetailsView.module.css';
import { describeObject } from './describeObject.ts';
import { FactList } from './FactList.tsx';
import type { ObjectSource } from './ObjectSource.ts';
import { ViewWaiting } from './ViewWaiting.tsx';

/** What the bucket says about an object: every header the page may read, and that there may be others. */
export function DetailsView({ source }: { readonly source: ObjectSource }) {
  const text = useText();
  const { t } = text;
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['object details', source.id],
    queryFn: ({ signal }) => callWithRetries(() => source.cos.headObject({ key: source.key }, { signal }), { signal }),
    gcTime: 30_000,
    staleTime: 10_000,
    retry: false,
    structuralSharing: false,
  });
  if (data === undefined && error !== null && !isFetching && !isAbortError(error))
    return <FailureNotice layout="page" failure={toFailure(error)} onRetry={() => void refetch()} />;
  if (data === undefined) return <ViewWaiting />;

  const { facts, metadata, others } = describeObject(source.key, data, text);
  const all = [...facts, ...metadata, ...others].map(([name, value]) => `${name}: ${value}`).join('\n');
  return (
    <div className={styles.details}>
      <FactList title={t.aboutObject} facts={facts} />
      <FactList title={t.userMetadata} facts={metadata} ifEmpty={t.noMetadata} />
      <FactList title={t.otherHeaders} facts={others} />
      <p className={styles.note}>{t.headersMayBeHidden}</p>
      <div>
        <CopyButton size="small" label={t.copyDetails} text={all} />
      </div>
    </div>
  );
}
