import type { ReactNode } from 'react';
import type { Language } from '#text/pickLanguage.ts';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import styles from './RecipientFrame.module.css';

export interface RecipientFrameProps {
  /** The sign of the app. */
  readonly brand: ReactNode;
  readonly onLanguage: (language: Language) => void;
  readonly children: ReactNode;
  /** Stays in sight below what scrolls. */
  readonly dock?: ReactNode;
}

/** The page of somebody without an account: whose app it is, the other language, and one thing to do. */
export function RecipientFrame({ brand, onLanguage, children, dock }: RecipientFrameProps) {
  const { language } = useText();
  const [other, otherName] = language === 'en' ? (['zh-CN', '简体中文'] as const) : (['en', 'English'] as const);
  return (
    <div className={styles.frame}>
      <header className={styles.bar}>
        <span className={styles.brand}>
          {brand}
          Beeline
        </span>
        <Button look="quiet" size="small" lang={other} onClick={() => onLanguage(other)}>
          {otherName}
        </Button>
      </header>
      <main className={styles.main}>{children}</main>
      {dock}
    </div>
  );
}
