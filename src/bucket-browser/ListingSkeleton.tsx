import { useText } from '#text/useText.ts';
import styles from './ListingSkeleton.module.css';

const ROWS = [0, 1, 2, 3, 4, 5, 6, 7];

/** The shape of a list before its first page. */
export function ListingSkeleton() {
  const { t } = useText();
  return (
    <div className={styles.skeleton} aria-busy>
      <span className="visually-hidden">{t.loading}</span>
      {ROWS.map((row) => (
        <div key={row} className={styles.row} aria-hidden>
          <span className={styles.square} />
          <span className={styles.line} />
        </div>
      ))}
    </div>
  );
}
