import type { Failure } from '#lib/Failure.ts';
import { useText } from '#text/useText.ts';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { BrandMark } from './BrandMark.tsx';
import styles from './StartFailed.module.css';

/** The settings are wrong or cannot be had: says which field, instead of a blank page. */
export function StartFailed({ failure }: { readonly failure: Failure }) {
  const { t } = useText();
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>
        <BrandMark /> {t.startFailed}
      </h1>
      <FailureNotice layout="page" failure={failure} onRetry={() => location.reload()} />
    </main>
  );
}
