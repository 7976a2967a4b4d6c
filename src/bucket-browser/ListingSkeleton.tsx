import { clsx } from 'clsx';
import { useEffect, useState } from 'react';
import { useText } from '#text/useText.ts';
import type { ListView } from './ListView.ts';
import styles from './ListingSkeleton.module.css';

const ROWS = [0, 1, 2, 3, 4, 5, 6, 7];

/** A bucket answers within a second; after this long a person wonders. */
const PATIENCE_MS = 5000;

/** The shape of a list before its first page; when that takes long, the reason for the wait and what ends it. */
export function ListingSkeleton({ view }: { readonly view: ListView }) {
  const { t } = useText();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={view === 'list' ? styles.skeleton : clsx(styles.skeleton, styles.tiles)} aria-busy>
      {isLong ? <p className={styles.wait}>{t.stillWaiting}</p> : <span className="visually-hidden">{t.loading}</span>}
      {ROWS.map((row) => (
        <div key={row} className={styles.row} aria-hidden>
          <span className={styles.square} />
          <span className={styles.line} />
        </div>
      ))}
    </div>
  );
}
