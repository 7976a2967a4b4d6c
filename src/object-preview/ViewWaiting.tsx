import { useEffect, useState } from 'react';
import { useLateText } from '#text/useLateText.ts';
import styles from './ViewWaiting.module.css';

/** Something is on its way. Quick answers never flash it. */
export function ViewWaiting() {
  const { t } = useLateText();
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), 250);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.waiting} aria-busy>
      {isShown && (
        <>
          <p className="visually-hidden">{t.loading}</p>
          <span />
          <span />
          <span />
        </>
      )}
    </div>
  );
}
