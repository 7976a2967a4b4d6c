import type { SetUpMessages } from '#text/en/setUp.ts';
import { BrandMark } from './BrandMark.tsx';
import styles from './StartFailed.module.css';

/** Another page shows this one inside itself: nothing is started there, and a link leads out. */
export function FramedPage({ t }: { readonly t: SetUpMessages }) {
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>
        <BrandMark /> {t.framed}
      </h1>
      <p>
        {t.framedAdvice}{' '}
        <a href={location.href} target="_blank" rel="noopener noreferrer">
          {t.openInOwnTab}
        </a>
      </p>
    </main>
  );
}
